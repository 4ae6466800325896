import * as vscode from 'vscode';
import type { ScaffoldFile } from '../../../server/src/protocol';

/** Creates the files as one change that one undo takes back. Never overwrites. */
export async function createFiles(files: readonly ScaffoldFile[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const file of files) {
    // Should the file have come into being meanwhile, it stays as it is.
    const options = { overwrite: false, ignoreIfExists: true, contents: new TextEncoder().encode(file.text) };
    edit.createFile(vscode.Uri.parse(file.uri), options);
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(vscode.l10n.t('The documents could not be created.'));
  }
}
