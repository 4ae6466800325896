import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isId } from '../../server/src/model/idMentions';
import { namedThingsOf } from '../../server/src/model/namedThings';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { assertLinear, countWork } from '../support/countWork';

/** `id line:from-to`, with what a range says of it. */
function mentions(text: string): readonly string[] {
  return namedThingsOf(parseDocument(text)).sections.flatMap(({ line: origin, names }) =>
    names.mentions.map(
      ({ id, line, from, to, range }) =>
        `${id} ${line + origin}:${from}-${to}${range === undefined ? '' : ` ${range}`}`,
    ),
  );
}

test('ids in headings, items, cells and code, each in its place', () => {
  assert.deepEqual(
    mentions('# One\n\n## PD-001: Use (R1)\n\n- **FR-2**: `D1.1`\n  - R3\n\n| a | T4.2 |\n| - | - |\n'),
    ['PD-001 2:3-9', 'R1 2:16-18', 'FR-2 4:4-8', 'D1.1 4:13-17', 'R3 5:4-6', 'T4.2 7:6-10'],
  );
});

test('parts of words, paths, anchors and fences are none', () => {
  assert.deepEqual(
    mentions('xR1 R1_x docs/R1.md `FR-2.md` [a](FR-2.md#FR-2) PD-001-use-it v1 SHA-256x\n\n```\nR1\n```\n'),
    [],
  );
});

test('a range names what is between its ends', () => {
  assert.deepEqual(mentions('FR-1 to FR-3, R1–R2, AB-1 to FR-9 and FR-7–FR-999'), [
    'FR-1 0:0-4 end',
    'FR-2 0:0-4 inside',
    'FR-3 0:8-12 end',
    'R1 0:14-16 end',
    'R2 0:17-19 end',
    'AB-1 0:21-25',
    'FR-9 0:29-33',
    'FR-7 0:38-42 end',
    'FR-999 0:43-49 end',
  ]);
});

test('what is an id as a whole', () => {
  assert.deepEqual(
    ['FR-3', 'D1.1', 'US1', 'fr-3', 'FR-', 'FR-3a', 'TOOLONGS-1', 'FR-3\n'].filter((words) => isId(words)),
    ['FR-3', 'D1.1', 'US1'],
  );
});

test('costs as much as the text is long', () => {
  const count = (part: string) => (length: number) => {
    const parsed = parseDocument(`# A\n\n${part.repeat(length)}\n`);
    return countWork(() => void namedThingsOf(parsed));
  };
  for (const part of ['FR-1 to ', 'A1.', 'AAAAAA-', 'FR-1 `x.md` ']) assertLinear(500, count(part), part);
});
