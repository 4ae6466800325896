import * as vscode from 'vscode';
import { documentStatusRequest, type DocumentStatus } from '../../../server/src/protocol';
import { commandIds } from '../commandIds';
import type { BaseServices } from '../services';
import { claimParts, findingParts } from './counts';
import { createTooltip } from './tooltip';

/** Shows how the phase document in the editor stands; nothing for other documents. */
export function registerStatusBar({ server, project, output }: BaseServices): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('phaseDocs.document', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Phase Docs: Evidence');
  item.command = commandIds.nextMissingEvidence;
  let asked = new vscode.CancellationTokenSource();

  const update = async (): Promise<void> => {
    asked.cancel();
    asked.dispose();
    asked = new vscode.CancellationTokenSource();
    const { token } = asked;
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'markdown' || server.state !== 'running') {
      item.hide();
      return;
    }
    try {
      const status = await server.request(documentStatusRequest, { uri: document.uri.toString() }, token);
      if (token.isCancellationRequested) return;
      if (status) show(item, status);
      else item.hide();
    } catch (error) {
      if (!token.isCancellationRequested) output.error('The status of the document cannot be read.', error);
    }
  };

  void update();
  return vscode.Disposable.from(
    item,
    { dispose: () => asked.dispose() },
    vscode.window.onDidChangeActiveTextEditor(update),
    // Comes after each change of a document that matters, its own or another's.
    project.onDidChange(update),
  );
}

function show(item: vscode.StatusBarItem, { title, counts, claims }: DocumentStatus): void {
  const findings = findingParts(counts);
  const icon = counts.errors > 0 ? '$(error)' : counts.warnings > 0 ? '$(warning)' : '$(pass)';
  const claimsText = claims.total > 0 ? claimParts(claims) : [vscode.l10n.t('No claims')];
  const counted = claims.total - claims.waived;
  const text = counted > 0 ? vscode.l10n.t('Evidence {0}/{1}', claims.supported, counted) : 'Phase Docs';
  item.text = `${icon} ${text}`;
  const invitation = vscode.l10n.t('Click to go to the next missing evidence');
  item.tooltip = createTooltip(title, [...claimsText, ...findings].join(' · '), invitation);
  item.accessibilityInformation = { label: [title, ...claimsText, ...findings].join(', '), role: 'button' };
  item.show();
}
