import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtinSchema, builtinSchemaKinds } from '../../server/src/schema/builtinSchemas';
import { compileSchema } from '../../server/src/schema/compileSchema';
import { allSections } from '../../server/src/schema/schema';

test('every schema file is built in and without mistakes', () => {
  const files = readdirSync('schemas').filter((name) => name.endsWith('.yaml'));
  assert.deepEqual(files.map((name) => name.replace('.yaml', '')).sort(), [...builtinSchemaKinds].sort());
  for (const name of files) {
    const { schema, problems } = compileSchema(readFileSync(`schemas/${name}`, 'utf8'), name);
    assert.deepEqual(problems, [], name);
    assert.equal(`${schema?.kind ?? ''}.yaml`, name);
  }
});

test('every section says what it is for and has a template', () => {
  for (const kind of builtinSchemaKinds) {
    const schema = builtinSchema(kind);
    assert.ok(schema, kind);
    assert.notEqual(schema.title, '');
    for (const section of allSections(schema.sections)) {
      assert.notEqual(section.description, '', `${kind}: ${section.name}`);
      assert.notEqual(section.template, '', `${kind}: ${section.name}`);
    }
    for (const field of schema.fields) assert.notEqual(field.description, '', `${kind}: ${field.name}`);
  }
});

test('an evidence section is never required', () => {
  for (const kind of builtinSchemaKinds) {
    for (const section of allSections(builtinSchema(kind)?.sections ?? [])) {
      if (section.name === 'Evidence') assert.equal(section.requirement, 'optional');
    }
  }
});

test('other kinds have no schema', () => {
  assert.equal(builtinSchema('other'), undefined);
  assert.equal(builtinSchema('constructor'), undefined);
});
