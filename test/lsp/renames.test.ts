import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  ProtocolConnection,
  SymbolInformation,
  WorkspaceEdit,
  WorkspaceEditClientCapabilities,
} from 'vscode-languageserver-protocol';
import { connect, type TestClient } from './connect';

const notes = '/docs/001/TODO001_phase4_notes.md';
const prompt = '/docs/001/TODO001_phase5_prompt.md';
const files = {
  [notes]: '# Phase 4 Notes\n\n## Results\n',
  [`${notes}.review.yaml`]: 'version: 1\nreviews: []\n',
  [prompt]: '# Phase 5 Prompt\n\nSee @TODO001_phase4_notes.md#results.\n',
};
const everything: WorkspaceEditClientCapabilities = {
  documentChanges: true,
  resourceOperations: ['create', 'rename', 'delete'],
  changeAnnotationSupport: { groupsOnLabel: true },
};

const newTextOf = (edit: object): unknown => 'newText' in edit && edit.newText;

async function withClient(
  options: Parameters<typeof connect>[1],
  action: (client: TestClient, connection: ProtocolConnection) => Promise<void>,
): Promise<void> {
  const client = await connect(files, options);
  try {
    await action(client, client.connection);
    assert.deepEqual(client.errors, []);
  } finally {
    await client.close();
  }
}

const rename = (client: TestClient, line: number, newName: string) =>
  client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
    textDocument: { uri: client.uri(notes) },
    position: { line, character: 4 },
    newName,
  });

test('a document: changes first, then the file and its review, all to be confirmed', () =>
  withClient({ workspaceEdit: everything, asksForRenames: true }, async (client) => {
    const { capabilities } = client.initialized;
    assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
    const allFiles = { filters: [{ pattern: { glob: '**' } }] };
    assert.deepEqual(capabilities.workspace?.fileOperations, { willRename: allFiles, didRename: allFiles });
    const { documentChanges, changeAnnotations } = await rename(client, 0, 'PHASE4_NOTES.md');
    const [id] = Object.keys(changeAnnotations ?? {});
    assert.equal(changeAnnotations?.[id ?? '']?.needsConfirmation, true);
    const start = { line: 2, character: 5 };
    const range = { start, end: { line: 2, character: 28 } };
    const options = { overwrite: false, ignoreIfExists: false };
    assert.deepEqual(documentChanges, [
      {
        textDocument: { uri: client.uri(prompt), version: null },
        edits: [{ range, newText: 'PHASE4_NOTES.md', annotationId: id }],
      },
      {
        kind: 'rename',
        oldUri: client.uri(notes),
        newUri: client.uri('/docs/001/PHASE4_NOTES.md'),
        options,
        annotationId: id,
      },
      {
        kind: 'rename',
        oldUri: client.uri(`${notes}.review.yaml`),
        newUri: client.uri('/docs/001/PHASE4_NOTES.md.review.yaml'),
        options,
        annotationId: id,
      },
    ]);
  }));

test('a heading: what can be renamed, the edits, and what is refused with its reason', () =>
  withClient({ workspaceEdit: everything, asksForRenames: true }, async (client, connection) => {
    const prepare = (line: number) =>
      connection.sendRequest('textDocument/prepareRename', {
        textDocument: { uri: client.uri(notes) },
        position: { line, character: 4 },
      });
    const range = { start: { line: 2, character: 3 }, end: { line: 2, character: 10 } };
    assert.deepEqual(await prepare(2), { range, placeholder: 'Results' });
    assert.equal(await prepare(1), null);
    const { documentChanges, changeAnnotations } = await rename(client, 2, 'Outcome');
    assert.equal(changeAnnotations, undefined);
    assert.deepEqual(
      documentChanges?.map((change) => 'edits' in change && change.edits.map(newTextOf)),
      [['Outcome'], ['outcome']],
    );
    await assert.rejects(rename(client, 2, ''), /Give it some/);
  }));

test('an editor that renames no files is told so, and gets plain changes otherwise', () =>
  withClient({}, async (client) => {
    assert.equal(client.initialized.capabilities.renameProvider, true);
    assert.deepEqual(client.initialized.capabilities.workspace?.fileOperations, {});
    await assert.rejects(rename(client, 0, 'PHASE4_NOTES.md'), /does not rename files/);
    const { changes } = await rename(client, 2, 'Outcome');
    assert.deepEqual(Object.keys(changes ?? {}), [client.uri(notes), client.uri(prompt)]);
  }));

test('before files are renamed: references and reviews follow', () =>
  withClient({ workspaceEdit: everything, asksForRenames: true }, async (client, connection) => {
    const ask = (from: string, to: string) =>
      connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
        files: [{ oldUri: client.uri(from), newUri: client.uri(to) }],
      });
    const edit = await ask(notes, '/docs/001/old/notes.md');
    assert.deepEqual(
      edit?.documentChanges?.map((change) => ('edits' in change ? change.edits.map(newTextOf)[0] : change.kind)),
      ['old/notes.md', 'rename'],
    );
    assert.equal(edit.changeAnnotations, undefined);
    assert.equal(await ask('/docs/001', '/docs/002'), null);
    assert.equal(await ask('/elsewhere/a.md', '/elsewhere/b.md'), null);
  }));

test('a file that was renamed just now is known by its new name before any watcher tells', () =>
  withClient({ workspaceEdit: everything, asksForRenames: true }, async (client, connection) => {
    const renamed = '/docs/001/PHASE4_NOTES.md';
    client.files.set(renamed, files[notes]);
    client.files.delete(notes);
    client.files.set(prompt, '# Phase 5 Prompt\n\nSee @PHASE4_NOTES.md.\n');
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri(prompt), type: 2 }],
    });
    await connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: client.uri(notes), newUri: client.uri(renamed) }],
    });
    const edit = await connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: [{ oldUri: client.uri(renamed), newUri: client.uri(notes) }],
    });
    assert.deepEqual(
      edit?.documentChanges?.map((change) => 'edits' in change && change.edits.map(newTextOf)[0]),
      ['TODO001_phase4_notes.md'],
    );
  }));

test('symbols of the workspace', () =>
  withClient({}, async (_client, connection) => {
    const found = await connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'result' });
    assert.deepEqual(
      found.map(({ name }) => name),
      ['## Results'],
    );
  }));
