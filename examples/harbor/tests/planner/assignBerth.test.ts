import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assignBerth, type Berth, type Boat } from '../../src/planner/assignBerth';

const berths: Berth[] = [
  { id: '9', length: 12, beam: 4, depth: 1.6 },
  { id: '14', length: 11, beam: 4, depth: 2.4 },
  { id: '15', length: 9, beam: 3, depth: 1.4 },
  { id: '21', length: 16, beam: 5, depth: 2 },
];
const boat: Boat = { name: 'Terne', length: 8.5, beam: 2.8, draught: 1.3 };
const ids = (changes: Partial<Boat>, lowest = 0): string[] =>
  assignBerth({ ...boat, ...changes }, berths, lowest).map((proposal) => proposal.berth);

describe('Berth proposal', () => {
  it('puts the least wasted length first', () => assert.equal(ids({})[0], '15'));
  it('gives at most three proposals', () => assert.equal(ids({}).length, 3));
  it('leaves out short berths', () => assert.ok(!ids({ length: 10 }).includes('15')));
  it('leaves out narrow berths', () => assert.deepEqual(ids({ beam: 4.5 }), ['21']));
  it('leaves out shallow berths', () => assert.ok(!ids({ draught: 2.2 }).includes('9')));
  it('counts the lowest water of the stay', () => assert.ok(ids({ draught: 2.2 }, 0.6).includes('9')));
  it('accepts an exact fit', () => assert.ok(ids({ length: 9, beam: 3, draught: 1.4 }).includes('15')));
  it('proposes nothing for a boat that is too long', () => assert.deepEqual(ids({ length: 20 }), []));
  it('orders equal berths by id', () => assert.deepEqual(ids({ length: 11, beam: 4 }), ['14', '9', '21']));
  it('does not change the list of berths', () => {
    const before = JSON.stringify(berths);
    ids({});
    assert.equal(JSON.stringify(berths), before);
  });
  it('keeps a reserved berth when a longer boat arrives', () => {
    const reserved = berths.filter((berth) => berth.id === '14');
    assert.deepEqual(assignBerth({ ...boat, length: 11 }, reserved, 0), []);
  });
});
