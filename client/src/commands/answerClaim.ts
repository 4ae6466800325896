import * as vscode from 'vscode';
import { claimAnswers, type ClaimAnswer } from '../../../server/src/reviewProtocol';
import type { PlacedClaim } from '../claims/claimIndex';
import { answerIcon, reviewStateName } from '../claims/claimWords';
import { claimAt, claimAtCursor } from '../review/claimAtCursor';
import { writeAnswer } from '../review/writeAnswer';
import type { Command, Services } from '../services';
import { showStatusMessage } from '../statusMessage';
import { showClaim } from './showClaim';

/** A row of a view, a reply in a comment thread, or the view that has the focus, as key bindings give it. */
type AnswerTarget = PlacedClaim | vscode.CommentReply | { readonly view: 'evidence' | 'review' };

/**
 * Records what a reviewer says of a claim: of a row, of a comment thread, or of the claim at the cursor. Without an answer,
 * asks for one; without a note, asks for that too.
 */
export const answerClaim =
  (answer?: ClaimAnswer): Command<[target?: AnswerTarget, note?: unknown]> =>
  (services) =>
  async (target, note) => {
    const placed = await findClaim(services, target);
    if (!placed) {
      showStatusMessage(vscode.l10n.t('$(info) Phase Docs: there is no claim here to answer.'));
      return;
    }
    const chosen = answer ?? (await askForAnswer(placed));
    if (!chosen) return;
    const isReply = target !== undefined && 'thread' in target;
    const words = isReply ? target.text : typeof note === 'string' ? note : await askForNote(placed, chosen);
    if (words === undefined) return;
    try {
      await writeAnswer(services.server, { uri: placed.document.uri, claimId: placed.claim.id }, chosen, words);
    } catch (error) {
      services.output.error('An answer could not be written.', error);
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      return;
    }
    // A thread that the user began stands beside the one that shows the answer.
    if (isReply && !services.comments.claimOf(target.thread)) target.thread.dispose();
    services.project.refresh();
    await goOn(services, placed);
  };

async function findClaim(services: Services, target: AnswerTarget | undefined): Promise<PlacedClaim | undefined> {
  const { server, comments, evidenceView, reviewView } = services;
  if (!target) return claimAtCursor(server);
  if ('claim' in target) return target;
  if ('view' in target) {
    // The arrow keys move the focus of a tree, which only the editor knows, not its selection.
    await vscode.commands.executeCommand('list.selectAndPreserveFocus');
    const row = (target.view === 'review' ? reviewView : evidenceView).selected;
    return row?.type === 'claim' ? row : row?.type === 'pointer' || row?.type === 'answer' ? row.parent : undefined;
  }
  const { thread } = target;
  return comments.claimOf(thread) ?? (thread.range && claimAt(server, thread.uri, thread.range.start));
}

async function askForAnswer({ claim }: PlacedClaim): Promise<ClaimAnswer | undefined> {
  const items = claimAnswers.map((answer) => ({
    label: reviewStateName(answer),
    iconPath: new vscode.ThemeIcon(answerIcon(answer)),
    answer,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: claim.label,
    placeHolder: vscode.l10n.t('Your answer to this claim'),
  });
  return picked?.answer;
}

/** Undefined if it was left; empty for an answer without a note. */
function askForNote({ claim }: PlacedClaim, answer: ClaimAnswer): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: `${reviewStateName(answer)}: ${claim.label}`,
    prompt: vscode.l10n.t('A note for the author; Enter without one is fine'),
  });
}

/** In a review, the next claim that is open comes by itself. */
async function goOn(services: Services, answered: PlacedClaim): Promise<void> {
  const { review, reviewView } = services;
  const current = await review.review();
  if (current?.uri !== answered.document.uri) return;
  await reviewView.load();
  const next = reviewView.nextOpen(answered);
  if (next) {
    // The focus first: who answers by keyboard goes on at once.
    await reviewView.focusOn(next);
    await showClaim(services)(next);
  } else {
    showStatusMessage(vscode.l10n.t('$(check) Phase Docs: every claim of this document is answered.'));
  }
}
