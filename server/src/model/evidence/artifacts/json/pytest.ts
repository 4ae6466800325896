/** pytest-json-report: https://github.com/numirias/pytest-json-report#format. */
import { unreadable, vacuous } from '../artifact';
import type { Quantity } from '../artifact';
import { MOST_FAILURES } from '../limits';
import { countOutcome, newTally, reconcile, testContent, whyIncomplete } from '../testCounts';
import type { Outcome, TestCounts } from '../testCounts';
import { countAt, withPointers } from './counts';
import type { JsonAdapter } from './jsonAdapter';
import { isArray, isObject, member } from './jsonValue';
import type { JsonValue } from './jsonValue';

const POINTERS = {
  total: '/summary/total',
  passed: '/summary/passed',
  failed: '/summary/failed',
  errors: '/summary/error',
  duration: '/duration',
};

/** The rest of a summary are outcomes that show nothing: skipped, expected failures, reruns. */
const KNOWN: ReadonlySet<string> = new Set(['total', 'collected', 'deselected', 'passed', 'failed', 'error']);

/** https://docs.pytest.org/en/stable/reference/exit-codes.html */
const EXIT_CODES: Readonly<Record<string, string>> = {
  2: 'the run was interrupted',
  3: 'pytest had an internal error',
  4: 'pytest was called wrongly',
};

export const pytestAdapter: JsonAdapter = {
  format: 'pytest-json',
  matches: (value) => isObject(member(value, 'summary')) && member(value, 'exitcode') !== undefined,
  read: (value) => {
    const exit = member(value, 'exitcode');
    if (exit === 5) return vacuous('no tests');
    const stated = statedCounts(member(value, 'summary'));
    if (!stated) return unreadable('its counts are not whole numbers');
    const why = typeof exit === 'number' ? EXIT_CODES[exit] : undefined;
    // With failures it is no less of a contradiction for having been interrupted.
    if (why !== undefined && stated.failed + stated.errors === 0) return unreadable(why);
    const incomplete = whyIncomplete(stated);
    if (incomplete !== undefined) return unreadable(incomplete);
    const tests = member(value, 'tests');
    const { listed, failures } = listTests(isArray(tests) ? tests : []);
    const { counts, reason } = reconcile(listed, [stated]);
    const seconds = member(value, 'duration');
    const times: Quantity[] =
      typeof seconds === 'number' && seconds > 0
        ? [{ name: 'duration', value: seconds * 1000, unit: 'milliseconds' }]
        : [];
    const content = testContent(counts, [...times, ...failures], reason);
    return { ...content, quantities: withPointers(content.quantities, POINTERS) };
  },
};

function statedCounts(summary: JsonValue | undefined): TestCounts | undefined {
  const [passed, failed, errors] = [countAt(summary, 'passed'), countAt(summary, 'failed'), countAt(summary, 'error')];
  const others = Object.keys(isObject(summary) ? summary : {}).filter((key) => !KNOWN.has(key));
  const rest = others.map((key) => countAt(summary, key) ?? 0);
  // A test that fails as expected shows as little as one that is skipped.
  const skipped = rest.reduce((sum, count) => sum + count, 0);
  const total = member(summary, 'total') === undefined ? undefined : countAt(summary, 'total');
  if (passed === undefined || failed === undefined || errors === undefined) return undefined;
  return { total: total ?? passed + failed + errors + skipped, passed, failed, errors, skipped };
}

function listTests(tests: readonly JsonValue[]): { listed: TestCounts; failures: Quantity[] } {
  const listed = newTally();
  const failures: Quantity[] = [];
  for (const test of tests) {
    const outcome = outcomeOf(member(test, 'outcome'));
    countOutcome(listed, outcome);
    if ((outcome !== 'failed' && outcome !== 'errors') || failures.length >= MOST_FAILURES) continue;
    const id = member(test, 'nodeid');
    failures.push({
      name: outcome,
      value: 1,
      unit: 'count',
      scope: typeof id === 'string' ? id : '',
      scopeKind: 'test',
    });
  }
  return { listed, failures };
}

function outcomeOf(outcome: JsonValue | undefined): Outcome {
  if (outcome === 'passed' || outcome === 'failed') return outcome;
  return outcome === 'error' ? 'errors' : 'skipped';
}
