/** Common Test Report Format: https://ctrf.io/docs/specification/overview. */
import { unreadable } from '../artifact';
import type { Quantity } from '../artifact';
import { MOST_FAILURES } from '../limits';
import { countOutcome, newTally, reconcile, testContent, whyIncomplete } from '../testCounts';
import type { Outcome } from '../testCounts';
import { countAt, elapsed, withPointers } from './counts';
import type { JsonAdapter } from './jsonAdapter';
import { isArray, isObject, member } from './jsonValue';
import type { JsonValue } from './jsonValue';

const POINTERS = {
  total: '/results/summary/tests',
  passed: '/results/summary/passed',
  failed: '/results/summary/failed',
};

export const ctrfAdapter: JsonAdapter = {
  format: 'ctrf',
  matches: (value) => {
    const results = member(value, 'results');
    const known = member(value, 'reportFormat') === 'CTRF' || isObject(member(results, 'tool'));
    return known && member(member(results, 'summary'), 'tests') !== undefined;
  },
  read: (value) => {
    const results = member(value, 'results');
    const summary = member(results, 'summary');
    const [total, passed, failed, skipped, pending, other] = [
      'tests',
      'passed',
      'failed',
      'skipped',
      'pending',
      'other',
    ].map((key) => countAt(summary, key));
    if (total === undefined || passed === undefined || failed === undefined) {
      return unreadable('its counts are not whole numbers');
    }
    const whole = { total, passed, failed, errors: 0, skipped: (skipped ?? 0) + (pending ?? 0) + (other ?? 0) };
    const incomplete = whyIncomplete(whole);
    if (incomplete !== undefined) return unreadable(incomplete);
    const stated = { total, passed, failed, errors: 0, skipped: (skipped ?? 0) + (pending ?? 0) };
    const listed = newTally();
    const failures: Quantity[] = [];
    const tests = member(results, 'tests');
    for (const test of isArray(tests) ? tests : []) {
      const status = member(test, 'status');
      const name = member(test, 'name');
      countOutcome(listed, outcomeOf(status));
      if (status !== 'failed' || failures.length >= MOST_FAILURES) continue;
      failures.push({
        name: 'failed',
        value: 1,
        unit: 'count',
        scope: typeof name === 'string' ? name : '',
        scopeKind: 'test',
      });
    }
    const { counts, reason } = reconcile(listed, [stated]);
    const { passed: known, ...withoutPassed } = counts;
    // "Other" is neither: how many passed of those that ran is not known.
    const sure = (other ?? 0) > 0 || known === undefined ? withoutPassed : counts;
    const extra = [...elapsed(member(summary, 'start'), member(summary, 'stop')), ...failures];
    const content = testContent(sure, extra, reason);
    return { ...content, quantities: withPointers(content.quantities, POINTERS) };
  },
};

function outcomeOf(status: JsonValue | undefined): Outcome {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}
