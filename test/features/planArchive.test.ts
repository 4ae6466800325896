import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveGlobs, withArchiveGlobs } from '../../server/src/features/planArchive';
import { neverCancelled } from '../../server/src/host';
import { openWorkspace, type InMemoryWorkspace } from '../support/inMemoryWorkspace';

const files = {
  '/docs/001/TODO001_phase1_handoff.md': '# Phase 1 Handoff\n\n100% of the records were imported\n',
  '/docs/001/TODO001_phase2_notes.md': '# Phase 2 Notes\n',
};

/** What is found in the first document once the plan is carried out. */
async function findingsAfter(workspace: InMemoryWorkspace, uris: readonly string[]): Promise<readonly string[]> {
  const plan = await workspace.service.planArchive(uris);
  assert.ok(plan);
  workspace.files.set(plan.uri.slice('file:///w'.length), plan.text);
  await workspace.service.filesChanged([{ uri: plan.uri, type: plan.exists ? 'changed' : 'created' }], neverCancelled);
  assert.deepEqual(workspace.service.configProblems(), []);
  const [first = ''] = uris;
  return (await workspace.service.diagnose(first, neverCancelled)).map(({ rule }) => rule);
}

test('a phase that is declared as finished is no longer checked', async () => {
  const workspace = await openWorkspace(files);
  const uri = workspace.uri('/docs/001/TODO001_phase1_handoff.md');
  assert.deepEqual((await workspace.service.planArchive([uri]))?.globs, ['/docs/001/TODO001_phase1_handoff.md']);
  assert.deepEqual(await findingsAfter(workspace, [uri]), []);
});

test('where all of an initiative is meant, its folder is named', async () => {
  const workspace = await openWorkspace({ ...files, '/.phase-docs.yaml': '# ours\narchive: [old/] # done\n' });
  const uris = Object.keys(files).map((path) => workspace.uri(path));
  const plan = await workspace.service.planArchive(uris);
  assert.deepEqual([plan?.exists, plan?.globs], [true, ['/docs/001/']]);
  assert.equal(plan?.text, '# ours\narchive: [ old/, /docs/001/ ] # done\n');
  assert.deepEqual(await findingsAfter(workspace, uris), []);
});

test('globs count from the folder of the configuration', () => {
  assert.deepEqual(archiveGlobs('docs', 'docs/001', ['docs/001/a.md'], ['docs/001/a.md', 'docs/001/b.md']), [
    '/001/a.md',
  ]);
  assert.deepEqual(archiveGlobs('docs/001', 'docs/001', ['docs/001/a.md'], ['docs/001/a.md']), ['/a.md']);
});

test('a configuration with mistakes is left alone; what is there already is not told again', () => {
  assert.equal(withArchiveGlobs('archive: [', ['/a/']), undefined);
  assert.equal(withArchiveGlobs('archive: yes', ['/a/']), undefined);
  assert.equal(withArchiveGlobs('['.repeat(10_000), ['/a/']), undefined);
  assert.equal(withArchiveGlobs('', ['/a/']), 'archive:\n  - /a/\n');
  assert.equal(withArchiveGlobs('archive:\n  - /a/\n', ['/a/']), 'archive:\n  - /a/\n');
});
