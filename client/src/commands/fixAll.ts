import * as vscode from 'vscode';
import { fixAllRequest, type FixAllParams } from '../../../server/src/protocol';
import type { Command, Services } from '../services';
import { showStatusMessage } from '../statusMessage';

/**
 * Applies all safe fixes, those of one rule or of all, in the document of the editor unless told otherwise. One undo takes
 * the fixes of a document back.
 */
export const fixAll: Command<[params?: FixAllParams]> = (services) => async (params) => {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const wanted = params ?? (uri === undefined ? undefined : { uri });
  if (wanted) await applyFixes(wanted, services);
};

/** The same in all documents of the workspace, open or not. */
export const fixWorkspace: Command = (services) => () => applyFixes({}, services);

async function applyFixes(params: FixAllParams, { server }: Services): Promise<void> {
  const { edit, findings, documents } = await vscode.window.withProgress(
    {
      location: params.uri === undefined ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window,
      title: vscode.l10n.t('Phase Docs: fixing what is safe to fix'),
      cancellable: true,
    },
    (_progress, token) => server.request(fixAllRequest, params, token),
  );
  if (findings === 0) {
    showStatusMessage(vscode.l10n.t('$(pass) Phase Docs: nothing to fix that needs no look.'));
    return;
  }
  const isApplied = await vscode.workspace.applyEdit(await server.toWorkspaceEdit(edit), { isRefactoring: true });
  // The editor says why.
  if (!isApplied) return;
  showStatusMessage(
    documents === 1
      ? vscode.l10n.t('$(pass) Phase Docs: {0} fixed.', findings)
      : vscode.l10n.t('$(pass) Phase Docs: {0} fixed in {1} documents.', findings, documents),
  );
}
