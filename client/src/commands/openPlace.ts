import * as vscode from 'vscode';
import type { Command } from '../services';
import type { PlainPosition } from '../toEditor';

/** Opens a place that a report links to, beside the report. */
export const openPlace: Command<[uri?: string, position?: PlainPosition]> = () => async (uri, position) => {
  if (typeof uri !== 'string') return;
  const at = new vscode.Position(position?.line ?? 0, position?.character ?? 0);
  const isReportActive = vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview;
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    viewColumn: isReportActive ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
    preview: true,
    selection: new vscode.Range(at, at),
  });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
};
