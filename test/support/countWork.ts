/** Growth of work without a clock: how often blocks of code run is the same on every machine, however busy. */
import assert from 'node:assert/strict';
import { Session } from 'node:inspector';

const GROWTH = 4;

/** How often the blocks of code of project and libraries run while `action` does. */
export function countWork(action: () => void): number {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  action();
  let work = 0;
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    assert.equal(error, null);
    for (const { functions } of coverage.result)
      for (const { ranges } of functions) for (const { count } of ranges) work += count;
  });
  session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  return work;
}

/**
 * Fails if four times the length costs more than about four times the work. The engine may throw away the counts of a
 * function together with its code, so that one count is too low: quadratic work fails every time.
 *
 * @param count the work for an input of a length
 */
export function assertLinear(short: number, count: (length: number) => number, label = ''): void {
  const seen: string[] = [];
  for (let attempt = 0; attempt < 4; attempt++) {
    const [small, large] = [count(short), count(GROWTH * short)];
    if (small > 0 && large < 2 * GROWTH * small) return;
    seen.push(`${large} after ${small}`);
  }
  assert.fail(`${label} ${seen.join(', ')}`);
}
