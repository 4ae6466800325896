import assert from 'node:assert/strict';
import * as vscode from 'vscode';

suite('Phase Docs', () => {
  test('activates', async () => {
    const extension = vscode.extensions.getExtension('phase-docs.phase-docs');
    assert.ok(extension, 'the extension is not installed');
    await extension.activate();
    assert.ok(extension.isActive);
  });

  test('runs on a workspace with a folder', () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });
});
