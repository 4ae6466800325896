import { reportedVerdicts, type ReportedVerdict } from '../claimReports';
import type { VerdictCounts } from './phaseReport';

/** How a verdict is called, and what it means, in one line. */
export const verdictMeanings: Readonly<Record<ReportedVerdict, string>> = {
  contradicted: 'its evidence says something else',
  broken: 'its evidence cannot be found',
  vacuous: 'its evidence shows nothing',
  stale: 'its evidence is older than what it covers',
  unsupported: 'no evidence',
  waived: 'waived with a reason',
  supported: 'its evidence can be followed and shows something',
};

export function countVerdicts(claims: readonly { readonly verdict: ReportedVerdict }[]): VerdictCounts {
  const counts = emptyCounts();
  for (const { verdict } of claims) counts[verdict]++;
  return counts;
}

export function addVerdicts(parts: readonly VerdictCounts[]): VerdictCounts {
  const sum = emptyCounts();
  for (const part of parts) for (const verdict of reportedVerdicts) sum[verdict] += part[verdict];
  return sum;
}

export function totalOf(counts: VerdictCounts): number {
  return reportedVerdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
}

function emptyCounts(): Record<ReportedVerdict, number> {
  return { contradicted: 0, broken: 0, vacuous: 0, stale: 0, unsupported: 0, waived: 0, supported: 0 };
}
