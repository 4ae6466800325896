import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neverCancelled } from '../../../server/src/host';
import { openWorkspace } from '../../support/inMemoryWorkspace';
import { openAtCursor } from '../../support/renames';

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

/** What is told at `$0`, as `name:line:character`, all from one. */
async function at(marked: string, what: 'definitions' | 'references' | 'all references'): Promise<readonly string[]> {
  const { workspace, uri, position } = await openAtCursor(marked);
  const { service, errors } = workspace;
  const found =
    what === 'definitions'
      ? await service.definitions(uri, position)
      : await service.references(uri, position, what === 'all references');
  assert.deepEqual(errors, []);
  return found.map(({ uri: where, range: { start, end } }) => {
    const length = start.line === end.line ? `+${end.character - start.character}` : '';
    return `${where.slice(where.lastIndexOf('/') + 1)}:${start.line + 1}:${start.character + 1}${length}`;
  });
}

const linked = (places: { readonly heading?: string; readonly link?: string; readonly id?: string }) => `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

[Below](#ad-1-one${places.link ?? ''}-queue)

## AD${places.id ?? ''}-1: One${places.heading ?? ''} queue

## Other
//- /docs/001/TODO001_phase5_notes.md
# Phase 5 Notes

As of AD-1, see @TODO001_phase4_notes.md#ad-1-one-queue, \`my%20plan.md\` and [AD-1](TODO001_phase4_notes.md#gone).
//- /docs/001/TODO001_phase5_handoff.md
# Phase 5 Handoff
`;

test('a heading: by its anchor and by the id that it gives, the same from everywhere', async () => {
  const referring = [
    'TODO001_phase4_notes.md:3:9+15',
    'TODO001_phase5_notes.md:3:7+4',
    'TODO001_phase5_notes.md:3:17+39',
    'TODO001_phase5_notes.md:3:78+4',
  ];
  assert.deepEqual(await at(linked({ heading: '$0' }), 'references'), referring);
  assert.deepEqual(await at(linked({ link: '$0' }), 'references'), referring);
  assert.deepEqual(await at(linked({ id: '$0' }), 'references'), referring);
  assert.deepEqual(await at(linked({ link: '$0' }), 'definitions'), ['TODO001_phase4_notes.md:5:1+18']);
  assert.deepEqual(await at(linked({ link: '$0' }), 'all references'), [
    'TODO001_phase4_notes.md:5:1+18',
    ...referring,
  ]);
});

test('the code lens above a heading shows what finding references shows', async () => {
  const { workspace, uri, position } = await openAtCursor(linked({ heading: '$0' }));
  const lenses = await workspace.service.codeLenses(uri, neverCancelled);
  const lens = lenses.find(({ command }) => command?.title === 'Referred to in 4 places');
  assert.equal(lens?.range.start.line, 4);
  assert.deepEqual(lens.command?.arguments?.[2], await workspace.service.references(uri, position, false));
});

test('above listed requirements a lens tells who names them', async () => {
  const { workspace, uri } = await openAtCursor(`
//- /docs/001/PRD001.md
# PRD$0

## Requirements

- **FR-1**: Bells ring
- **FR-2**: Gates close
//- /docs/001/TODO001.md
# To do

- [ ] FR-1 and FR-2, FR-1
`);
  const lenses = await workspace.service.codeLenses(uri, neverCancelled);
  assert.deepEqual(
    lenses.map(({ range, command }) => `${range.start.line} ${command?.title ?? ''}`),
    ['2 2 ids referred to in 3 places'],
  );
});

test('a file with signs that links encode is a document like others', async () => {
  const { workspace, uri, position } = await openAtCursor(`
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

See [the plan](TODO001%20pha$0se5_notes.md).
`);
  const target = '/docs/001/TODO001 phase5_notes.md';
  workspace.files.set(target, '# Phase 5 Notes\n');
  await workspace.service.filesChanged([{ uri: workspace.uri(target), type: 'created' }], neverCancelled);
  assert.deepEqual(
    (await workspace.service.references(uri, position, false)).map(({ range }) => range.start),
    [{ line: 2, character: 15 }],
  );
});

const handedOver = (places: { readonly promise?: string; readonly answer?: string }) => `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Deferred Items

- Import of the old tide${places.promise ?? ''} tables
- Nobody answers this one
//- /docs/001/TODO001_phase5_notes.md
# Phase 5 Notes

## Work

- [x] Import of the old tide${places.answer ?? ''} tables
`;

test('from what is put off to where it is answered, and back', async () => {
  assert.deepEqual(await at(handedOver({ promise: '$0' }), 'definitions'), ['TODO001_phase5_notes.md:5:7+29']);
  assert.deepEqual(await at(handedOver({ answer: '$0' }), 'definitions'), ['TODO001_phase4_handoff.md:5:3+29']);
  const both = ['TODO001_phase4_handoff.md:5:3+29', 'TODO001_phase5_notes.md:5:7+29'];
  for (const where of [{ promise: '$0' }, { answer: '$0' }]) {
    assert.deepEqual(await at(handedOver(where), 'all references'), both);
    assert.deepEqual(await at(handedOver(where), 'references'), both.slice(1));
  }
});
