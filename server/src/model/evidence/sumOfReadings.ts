import type { ArtifactReading } from './artifacts/artifact';
import { addCounts, noTests, testQuantities } from './artifacts/testCounts';
import type { TestCounts } from './artifacts/testCounts';
import { overall } from './measuredScope';

/** All tests of several reports together; undefined unless each of them counts its tests. */
export function sumOfReadings(readings: readonly ArtifactReading[]): ArtifactReading | undefined {
  let sum = noTests;
  for (const reading of readings) {
    const counts = countsOf(reading);
    if (!counts) return undefined;
    sum = addCounts(sum, counts);
  }
  const [first] = readings;
  return first && { ...first, quantities: testQuantities(sum) };
}

function countsOf(reading: ArtifactReading): TestCounts | undefined {
  const measured = overall(reading);
  const [total, passed] = [measured.get('total')?.value, measured.get('passed')?.value];
  if (reading.fragment !== undefined || total === undefined || passed === undefined) return undefined;
  const value = (name: 'failed' | 'errors' | 'skipped') => measured.get(name)?.value ?? 0;
  return { total, passed, failed: value('failed'), errors: value('errors'), skipped: value('skipped') };
}
