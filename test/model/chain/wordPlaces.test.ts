import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { foldedWords, hashWords, keyOfWords } from '../../../server/src/model/chain/foldWords';
import { wordPlaces } from '../../../server/src/model/chain/wordPlaces';

/** What the scanner is to find, as a pattern. */
const WORD = /[\p{L}\p{N}]+(?:[-'’._][\p{L}\p{N}]+)*/gu;
const PIECES = [
  ...['tide', 'Quay-side', "worker's", 'v3.5', 'a_b', 'é', 'ß', '港', '𝐁old', 'Ⅷ', '①', '²'],
  ...[' ', '  ', '-', '--', '’', '.', '…', '✅', '│', '—', '“', '\n', '🚢', '\ud83d', '_', "'"],
];

describe('words of a text', () => {
  it('are those of the pattern, whatever stands between them', () => {
    const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const found = [...wordPlaces(text)].map(({ from, to }) => text.slice(from, to));
        assert.deepEqual(found, text.match(WORD) ?? []);
        const words = foldedWords(text);
        const { count, key } = hashWords(text);
        assert.deepEqual({ count, key }, { count: words.length, key: keyOfWords(words) });
      }),
      { numRuns: 2000 },
    );
  });
});
