import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenize } from '../../../server/src/model/claims/tokens';
import { readQuantities } from '../../../server/src/model/numbers/quantity';

/** The quantities of a text in short: bound, value, range, share, unit. */
function read(text: string): string[] {
  return readQuantities(text, tokenize(text)).map(({ value, until, outOf, decimals, unit, bound, from, to }) => {
    const range = until === undefined ? '' : `–${until}`;
    const share = outOf === undefined ? '' : ` of ${outOf}`;
    return `${bound} ${value.toFixed(decimals)}${range}${share} ${unit.dimension}×${unit.factor} [${text.slice(from, to)}]`;
  });
}

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['took 45 days', ['exact 45 time×86400000000000 [45 days]']],
  ['<200ms', ['below 200 time×1000000 [<200ms]']],
  ['at least 95.5 %', ['above 95.5 percent×1 [95.5 %]']],
  ['under 5 minutes', ['below 5 time×60000000000 [5 minutes]']],
  ['7/8 phases', ['exact 7 of 8 count×1 [7/8]']],
  ['43 out of 45 tests', ['exact 43 of 45 count×1 [43 out of 45]']],
  ['44.1/45', ['exact 44.1 of 45 count×1 [44.1/45]']],
  ['0.01-0.02s', ['exact 0.01–0.02 time×1000000000 [0.01-0.02s]']],
  ['20+ cases', ['above 20 count×1 [20+]']],
  ['~12K lines', ['about 12 count×1000 [~12K]']],
  ['1.5 GB', ['exact 1.5 size×1000000000 [1.5 GB]']],
  ['$31.50', ['exact 31.50 money×1 [$31.50]']],
  ['1,234 rows', ['exact 1234 count×1 [1,234]']],
  ['4m32s', ['exact 272 time×1000000000 [4m32s]']],
  ['about 1h30m', ['about 90 time×60000000000 [1h30m]']],
  ['3 minutes 20 seconds', ['exact 200 time×1000000000 [3 minutes 20 seconds]']],
  ['5mins', ['exact 5 time×60000000000 [5mins]']],
  ['90–95%', ['exact 90–95 percent×1 [90–95%]']],
  ['Failed: -1', ['exact -1 count×1 [-1]']],
];

for (const [text, expected] of cases) {
  test(`reads "${text}"`, () => {
    assert.deepEqual(read(text), expected);
  });
}

for (const text of ['2025-01-14', '10:30', '1.2.3', 'v3', '#12', '3rd', '10/12/2025', 'srv-2291', '5m', '92,5']) {
  test(`finds no amount in "${text}"`, () => {
    assert.deepEqual(read(text), []);
  });
}
