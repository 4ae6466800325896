/** What became of a promise: where it is answered, put off again with a reason, or dropped with a decision. */
import type { DocumentEntry, ProjectView } from '../project';
import { baseName, parentFolder } from '../paths';
import { comparePhases, parsePhaseId } from '../phaseId';
import type { PhaseId } from '../phaseDocument';
import type { Pointer } from '../../syntax/document';
import type { PromiseFact, StatementState, Statements } from './chainFacts';
import { sameIteration, sameLine, tellsOfPhase } from './currentEntries';
import { documentByName } from './namedFile';
import { statementsOf } from './statements';
import { doneStatuses } from './statusConflicts';

export type Obligation =
  | { readonly state: 'open'; readonly suggestion: AnswerPlace | undefined }
  | { readonly state: 'answered' | 'deferred' | 'dropped'; readonly place: AnswerPlace };

/** What tells an answer. */
export type Promised = Pick<PromiseFact, 'key' | 'ids' | 'files' | 'wordHashes'>;

/** Where an answer stands. */
export interface AnswerPlace {
  readonly entry: DocumentEntry;
  /** Zero-based. */
  readonly line: number;
}

/**
 * Looks for the answer to a promise in documents: the same words, an id, or a file of that name. Words that are only
 * alike are no answer; the line with the most of them is suggested.
 */
export function findAnswer(promise: Promised, entries: readonly DocumentEntry[]): Obligation {
  let suggestion: AnswerPlace | undefined;
  let best = 0;
  for (const entry of entries) {
    const { statements } = entry.facts.chain;
    const exact = exactAnswer(promise, statements);
    if (exact) return { state: obligationStates[exact.state], place: { entry, line: exact.line } };
    const named = promise.files.find(
      (file) => entry.facts.namesPointedTo.has(baseName(file).toLowerCase()) || baseName(entry.path) === baseName(file),
    );
    if (named !== undefined) return { state: 'answered', place: { entry, line: 0 } };
    const alike = mostAlike(promise, statements);
    if (alike && alike.share > best) {
      best = alike.share;
      suggestion = { entry, line: alike.line };
    }
  }
  return { state: 'open', suggestion };
}

/** An open box with the same words carries it on: it was not forgotten. */
const obligationStates: Readonly<Record<StatementState, 'answered' | 'deferred' | 'dropped'>> = {
  said: 'answered',
  done: 'answered',
  open: 'deferred',
  deferred: 'deferred',
  dropped: 'dropped',
};

function exactAnswer(
  { key, ids }: Promised,
  statements: Statements,
): { readonly line: number; readonly state: StatementState } | undefined {
  const wanted = new Set(ids);
  const named = new Set(
    statements.flatMap(({ line, ids: there }) => there.flatMap(([id, at]) => (wanted.has(id) ? [line + at] : []))),
  );
  for (const { key: other, line, state } of statementsOf(statements)) {
    if ((key !== 0 && other === key) || named.has(line)) return { line, state };
  }
  return undefined;
}

/** Of the promise's telling words so many have to stand in one statement. */
const ALIKE = 0.6;

function mostAlike(
  { wordHashes }: Promised,
  statements: Statements,
): { readonly line: number; readonly share: number } | undefined {
  if (wordHashes.length < 2) return undefined;
  const wanted = new Set(wordHashes);
  let best: { line: number; share: number } | undefined;
  for (const { line, from, to, packed } of statementsOf(statements)) {
    let common = 0;
    for (let at = from; at < to; at++) if (wanted.has(packed[at] ?? 0)) common++;
    const share = common / wanted.size;
    if (share >= ALIKE && share > (best?.share ?? 0)) best = { line, share };
  }
  return best;
}

/** What somebody has to say something about. Outputs are answered by files, see `isWritten`. */
export function isDue({ kind, settled, binding }: PromiseFact): boolean {
  return !settled && binding && kind !== 'output' && kind !== 'reference';
}

/** Whether a promise of phase `own` has to be answered by `target`; all but criteria by the phase that follows. */
export function isDueIn(
  promise: PromiseFact,
  target: PhaseId,
  own: PhaseId | undefined,
  next: PhaseId | undefined,
): boolean {
  if (promise.kind === 'criterion') return target.key === promise.phase;
  return target.key === (laterPhase(promise, own) ?? next?.key);
}

/** Key of the phase that a promise is moved to. `Taken over from phase 1` names none that will answer. */
export function laterPhase({ phase }: PromiseFact, own: PhaseId | undefined): string | undefined {
  const named = phase === undefined ? undefined : parsePhaseId(phase);
  return named && (!own || comparePhases(named, own) > 0) ? phase : undefined;
}

