import * as vscode from 'vscode';
import type { Command } from '../services';
import { showStatusMessage } from '../statusMessage';
import type { PhaseTreeNode } from '../views/phaseItems';
import { showClaim } from './showClaim';

/** Begins the review of a document: of a row of the Phases view, a file, or the document in the editor. */
export const reviewDocument: Command<[from?: PhaseTreeNode | vscode.Uri]> = (services) => async (from) => {
  const { review, reviewView } = services;
  const uri = uriOf(from) ?? vscode.window.activeTextEditor?.document.uri.toString();
  if (uri === undefined || !(await review.begin(uri))) {
    showStatusMessage(vscode.l10n.t('$(info) Phase Docs: open a phase document to review it.'));
    return;
  }
  const rows = await reviewView.load();
  const first = reviewView.nextOpen() ?? rows.find((row) => row.type === 'claim');
  if (!first) {
    showStatusMessage(vscode.l10n.t('$(info) Phase Docs: this document makes no claims.'));
    return;
  }
  await vscode.commands.executeCommand('phaseDocs.review.focus');
  await reviewView.focusOn(first);
  await showClaim(services)(first);
};

export const endReview: Command =
  ({ review }) =>
  () =>
    review.end();

function uriOf(from: PhaseTreeNode | vscode.Uri | undefined): string | undefined {
  if (from instanceof vscode.Uri) return from.toString();
  return from?.type === 'document' ? from.data.uri : undefined;
}
