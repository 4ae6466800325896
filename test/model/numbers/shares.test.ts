import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsShare, showShare } from '../../../server/src/model/numbers/shares';

test('a percentage may be rounded up, down or to the nearest at the digits written', () => {
  for (const [percentage, decimals] of [
    [95, 0],
    [96, 0],
    [95.5, 1],
    [95.6, 1],
    [95.56, 2],
  ] as const)
    assert.ok(fitsShare(percentage, decimals, 43, 45, false), String(percentage));
  for (const [percentage, decimals] of [
    [94, 0],
    [97, 0],
    [95.4, 1],
    [95.7, 1],
  ] as const)
    assert.ok(!fitsShare(percentage, decimals, 43, 45, false), String(percentage));
});

test('100% means all and 0% none, unless it is an estimate', () => {
  assert.ok(!fitsShare(100, 0, 999, 1000, false));
  assert.ok(!fitsShare(0, 0, 1, 1000, false));
  assert.ok(fitsShare(100, 0, 7, 7, false));
  assert.ok(fitsShare(100, 0, 999, 1000, true));
});

test('shows as many digits as are needed', () => {
  assert.equal(showShare(7, 8, 0), '87.5%');
  assert.equal(showShare(4, 8, 0), '50%');
  assert.equal(showShare(43, 45, 2), '95.56%');
  assert.equal(showShare(9999, 10000, 0), '99.99%');
});
