/** The command line as a function: from arguments to an exit code. */
import { baselineCommand } from './commands/baseline';
import { checkCommand } from './commands/check';
import { claimsCommand } from './commands/claims';
import type { Command } from './commands/command';
import { deriveCommand } from './commands/derive';
import { explainCommand } from './commands/explain';
import { fixCommand } from './commands/fix';
import { createHelpCommand, unknownCommand } from './commands/help';
import { initCommand } from './commands/init';
import { languageServerCommand } from './commands/languageServer';
import { newCommand } from './commands/new';
import { reportCommand } from './commands/report';
import { statusCommand } from './commands/status';
import { traceCommand } from './commands/trace';
import { printable } from './formatters/printable';
import { exitCodes, UsageError, type CliIo } from './io';
import { parseOptions } from './options';

const commands: readonly Command[] = [
  checkCommand,
  claimsCommand,
  statusCommand,
  traceCommand,
  reportCommand,
  baselineCommand,
  fixCommand,
  deriveCommand,
  explainCommand,
  initCommand,
  newCommand,
  languageServerCommand,
];
const helpCommand = createHelpCommand(commands);

const helpOption = { help: { short: 'h' } };
const versionOption = { version: { short: 'V' } };

/** Never throws; what goes wrong is told on standard error. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  try {
    return await runCommand(args, io);
  } catch (error) {
    const words = error instanceof UsageError ? error.message : `internal error: ${describeError(error)}`;
    io.stderr.write(printable(`phase-docs: ${words}\n`));
    return exitCodes.failed;
  }
}

async function runCommand([name, ...args]: readonly string[], io: CliIo): Promise<number> {
  if (name === undefined) {
    io.stderr.write(helpCommand.help);
    return exitCodes.failed;
  }
  if (name.startsWith('-')) return runWithoutCommand([name, ...args], io);
  const command = [...commands, helpCommand].find((known) => known.name === name);
  if (!command) throw unknownCommand(name, commands);
  const options = parseOptions(args, { ...command.options, ...helpOption });
  if (!options.has('help')) return command.run(options, io);
  io.stdout.write(command.help);
  return exitCodes.clean;
}

function runWithoutCommand(args: readonly string[], io: CliIo): number {
  const options = parseOptions(args, { ...helpOption, ...versionOption });
  io.stdout.write(options.has('version') ? `${io.version}\n` : helpCommand.help);
  return exitCodes.clean;
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
