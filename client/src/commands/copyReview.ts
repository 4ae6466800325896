import * as vscode from 'vscode';
import { reviewMarkdownRequest } from '../../../server/src/reviewProtocol';
import type { Command } from '../services';
import { showStatusMessage } from '../statusMessage';

/** Copies the document under review, or else what the Evidence view shows, as Markdown for a pull request. */
export const copyReview: Command =
  ({ server, review, claims, claimFilter }) =>
  async () => {
    const current = await review.review();
    const params = current
      ? { uris: [current.uri], claims: undefined }
      : shownClaims((await claims.claims()).filter((claim) => claimFilter.isShown(claim)));
    await vscode.env.clipboard.writeText(await server.request(reviewMarkdownRequest, params));
    showStatusMessage(vscode.l10n.t('$(clippy) Phase Docs: the review is in the clipboard, as Markdown.'));
  };

function shownClaims(shown: readonly { readonly document: { uri: string }; readonly claim: { id: string } }[]) {
  const claims: Record<string, string[]> = {};
  for (const { document, claim } of shown) (claims[document.uri] ??= []).push(claim.id);
  return { uris: Object.keys(claims), claims };
}
