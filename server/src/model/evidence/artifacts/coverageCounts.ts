/** Counts of covered lines, branches …, shared by all adapters of coverage reports. */
import { measured, unreadable, vacuous } from './artifact';
import type { Content, Quantity } from './artifact';
import type { Scope } from './testCounts';

export type CoverageName = 'lineCoverage' | 'branchCoverage' | 'functionCoverage' | 'statementCoverage';

export interface Covered {
  readonly covered: number;
  readonly total: number;
}

export type CoverageCounts = Partial<Record<CoverageName, Covered>>;

const NAMES: readonly CoverageName[] = ['lineCoverage', 'statementCoverage', 'functionCoverage', 'branchCoverage'];
const NOUNS: Record<CoverageName, string> = {
  lineCoverage: 'lines',
  statementCoverage: 'statements',
  functionCoverage: 'functions',
  branchCoverage: 'branches',
};

export function coverageQuantities(counts: CoverageCounts, scope: Scope = {}): Quantity[] {
  return NAMES.flatMap((name) => {
    const count = counts[name];
    if (!count || count.total === 0) return [];
    return [{ name, value: (100 * count.covered) / count.total, unit: 'percent' as const, ...scope }];
  });
}

/** A reading of a whole coverage report. @param extra quantities of files and packages */
export function coverageContent(counts: CoverageCounts, extra: readonly Quantity[] = []): Content {
  const impossible = NAMES.find((name) => (counts[name]?.covered ?? 0) > (counts[name]?.total ?? 0));
  if (impossible) return unreadable(`more ${NOUNS[impossible]} are covered than there are`);
  const quantities = coverageQuantities(counts);
  const first = NAMES.find((name) => counts[name]);
  // A file without branches is nothing special, one without lines and statements measures nothing.
  if (quantities.length === 0) return vacuous(`0 ${first ? NOUNS[first] : 'lines'}`);
  return measured([...quantities, ...extra]);
}

export function addCovered(a: Covered | undefined, b: Covered): Covered {
  return { covered: (a?.covered ?? 0) + b.covered, total: (a?.total ?? 0) + b.total };
}
