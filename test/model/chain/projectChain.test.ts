/** An edit costs what it changes, however many documents there are; those who depend on it are told, others are not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metricConflicts } from '../../../server/src/model/chain/metricConflicts';
import { ProjectChain } from '../../../server/src/model/chain/projectChain';
import { neverCancelled } from '../../../server/src/host';
import { countWork } from '../../support/countWork';
import { openWorkspace, type InMemoryWorkspace } from '../../support/inMemoryWorkspace';

const kinds = ['notes', 'handoff', 'testing_summary'];

function project(initiatives: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let initiative = 0; initiative < initiatives; initiative++) {
    for (let phase = 1; phase <= 4; phase++) {
      for (const kind of kinds) {
        files[`/docs/i${initiative}/TODO001_phase${phase}_${kind}.md`] =
          `# Phase ${phase} ${kind}\n\n**Success Rate**: 90% of the tests passed\n\n- [ ] Task of ${phase}\n`;
      }
    }
    files[`/docs/i${initiative}/TODO001.md`] = '# TODO001\n\n- Phase 1: ✅ COMPLETED\n- Phase 2: ✅ COMPLETED\n';
  }
  return files;
}

const edited = '/docs/i1/TODO001_phase2_notes.md';

async function openEdited(initiatives: number): Promise<InMemoryWorkspace> {
  const workspace = await openWorkspace(project(initiatives));
  workspace.service.openDocument(workspace.uri(edited), workspace.files.get(edited) ?? '');
  return workspace;
}

function typeDigit(workspace: InMemoryWorkspace, digit: string): void {
  const range = { start: { line: 2, character: 18 }, end: { line: 2, character: 19 } };
  workspace.service.changeDocument(workspace.uri(edited), [{ range, text: digit }]);
}

function tick(workspace: InMemoryWorkspace, mark: string): void {
  const range = { start: { line: 4, character: 3 }, end: { line: 4, character: 4 } };
  workspace.service.changeDocument(workspace.uri(edited), [{ range, text: mark }]);
}

test('an edit among 1,500 documents is as much work as among 40', async () => {
  const [few, many] = [await openEdited(3), await openEdited(116)];
  assert.ok(many.service.documents().length > 1_500);
  // The first edits of both are not counted: they fill caches.
  for (const workspace of [few, many]) for (const mark of 'x x ') tick(workspace, mark);
  const small = countWork(() => tick(few, 'x'));
  const large = countWork(() => tick(many, 'x'));
  assert.ok(small > 0 && large < 1.5 * small, `${large} after ${small}`);
});

test('only the phase that was edited is looked at again', async () => {
  const workspace = await openEdited(3);
  const chain = new ProjectChain();
  for (const entry of workspace.service.documents()) chain.set(entry);
  const view = (initiative: number, phase: string) => chain.phase(`docs/i${initiative}`, phase);
  const before = [view(1, '1'), view(1, '2'), view(1, '3'), view(0, '2')];
  assert.deepEqual(before.map(metricConflicts), [[], [], [], []]);
  typeDigit(workspace, '5');
  const entry = workspace.service.document(workspace.uri(edited));
  assert.ok(entry);
  const affected = chain.set(entry);
  const after = [view(1, '1'), view(1, '2'), view(1, '3'), view(0, '2')];
  assert.deepEqual(
    after.map((now, index) => now === before[index]),
    [true, false, true, true],
  );
  assert.equal(metricConflicts(view(1, '2')).length, 2);
  assert.deepEqual([...affected].sort(), [
    'docs/i1/TODO001.md',
    // What phase 1 left open is looked for in phase 2.
    'docs/i1/TODO001_phase2_handoff.md',
    'docs/i1/TODO001_phase2_testing_summary.md',
  ]);
});

test('findings of other documents follow an edit, and their places follow a save', async () => {
  const workspace = await openEdited(2);
  const { service, files } = workspace;
  const other = workspace.uri('/docs/i1/TODO001_phase2_handoff.md');
  const conflicts = async () =>
    (await service.diagnose(other, neverCancelled)).filter(({ rule }) => rule === 'conflicting-metric');
  assert.equal((await conflicts()).length, 0);
  typeDigit(workspace, '5');
  typeDigit(workspace, '5');
  const [found] = await conflicts();
  assert.equal(found?.related[0]?.uri, workspace.uri(edited));
  assert.equal(found.related[0].range.start.line, 2);
  const start = { line: 1, character: 0 };
  service.changeDocument(workspace.uri(edited), [{ range: { start, end: start }, text: '\n\n' }]);
  files.set(edited, '# Phase 2 notes\n\n\n\n**Success Rate**: 95% of the tests passed\n');
  const affected = await service.filesChanged([{ uri: workspace.uri(edited), type: 'changed' }], neverCancelled);
  assert.ok(affected.includes(other));
  assert.equal((await conflicts())[0]?.related[0]?.range.start.line, 4);
});

test('a document that is gone says nothing any more', async () => {
  const workspace = await openWorkspace({
    '/docs/001/TODO001_phase4_notes.md': '# Phase 4 Notes\n\n**Success Rate**: 80% of the tests passed\n',
    '/docs/001/TODO001_phase4_handoff.md': '# Phase 4 Handoff\n\n**Success Rate**: 90% of the tests passed\n',
  });
  const { service, files } = workspace;
  const count = async () =>
    (await service.diagnose(workspace.uri('/docs/001/TODO001_phase4_handoff.md'), neverCancelled)).filter(
      ({ rule }) => rule === 'conflicting-metric',
    ).length;
  assert.equal(await count(), 1);
  files.delete('/docs/001/TODO001_phase4_notes.md');
  await service.filesChanged(
    [{ uri: workspace.uri('/docs/001/TODO001_phase4_notes.md'), type: 'deleted' }],
    neverCancelled,
  );
  assert.equal(await count(), 0);
});
