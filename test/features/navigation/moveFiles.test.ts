import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pathAfter } from '../../../server/src/model/fileMoves';
import { parseDocument } from '../../../server/src/syntax/parseDocument';
import { placedPointers } from '../../../server/src/features/navigation/pointerAt';
import { FileIndex } from '../../../server/src/model/fileIndex';
import { resolvePointer } from '../../../server/src/model/references';
import { openWorkspace, type InMemoryWorkspace } from '../../support/inMemoryWorkspace';
import { carryOut, filesOf, moveFiles, openAtCursor } from '../../support/renames';

type Moves = readonly { readonly from: string; readonly to: string }[];

/** Moves files as the explorer does, there and back. */
async function checkMove(before: string, moves: Moves, after: string): Promise<void> {
  const workspace = await openWorkspace(Object.fromEntries(filesOf(before)));
  const original = [...workspace.files].sort();
  const expected = new Map(workspace.files);
  for (const path of [...expected.keys()])
    if (pathAfter(path, new Map(moves.map(({ from, to }) => [from, to]))) !== path) expected.delete(path);
  for (const [path, text] of filesOf(after)) expected.set(path, text);
  await moveFiles(workspace, moves);
  assert.deepEqual([...workspace.files].sort(), [...expected].sort());
  await moveFiles(
    workspace,
    moves.map(({ from, to }) => ({ from: to, to: from })),
  );
  assert.deepEqual([...workspace.files].sort(), original, 'moving back leaves something behind');
  assert.deepEqual(workspace.errors, []);
}

const workspace = `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

[Prompt](TODO001_phase4_prompt.md), \`../../reports/junit.xml\`, @docs/001/TODO001_phase4_prompt.md, [self](#phase-4-notes)
//- /docs/001/TODO001_phase4_prompt.md
# Phase 4 Prompt

[Notes](./TODO001_phase4_notes.md), \`docs/001/TODO001_phase4_notes.md:2\`, \`reports/junit.xml#a\`, \`src/lock.test.ts > closes\`
//- /reports/junit.xml
<testsuite/>
//- /src/lock.test.ts
//
//- /README.md
# Locks

[Notes](docs/001/TODO001_phase4_notes.md) and [everything](docs/001/).
`;

test('a document that moves to another folder: what leads there, and what it leads to', () =>
  checkMove(
    workspace,
    [{ from: '/docs/001/TODO001_phase4_notes.md', to: '/docs/001/phase4/TODO001_phase4_notes.md' }],
    `
//- /docs/001/phase4/TODO001_phase4_notes.md
# Phase 4 Notes

[Prompt](../TODO001_phase4_prompt.md), \`../../../reports/junit.xml\`, @docs/001/TODO001_phase4_prompt.md, [self](#phase-4-notes)
//- /docs/001/TODO001_phase4_prompt.md
# Phase 4 Prompt

[Notes](./phase4/TODO001_phase4_notes.md), \`docs/001/phase4/TODO001_phase4_notes.md:2\`, \`reports/junit.xml#a\`, \`src/lock.test.ts > closes\`
//- /README.md
# Locks

[Notes](docs/001/phase4/TODO001_phase4_notes.md) and [everything](docs/001/).
`,
  ));

test('a folder that is renamed, with what leads out of it and into it', () =>
  checkMove(
    workspace,
    [{ from: '/docs/001', to: '/docs/locks' }],
    `
//- /docs/locks/TODO001_phase4_notes.md
# Phase 4 Notes

[Prompt](TODO001_phase4_prompt.md), \`../../reports/junit.xml\`, @docs/locks/TODO001_phase4_prompt.md, [self](#phase-4-notes)
//- /docs/locks/TODO001_phase4_prompt.md
# Phase 4 Prompt

[Notes](./TODO001_phase4_notes.md), \`docs/locks/TODO001_phase4_notes.md:2\`, \`reports/junit.xml#a\`, \`src/lock.test.ts > closes\`
//- /README.md
# Locks

[Notes](docs/locks/TODO001_phase4_notes.md) and [everything](docs/locks/).
`,
  ));

