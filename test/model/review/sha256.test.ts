import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../../server/src/model/review/sha256';

const expected = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test('the digests of the standard', () => {
  assert.equal(sha256(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('the same as everybody else, at the edges of a block and for any text', () => {
  for (const length of [54, 55, 56, 57, 63, 64, 65, 119, 120, 1000]) {
    assert.equal(sha256('x'.repeat(length)), expected('x'.repeat(length)), String(length));
  }
  for (const text of ['ä', '€', '😀', '\ud800', 'a\udc00b', '\u07ff\u0800\uffff'])
    assert.equal(sha256(text), expected(text));
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => sha256(text) === expected(text)));
});
