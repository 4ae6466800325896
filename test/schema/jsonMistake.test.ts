import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findJsonMistake } from '../../server/src/schema/jsonMistake';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('what JSON is, and nothing else, is JSON', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '1',
    '-0.5e3',
    '01',
    'true',
    'nul',
    ' ',
    '\n',
    "'b'",
    '"',
    '\\',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
      ),
      (text) => {
        const mistake = findJsonMistake(text);
        assert.equal(mistake === undefined, isJson(text), JSON.stringify([text, mistake]));
        if (mistake) assert.ok(mistake.from <= text.length && mistake.to > mistake.from);
      },
    ),
    { numRuns: 2000 },
  );
});

for (const [text, place, message] of [
  ['', 0, 'it ends too early: a value is expected'],
  ['{"a": 1', 7, 'it ends too early: a comma or "}" is expected'],
  ['[1 2]', 3, 'at `2`: a comma or "]" is expected'],
  ["{'a': 1}", 1, 'at `\'a\'`: a key in double quotes or "}" is expected'],
  ['{"a" 1}', 5, 'at `1`: a colon is expected'],
  ['[1,]', 3, 'at `]`: there is a comma too many before it'],
  ['{} {}', 3, 'at `{`: nothing more is expected'],
  ['{"a": yes}', 6, 'at `yes`: a value is expected'],
] as const) {
  test(`${text} is wrong at ${place}`, () => {
    const mistake = findJsonMistake(text);
    assert.deepEqual([mistake?.from, mistake?.message], [place, message]);
  });
}

test('any nesting is read', () => assert.ok(findJsonMistake('['.repeat(100_000))));