test('files of other kinds: evidence and tests', () =>
  checkMove(
    workspace,
    [
      { from: '/reports', to: '/out/ci' },
      { from: '/src/lock.test.ts', to: '/src/locks.test.ts' },
    ],
    `
//- /out/ci/junit.xml
<testsuite/>
//- /src/locks.test.ts
//
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

[Prompt](TODO001_phase4_prompt.md), \`../../out/ci/junit.xml\`, @docs/001/TODO001_phase4_prompt.md, [self](#phase-4-notes)
//- /docs/001/TODO001_phase4_prompt.md
# Phase 4 Prompt

[Notes](./TODO001_phase4_notes.md), \`docs/001/TODO001_phase4_notes.md:2\`, \`out/ci/junit.xml#a\`, \`src/locks.test.ts > closes\`
`,
  ));

test('a file that would come between a reference and what it leads to', async () => {
  const notes = '/docs/001/TODO001_phase4_notes.md';
  const opened = await openWorkspace({
    [notes]: '# Phase 4 Notes\n\nSee `plan.md`.\n',
    '/docs/plan.md': '# The plan\n',
    '/docs/other/draft.md': '# A draft\n',
  });
  await moveFiles(opened, [{ from: '/docs/other/draft.md', to: '/docs/001/plan.md' }]);
  assert.equal(opened.files.get(notes), '# Phase 4 Notes\n\nSee `docs/plan.md`.\n');
});

test('a name that may mean any file of that name is left as it is', async () => {
  const notes = '/docs/001/TODO001_phase4_notes.md';
  const plan = { from: '/docs/a/plan.md', to: '/docs/a/draft.md' };
  const opened = await openWorkspace({
    [notes]: '# Phase 4 Notes\n\nSee `plan.md`.\n',
    [plan.from]: '# One\n',
    '/docs/b/plan.md': '# Another\n',
  });
  const text = opened.files.get(notes);
  await moveFiles(opened, [plan]);
  assert.equal(opened.files.get(notes), text);
  await moveFiles(opened, [{ from: plan.to, to: plan.from }]);
  assert.equal(opened.files.get(notes), text);
});

test('a file that only its name told is followed', async () => {
  const notes = '/docs/001/TODO001_phase4_notes.md';
  const opened = await openWorkspace({ [notes]: '# Phase 4 Notes\n\nSee `plan.md`.\n', '/docs/a/plan.md': '# One\n' });
  await moveFiles(opened, [{ from: '/docs/a/plan.md', to: '/docs/b/draft.md' }]);
  assert.equal(opened.files.get(notes), '# Phase 4 Notes\n\nSee `draft.md`.\n');
});

test('an editor that asks again while it carries out a rename gets no edits twice', async () => {
  const {
    workspace: opened,
    uri,
    position,
  } = await openAtCursor(`
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes$0
//- /docs/001/TODO001_phase5_prompt.md
# Phase 5 Prompt

See [notes](TODO001_phase4_notes.md).
//- /docs/002/notes.md
# Others
`);
  const plan = await opened.service.rename(uri, position, 'notes.md');
  assert.ok(plan && 'changes' in plan);
  // Not carried out: whoever renames the file by hand to the same name gets them all the same.
  assert.deepEqual(await opened.service.willRenameFiles(plan.files), plan.changes);
  await carryOut(opened, { changes: plan.changes, files: [] });
  assert.deepEqual(await opened.service.willRenameFiles(plan.files), []);
});

