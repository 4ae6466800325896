import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deriveSchema } from '../../server/src/features/derive/deriveSchema';
import { builtinSchema } from '../../server/src/schema/builtinSchemas';
import { compileSchema } from '../../server/src/schema/compileSchema';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { openWorkspace } from '../support/inMemoryWorkspace';

const minutes = [
  '# Minutes of May\n\n**Date**: 2025-05-04\n\n## 1. People\n\n- A\n\n## 2. Agreed\n\n- B\n\n## Other business\n\n- C\n',
  '# Minutes of June\n\n**Date**: June 2, 2025\n\n## 1. People\n\n- A\n\n## 2. ✅ Agreed\n\n- B\n',
  '# Minutes of July\n\n**Date**: 2025-07-06\n\n## People\n\n- A\n\n## Agreed\n\n- B\n\n## Other business\n\n- C\n',
].map((text) => parseDocument(text));

test('sections by share and in order, with counts; fields with their type', () => {
  const { text, documents, passing } = deriveSchema('minutes', minutes, undefined);
  assert.deepEqual([documents, passing], [3, 3]);
  const { schema, problems } = compileSchema(text, 'minutes.yaml');
  assert.deepEqual(problems, []);
  assert.deepEqual(
    schema?.sections.map(({ name, requirement }) => `${name} ${requirement}`),
    ['People required', 'Agreed required', 'Other business recommended'],
  );
  assert.deepEqual(
    schema.fields.map((field) => `${field.name} ${field.type}`),
    ['Date date'],
  );
  assert.match(text, /- name: Other business # in 2 of 3 \(67%\)/);
});

test('names that mean the same are taken together', () => {
  const names = ['Next Steps', 'Next Steps', 'Phase 5 Requirements', 'Roadmap', 'Upcoming'];
  const documents = names.map((name) =>
    parseDocument(`# Phase 4 Handoff\n\n## Deliverables\n\n- a\n\n## ${name}\n\n- b\n`),
  );
  const { text } = deriveSchema('handoff', documents, builtinSchema('handoff'));
  const next = compileSchema(text, 'x.yaml').schema?.sections.find(({ name }) => name === 'Next Steps');
  assert.deepEqual(
    next?.patterns.map((pattern) => pattern.text),
    ['Next Steps', 'Requirements', 'Roadmap'],
  );
  assert.match(text, /- name: Next Steps # in 4 of 5 \(80%\)/);
});

test('no more is required than four of five documents have together', () => {
  // Each of ten sections is missing in one of ten documents.
  const names = Array.from({ length: 10 }, (_, index) => `Part ${String.fromCharCode(65 + index)}${'x'.repeat(index)}`);
  const documents = names.map((without) =>
    parseDocument(
      ['# T', ...names.filter((name) => name !== without).map((name) => `## ${name}\n\nText.`)].join('\n\n'),
    ),
  );
  const { text, passing } = deriveSchema('parts', documents, undefined);
  assert.ok(passing >= 8, String(passing));
  assert.ok(text.includes('required: true'));
});

test('it says of itself how it was made, and can be read', () => {
  const names = Array.from(
    { length: 12 },
    (_, at) => `Risks of the ${'abcdefghijkl'.charAt(at)} module and its neighbours`,
  );
  const documents = names.map((name, at) =>
    parseDocument(
      `# Phase ${at} Handoff\n\n**Status**: ${at % 2 ? '✅ COMPLETED' : `PHASE ${at} COMPLETE (95%)`}\n\n## Done\n\n- a\n\n## ${name}\n\n- b\n`,
    ),
  );
  const { text } = deriveSchema('handoff', documents, builtinSchema('handoff'));
  const lines = text.split('\n');
  assert.match(lines[0] ?? '', /^# Made from 12 documents, of which 12 pass/);
  assert.ok(
    lines.every((line) => line.length <= 120),
    text,
  );
  assert.ok(text.includes('values: [COMPLETED]'), text);
  assert.deepEqual(compileSchema(text, 'x.yaml').problems, []);
});

test('odd names make valid YAML', () => {
  const documents = [1, 2].map(() =>
    parseDocument('# T\n\n## Yes: "no" # [x] {y} \\ |\n\nText.\n\n## - true\n\nText.\n\n## 2024\n'),
  );
  const { text } = deriveSchema('odd', documents, undefined);
  assert.deepEqual(compileSchema(text, 'odd.yaml').problems, [], text);
});

test('of the workspace: the kind that is asked for, or the most common one', async () => {
  const workspace = await openWorkspace({
    '/docs/001/TODO001_phase1_handoff.md': '# Phase 1 Handoff\n\n## Done\n\n- a\n',
    '/docs/001/TODO001_phase2_handoff.md': '# Phase 2 Handoff\n\n## Done\n\n- a\n',
    '/docs/002/TODO002_phase1_notes.md': '# Phase 1 Notes\n\n## Work\n\n- a\n',
  });
  const { service } = workspace;
  assert.deepEqual(
    service.documentKinds().map(({ kind, documents }) => `${kind} ${documents}`),
    ['handoff 2', 'notes 1'],
  );
  assert.equal((await service.deriveSchema({}))?.kind, 'handoff');
  assert.equal((await service.deriveSchema({ kind: 'notes' }))?.documents, 1);
  assert.equal((await service.deriveSchema({ folder: workspace.uri('/docs/002') }))?.kind, 'notes');
  assert.equal(await service.deriveSchema({ kind: 'prompt' }), undefined);
});
