/** Counts of tests, shared by all adapters of test reports. */
import { countOf, measured, unreadable, vacuous } from './artifact';
import type { Content, Quantity, QuantityName, ScopeKind } from './artifact';

export interface TestCounts {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly errors: number;
  readonly skipped: number;
}

export const noTests: TestCounts = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0 };

export type Outcome = 'passed' | 'failed' | 'errors' | 'skipped';

/** Counts that grow, one for each of millions of tests. */
export type Tally = { -readonly [Name in keyof TestCounts]: number };

export function newTally(): Tally {
  return { ...noTests };
}

export function countOutcome(tally: Tally, outcome: Outcome): void {
  tally.total++;
  tally[outcome]++;
}

export function addCounts(a: TestCounts, b: TestCounts): TestCounts {
  return {
    total: a.total + b.total,
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    errors: a.errors + b.errors,
    skipped: a.skipped + b.skipped,
  };
}

export interface Scope {
  readonly scope?: string;
  readonly scopeKind?: ScopeKind;
  readonly line?: number;
}

/** Quantities of counts, of which some may be unknown. */
export function testQuantities(counts: Partial<TestCounts>, scope: Scope = {}): Quantity[] {
  const quantities: Quantity[] = [];
  const names: readonly (keyof TestCounts & QuantityName)[] = ['total', 'passed', 'failed', 'errors', 'skipped'];
  for (const name of names) {
    const value = counts[name];
    if (value !== undefined) quantities.push({ name, value, unit: 'count', ...scope });
  }
  const { total, passed, skipped } = counts;
  if (total !== undefined && passed !== undefined && skipped !== undefined && total > skipped) {
    quantities.push({ name: 'passRate', value: (100 * passed) / (total - skipped), unit: 'percent', ...scope });
  }
  return quantities;
}

/** A reading of a whole test report. @param extra quantities beside the counts: durations, suites */
export function testContent(counts: Partial<TestCounts>, extra: readonly Quantity[] = [], reason?: string): Content {
  const failing = (counts.failed ?? 0) + (counts.errors ?? 0);
  const { total, passed = 0, failed = 0, skipped = 0 } = counts;
  if (total !== undefined && passed + failed + skipped > total) {
    return unreadable(`${passed + failed + skipped} results of ${countOf(total, 'test')}`);
  }
  if (counts.total === 0 && failing === 0) return vacuous('no tests');
  if (counts.total !== undefined && counts.total > 0 && counts.skipped === counts.total) {
    return vacuous(counts.total === 1 ? 'the only test was skipped' : `all ${counts.total} tests were skipped`);
  }
  return measured([...testQuantities(counts), ...extra], reason);
}

/** What is wrong with counts that leave some tests out. Nothing if a test failed: that is sure, whatever is missing. */
export function whyIncomplete({ total, passed, failed, errors, skipped }: TestCounts): string | undefined {
  const known = passed + failed + errors + skipped;
  return known < total && failed + errors === 0 ? `only ${known} of its ${total} tests have a result` : undefined;
}

/**
 * A report tells its counts twice: in its summary and by what it lists. Where the two differ (Catch2 counts assertions,
 * pytest an error after a passed test twice), only what both agree on is told, and failures that either of them tells.
 *
 * @param listed counts of the tests that are listed
 * @param stated what the summary says; several readings of it where dialects differ, the best first
 */
export function reconcile(
  listed: TestCounts,
  stated: readonly Partial<TestCounts>[],
): { counts: Partial<TestCounts>; reason?: string } {
  const known = stated.filter((counts) => counts.total !== undefined);
  const first = known[0];
  if (!first) return { counts: listed };
  if (listed.total === 0) return { counts: completed(first) };
  const agreeing = known.find((counts) => counts.total === listed.total);
  const failing = (counts: Partial<TestCounts>) => (counts.failed ?? 0) + (counts.errors ?? 0);
  const statedFailing = failing(agreeing ?? first);
  if (agreeing && statedFailing > 0 === failing(listed) > 0) return { counts: listed };
  const counts = {
    failed: Math.max(listed.failed, (agreeing ?? first).failed ?? 0),
    errors: Math.max(listed.errors, (agreeing ?? first).errors ?? 0),
  };
  const what = (of: Partial<TestCounts>) => `${countOf(of.total ?? 0, 'test')} with ${failing(of)} failing`;
  return { counts, reason: `its summary says ${what(agreeing ?? first)}, it lists ${what(listed)}` };
}

/** The counts that a summary leaves to the reader. */
function completed(counts: Partial<TestCounts>): Partial<TestCounts> {
  const { total = 0, failed = 0, errors = 0, skipped = 0 } = counts;
  const passed = counts.passed ?? total - failed - errors - skipped;
  // More failures than tests: whatever it counts, it is not tests.
  return passed < 0 ? { failed, errors } : { total, passed, failed, errors, skipped };
}
