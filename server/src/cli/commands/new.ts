import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { URI } from 'vscode-uri';
import { initiativeIdOf, initiativeUriOf } from '../../features/initiatives';
import { comparePhases, parsePhaseId } from '../../model/phaseId';
import type { PhaseId } from '../../model/phaseDocument';
import type { DocumentEntry } from '../../model/project';
import type { ScaffoldFile, ScaffoldSource } from '../../authoringProtocol';
import { printable } from '../formatters/printable';
import { exitCodes, UsageError, type CliIo } from '../io';
import type { Options } from '../options';
import { openProject } from '../project';
import { displayPath, findTargets, isInitiativeAsked, toSlashes, type Target } from '../targets';
import type { Command } from './command';

export const newCommand: Command = {
  name: 'new',
  summary: 'Write the documents of a next phase, with what the previous one left open',
  help: `Usage: phase-docs new [PATH] [options]

Writes the prompt and the documents of a next phase, named as those of the previous phase: from
the team's own templates or schemas, else in the shape of its earlier documents. What is open is
carried over, each item with a link to where it came from: deferred items, next steps, open tasks,
risks, and what earlier hand-offs left unanswered. A testing summary says what the reports nearby
measure, with a link to each value.
A file that is there is never overwritten.

  PATH    The folder of the initiative, or one of its documents. Default: the current folder.

Options:
      --phase ID       the new phase: 9, 3.5, D. Default: the one that follows the last
      --after ID       the phase that has ended. Default: the last one before the new phase
      --kinds LIST     documents to write, parted by commas: prompt, notes, decisions,
                       testing-summary, handoff. Default: those that the initiative uses
      --dry-run        print the files instead of writing them
  -h, --help           show this help

Exit codes:
  0    the files are written, printed, or there already
  2    the run itself failed: bad path or option, no such phase

Examples:
  phase-docs new --phase 9 --dry-run
  phase-docs new docs/initiatives/booking --kinds prompt,notes
`,
  options: { phase: { values: [] }, after: { values: [] }, kinds: { values: [] }, 'dry-run': {} },
  async run(options, io) {
    const [path = '.', ...others] = options.positionals;
    if (others.length > 0) throw new UsageError('`new` takes one initiative at a time.');
    const [target] = await findTargets([path], io.cwd);
    if (!target) throw new UsageError(`There is no \`${path}\`.`);
    const project = await openProject(target, io);
    const { service } = project;
    const { source, phases } = findSource(service.documents(), service.scaffoldSources(undefined), target, path, io);
    const nextPhase = options.value('phase') ?? source.suggestedPhase;
    const plan = await service.scaffold({
      initiativeId: source.initiativeId,
      phase: options.value('after') ?? previousOf(nextPhase, phases) ?? source.phase,
      nextPhase,
      kinds: chosenKinds(options, source),
    });
    if (plan.problem !== undefined) throw new UsageError(plan.problem);
    if (options.has('dry-run')) for (const file of plan.files) print(file, io);
    else for (const file of plan.files) await write(file, io);
    return project.hadInternalError() ? exitCodes.failed : exitCodes.clean;
  },
};

/** @throws UsageError unless exactly one initiative is meant */
function findSource(
  documents: readonly DocumentEntry[],
  sources: readonly ScaffoldSource[],
  target: Target,
  path: string,
  io: CliIo,
): { readonly source: ScaffoldSource; readonly phases: readonly PhaseId[] } {
  const folders = new Map(documents.map((entry) => [initiativeIdOf(entry), initiativeUriOf(entry)]));
  const pathOf = ({ initiativeId }: ScaffoldSource) => URI.parse(folders.get(initiativeId) ?? '').fsPath;
  const folderOf = (source: ScaffoldSource) => toSlashes(relative(target.root, pathOf(source)));
  const asked = sources.filter((source) => isInitiativeAsked(folderOf(source), target));
  // The folder of an initiative means that one, though others lie below it.
  const named = asked.filter((source) => target.folders.includes(folderOf(source)));
  // A folder inside an initiative means it, though others may lie below.
  const inner = asked.filter((source) => asked.every((other) => pathOf(source).length >= pathOf(other).length));
  const [source, ...more] = target.files.size > 0 ? inner : named.length > 0 ? named : asked;
  if (!source) throw new UsageError(`There are no documents of a phase in \`${path}\`.`);
  if (more.length > 0) {
    const names = asked.map((each) => `\`${displayPath(pathOf(each), io.cwd)}\``);
    throw new UsageError(`There are several initiatives in \`${path}\`. Name one of ${names.join(', ')}.`);
  }
  const own = documents.filter((entry) => initiativeIdOf(entry) === source.initiativeId);
  return { source, phases: own.flatMap(({ identity }) => identity.phase ?? []) };
}

/** As written; undefined if there is none before it. */
function previousOf(next: string, phases: readonly PhaseId[]): string | undefined {
  const id = parsePhaseId(next);
  if (!id) return undefined;
  const before = phases.filter((phase) => phase.unit === undefined && comparePhases(phase, id) < 0);
  return [...before].sort(comparePhases).at(-1)?.text;
}

/** @throws UsageError for a kind that no document is made of */
function chosenKinds(options: Options, { kinds }: ScaffoldSource): readonly string[] {
  const list = options.value('kinds');
  if (list === undefined) return kinds.filter(({ picked }) => picked).map(({ kind }) => kind);
  const wanted = list
    .split(',')
    .map((kind) => kind.trim())
    .filter(Boolean);
  const unknown = wanted.find((kind) => !kinds.some((known) => known.kind === kind));
  if (unknown === undefined) return wanted;
  throw new UsageError(`\`${unknown}\` cannot be written. Choose of ${kinds.map(({ kind }) => kind).join(', ')}.`);
}

function print({ uri, text, exists }: ScaffoldFile, io: CliIo): void {
  const name = printable(displayPath(URI.parse(uri).fsPath, io.cwd));
  io.stdout.write(exists ? `==> ${name} is there already and stays as it is\n\n` : `==> ${name}\n\n${text}\n`);
}

/** Written only if it is not there, even if it came a moment ago. */
async function write({ uri, text, exists }: ScaffoldFile, io: CliIo): Promise<void> {
  const file = URI.parse(uri).fsPath;
  const name = printable(displayPath(file, io.cwd));
  const isThere = exists || !(await writeNew(file, text, name));
  io.stdout.write(isThere ? `There already, left as it is: ${name}\n` : `Written: ${name}\n`);
}

/** @returns whether it was written */
async function writeNew(file: string, text: string, name: string): Promise<boolean> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return false;
    throw new UsageError(`\`${name}\` cannot be written${typeof code === 'string' ? ` (${code})` : ''}.`);
  }
}
