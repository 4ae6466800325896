import * as vscode from 'vscode';
import type { ScaffoldFile } from '../../../server/src/authoringProtocol';

/** Creates the files as one change that one undo takes back. Never overwrites. */
export async function createFiles(files: readonly Pick<ScaffoldFile, 'uri' | 'text'>[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const file of files) {
    // Should the file have come into being meanwhile, it stays as it is.
    const options = { overwrite: false, ignoreIfExists: true, contents: new TextEncoder().encode(file.text) };
    edit.createFile(vscode.Uri.parse(file.uri), options);
  }
  const isApplied = await vscode.workspace.applyEdit(edit);
  // An edit of which every file was there already counts as not applied, too.
  if (!isApplied && !(await allExist(files))) {
    throw new Error(vscode.l10n.t('The documents could not be created.'));
  }
}

async function allExist(files: readonly Pick<ScaffoldFile, 'uri'>[]): Promise<boolean> {
  try {
    await Promise.all(files.map((file) => vscode.workspace.fs.stat(vscode.Uri.parse(file.uri))));
    return true;
  } catch {
    return false;
  }
}
