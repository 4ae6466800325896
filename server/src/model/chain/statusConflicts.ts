/** Statuses that cannot all hold: of a phase, of the initiative, of one document. */
import { comparePhases, parsePhaseId } from '../phaseId';
import type { DocumentEntry } from '../project';
import type { DocumentKind } from '../documentKind';
import type { StatusFact, TitleFact } from './chainFacts';
import { currentEntries, sameLine, tellsOfPhase } from './currentEntries';
import { foldedWords } from './foldWords';
import type { ChainView, PhaseView } from './projectChain';

export interface PlacedStatus {
  readonly entry: DocumentEntry;
  readonly status: StatusFact;
}

export type StatusConflict =
  /** What is not done here is done there. */
  | {
      readonly kind: 'behind';
      readonly status: StatusFact;
      readonly others: readonly PlacedStatus[];
      /** The same document says so again. */
      readonly again?: readonly StatusFact[];
    }
  /** Two statuses of the same thing in one document. */
  | { readonly kind: 'twice'; readonly status: StatusFact; readonly others: readonly PlacedStatus[] }
  /** Waiting for a phase that is over. */
  | { readonly kind: 'past'; readonly status: StatusFact; readonly others: readonly PlacedStatus[] };

/** Kinds whose own status tells how the phase came out. */
const telling: ReadonlySet<DocumentKind> = new Set([
  'handoff',
  'completion',
  'testing-summary',
  'status',
  'verification',
]);
/** Kinds that keep track of all phases. */
const tracking: ReadonlySet<DocumentKind> = new Set(['todo', 'status', 'plan', 'prd', 'rfc', 'context', 'other']);

export function statusConflicts(entry: DocumentEntry, chain: ChainView): readonly StatusConflict[] {
  if (entry.facts.chain.standing !== 'current') return [];
  return [
    ...behindPhase(entry, chain),
    ...behindInitiative(entry, chain),
    ...withinDocument(entry),
    ...pastPhases(entry, chain),
  ];
}

/** A tracker, or a document of the phase, that has not heard that the phase is done. */
function* behindPhase(entry: DocumentEntry, chain: ChainView): Iterable<StatusConflict> {
  const { identity, facts } = entry;
  // A prompt, and the plan of a phase, tell how things were when it began.
  if (identity.kind === 'prompt' || (identity.kind === 'plan' && identity.phase)) return;
  const seen = new Set<string>();
  // The line that keeps track is the one to be corrected.
  const ordered = [...facts.chain.statuses].sort((a, b) => Number(b.form === 'tracker') - Number(a.form === 'tracker'));
  for (const status of ordered) {
    const phase = phaseMeant(status, entry);
    if (phase === undefined || !isUnfinished(status) || seen.has(phase)) continue;
    // What a document of another phase says was so when it was written.
    if (identity.phase && identity.phase.key !== phase) continue;
    const view = chain.phase(identity.initiative, phase);
    const done = doneStatuses(view, phase).filter(
      (other) => other.entry.path !== entry.path && sameLine(other.entry, entry),
    );
    if (done.length === 0) continue;
    // Of two trackers either may be the one that is behind.
    const isTracker = identity.phase?.key !== phase;
    const telltale = done.filter((other) => !isTracker || other.entry.identity.phase?.key === phase);
    const [first] = telltale;
    if (!first) continue;
    seen.add(phase);
    const again = ordered.filter(
      (other) => other !== status && isUnfinished(other) && phaseMeant(other, entry) === phase,
    );
    yield { kind: 'behind', status, others: onePerDocument(telltale), again };
  }
}

/** The phase that a status is the status of; undefined for those of something else. */
function phaseMeant(status: StatusFact, { identity }: DocumentEntry): string | undefined {
  if (status.scope === 'phase') return status.phase;
  if (status.scope !== 'document' || !identity.phase || !telling.has(identity.kind) || !tellsOfPhase(identity))
    return undefined;
  return status.label === 'document status' ? undefined : identity.phase.key;
}

/** In progress, failed or blocked; planned only where a tracker says so: `ready` and `draft` tell of something else. */
function isUnfinished({ class: name, form, words }: StatusFact): boolean {
  if (/\bready\b/i.test(words)) return false;
  if (name === 'planned') return form === 'tracker' && /not started|pending|todo|planned|upcoming/i.test(words);
  return name === 'active' || name === 'blocked' || (name === 'failed' && form === 'tracker');
}

const known = new WeakMap<PhaseView, readonly PlacedStatus[]>();

/** Who says that the phase is done. */
export function doneStatuses(view: PhaseView, phase: string): readonly PlacedStatus[] {
  let found = known.get(view);
  if (!found) {
    found = currentEntries(view).flatMap((entry) =>
      entry.facts.chain.statuses.flatMap((status) =>
        status.class === 'done' && phaseMeant(status, entry) === phase ? [{ entry, status }] : [],
      ),
    );
    known.set(view, found);
  }
  return found;
}

function onePerDocument(statuses: readonly PlacedStatus[]): readonly PlacedStatus[] {
  // The last one stands: a footer is written at the end.
  const last = new Map<string, PlacedStatus>();
  for (const placed of statuses) last.set(placed.entry.path, placed);
  return [...last.values()];
}

