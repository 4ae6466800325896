import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileSchema } from '../../server/src/schema/compileSchema';
import { readRawSchema } from '../../server/src/schema/rawSchema';

const base = `
kind: notes
description: Base.
fields:
  - name: Status
    values: [Open]
sections:
  - name: First
    aliases: [one]
    required: true
  - slot: middle
  - name: Last
    sections:
      - name: Inner
`;

function extend(text: string) {
  return compileSchema(`kind: notes\nextends: base\n${text}`, 'own.yaml', 'file:///own.yaml', (name) =>
    name === 'base' ? readRawSchema(base, { name: 'base.yaml', uri: undefined }).root : undefined,
  );
}

test('entries merge by name; aliases add up; other keys are replaced', () => {
  const { schema, problems } = extend(
    'sections:\n  - name: First\n    aliases: [uno]\n    required: false\nfields:\n  - name: Status\n    values: [Done]\n',
  );
  assert.deepEqual(problems, []);
  const first = schema?.sections[0];
  assert.deepEqual(
    first?.patterns.map(({ text }) => text),
    ['First', 'one', 'uno'],
  );
  assert.equal(first.requirement, 'optional');
  assert.deepEqual(schema?.fields[0]?.values, ['Done']);
  assert.equal(schema.description, 'Base.');
});

test('new sections stand in their slot, beside a neighbour, or at the end; others go', () => {
  const names = (text: string): readonly string[] => extend(text).schema?.sections.map(({ name }) => name) ?? [];
  assert.deepEqual(names('sections:\n  - { name: A, slot: middle }\n  - { name: B, slot: middle }\n  - name: C\n'), [
    'First',
    'A',
    'B',
    'Last',
    'C',
  ]);
  assert.deepEqual(names('sections:\n  - { name: A, after: First }\n  - { name: B, before: First }\n'), [
    'B',
    'First',
    'A',
    'Last',
  ]);
  assert.deepEqual(names('sections:\n  - { name: First, remove: true }\n'), ['Last']);
});

test('each entry knows the file that it was written in', () => {
  const { schema } = extend('sections:\n  - name: New\n');
  assert.deepEqual(
    schema?.sections.map(({ place, line }) => `${place.source.name}:${line}`),
    ['base.yaml:8', 'base.yaml:12', 'own.yaml:4'],
  );
});

test('mistakes of the base are not told again, a base that is not there is', () => {
  assert.deepEqual(extend('').problems, []);
  const { schema, problems } = compileSchema('kind: notes\nextends: nothing\n', 'own.yaml');
  assert.equal(schema?.kind, 'notes');
  assert.deepEqual(
    problems.map(({ line, message }) => `${line} ${message}`),
    ['2 There is no schema "nothing" to extend, or it extends this one.'],
  );
});
