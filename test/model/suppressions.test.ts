import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { suppressionComments } from '../../server/src/model/suppressionComments';
import { suppressionsOf } from '../../server/src/model/suppressions';
import type { ParsedDocument } from '../../server/src/syntax/document';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { lineText } from '../../server/src/syntax/positions';
import { updateDocument } from '../../server/src/syntax/updateDocument';
import { arbitraryEdit, arbitraryMarkdown, placeEdit } from '../support/arbitraryMarkdown';

const RUNS = Number(process.env.FC_RUNS ?? 200);

/** `form rules | reason` of each comment; checks that ids stand where they are said to. */
function read(text: string): readonly string[] {
  const document = parseDocument(text);
  return suppressionsOf(document).comments.map(({ form, word, waivers, reason }) => {
    for (const { name, range } of [word, ...waivers.map(({ rule, range: place }) => ({ name: rule, range: place }))]) {
      assert.equal(lineText(document, range.start.line).slice(range.start.character, range.end.character), name);
    }
    return `${form ?? '?'} ${waivers.map(({ rule }) => rule).join('+')} | ${reason ?? ''}`;
  });
}

test('reads ids and reason, however they are parted', () => {
  assert.deepEqual(read('<!-- phase-docs-disable-file a-b c-d,e-f,  g-h -- why: so -->'), [
    'disable-file a-b+c-d+e-f+g-h | why: so',
  ]);
  assert.deepEqual(read('Text <!--phase-docs-disable-line a-b: why -- so-->'), ['disable-line a-b | why -- so']);
  assert.deepEqual(read('<!-- phase-docs-disable a-b — why -->\n\n<!-- phase-docs-enable -->'), [
    'disable a-b | why',
    'enable  | ',
  ]);
  assert.deepEqual(read('<!-- phase-docs-disable-line\n  a-b,\n  line\n  -- why\n  so -->'), [
    'disable-line a-b+line | why so',
  ]);
  assert.deepEqual(read('> - <!-- phase-docs-disable-line\n>   a-b\n>   -- why -->'), ['disable-line a-b | why']);
  assert.deepEqual(read('<!-- phase-docs-disable-line a-b -- -->'), ['disable-line a-b | ']);
  assert.deepEqual(read('<!-- phase-docs-disable-lines a-b -- why -->'), ['? a-b | why']);
});

test('reads them in headings, items, cells and quotes, and nothing else', () => {
  const comment = '<!-- phase-docs-disable-line a-b: why -->';
  const places = [
    `# Title ${comment}`,
    `- item ${comment}`,
    `| a | b |\n| - | - |\n| c ${comment} | d |`,
    `> quote ${comment}`,
  ];
  for (const text of places) assert.deepEqual(read(text), ['disable-line a-b | why'], text);
  const others = [`\`${comment}\``, `    ${comment}`, `~~~\n${comment}\n~~~`, '<!-- phase-docs: a-b -->', '<!-- open'];
  for (const text of others) assert.deepEqual(read(text), [], text);
});

test('an edit reads only the sections that it changes', () => {
  const comment = '<!-- phase-docs-disable-next-line a-b -- why -->\n';
  const before = parseDocument(`# A\n\n${comment}\n# B\n\n${comment}Text\n\n# C\n\n${comment}Text\n`);
  const of = (document: ParsedDocument) => document.sections.map((section) => suppressionComments(document, section));
  const old = of(before);
  const after = updateDocument(before, {
    from: before.text.indexOf('Text'),
    to: before.text.indexOf('Text'),
    insert: '\n',
  });
  assert.deepEqual(
    of(after).map((comments, index) => comments === old[index]),
    old.map((_, index) => after.sections[index]?.content === before.sections[index]?.content),
  );
  const suppressions = suppressionsOf(after);
  const covered = after.lineStarts.flatMap((_, line) =>
    suppressions.covering('a-b', { line, character: 0 }) ? [line] : [],
  );
  // A heading is the next line too.
  assert.deepEqual(covered, [4, 8, 13]);
});

test('agrees with a full reading after any edits, and survives every text', () => {
  const line = fc.constantFrom(
    '<!-- phase-docs-disable-next-line a-b -- why -->',
    '- x <!-- phase-docs-disable-line a-b: why -->',
    '<!-- phase-docs-disable a-b',
    '-->',
    '<!-- phase-docs-enable a-b -->',
    '> <!-- phase-docs-disable-file a-b c-d -->',
  );
  const mixed = fc
    .tuple(fc.array(fc.tuple(arbitraryMarkdown, line), { minLength: 1, maxLength: 5 }))
    .map(([parts]) => parts.flat().join('\n'));
  fc.assert(
    fc.property(mixed, fc.array(arbitraryEdit, { minLength: 1, maxLength: 4 }), (text, edits) => {
      let document = parseDocument(text);
      suppressionsOf(document);
      for (const edit of edits) {
        document = updateDocument(document, placeEdit(document.text, edit));
        assert.deepEqual(suppressionsOf(document).comments, suppressionsOf(parseDocument(document.text)).comments);
      }
      for (const { waivers, word } of suppressionsOf(document).comments) {
        for (const { rule, range } of [...waivers, { rule: word.name, range: word.range }]) {
          const { start, end } = range;
          assert.equal(lineText(document, start.line).slice(start.character, end.character), rule);
        }
      }
    }),
    { numRuns: RUNS },
  );
});