/** `Project Status: in progress` in a tracker, though a document of a phase says that the project is completed. */
function* behindInitiative(tracker: DocumentEntry, chain: ChainView): Iterable<StatusConflict> {
  const { identity, path, facts } = tracker;
  if (identity.phase || !tracking.has(identity.kind)) return;
  const status = facts.chain.statuses.find((candidate) => candidate.scope === 'initiative' && isUnfinished(candidate));
  if (!status) return;
  const others: PlacedStatus[] = [];
  for (const phase of ['', ...chain.phases(identity.initiative).map(({ key }) => key)]) {
    for (const entry of currentEntries(chain.phase(identity.initiative, phase))) {
      const isOwn = (entry.identity.phase?.key ?? '') === phase;
      if (!isOwn || entry.path === path || !sameLine(entry, tracker)) continue;
      const done = entry.facts.chain.statuses.find((other) => other.scope === 'initiative' && other.class === 'done');
      if (done) others.push({ entry, status: done });
    }
  }
  if (others.length > 0) yield { kind: 'behind', status, others };
}

/** Two statuses of the document as a whole that say different things. */
function* withinDocument(entry: DocumentEntry): Iterable<StatusConflict> {
  const groups = new Map<string, StatusFact[]>();
  for (const status of entry.facts.chain.statuses) {
    if (
      status.form === 'tracker' ||
      (status.form === 'heading' && status.scope === 'phase' && status.label === 'phase')
    )
      continue;
    const key = status.scope === 'document' ? wholeLabel(status) : `${status.scope} ${status.phase}`;
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(status);
    else groups.set(key, [status]);
  }
  for (const group of groups.values()) {
    const done = group.filter(({ class: name }) => name === 'done');
    const rest = group.find(
      (status) => status.class !== 'done' && status.class !== 'cancelled' && !isReadiness(status),
    );
    if (!rest || done.length === 0) continue;
    yield { kind: 'twice', status: rest, others: done.map((status) => ({ entry, status })) };
  }
}

/** `Status`, `Overall status`, `Final status` are the same; `Document status` is not. */
function wholeLabel({ label }: StatusFact): string | undefined {
  return label === 'document status' ? undefined : 'document';
}

/** `Ready for phase 7` says that this one is done. */
function isReadiness({ class: name, words }: StatusFact): boolean {
  return name === 'planned' && /\bready\b/i.test(words);
}

/** `Status: Ready for Phase 1` in a tracker whose later phases are done. */
function* pastPhases(entry: DocumentEntry, chain: ChainView): Iterable<StatusConflict> {
  const { identity, facts } = entry;
  if (identity.phase || !tracking.has(identity.kind)) return;
  for (const status of facts.chain.statuses) {
    const awaited = status.names === undefined || status.scope === 'phase' ? undefined : parsePhaseId(status.names);
    if (!awaited || status.class === 'done') continue;
    for (const phase of chain.phases(identity.initiative)) {
      if (comparePhases(phase, awaited) < 0) continue;
      const isReady = isReadiness(status);
      // One that is in progress may be called done by a document of its own; that is told elsewhere.
      if (!isReady && phase.key === awaited.key) continue;
      const done = doneStatuses(chain.phase(identity.initiative, phase.key), phase.key).filter((other) =>
        sameLine(other.entry, entry),
      );
      const [first] = done;
      if (!first) continue;
      const own = facts.chain.statuses.filter(
        (other) => other !== status && other.scope !== 'phase' && other.words !== status.words,
      );
      yield {
        kind: 'past',
        status,
        others: [...onePerDocument(done), ...own.map((other) => ({ entry, status: other }))],
      };
      break;
    }
  }
}

export interface TitleConflict {
  readonly title: TitleFact;
  readonly other: TitleFact;
}

/** Names of one phase in one document that share no word. */
export function titleConflicts({ facts }: DocumentEntry): readonly TitleConflict[] {
  const found: TitleConflict[] = [];
  const byPhase = new Map<string, TitleFact[]>();
  for (const title of facts.chain.titles) {
    const titles = byPhase.get(title.phase);
    if (titles) titles.push(title);
    else byPhase.set(title.phase, [title]);
  }
  for (const titles of byPhase.values()) {
    const [tracked] = titles.filter(({ form }) => form === 'tracker');
    const headed = titles.find(({ form }) => form === 'heading');
    if (!tracked || !headed || tracked.range.start.line === headed.range.start.line) continue;
    if (areDifferent(tracked.words, headed.words)) found.push({ title: tracked, other: headed });
  }
  return found;
}

/** Two names of at least two words each, and none in common. */
function areDifferent(one: string, other: string): boolean {
  const [a, b] = [foldedWords(one), foldedWords(other)];
  return a.length >= 2 && b.length >= 2 && !a.some((word) => b.some((likely) => isAlike(word, likely)));
}

/** `optimize` and `optimization`: the same stem. */
function isAlike(a: string, b: string): boolean {
  const length = Math.max(4, Math.min(a.length, b.length) - 3);
  return a === b || (a.length >= length && b.length >= length && a.slice(0, length) === b.slice(0, length));
}
