import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkspace } from '../../support/inMemoryWorkspace';

const folder = '/docs/locks/001';
const files = {
  [`${folder}/PRD001.md`]:
    '# PRD\n\n## Requirements\n\n| Id | Requirement |\n| --- | --- |\n| R1 | Gates close |\n\n- **FR-2**: Bells ring\n',
  [`${folder}/TODO001.md`]: '# To do\n\n- [ ] Gates (R1)\n- [ ] Bells (FR-2), FR-20\n\n```\nR1 FR-2\n```\n',
  [`${folder}/TODO001_phase1_decisions.md`]:
    '# Phase 1 Decisions\n\n## PD-001: One motor\n\nPD-001 serves R1, UTF-8.\n',
  [`${folder}/TODO001_phase2_decisions.md`]: '# Phase 2 Decisions\n\n## PD-001: Two bells\n\nPD-001 serves FR-2.\n',
  [`${folder}/TODO001_phase2_notes.md`]: '# Phase 2 Notes\n\nSee `TODO001_phase1_decisions.md` and FR-2.\n',
};

/** Places as `name:line:character`, both from one. */
async function ask(name: string, line: number, character: number, what: 'definitions' | 'references') {
  const workspace = await openWorkspace(files);
  const { service, errors } = workspace;
  const at = workspace.uri(`${folder}/${name}`);
  const position = { line: line - 1, character: character - 1 };
  const found =
    what === 'definitions' ? await service.definitions(at, position) : await service.references(at, position, false);
  assert.deepEqual(errors, []);
  return found.map(({ uri: where, range: { start } }) => {
    return `${where.slice(where.lastIndexOf('/') + 1)}:${start.line + 1}:${start.character + 1}`;
  });
}

test('a requirement: where it is given, and who names it, fences left out', async () => {
  assert.deepEqual(await ask('TODO001.md', 3, 14, 'definitions'), ['PRD001.md:7:3']);
  assert.deepEqual(await ask('PRD001.md', 9, 6, 'references'), [
    'TODO001.md:4:14',
    'TODO001_phase2_decisions.md:5:15',
    'TODO001_phase2_notes.md:3:39',
  ]);
  assert.deepEqual(await ask('TODO001.md', 7, 1, 'definitions'), []);
});

test('a decision means what its own document says', async () => {
  assert.deepEqual(await ask('TODO001_phase2_decisions.md', 5, 2, 'definitions'), ['TODO001_phase2_decisions.md:3:4']);
  assert.deepEqual(await ask('TODO001_phase2_decisions.md', 3, 5, 'references'), ['TODO001_phase2_decisions.md:5:1']);
});

test('what only looks like an id leads nowhere', async () => {
  assert.deepEqual(await ask('TODO001_phase1_decisions.md', 5, 20, 'definitions'), []);
  assert.deepEqual(await ask('TODO001_phase1_decisions.md', 5, 20, 'references'), []);
});

test('a document: from its title or a reference to it', async () => {
  assert.deepEqual(await ask('TODO001_phase2_notes.md', 3, 10, 'definitions'), ['TODO001_phase1_decisions.md:1:1']);
  for (const [name, line, character] of [
    ['TODO001_phase1_decisions.md', 1, 4],
    ['TODO001_phase2_notes.md', 3, 10],
  ] as const)
    assert.deepEqual(await ask(name, line, character, 'references'), ['TODO001_phase2_notes.md:3:6']);
});
