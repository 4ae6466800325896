import * as vscode from 'vscode';
import { answerRequest, reviewRequest, type AnswerResult, type ClaimAnswer } from '../../../server/src/reviewProtocol';
import type { Server } from '../server';
import { toRange } from '../toEditor';

/** Which claim of which document is answered. */
export interface AnsweredClaim {
  readonly uri: string;
  readonly claimId: string;
}

/** How often somebody else may write into the review while we do. */
const attempts = 3;

/**
 * Writes an answer into the review beside the document and saves it, unless it has unsaved changes. What the file says
 * besides stays as it is.
 *
 * @throws with words for the user if it cannot be written
 */
export async function writeAnswer(
  server: Server,
  claim: AnsweredClaim,
  answer: ClaimAnswer,
  note: string | undefined,
): Promise<void> {
  const review = await server.request(reviewRequest, { uri: claim.uri, authors: false });
  if (!review) throw new Error(vscode.l10n.t('This is no phase document any more.'));
  const uri = vscode.Uri.parse(review.reviewUri);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const document = await openIfThere(uri);
    const { version, isDirty = false } = document ?? {};
    const text = document?.getText() ?? null;
    const result = await server.request(answerRequest, { ...claim, answer, note, date: today(), text });
    if (result.problem !== undefined) {
      if (document) await vscode.window.showTextDocument(document, { preview: false });
      throw new Error(result.problem);
    }
    // Somebody typed into it meanwhile: the places are other ones now.
    if (document && document.version !== version) continue;
    if (await applyResult(uri, result)) {
      // What the user has not saved yet is not ours to save; the server reads it from the editor.
      if (!isDirty) await (document ?? (await vscode.workspace.openTextDocument(uri))).save();
      return;
    }
  }
  throw new Error(vscode.l10n.t('The review could not be written.'));
}

async function applyResult(uri: vscode.Uri, { created, edits }: AnswerResult): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  if (created !== undefined) {
    const contents = new TextEncoder().encode(created);
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents });
  }
  for (const { range, newText } of edits) edit.replace(uri, toRange(range), newText);
  return vscode.workspace.applyEdit(edit);
}

async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    // There is no review yet.
    return undefined;
  }
  return vscode.workspace.openTextDocument(uri);
}

/** As the calendar of the reviewer has it. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
