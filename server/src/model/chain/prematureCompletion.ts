/** What is called complete while something of it is open: tasks, failing tests, blockers. */
import type { DocumentEntry } from '../project';
import { tellsOfPhase } from './currentEntries';
import type { MetricFact, PlacedWords, StatusFact, TaskFact } from './chainFacts';

export interface PrematureCompletion {
  /** The first place that says that it is done. */
  readonly claim: PlacedWords;
  /** Undefined for the whole document. */
  readonly phase: string | undefined;
  readonly open: number;
  readonly total: number;
  readonly firstOpen: PlacedWords | undefined;
  readonly failing: readonly MetricFact[];
  readonly blockers: readonly PlacedWords[];
  /** Further places that say so. */
  readonly again: readonly PlacedWords[];
}

/** Each phase that a document calls done although its boxes there are open, and the document itself. */
export function* prematureCompletions(entry: DocumentEntry): Iterable<PrematureCompletion> {
  if (entry.facts.chain.standing !== 'current') return;
  const own = entry.identity.phase?.key;
  const { statuses, tasks, metrics, blockers: all } = entry.facts.chain;
  const claims = new Map<string, StatusFact[]>();
  for (const status of statuses) {
    if (status.class !== 'done') continue;
    const phase =
      status.scope === 'phase'
        ? status.phase
        : status.scope === 'document' && status.label !== 'document status'
          ? (own ?? '')
          : undefined;
    if (phase === undefined || (phase === '' && own === undefined)) continue;
    const group = claims.get(phase);
    if (group) group.push(status);
    else claims.set(phase, [status]);
  }
  const work = workByPhase(tasks);
  for (const [phase, group] of claims) {
    const [claim, ...again] = group;
    if (!claim) continue;
    const { open, done, firstOpen } = work.get(phase) ?? nothing;
    const failing = phase === own ? metrics.filter((metric) => metric.phase === phase && isFailing(metric)) : [];
    const blockers = phase === own ? all : [];
    if (open === 0 && failing.length === 0 && blockers.length === 0) continue;
    // The end of a week or of several phases at once is that of the work told of.
    const isPhase = group.some(({ scope }) => scope === 'phase') || tellsOfPhase(entry.identity);
    yield { claim, phase: isPhase ? phase : undefined, open, total: open + done, firstOpen, failing, blockers, again };
  }
}

interface Work {
  open: number;
  done: number;
  firstOpen: PlacedWords | undefined;
}

const nothing: Readonly<Work> = { open: 0, done: 0, firstOpen: undefined };

function workByPhase(tasks: readonly TaskFact[]): ReadonlyMap<string, Readonly<Work>> {
  const work = new Map<string, Work>();
  for (const { phase, apart, open, done, first } of tasks) {
    if (apart) continue;
    const known = work.get(phase) ?? { ...nothing };
    known.open += open;
    known.done += done;
    if (open > 0) known.firstOpen ??= first;
    work.set(phase, known);
  }
  return work;
}

function isFailing({ measure, low }: MetricFact): boolean {
  return measure === 'failed tests' && low > 0;
}
