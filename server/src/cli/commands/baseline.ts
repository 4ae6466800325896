import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { countOf } from '../../features/countOf';
import { neverCancelled } from '../../host';
import {
  baselineFileName,
  formatBaseline,
  parseBaseline,
  type Baseline,
  type BaselineEntry,
} from '../../model/baseline/baselineFile';
import { countMissing, pruneBaseline } from '../../model/baseline/collectBaseline';
import { exitCodes, UsageError } from '../io';
import { openProject, reportUnreadable, rootOf, type CliProject } from '../project';
import { displayPath, findTargets } from '../targets';
import type { Command } from './command';

export const baselineCommand: Command = {
  name: 'baseline',
  summary: 'Write down the findings that are there, so that only new ones are reported',
  help: `Usage: phase-docs baseline [PATH] [options]

Writes ${baselineFileName} at the root of the workspace: the findings of today. From then on
editor and command line report what is new; a claim in the baseline counts as waived. A finding is
known by its rule and the words of its line, so lines may move; who rewrites a line has to answer
for it again.

  PATH    A folder of the workspace. Default: the current folder.

Options:
      --prune     take out what is settled, and add nothing: the baseline only shrinks
      --update    write the file anew from what is found now
      --dry-run   print the file instead of writing it
  -h, --help      show this help

Exit codes:
  0    the baseline is written, printed, or has nothing to be taken out
  2    the run itself failed: bad path or option, unreadable file, or there is a baseline already
       and neither --prune nor --update

Examples:
  phase-docs baseline
  phase-docs check && phase-docs baseline --prune
`,
  options: { prune: {}, update: {}, 'dry-run': {} },
  async run(options, io) {
    if (options.positionals.length > 1) throw new UsageError('`baseline` takes one folder at a time.');
    const [target] = await findTargets(options.positionals.length > 0 ? options.positionals : ['.'], io.cwd);
    if (!target) throw new UsageError('There is no such folder.');
    const project = await openProject({ ...target, folders: [''], files: new Set() }, io);
    const file = join(target.root, baselineFileName);
    const shown = displayPath(file, io.cwd);
    const text = await project.host.readFile(URI.file(file).toString());
    const known: Baseline | undefined = text === undefined ? undefined : parseBaseline(text, '').baseline;
    if (options.has('prune') && options.has('update')) throw new UsageError('Choose one of `--prune` and `--update`.');
    if (options.has('prune') && !known) throw new UsageError(`There is no \`${shown}\` to take anything out of.`);
    const isAllowed = known === undefined || options.has('prune') || options.has('update') || options.has('dry-run');
    if (!isAllowed) {
      throw new UsageError(
        `There is a \`${shown}\` already; it is left as it is. \`--prune\` takes out what is settled, \`--update\` writes it anew.`,
      );
    }
    const current = await collect(project, target.root);
    const isIncomplete = reportUnreadable(project, io) || project.hadInternalError();
    const next = known && options.has('prune') ? pruneBaseline(known, current) : current;
    if (options.has('dry-run')) io.stdout.write(formatBaseline(next));
    // What could not be read is not settled.
    else if (!isIncomplete) await write(file, formatBaseline(next), known === undefined, shown);
    if (!options.has('dry-run') && !isIncomplete) io.stdout.write(`${summary(known, next)}\nWritten: ${shown}\n`);
    return isIncomplete ? exitCodes.failed : exitCodes.clean;
  },
};

/** Every finding of the workspace, those that the baseline knows included; what comments waive is not meant. */
async function collect({ service }: CliProject, root: string): Promise<Baseline> {
  const entries = service.documents();
  for (const { uri } of entries) await service.diagnose(uri, neverCancelled);
  await service.settle();
  const baseline = new Map<string, readonly BaselineEntry[]>();
  for (const entry of entries) {
    // A folder inside with a root of its own has a baseline of its own.
    if (resolve(rootOf(entry)) === resolve(root)) baseline.set(entry.path, await service.knownFindings(entry.uri));
  }
  return baseline;
}

async function write(file: string, text: string, isNew: boolean, shown: string): Promise<void> {
  try {
    await writeFile(file, text, isNew ? { flag: 'wx' } : {});
  } catch (error) {
    throw new UsageError(`\`${shown}\` cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function summary(known: Baseline | undefined, next: Baseline): string {
  const entries = [...next.values()].reduce((sum, { length }) => sum + length, 0);
  const documents = [...next.values()].filter(({ length }) => length > 0).length;
  const size = `${countOf(entries, 'known finding')} in ${countOf(documents, 'document')}`;
  if (!known) return `${size}.`;
  return `${size}: ${countMissing(next, known)} new, ${countMissing(known, next)} settled.`;
}
