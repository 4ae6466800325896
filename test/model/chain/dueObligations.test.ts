/** Answers that were found are kept until one of the documents in which they are looked for says something else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueObligations } from '../../../server/src/model/chain/dueObligations';
import { ProjectChain } from '../../../server/src/model/chain/projectChain';
import { neverCancelled } from '../../../server/src/host';
import { openWorkspace } from '../../support/inMemoryWorkspace';

const path = '/docs/001/TODO001_phase4_handoff.md';
const answering = '/docs/001/TODO001_phase5_handoff.md';

test('a keystroke in a hand-off does not look for all answers again', async () => {
  const text = '# Phase 4 Handoff\n\nx\n\n## Deferred Items\n\n- Paint the bollards\n- Oil the winches\n';
  const workspace = await openWorkspace({ [path]: text, [answering]: '# Phase 5 Handoff\n\n- Oil the winches\n' });
  const { service, files } = workspace;
  const uri = workspace.uri(path);
  service.openDocument(uri, text);
  const obligations = () => {
    const chain = new ProjectChain();
    for (const entry of service.documents()) chain.set(entry);
    const entry = service.document(uri);
    assert.ok(entry);
    return [...dueObligations(entry, { chain })].flatMap((due) => due.obligations.map(({ obligation }) => obligation));
  };
  const first = obligations();
  assert.deepEqual(
    first.map(({ state }) => state),
    ['open', 'answered'],
  );
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } };
  service.changeDocument(uri, [{ range, text: 'y\n\n' }]);
  const moved = obligations();
  assert.ok(moved.length === 2 && moved.every((obligation, index) => obligation === first[index]));
  files.set(answering, '# Phase 5 Handoff\n\n- Paint the bollards\n');
  await service.filesChanged([{ uri: workspace.uri(answering), type: 'changed' }], neverCancelled);
  assert.deepEqual(
    obligations().map(({ state }) => state),
    ['answered', 'open'],
  );
});
