import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readTideTable } from '../../src/tides/tideTable';

const csv = '2026-02-12T00:10Z,62\n2026-02-12T06:24Z,212\n2026-02-12T12:40Z,58\n2026-02-12T18:52Z,205';
const table = readTideTable(csv);
const at = (clock: string): number => Date.parse(`2026-02-12T${clock}Z`);

describe('Tide table', () => {
  it('equals the table at high water', () => assert.equal(Math.round(table.levelAt(at('06:24'))), 212));
  it('equals the table at low water', () => assert.equal(Math.round(table.levelAt(at('12:40'))), 58));
  it('is halfway in the middle', () => assert.equal(Math.round(table.levelAt(at('03:17'))), 137));
  it('rises between low and high water', () => assert.ok(table.levelAt(at('04:00')) > table.levelAt(at('03:00'))));
  it('falls between high and low water', () => assert.ok(table.levelAt(at('09:00')) < table.levelAt(at('08:00'))));
  it('gives the lowest level of a stay', () => assert.equal(table.lowestLevel(at('06:00'), at('14:00')), 58));
  it('throws outside of the table', () => assert.throws(() => table.levelAt(at('23:00')), /outside/));
  it('names both lines of a gap', () =>
    assert.throws(() => readTideTable('2026-02-12T00:10Z,62\n2026-02-12T12:40Z,58'), /line 1 and line 2/));
  it('names the line that it does not understand', () => assert.throws(() => readTideTable('height,62'), /line 1/));
});
