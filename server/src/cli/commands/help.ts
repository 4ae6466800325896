import { nearest } from '../../suggestion';
import { exitCodes, UsageError } from '../io';
import type { Command } from './command';

/** Lists the commands it is given, and shows the help of one. */
export function createHelpCommand(commands: readonly Command[]): Command {
  const overview = formatOverview(commands);
  return {
    name: 'help',
    summary: 'Show this overview or the help of a command',
    help: overview,
    options: {},
    run({ positionals: [name] }, io) {
      const command = commands.find((known) => known.name === name);
      if (name !== undefined && !command) throw unknownCommand(name, commands);
      io.stdout.write(command?.help ?? overview);
      return exitCodes.clean;
    },
  };
}

/** What to say about a word that is no command. */
export function unknownCommand(name: string, commands: readonly Command[]): UsageError {
  const names = commands.map((command) => command.name);
  const near = nearest(name, names);
  return new UsageError(
    `Unknown command \`${name}\`.${near ? ` Did you mean \`${near}\`?` : ''} Commands: ${names.join(', ')}.\n` +
      'To check files, write `phase-docs check PATH`.',
  );
}

function formatOverview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}   ${summary}`);
  return `Usage: phase-docs COMMAND [options]

Keeps phase documentation complete, consistent and honest.

Commands:
${list.join('\n')}

Options:
  -h, --help      show this help, or after a command the help of that command
  -V, --version   show the version

Exit codes: 0 nothing to report, 1 findings, 2 the run itself failed.
`;
}