const folders = ['/docs/a/001', '/docs/a/001/phase4', '/docs/b/001', '/docs', ''];
const names = [
  'TODO001_phase4_notes.md',
  'TODO001_phase4_prompt.md',
  'TODO001_phase5_handoff.md',
  'README.md',
  'plan (1).md',
  'a b.xml',
  'junit.xml',
];
const styles: readonly ((path: string, relative: string) => string)[] = [
  (_path, relative) => `[a](${relative.replaceAll(' ', '%20').replaceAll('(', '%28').replaceAll(')', '%29')})`,
  (_path, relative) => `[b](<${relative}#c>)`,
  (path) => `[d](/${path.replaceAll(' ', '%20').replaceAll('(', '%28').replaceAll(')', '%29')})`,
  (path) => (/[ (]/.test(path) ? '' : `@${path}`),
  (path) => (/[ (]/.test(path) ? '' : `\`${path}:3\``),
  (_path, relative) => (/[ (]/.test(relative) ? '' : `\`${relative}\``),
  (path) => (/[ (]/.test(path) ? '' : `see ${path}.`),
  (path) => (/[ (]/.test(path) ? '' : `\`${path.slice(path.lastIndexOf('/') + 1)}\``),
];

function relativeTo(from: string, to: string): string {
  const up = from.split('/').length - 2;
  return `${'../'.repeat(up)}${to.slice(1)}`;
}

const paths = fc.uniqueArray(fc.tuple(fc.constantFrom(...folders), fc.constantFrom(...names)), {
  minLength: 3,
  maxLength: 9,
  selector: ([folder, name]) => `${folder}/${name}`,
});

/** A workspace whose files refer to each other in every style, and something in it that moves. */
const scenes = paths.chain((places) => {
  const files = places.map(([folder, name]) => `${folder}/${name}`);
  const references = fc.array(
    fc.tuple(fc.constantFrom(...files), fc.constantFrom(...files), fc.nat(styles.length - 1)),
    { minLength: 3, maxLength: 12 },
  );
  const moves = fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...files),
        fc.constantFrom(...folders),
        fc.constantFrom(...names, 'TODO001_phase6_notes.md'),
      )
      .map(([from, folder, name]) => ({ from, to: `${folder}/${name}` })),
    fc
      .tuple(fc.constantFrom('/docs/a', '/docs/a/001', '/docs/b'), fc.constantFrom('/docs/c', '/old/x', '/docs/b/y'))
      .map(([from, to]) => ({ from, to })),
  );
  return fc.record({ files: fc.constant(files), references, move: moves });
});

test('after a move every reference leads where it led before', () =>
  fc.assert(
    fc.asyncProperty(scenes, async ({ files, references, move }) => {
      const moved = new Map([[move.from, move.to]]);
      const after = files.map((path) => pathAfter(path, moved));
      const isPossible = !move.to.startsWith(`${move.from}/`) && new Set(after).size === files.length;
      if (!isPossible || after.every((path) => files.includes(path))) return;
      const texts = new Map(files.map((path) => [path, path.endsWith('.md') ? '# Phase 4\n\n## C\n' : '<a/>\n']));
      for (const [from, to, style] of references) {
        const reference = styles[style]?.(to.slice(1), relativeTo(from, to)) ?? '';
        if (from.endsWith('.md')) texts.set(from, `${texts.get(from) ?? ''}\n${reference}\n`);
      }
      const opened = await openWorkspace(Object.fromEntries(texts));
      const before = targets(opened);
      await moveFiles(opened, [move]);
      const now = targets(await openWorkspace(Object.fromEntries(opened.files)));
      for (const [path, leads] of before) {
        const own = now.get(pathAfter(path, moved));
        // It may be called something now that is no phase document.
        if (!own) continue;
        // What led nowhere for certain may lead somewhere once there are other files.
        const expected = leads.map((target, index) => (target ? pathAfter(target, moved) : own[index]));
        assert.deepEqual(own, expected, JSON.stringify([...opened.files]));
      }
    }),
    { numRuns: 300 },
  ));

/** For each document where its references lead for certain, in their order; undefined for one of which nobody can tell. */
function targets(opened: InMemoryWorkspace): Map<string, readonly (string | undefined)[]> {
  const files = new FileIndex([...opened.files.keys()].map((path) => path.slice(1)));
  const found = new Map<string, readonly (string | undefined)[]>();
  for (const { path } of opened.service.documents()) {
    const pointers = [...placedPointers(parseDocument(opened.files.get(`/${path}`) ?? ''))];
    const leads = pointers.map(({ pointer }) => {
      const resolution = resolvePointer({ ...pointer, fragment: undefined }, path, files, () => undefined);
      return resolution.status === 'found' ? `/${resolution.path}` : undefined;
    });
    found.set(`/${path}`, leads);
  }
  return found;
}
