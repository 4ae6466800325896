import * as vscode from 'vscode';

/** `pier: docs`: initiatives of several folders may have the same name. In a workspace of one folder, the label alone. */
export function withFolder(label: string, uri: string): string {
  const isAlone = (vscode.workspace.workspaceFolders ?? []).length < 2;
  const folder = isAlone ? undefined : vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri));
  return folder ? `${folder.name}: ${label}` : label;
}
