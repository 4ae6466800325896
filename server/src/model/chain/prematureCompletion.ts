/** What is called complete while something of it is open: tasks, failing tests, blockers. */
import type { DocumentEntry } from '../project';
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
  for (const [phase, group] of claims) {
    const [claim, ...again] = group;
    if (!claim) continue;
    const work = tasks.filter((task) => task.phase === phase && !task.apart);
    const open = work.reduce((sum, task) => sum + task.open, 0);
    const done = work.reduce((sum, task) => sum + task.done, 0);
    const failing = phase === own ? metrics.filter((metric) => metric.phase === phase && isFailing(metric)) : [];
    const blockers = phase === own ? all : [];
    if (open === 0 && failing.length === 0 && blockers.length === 0) continue;
    const firstOpen = firstOpenOf(work);
    yield { claim, phase, open, total: open + done, firstOpen, failing, blockers, again };
  }
}

function firstOpenOf(tasks: readonly TaskFact[]): PlacedWords | undefined {
  return tasks.find((task) => task.open > 0)?.first;
}

function isFailing({ measure, low }: MetricFact): boolean {
  return measure === 'failed tests' && low > 0;
}
