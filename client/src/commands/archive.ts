import * as vscode from 'vscode';
import { planArchiveRequest } from '../../../server/src/authoringProtocol';
import { createFiles } from '../scaffold/createFiles';
import type { Command } from '../services';
import { showStatusMessage } from '../statusMessage';
import { documentsBelow, type PhaseTreeNode } from '../views/phaseItems';

/**
 * Declares a phase or an initiative as finished in the configuration: its documents are read as reference and no longer
 * checked. No file is moved; the change of a configuration that is there waits to be looked at and saved.
 */
export const archive: Command<[row?: PhaseTreeNode]> =
  ({ server }) =>
  async (row) => {
    if (!row) return;
    const uris = documentsBelow(row).map(({ uri }) => uri);
    const plan = await server.request(planArchiveRequest, { uris });
    if (!plan) {
      showStatusMessage(vscode.l10n.t('$(error) Phase Docs: the configuration has mistakes; correct them first.'));
      return;
    }
    const uri = vscode.Uri.parse(plan.uri);
    if (plan.exists) await replaceText(uri, plan.text);
    else await createFiles([plan]);
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    const line = editor.document.positionAt(Math.max(0, editor.document.getText().indexOf(plan.globs[0] ?? ''))).line;
    editor.revealRange(editor.document.lineAt(line).range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    showStatusMessage(
      vscode.l10n.t(
        '$(archive) Phase Docs: nothing was moved. Once saved, these documents are kept as reference only.',
      ),
    );
  };

async function replaceText(uri: vscode.Uri, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}
