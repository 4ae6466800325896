import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { configFileName } from '../../model/configFile';
import { exitCodes, UsageError, type CliIo } from '../io';
import { openProject } from '../project';
import { displayPath, findTargets } from '../targets';
import type { Command } from './command';

export const initCommand: Command = {
  name: 'init',
  summary: 'Write a first .phase-docs.yaml from the documents that are there',
  help: `Usage: phase-docs init [PATH] [options]

Looks at the documents of a folder: which conventions their names follow, how phases are counted,
which kinds nearly every phase has. Writes what it finds to .phase-docs.yaml in that folder, with
comments. A file that is there is never overwritten.

  PATH    The folder that the configuration is for. Default: the current folder.

Options:
      --dry-run   print the file instead of writing it
  -h, --help      show this help

Exit codes:
  0    the file is written, or printed
  2    the run itself failed: bad path or option, or there is a configuration already
`,
  options: { 'dry-run': {} },
  async run(options, io) {
    const [path = '.', ...others] = options.positionals;
    if (others.length > 0) throw new UsageError('`init` takes one folder at a time.');
    const [target] = await findTargets([path], io.cwd);
    if (!target || target.files.size > 0) throw new UsageError(`\`${path}\` is a file. Name the folder that it is in.`);
    const folder = resolve(io.cwd, path);
    const { service } = await openProject(target, io);
    const plan = service.planConfiguration(URI.file(folder).toString());
    if (!plan) throw new UsageError(`\`${path}\` belongs to no workspace.`);
    if (options.has('dry-run')) io.stdout.write(plan.text);
    else await writeNew(resolve(folder, configFileName), plan.text, plan.summary, io);
    return exitCodes.clean;
  },
};

async function writeNew(file: string, text: string, summary: string, io: CliIo): Promise<void> {
  const shown = displayPath(file, io.cwd);
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new UsageError(
      code === 'EEXIST'
        ? `There is a \`${shown}\` already; it is left as it is. \`--dry-run\` shows what a new one would say.`
        : `\`${shown}\` cannot be written${typeof code === 'string' ? ` (${code})` : ''}.`,
    );
  }
  io.stdout.write(`${summary}\nWritten: ${shown}\n`);
}
