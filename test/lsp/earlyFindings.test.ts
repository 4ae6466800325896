import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { connect, rootUri } from './connect';

const handoff = `# Phase 1 Handoff

## Results

- **Uptime**: 100% achieved
- See [the plan](../../other/plan_phase1_notes.md#goals)
`;
const near = '/docs/initiatives/pier/001/TODO001_phase1_handoff.md';
const beside = '/docs/initiatives/pier/001/TODO001_phase2_notes.md';
const far = '/docs/other/plan_phase1_notes.md';

test('an open document has its findings before the workspace is read, and again afterwards', async () => {
  const files = { [near]: handoff, [beside]: '# Phase 2 Notes\n', [far]: '# Phase 1 Notes\n\n## Aims\n' };
  const order: string[] = [];
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let letListing = (): void => undefined;
  const opened = new Promise<void>((resolve) => (letListing = resolve));
  const client = await connect(files, {
    host: {
      readFile: async (uri) => {
        const path = decodeURIComponent(uri.slice(rootUri.length)) as keyof typeof files;
        if (path === far) await held;
        order.push(path);
        return files[path];
      },
      // The listing answers only when the document is open: editors open it at once, and disks take longer.
      listFiles: async () => {
        await opened;
        return Object.keys(files).map((path) => ({ path: path.slice(1) }));
      },
    },
  });
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: client.uri(near), languageId: 'markdown', version: 1, text: handoff },
  });
  // An answer to a request that waits for nothing: what was sent before has been taken in.
  await client.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: client.uri(near) } });
  letListing();
  const pull = async () => {
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: client.uri(near) },
    });
    return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
  };
  const early = await pull();
  assert.ok(early.includes('unsupported-claim'), early.join());
  assert.ok(!early.includes('unresolved-reference'), 'nobody knows the headings of the other document yet');
  assert.deepEqual(order, [beside]);

  const refreshed = client.next('workspace/diagnostic/refresh');
  release();
  await refreshed;
  assert.deepEqual(order, [beside, far]);
  const late = await pull();
  assert.ok(late.includes('unresolved-reference'), late.join());
  assert.deepEqual(client.errors, []);
  await client.close();
});
