/**
 * Counts over the history: the same engine reads the workspace as it was at some commits. Whether evidence was stale then
 * is not asked; it would need the history before each commit.
 */
import type { PhaseReport, Trend, TrendPoint } from '../features/report/phaseReport';
import { addVerdicts } from '../features/report/verdictCounts';
import type { CancellationToken, Host, Past, Revision } from '../host';

/** So many versions show how things go, and are read in bearable time. */
export const MOST_VERSIONS = 8;

/** Counts of a report over all its initiatives. */
export type Totals = Pick<TrendPoint, 'verdicts' | 'tasks'>;

export function totalsOf({ initiatives }: PhaseReport): Totals {
  const tasks = initiatives.map(({ progress }) => progress.tasks);
  return {
    verdicts: addVerdicts(initiatives.map(({ verdicts }) => verdicts)),
    tasks: {
      done: tasks.reduce((sum, { done }) => sum + done, 0),
      total: tasks.reduce((sum, { total }) => sum + total, 0),
    },
  };
}

/**
 * @param folders of the documents that the trend is about, relative to the root
 * @param count what the engine counts in the files that a host shows
 */
export async function readTrend(
  past: Past | undefined,
  rootUri: string,
  folders: readonly string[],
  now: Totals,
  count: (host: Host) => Promise<Totals>,
  token: CancellationToken,
): Promise<Trend> {
  if (!past)
    return {
      state: 'unknown',
      reason: 'version control is not asked here, because the workspace is not trusted or is not on a disk.',
    };
  const revisions = await past.revisions(rootUri, folders);
  if (!revisions) return { state: 'unknown', reason: 'there is no version control here, or it gives no answer.' };
  if (revisions.length === 0) return { state: 'unknown', reason: 'these documents have never been committed.' };
  const points: TrendPoint[] = [];
  for (const { hash, committedAt } of spread(revisions)) {
    if (token.isCancellationRequested) return { state: 'unknown', reason: 'it was not read to its end.' };
    const version = await past.at(rootUri, hash);
    if (!version) return { state: 'unknown', reason: 'the history of these documents cannot be read.' };
    try {
      const totals = await count(version.host);
      points.push({ commit: hash.slice(0, 8), date: isoDay(committedAt), ...totals });
    } finally {
      version.dispose();
    }
  }
  return { state: 'known', points: [...points, { commit: undefined, date: undefined, ...now }] };
}

/** The oldest and the newest, and others in even steps between them; oldest first. @param revisions newest first */
function spread(revisions: readonly Revision[]): readonly Revision[] {
  const ordered = [...revisions].reverse();
  if (ordered.length <= MOST_VERSIONS) return ordered;
  const step = (ordered.length - 1) / (MOST_VERSIONS - 1);
  const chosen = new Set(Array.from({ length: MOST_VERSIONS }, (_, index) => Math.round(index * step)));
  return ordered.filter((_, index) => chosen.has(index));
}

function isoDay(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
