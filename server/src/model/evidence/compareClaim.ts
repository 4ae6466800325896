/** Holds the numbers of a claim against what its artifacts measure. */
import type { ArtifactReading } from './artifacts/artifact';
import type { ClaimedNumber } from './claimed/claimedNumber';
import { readClaimedNumbers } from './claimed/readClaimedNumbers';
import { compareNumber } from './compareNumber';
import type { Comparison, NumberComparison } from './comparison';
import { isDoubtful, speaksOfAll } from './doubts';
import { sumOfReadings } from './sumOfReadings';

/**
 * @param text the line of the claim, with or without markup
 * @param readings of the artifacts that it points to; those that measure nothing are left out
 */
export function compareClaim(text: string, readings: readonly ArtifactReading[]): Comparison {
  const measured = readings.filter(({ state }) => state === 'measured');
  if (measured.length === 0) return { status: 'not-comparable' };
  const whole = speaksOfAll(text);
  const numbers = readClaimedNumbers(text).map((number) => ({ ...number, whole }));
  const results = numbers.map((number) => ({ number, result: compareWithAll(number, measured, numbers) }));
  // Which of two values of one thing is meant (target and value of a row, both runs) the line does not say.
  const settled = results.map(({ number, result }) => {
    if (result.status === 'contradicts' && isDoubtful(number, text)) return { number, result: doubtfulOf(result) };
    const rivals = results.filter((other) => other.number !== number && areRivals(other.number, number));
    if (result.status !== 'contradicts' || rivals.length === 0) return { number, result };
    const doubtful = rivals.some((rival) => rival.number.value !== number.value || rival.result.status === 'agrees');
    return { number, result: doubtful ? doubtfulOf(result) : result };
  });
  for (const status of ['contradicts', 'agrees', 'not-comparable'] as const) {
    const found =
      settled.find(({ result }) => result.status === status && result.measured !== undefined) ??
      settled.find(({ result }) => result.status === status);
    if (found) return { ...found.result, status, claimed: found.number.text };
  }
  return { status: 'not-comparable' };
}

function doubtfulOf(result: NumberComparison): NumberComparison {
  return { ...result, status: 'not-comparable' };
}

/** Numbers that may be two values of one thing. Words such as "all tests pass" have no rival. */
function areRivals(a: ClaimedNumber, b: ClaimedNumber): boolean {
  if (a.relation === 'all' || b.relation === 'all' || a.dimension !== b.dimension) return false;
  return a.subject === b.subject;
}

function compareWithAll(
  number: ClaimedNumber,
  readings: readonly ArtifactReading[],
  numbers: readonly ClaimedNumber[],
): NumberComparison {
  const results = readings.map((reading) => compareNumber(number, reading, numbers));
  const find = (status: NumberComparison['status']) => results.find((result) => result.status === status);
  const [contradicts, agrees] = [find('contradicts'), find('agrees')];
  // Of several reports each has to show that nothing failed; a number is in one of them, or in all together.
  if (contradicts && isUniversal(number)) return contradicts;
  if (agrees) return agrees;
  if (!contradicts) return results[0] ?? { status: 'not-comparable' };
  const sum = readings.length > 1 ? sumOfReadings(readings) : undefined;
  const together = sum && compareNumber(number, sum, numbers);
  return together?.status === 'agrees' ? together : contradicts;
}

function isUniversal(number: ClaimedNumber): boolean {
  if (number.relation === 'all') return true;
  return number.relation === 'exact' && (number.subject === 'passRate' ? number.value === 100 : isZeroOfBad(number));
}

function isZeroOfBad({ subject, value }: ClaimedNumber): boolean {
  return (
    value === 0 && (subject === 'failed' || subject === 'errors' || subject === 'findings' || subject === 'failRate')
  );
}
