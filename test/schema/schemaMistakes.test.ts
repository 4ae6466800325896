/** Mistakes that people make in a schema: each is told at its place, with what was meant where that is plain. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtinBase, builtinSchemaKinds } from '../../server/src/schema/builtinSchemas';
import { compileSchema } from '../../server/src/schema/compileSchema';

/** Behind `kind: handoff`; one-based line and column, and how the message begins. */
const mistakes: readonly [text: string, place: string, message: string][] = [
  ['titel: x', '2:1', 'Unknown key "titel". Did you mean "title"?'],
  ['fields:\n  - name: A\n    requird: true', '4:5', 'Unknown key "requird". Did you mean "required"?'],
  ['fields:\n  - name: A\n    colour: red', '4:5', 'Unknown key "colour". Known here: name, aliases,'],
  ['fields:\n  - name: A\n    type: persentage', '4:11', 'type is one of text, date, percentage,'],
  ['fields:\n  - name: A\n    minimum: 90\n    maximum: 10', '5:14', 'maximum is less than minimum'],
  [
    'extends: hand-off',
    '2:10',
    'There is no schema "hand-off" to extend, or it extends this one. Did you mean "handoff"?',
  ],
  ['sections:\n  - name: A\n    requires: [B, C]\n  - name: B', '4:19', 'There is no section "C" beside "A".'],
  [
    'sections:\n  - name: A\n    after: Know Issues\n  - name: Known Issues',
    '4:12',
    'There is no section "Know Issues" beside "A". Did you mean "Known Issues"?',
  ],
  [
    'sections:\n  - name: Rollback\n  - name: B\ngroups:\n  - oneOf: [B, Rolback]',
    '6:16',
    'There is no section "Rolback" here. Did you mean "Rollback"?',
  ],
  [
    'extends: handoff\nsections:\n  - name: Nxt Steps\n    remove: true',
    '4:11',
    'There is no "Nxt Steps" to take away. Did you mean "Next Steps"?',
  ],
  ['extends: handoff\nfields:\n  - name: Owner\n    remove: true', '4:11', 'There is no "Owner" to take away.'],
  [
    'tables:\n  - name: T\n    columns: [{ name: Item }, { name: Cost }]\n    conditions: [when Itme is done then Cost is not empty]',
    '5:18',
    'There is no "Itme" here. Did you mean "Item"?',
  ],
  ['sections:\n  - name: A\n    template: "- [ ] {nxt}"', '4:15', 'Unknown placeholder {nxt}. Did you mean {next}?'],
  ['title: Phase {number}', '2:8', 'Unknown placeholder {number}. Known: {phase},'],
  [
    'sections:\n  - name: A\n    aliases: ["Plan of {phse}"]',
    '4:15',
    'Unknown placeholder {phse}. Did you mean {phase}?',
  ],
  ['sections:\n  - name: A\n    aliases: [plan, "*"]', '4:21', '"*" has no word, so it would mean any name or none.'],
  ['extends: handoff\nsections:\n  - name: A\n    slot: details', '5:11', 'There is no slot "details" in the schema'],
  ['sections:\n  - name: "…"', '3:11', '"…" has no word'],
  [
    'records:\n  - name: risk\n    headings: [risk, "{nummer}"]',
    '4:22',
    'Unknown placeholder {nummer}. Did you mean {number}?',
  ],
];

for (const [text, place, message] of mistakes) {
  test(`told at its place: ${JSON.stringify(text)}`, () => {
    const { problems } = compileSchema(
      `kind: handoff\n${text}\n`,
      'x.yaml',
      'file:///x.yaml',
      builtinBase,
      builtinSchemaKinds,
    );
    assert.deepEqual(
      problems.map((problem) => problem.message.slice(0, message.length)),
      [message],
    );
    const start = problems[0]?.place.range.start;
    assert.equal(start && `${start.line + 1}:${start.character + 1}`, place);
  });
}

test('what looks like a placeholder and is none is left alone', () => {
  const text =
    'sections:\n  - name: A\n    template: |\n      ```json\n      {"a": {}, "b": { c }}\n      ```\n      {?Say why} {references?Name them}\n';
  assert.deepEqual(compileSchema(`kind: handoff\n${text}`, 'x.yaml').problems, []);
});
