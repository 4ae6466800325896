import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { exists, startedExtension, uriOf, waitFor } from './support/harbor';

const notes = 'TODO001_phase2_notes.md';
const referring = ['PHASE2_PROMPT.md', 'TODO001.md'];

suite('Renaming', () => {
  suiteSetup(startedExtension);

  const textOf = async (file: string) => (await vscode.workspace.openTextDocument(uriOf(file))).getText();
  const texts = () => Promise.all(referring.map(textOf));
  const renameFile = async (from: string, to: string, edit = new vscode.WorkspaceEdit()) => {
    edit.renameFile(uriOf(from), uriOf(to));
    assert.ok(await vscode.workspace.applyEdit(edit), 'the editor refused to rename');
    await waitFor(to, () => exists(to));
    await vscode.workspace.saveAll();
  };

  test('a document in the explorer: references follow, there and back', async () => {
    const renamed = 'TODO001_phase2_work_notes.md';
    const before = await texts();
    await renameFile(notes, renamed);
    const expected = before.map((text) => text.replaceAll(notes, renamed));
    assert.deepEqual(await texts(), expected);
    await renameFile(renamed, notes);
    assert.deepEqual(await texts(), before);
  });

  test('a document from a reference: its edits are not made twice when the file is renamed', async () => {
    // Another name than before: what a file watcher tells late is of that one.
    const renamed = 'TODO001_phase2_building_notes.md';
    const before = await texts();
    const rename = async (from: string, to: string) => {
      const document = await vscode.workspace.openTextDocument(uriOf('PHASE2_PROMPT.md'));
      const position = document.positionAt(document.getText().indexOf(from) + 2);
      const edit = await waitFor('the edits', () =>
        vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          position,
          to,
        ),
      );
      // The edits alone: those that are marked to be confirmed would wait for somebody.
      const plain = new vscode.WorkspaceEdit();
      for (const [uri, edits] of edit.entries()) plain.set(uri, edits);
      assert.ok(edit.entries().length >= referring.length);
      await renameFile(from, to, plain);
    };
    await rename(notes, renamed);
    assert.deepEqual(
      await texts(),
      before.map((text) => text.replaceAll(notes, renamed)),
    );
    await waitFor('the new name to be known', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'Phase 2 Notes',
      );
      return found.some(({ location }) => location.uri.path.endsWith(renamed));
    });
    await rename(renamed, notes);
    assert.deepEqual(await texts(), before);
  });
});