/** The phases that have to answer a document, in order; a hand-off to a phase is answered by that phase itself. */
export function answeringPhases(
  { identity }: DocumentEntry,
  { chain }: Pick<ProjectView, 'chain'>,
): readonly PhaseId[] {
  const { phase, initiative, direction } = identity;
  if (!phase) return [];
  const least = direction === 'to' ? 0 : 1;
  return chain.phases(initiative).filter((other) => other.unit === phase.unit && comparePhases(other, phase) >= least);
}

/** The documents of the phase that has to answer, and of those after it: a late answer is one. */
export function answeringEntries(
  entry: DocumentEntry,
  phase: PhaseId,
  project: Pick<ProjectView, 'chain'>,
): readonly DocumentEntry[] {
  const { initiative } = entry.identity;
  const due = project.chain.phases(initiative).filter((other) => comparePhases(other, phase) >= 0);
  return due.flatMap(({ key }) =>
    project.chain
      .phase(initiative, key)
      .entries.filter(
        (other) =>
          other !== entry && other.identity.phase?.key === key && sameIteration(other.identity, entry.identity),
      ),
  );
}

/**
 * Whether a phase is over: it handed over, or something says that it is done, or a later one has documents of its own
 * besides a prompt.
 *
 * @returns what shows it
 */
export function endOfPhase(
  promising: DocumentEntry,
  phase: PhaseId,
  project: ProjectView,
): { readonly entry: DocumentEntry; readonly line: number } | undefined {
  const { chain } = project;
  const { identity } = promising;
  const view = chain.phase(identity.initiative, phase.key);
  const belongs = (entry: DocumentEntry) => sameLine(entry, promising);
  const [done] = doneStatuses(view, phase.key).filter(({ entry }) => belongs(entry));
  if (done) return { entry: done.entry, line: done.status.range.start.line };
  const handoff = view.entries.find(
    (entry) =>
      entry.identity.phase?.key === phase.key &&
      (entry.identity.kind === 'handoff' || entry.identity.kind === 'completion') &&
      entry.facts.status?.class !== 'planned' &&
      tellsOfPhase(entry.identity) &&
      belongs(entry),
  );
  if (handoff) return { entry: handoff, line: handoff.facts.titleRange.start.line };
  for (const later of chain.phases(identity.initiative)) {
    if (later.unit !== phase.unit || comparePhases(later, phase) <= 0) continue;
    const entry = chain
      .phase(identity.initiative, later.key)
      .entries.find(
        (other) =>
          other.identity.phase?.key === later.key &&
          other.identity.kind !== 'prompt' &&
          other.identity.kind !== 'plan' &&
          belongs(other),
      );
    if (entry) return { entry, line: entry.facts.titleRange.start.line };
  }
  return undefined;
}

/** Whether an expected output is there: where it was said, in the initiative under that name, or of that kind and phase. */
export function isWritten(entry: DocumentEntry, file: string, project: ProjectView): boolean {
  const nowhere = { line: 0, character: 0 };
  const pointer: Pointer = {
    form: 'at-path',
    target: file,
    fragment: undefined,
    lines: undefined,
    range: { start: nowhere, end: nowhere },
  };
  const resolution = project.resolve(pointer, entry.path);
  const { initiative } = entry.identity;
  if (hasKind(entry, file, project)) return true;
  switch (resolution.status) {
    case 'missing':
      return false;
    case 'moved':
      return isInside(resolution.path, initiative, project);
    case 'ambiguous':
      return resolution.paths.some((path) => isInside(path, initiative, project));
    default:
      return true;
  }
}

/** `TODO003_phase2_notes.md` is answered by `003_phase2_notes.md`: the phase has a document of that kind. */
function hasKind({ identity }: DocumentEntry, file: string, project: ProjectView): boolean {
  const told = documentByName(file);
  if (!told || told.kind === 'prompt') return false;
  return project
    .phaseSet({ ...identity, phase: told.phase, iteration: undefined })
    .some((other) => other.identity.kind === told.kind);
}

/** In a folder of the initiative, not in one of another initiative inside it. */
function isInside(path: string, initiative: string, project: ProjectView): boolean {
  const owner = project.entry(path)?.identity.initiative;
  if (owner !== undefined) return owner === initiative;
  return initiative === '' || `${parentFolder(path)}/`.startsWith(`${initiative}/`);
}
