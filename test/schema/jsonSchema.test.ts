/** The JSON Schema of the dialect says what the compiler says. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import * as content from '../../server/src/schema/compileContent';
import { compileSchema, groupKeys, schemaKeys, sectionKeys } from '../../server/src/schema/compileSchema';
import { dialectSchema } from '../../server/src/schema/jsonSchema';
import { nameKeys } from '../../server/src/schema/schemaReader';
import { validateJson } from '../support/validateJson';

interface Definition {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly anyOf?: readonly Definition[];
}

const definitions = dialectSchema.definitions as Readonly<Record<string, Definition>>;
const keysOf = (definition: Definition | undefined): readonly string[] =>
  Object.keys(definition?.properties ?? definition?.anyOf?.at(-1)?.properties ?? {}).sort();

test('both know the same keys', () => {
  assert.deepEqual(keysOf(dialectSchema as Definition), [...schemaKeys].sort());
  const known: Readonly<Record<string, readonly string[]>> = {
    section: sectionKeys,
    group: groupKeys,
    field: content.fieldKeys,
    table: content.tableKeys,
    column: content.columnKeys,
    record: content.recordKeys,
    part: content.partKeys,
    data: content.dataKeys,
    key: [...nameKeys, ...content.nodeKeys],
    node: content.nodeKeys,
  };
  assert.deepEqual(Object.keys(definitions).sort(), Object.keys(known).sort());
  for (const [name, keys] of Object.entries(known)) assert.deepEqual(keysOf(definitions[name]), [...keys].sort(), name);
});

test('every schema that comes with Phase Docs is valid', () => {
  for (const name of readdirSync('schemas').filter((file) => file.endsWith('.yaml'))) {
    assert.deepEqual(validateJson(parse(readFileSync(`schemas/${name}`, 'utf8')), dialectSchema), [], name);
  }
});

test('what the compiler refuses is not valid', () => {
  for (const text of [
    'title: x',
    'kind: Notes',
    'kind: notes\ncolour: blue',
    'kind: notes\nsections: [{ aliases: [x] }]',
    'kind: notes\nsections: [{ name: A, level: 7 }]',
    'kind: notes\nsections: [{ name: A, required: maybe }]',
    'kind: notes\nfields: [{ name: A, type: colour }]',
    'kind: notes\nconditions: [if A is b then C is d]',
    'kind: notes\ntables: [{ name: A }]',
  ]) {
    assert.notDeepEqual(validateJson(parse(text), dialectSchema), [], text);
    assert.notDeepEqual(compileSchema(text, 'x.yaml').problems, [], text);
  }
});
