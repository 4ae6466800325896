/** Clients that send what nobody expects, and clients that can do less than VS Code. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { connect, type TestClient } from './connect';

const handoff = '/docs/001/TODO001_phase4_handoff.md';
const project = { [handoff]: '# Phase 4 Handoff\n\n**Status**: ✅ COMPLETE\n\n## Results\n\n- ✅ IN PROGRESS\n' };

async function withServer(run: (client: TestClient) => Promise<void>, options?: Parameters<typeof connect>[1]) {
  const client = await connect(project, options);
  try {
    await run(client);
  } finally {
    await client.close();
  }
}

const pull = (client: TestClient) =>
  client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: client.uri(handoff) },
  });

const actions = (client: TestClient) =>
  client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: client.uri(handoff) },
    range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    context: { diagnostics: [] },
  });

const junk: readonly object[] = [
  {},
  { textDocument: null, context: null, range: null, previousResultIds: null, changes: null },
  { textDocument: { uri: 5, text: {} }, position: 'x', range: [], context: { only: 7 }, contentChanges: [null] },
  { textDocument: { uri: 'not a uri\u0000' }, position: { line: -1, character: 1e9 }, range: {}, context: {} },
  { previousResultIds: [null], changes: [null], contentChanges: 'x', uri: {}, direction: 3 },
];
const requests = [
  'diagnostic',
  'codeAction',
  'codeLens',
  'completion',
  'documentLink',
  'documentSymbol',
  'foldingRange',
  'hover',
  'inlayHint',
].map((name) => `textDocument/${name}`);
const custom = ['tree', 'nextFinding', 'documentStatus', 'insertableSections', 'scaffoldSources', 'rulePage'];
const notifications = [
  ...['didOpen', 'didChange', 'didClose'].map((name) => `textDocument/${name}`),
  ...['didChangeWatchedFiles', 'didChangeConfiguration'].map((name) => `workspace/${name}`),
];

test('parameters that make no sense get an empty answer, and the server goes on', () =>
  withServer(async (client) => {
    const before = await pull(client);
    for (const params of junk) {
      for (const method of notifications) await client.connection.sendNotification(method, params);
      for (const method of [...requests, ...custom.map((name) => `phaseDocs/${name}`)]) {
        const answer: unknown = await client.connection.sendRequest(method, params);
        assert.notEqual(answer, undefined, method);
      }
    }
    assert.deepEqual(await pull(client), before);
    assert.ok((await actions(client)).length > 0);
  }));

test('links to commands go to clients that follow them', async () => {
  for (const commandLinks of [true, false])
    await withServer(
      async (client) => {
        const report = await pull(client);
        assert.ok(report.kind === 'full' && report.items.length > 0);
        for (const { codeDescription } of report.items)
          assert.equal(codeDescription?.href.startsWith('command:phaseDocs.showRule?') ?? false, commandLinks);
      },
      { commandLinks },
    );
});

test('edits have the form that the client understands', async () => {
  const edits = async (workspaceEdit?: NonNullable<Parameters<typeof connect>[1]>['workspaceEdit']) => {
    let found: readonly CodeAction[] = [];
    await withServer(async (client) => {
      found = await actions(client);
    }, workspaceEdit && { workspaceEdit });
    return found.find(({ title }) => title === 'Replace ✅ by 🔄')?.edit;
  };
  const change = {
    range: { start: { line: 6, character: 2 }, end: { line: 6, character: 3 } },
    newText: '🔄',
  };
  const uri = `file:///w${handoff}`;
  assert.deepEqual(await edits(), { changes: { [uri]: [change] } });
  assert.deepEqual(await edits({ documentChanges: true }), {
    documentChanges: [{ textDocument: { uri, version: null }, edits: [change] }],
  });
});
