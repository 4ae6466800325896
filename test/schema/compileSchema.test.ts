import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileSchema } from '../../server/src/schema/compileSchema';
import { allSections } from '../../server/src/schema/schema';

test('a schema has its sections and fields, with their lines', () => {
  const { schema, problems } = compileSchema(
    `kind: handoff
title: Phase {phase} Hand-off
fields:
  - name: Status
    where: ends
    values: [Open, Done]
sections:
  - name: Overview
    required: recommended
  - name: Next Steps
    required: true
    severity: error
    level: 3
    after: Overview
    template: |
      - [ ] one
    sections:
      - name: Week 1
`,
    'handoff.yaml',
  );
  assert.deepEqual(problems, []);
  assert.ok(schema);
  assert.equal(schema.name, 'handoff.yaml');
  assert.equal(schema.title, 'Phase {phase} Hand-off');
  assert.deepEqual(schema.fields[0]?.values, ['Open', 'Done']);
  const sections = [...allSections(schema.sections)];
  assert.deepEqual(
    sections.map(({ name, requirement, severity, level, line }) => [name, requirement, severity, level, line]),
    [
      ['Overview', 'recommended', undefined, undefined, 8],
      ['Next Steps', 'required', 'error', 3, 10],
      ['Week 1', 'optional', undefined, undefined, 18],
    ],
  );
  assert.equal(sections[1]?.template, '- [ ] one');
});

test('each mistake is told with its line, and the rest is kept', () => {
  const { schema, problems } = compileSchema(
    `kind: notes
tilte: Notes
fields:
  - name: Status
    where: top
sections:
  - name: Overview
    required: maybe
  - aliases: [x]
  - Summary
  - name: Overview
    level: 7
    after: Nowhere
    aliases: summary
`,
    'notes.yaml',
  );
  assert.deepEqual(
    schema?.sections.map((section) => section.name),
    ['Overview', 'Overview'],
  );
  assert.deepEqual(
    problems.map(({ line, message }) => `${line} ${message}`),
    [
      '2 Unknown key "tilte". Did you mean "title"?',
      '5 where is one of header, footer, ends, anywhere.',
      '8 required is true, false or recommended.',
      '9 Each section needs a name.',
      '10 Each entry of sections is a mapping that begins with "name:".',
      '11 There is a second section "Overview".',
      '12 level is a heading level from 1 to 6.',
      '13 There is no section "Nowhere" beside "Overview".',
      '14 aliases is a list of texts.',
    ],
  );
});

test('a text that is no schema gives a problem and no schema', () => {
  for (const text of ['', '- a', 'just words', 'title: no kind', 'kind: [', 'kind: *anchor']) {
    const { schema, problems } = compileSchema(text, 'x.yaml');
    assert.ok(problems.length > 0, JSON.stringify(text));
    assert.equal(schema, undefined, JSON.stringify(text));
  }
});

test('no text makes it throw', () => {
  const pieces = fc.constantFrom(
    'kind: a',
    'sections:',
    'fields:',
    '- name: b',
    '  ',
    '\n',
    '- ',
    '*x',
    '&x',
    '{',
    '[',
    '|',
    ': ',
    '"',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
      const { problems } = compileSchema(parts.join(''), 'x.yaml');
      for (const problem of problems) assert.ok(problem.line >= 1);
    }),
  );
});
