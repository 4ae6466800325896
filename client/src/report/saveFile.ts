import * as vscode from 'vscode';

/** Where people keep what they export: beside the first folder's documents. */
function defaultUri(name: string): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, name);
}

/** Asks where to save; the dialog asks before it takes a file that is there. @returns undefined if the user thinks better of it */
export function askForTarget(name: string, kind: string, extension: string): Thenable<vscode.Uri | undefined> {
  const uri = defaultUri(name);
  return vscode.window.showSaveDialog({
    ...(uri && { defaultUri: uri }),
    filters: { [kind]: [extension] },
    title: vscode.l10n.t('Save Report'),
  });
}

export async function saveText(target: vscode.Uri, text: string): Promise<void> {
  await saveBytes(target, new TextEncoder().encode(text));
}

export async function saveBytes(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(target, bytes);
}
