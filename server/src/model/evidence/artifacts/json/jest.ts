/** Results of Jest (`--json`, https://jestjs.io/docs/configuration#testresultsprocessor-string) and Vitest (`json`). */
import { unreadable } from '../artifact';
import { MOST_FAILURES, MOST_SCOPES } from '../limits';
import type { Quantity } from '../artifact';
import {
  addCounts,
  countOutcome,
  newTally,
  noTests,
  reconcile,
  testContent,
  testQuantities,
  whyIncomplete,
} from '../testCounts';
import type { Outcome, TestCounts } from '../testCounts';
import { countAt, elapsed, withPointers } from './counts';
import type { JsonAdapter } from './jsonAdapter';
import { isArray, member } from './jsonValue';
import type { JsonValue } from './jsonValue';

const POINTERS = { total: '/numTotalTests', passed: '/numPassedTests', failed: '/numFailedTests' };

export const jestAdapter: JsonAdapter = {
  format: 'jest',
  matches: (value) => member(value, 'numTotalTests') !== undefined && member(value, 'numPassedTests') !== undefined,
  read: (value) => {
    if (member(value, 'wasInterrupted') === true) return unreadable('the run was interrupted');
    const stated = statedCounts(value);
    if (!stated) return unreadable('its counts are not whole numbers');
    const incomplete = whyIncomplete(stated);
    if (incomplete !== undefined) return unreadable(incomplete);
    const files = member(value, 'testResults');
    const read = (isArray(files) ? files : []).map(readFile);
    const listed = read.reduce((sum, { counts }) => addCounts(sum, counts), noTests);
    // A file that could not be loaded lists no tests: it counts as an error beside them.
    const broken = Math.max(
      read.filter((file) => file.broken).length,
      countAt(value, 'numRuntimeErrorTestSuites') ?? 0,
    );
    const { counts, reason } = reconcile(listed, [stated]);
    const ends = read.flatMap(({ end }) => (end === undefined ? [] : [end]));
    const end = ends.reduce((latest, instant) => Math.max(latest, instant), 0);
    const scopes = read.slice(0, MOST_SCOPES).flatMap((file, index) => file.quantities(`/testResults/${index}`));
    const failures = read.flatMap((file) => file.failures).slice(0, MOST_FAILURES);
    const extra = [...(end > 0 ? elapsed(member(value, 'startTime'), end) : []), ...scopes, ...failures];
    const content = testContent({ ...counts, errors: (counts.errors ?? 0) + broken }, extra, reason);
    return { ...content, quantities: withPointers(content.quantities, POINTERS) };
  },
};

function statedCounts(value: JsonValue): TestCounts | undefined {
  const [total, passed, failed, pending, todo] = [
    countAt(value, 'numTotalTests'),
    countAt(value, 'numPassedTests'),
    countAt(value, 'numFailedTests'),
    countAt(value, 'numPendingTests'),
    countAt(value, 'numTodoTests'),
  ];
  if (total === undefined || passed === undefined || failed === undefined) return undefined;
  const skipped = (pending ?? 0) + (todo ?? 0);
  // Before version 1, Vitest counted what it skipped as passed too.
  const countsSkipped = passed + failed === total && skipped <= passed;
  return { total, passed: countsSkipped ? passed - skipped : passed, failed, errors: 0, skipped };
}

function readFile(file: JsonValue) {
  const tests = member(file, 'assertionResults');
  const name = member(file, 'name');
  const end = member(file, 'endTime');
  const scope = typeof name === 'string' ? name : '';
  const counts = newTally();
  const failures: Quantity[] = [];
  for (const test of isArray(tests) ? tests : []) {
    const outcome = outcomeOf(member(test, 'status'));
    countOutcome(counts, outcome);
    if (outcome !== 'failed' || failures.length >= MOST_FAILURES) continue;
    const title = member(test, 'fullName') ?? member(test, 'title');
    failures.push({
      name: 'failed',
      value: 1,
      unit: 'count',
      scope: typeof title === 'string' ? title : scope,
      scopeKind: 'test',
    });
  }
  return {
    counts,
    failures,
    broken: member(file, 'status') === 'failed' && counts.failed === 0,
    end: typeof end === 'number' ? end : undefined,
    quantities: (pointer: string) =>
      counts.total === 0
        ? []
        : testQuantities(counts, { scope, scopeKind: 'file' }).map((quantity) =>
            quantity.name === 'total' ? { ...quantity, fragment: `${pointer}/assertionResults` } : quantity,
          ),
  };
}

function outcomeOf(status: JsonValue | undefined): Outcome {
  if (status === 'passed') return 'passed';
  return status === 'failed' ? 'failed' : 'skipped';
}
