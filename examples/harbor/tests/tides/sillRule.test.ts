import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrivalWindows } from '../../src/tides/sillRule';
import type { TideTable } from '../../src/tides/tideTable';

const DAY = 24 * 60 * 60_000;
/** A tide of one metre up and down, twice a day. */
const table: TideTable = {
  levelAt: (time) => 150 - 100 * Math.cos((4 * Math.PI * time) / DAY),
  lowestLevel: () => 50,
};
const settings = { sillHeight: 20, clearance: 30 };

describe('Sill rule', () => {
  it('finds two windows a day', () => assert.equal(arrivalWindows(table, 120, settings, 0, DAY).length, 2));
  it('has no window for a draught deeper than high water', () =>
    assert.deepEqual(arrivalWindows(table, 240, settings, 0, DAY), []));
  it('is open all day for a flat boat', () =>
    assert.deepEqual(arrivalWindows(table, 0, settings, 0, DAY), [{ from: 0, to: DAY }]));
  it('is shorter with more clearance', () => {
    const [wide] = arrivalWindows(table, 120, settings, 0, DAY);
    const [narrow] = arrivalWindows(table, 120, { ...settings, clearance: 60 }, 0, DAY);
    assert.ok(wide && narrow && narrow.to - narrow.from < wide.to - wide.from);
  });
  it('begins at a whole minute', () =>
    assert.equal((arrivalWindows(table, 120, settings, 30_500, DAY)[0]?.from ?? 1) % 60_000, 0));
  it('a week of windows is quick', () => assert.ok(arrivalWindows(table, 120, settings, 0, 7 * DAY).length >= 14));
});
