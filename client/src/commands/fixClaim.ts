import * as vscode from 'vscode';
import type { PlacedClaim } from '../claims/claimIndex';
import type { Command } from '../services';
import { toRange } from '../toEditor';

/** Opens a claim of a view and offers what can be done about it. */
export const fixClaim: Command<[row?: PlacedClaim]> = () => async (row) => {
  if (row) {
    const { start } = toRange(row.claim.range);
    await vscode.window.showTextDocument(vscode.Uri.parse(row.document.uri), {
      selection: new vscode.Range(start, start),
    });
  }
  await vscode.commands.executeCommand('editor.action.quickFix');
};
