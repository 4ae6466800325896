import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileSchema } from '../../server/src/schema/compileSchema';
import { matchField } from '../../server/src/schema/matchFields';
import { findSchemaSection, matchSections } from '../../server/src/schema/matchSections';
import { allSections } from '../../server/src/schema/schema';
import type { Schema } from '../../server/src/schema/schema';
import { parseDocument } from '../../server/src/syntax/parseDocument';

function schemaOf(text: string): Schema {
  const { schema, problems } = compileSchema(text, 'test.yaml');
  assert.deepEqual(problems, []);
  assert.ok(schema);
  return schema;
}

const schema = schemaOf(`
kind: handoff
sections:
  - name: Overview
    aliases: ["* summary"]
  - name: Next Steps
    sections:
      - name: Risks
`);

function states(text: string, against = schema): Record<string, string> {
  const { matches } = matchSections(parseDocument(text), against);
  return Object.fromEntries([...allSections(against.sections)].map((s) => [s.name, matches.get(s)?.state ?? 'none']));
}

test('sections are found below the title, under their parent', () => {
  assert.deepEqual(states('# Title\n\n## Overview\n\n## Next Steps\n\n### Risks\n'), {
    Overview: 'found',
    'Next Steps': 'found',
    Risks: 'found',
  });
});

test('sections in another place are told apart from missing ones', () => {
  assert.deepEqual(states('# Title\n\n## Overview\n\n### Next Steps\n\n## Risks\n'), {
    Overview: 'found',
    'Next Steps': 'misplaced',
    Risks: 'misplaced',
  });
  assert.deepEqual(states('# Title\n\n## Other\n'), { Overview: 'missing', 'Next Steps': 'missing', Risks: 'missing' });
});

test('a label with exactly these words counts', () => {
  assert.equal(states('# Title\n\n**Next steps**: ship it\n')['Next Steps'], 'label');
  assert.equal(states('# Title\n\n**Executive summary**: fine\n').Overview, 'missing');
});

test('the title is no section', () => {
  assert.equal(states('# Overview\n\ntext\n').Overview, 'missing');
});

test('documents without title or with several of them are understood', () => {
  assert.equal(states('## Overview\n\n## Next Steps\n')['Next Steps'], 'found');
  assert.equal(states('# Title\n\n# Overview\n\n# Next Steps\n')['Next Steps'], 'found');
});

test('the right place goes before the exact words, and these before a pattern', () => {
  const parsed = parseDocument('# T\n\n## Executive Summary\n\n## Overview\n\n## X\n\n### Overview\n');
  const [overview] = schema.sections;
  assert.ok(overview);
  assert.deepEqual(matchSections(parsed, schema).matches.get(overview), {
    state: 'found',
    index: 3,
    likeness: 'exact',
  });
});

test('a demanded level is the place', () => {
  const levels = schemaOf('kind: x\nsections:\n  - name: Overview\n    level: 3\n');
  assert.equal(states('# T\n\n## A\n\n### Overview\n', levels).Overview, 'found');
  assert.equal(states('# T\n\n## Overview\n', levels).Overview, 'misplaced');
});

test('headings in code do not count', () => {
  assert.equal(states('# T\n\n```\n## Overview\n```\n').Overview, 'missing');
});

test('the answer is kept for the document', () => {
  const parsed = parseDocument('# T\n');
  assert.equal(matchSections(parsed, schema), matchSections(parsed, schema));
});

const ends = schemaOf('kind: x\nfields:\n  - name: Status\n    aliases: ["* status"]\n    where: ends\n');

function statusIn(text: string): string {
  const [field] = ends.fields;
  assert.ok(field);
  const match = matchField(parseDocument(text), field);
  return match.state === 'found' ? match.form : match.state;
}

test('a status is found in every form', () => {
  assert.equal(statusIn('# T\n\n**Status**: done\n'), 'field');
  assert.equal(statusIn('# T\n\n- **Project Status:** done\n'), 'field');
  assert.equal(statusIn('# T\n\n| Field | Value |\n| --- | --- |\n| Status | done |\n'), 'field');
  assert.equal(statusIn('# T\n\n## Phase 8 Status: ✅ done\n'), 'heading');
  assert.equal(statusIn('---\nstatus: done\n---\n\n# T\n'), 'front matter');
});

test('an empty value is no status', () => {
  assert.equal(statusIn('# T\n\n**Status**:\n'), 'missing');
  assert.equal(statusIn('# T\n\n**State of things**: done\n'), 'missing');
});

test('a status of a part in the middle is not the status of the document', () => {
  const filler = 'words\n\n'.repeat(20);
  assert.equal(statusIn(`# T\n\n## A\n\n## Worker\n\n**Status**: done\n\n${filler}\n## B\n`), 'missing');
  assert.equal(statusIn(`# T\n\n## A\n\n## Worker\n\n${filler}\n## B\n\n**Status**: done\n`), 'field');
});

test('a heading leads to what the schema says of it', () => {
  assert.equal(findSchemaSection(schema, 'Conclusion'), undefined);
  assert.equal(findSchemaSection(schema, '2. Phase 3 Overview')?.name, 'Overview');
  assert.equal(findSchemaSection(schema, 'Executive Summary')?.name, 'Overview');
  assert.equal(findSchemaSection(schema, 'Risks')?.name, 'Risks');
});
