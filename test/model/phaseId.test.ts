import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePhases, parsePhaseId } from '../../server/src/model/phaseId';

test('orders phases as the field counts them', () => {
  const written = ['10', '3.51', '08', 'C', '3_5', '2b', '3', '2', '3.6', 'A', '3.5.1'];
  const ids = written.map((text) => parsePhaseId(text)).filter((id) => id !== undefined);
  assert.equal(ids.length, written.length);
  assert.deepEqual(
    ids.sort(comparePhases).map((id) => id.text),
    ['2', '2b', '3', '3_5', '3.5.1', '3.51', '3.6', '08', '10', 'A', 'C'],
  );
});

test('the key forgets zeros, separators and case', () => {
  assert.deepEqual(
    ['08.4', '8_4', '07b'].map((text) => parsePhaseId(text)?.key),
    ['8.4', '8.4', '7B'],
  );
});

test('words are no phase ids', () => {
  for (const text of ['', 'ed', '3rd', 'phase', '3.', '1-2']) assert.equal(parsePhaseId(text), undefined, text);
});
