import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtinSchema, builtinSchemaKinds } from '../../server/src/schema/builtinSchemas';
import { plainDocumentStyle, renderDocument } from '../../server/src/schema/renderDocument';
import { leftoverPlaceholder } from '../../server/src/rules/leftover-placeholder';
import { findPlaceholders } from '../../server/src/model/placeholders';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { checkRule, defaultPath } from '../support/checkRule';
import { assertLinear, countWork } from '../support/countWork';
import { diagnose, openWorkspace } from '../support/inMemoryWorkspace';

function placeholders(text: string): readonly string[] {
  return parseDocument(text).sections.flatMap(({ content }) => findPlaceholders(content).map((each) => each.text));
}

const left: readonly (readonly [text: string, ...found: string[]])[] = [
  ['The owner is [TBD].', '[TBD]'],
  ['- [ ] Ask [Insert the name of the reviewer]', '[Insert the name of the reviewer]'],
  ['## Phase [X] → Phase [N+1]', '[X]', '[N+1]'],
  ['- [X]% of the records', '[X]%'],
  ['## Phase {N-1} results', '{N-1}'],
  ['Written by {{ author name }} on {date}', '{{ author name }}', '{date}'],
  ['# {PROJECT_NAME} notes', '{PROJECT_NAME}'],
  ['**Author**: <your name>', '<your name>'],
  ['Ask <your team lead> first', '<your team lead>'],
  ['**Date**: $(date +%Y-%m-%d)', '$(date +%Y-%m-%d)'],
  ['**Date**: YYYY-MM-DD', 'YYYY-MM-DD'],
  ['Merged on 2025-01-XX.', '2025-01-XX'],
  ['**Owner**: TBD  \n**Reviewer**: **TBD**', 'TBD', 'TBD'],
  ['- Owner: To be determined.', 'To be determined'],
  ['| Risk | Owner |\n| --- | --- |\n| [Risk category] | ??? |', '[Risk category]', '???'],
  ['**Contact**: [Name and contact info]', '[Name and contact info]'],
  ['- [Date]', '[Date]'],
  ['TODO: fill in the numbers', 'TODO: fill in the numbers'],
  ['Lorem ipsum dolor sit amet', 'Lorem ipsum'],
  ['- nested\n  - [TBD]', '[TBD]'],
  ['[NEEDS CLARIFICATION: which formats?]', '[NEEDS CLARIFICATION: which formats?]'],
];
for (const [text, ...found] of left)
  test(`${JSON.stringify(text)} is left over`, () => assert.deepEqual(placeholders(text), found));

for (const text of [
  'Code: `[TBD]`, `{N-1}`, `$(date)`\n\n```\n[TBD] {{name}} $(date)\n```\n\n    [TBD]',
  '> [TBD]\n> **Date**: YYYY-MM-DD',
  'Links: [TBD](owners.md), [Your name][1], ![Insert](a.png)\n\n[1]: people.md',
  '- [ ] open\n- [X] done\n- [x] done too',
  'Tags such as [US1], [BLOCKING], [Rule 1 - Bug], [Unreleased], [WIP] and array[X]',
  'Generics: Map<string>, List<name>, a < b and c > d, <details>, <name>Task 1</name>',
  '<div style={{ color: red }}>\n\n<Chart data={{name}} />',
  'Actions: ${{ matrix.os }}, ${name} and ${date}',
  'Math: $(x + y)$, {x | x > 0}, {a, b}, $\\frac{N}{2}$, 2^{N-1}',
  'The paths /users/{name}/files, fm_XXX/ and storage://{project}/{id}, see fm_{date}.md',
  'The placeholder {{name}} is replaced by a name; dates have the format YYYY-MM-DD or 2025-01-XX.',
  'No [TBD] markers are left.',
  'It says "[TBD]" there.',
  'The date (TBD after the review) is open. Throughput is TBD until then.',
  '- TODO: parse the header\n- **Status**: TODO',
  '**Next phase begins**: TBD\n\n**Due date**: TBD',
  '| Test | Result | State |\n| --- | --- | --- |\n| A | TBD | Pending |\n| B | TBD | ⏳ |',
  '~~[TBD]~~ Anna',
  'Price: $100 (XXL), error XX-12, [1], [^note], [ ]',
])
  test(`nothing is left over in ${JSON.stringify(text)}`, () => assert.deepEqual(placeholders(text), []));

test('marks the first one of a section', () =>
  checkRule(
    leftoverPlaceholder,
    `
# Phase 4 Handoff

**Owner**: TBD
           ^^^ warning: "TBD" and 1 more placeholder of this section were never replaced. Readers cannot tell
- Ask [Your name]

## Results

- Merged on 2025-01-XX
            ^^^^^^^^^^ warning: "2025-01-XX" is still a placeholder. Readers cannot tell
`,
  ));

test('a template that was hardly touched is one finding', async () => {
  const text = ['# Phase 4 Handoff', ...['A', 'B', 'C', 'D'].map((name) => `## ${name}\n\n[Describe ${name}]`)].join(
    '\n\n',
  );
  const workspace = await openWorkspace({ [defaultPath]: text });
  const found = (await diagnose(workspace, defaultPath)).filter(({ rule }) => rule === leftoverPlaceholder.id);
  assert.deepEqual(
    found.map(({ message, related }) => [message.split('.')[0], related.length]),
    [['"[Describe A]" and 3 more placeholders of this document were never replaced', 3]],
  );
});

test('to say that something is not known yet is honest in a plan', () =>
  checkRule(leftoverPlaceholder, '\n# Phase 4 Prompt\n\n**Owner**: TBD\n', '/docs/001/PHASE4_PROMPT.md'));

for (const path of ['/docs/templates/PHASE4_PROMPT.md', '/docs/PHASE4_HANDOFF_TEMPLATE.md'])
  test(`${path} is a template`, () => checkRule(leftoverPlaceholder, '\n# Phase 4\n\n[TBD] on YYYY-MM-DD\n', path));

for (const kind of builtinSchemaKinds)
  test(`what a new ${kind} leaves to its author is no placeholder`, () => {
    const schema = builtinSchema(kind);
    assert.ok(schema);
    for (const values of [{}, { phase: '4', next: '5', previous: '3', date: '2025-03-04' }])
      assert.deepEqual(placeholders(renderDocument(schema, values, plainDocumentStyle(values))), []);
  });

test('time grows with the length of the text only', () => {
  for (const sample of [
    '[TBD ',
    '[[',
    '[TBD](x) [TBD] ',
    '**[TBD]** ',
    '{{name',
    '<your ',
    '$(date ',
    '[X] ',
    '{N ',
    'TODO: ',
    '2025-01-XX ',
    '[Your ',
  ])
    assertLinear(400, (length) => countWork(() => placeholders(`**Owner**: ${sample.repeat(length)}`)), sample);
});
