import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrivalNotice } from '../../src/notices/arrivalNotice';

const booking = { boat: 'Terne', berth: '14', arrival: 1, departure: 3, confirmed: true };
const window = { from: Date.parse('2026-03-20T05:10Z'), to: Date.parse('2026-03-20T08:45Z') };

describe('Arrival notice', () => {
  it('speaks Danish', () => assert.match(arrivalNotice(booking, window, 'da') ?? '', /^Indsejling/));
  it('speaks German', () => assert.match(arrivalNotice(booking, window, 'de') ?? '', /^Einfahrt/));
  it('names window and berth', () =>
    assert.equal(arrivalNotice(booking, window, 'en'), 'Enter between 06:10 and 09:45. Berth 14.'));
  it('waits for a confirmed berth', () =>
    assert.equal(arrivalNotice({ ...booking, confirmed: false }, window, 'en'), undefined));
});
