import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PhaseTree } from '../../server/src/protocol';
import { connect, rootUri } from './connect';

test('hears of folders that come or go while it is still getting ready', async () => {
  const client = await connect({ '/docs/TODO001_phase1_notes.md': '# Phase 1 Notes\n' });
  // Right behind `initialized`, before the client has answered what the server asks of it then.
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ uri: rootUri, name: 'w' }] },
  });
  const tree = await client.connection.sendRequest<PhaseTree>('phaseDocs/tree', {});
  assert.deepEqual(tree.initiatives, []);
  assert.deepEqual(client.errors, []);
  await client.close();
});
