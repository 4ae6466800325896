import * as vscode from 'vscode';
import { nextFindingRequest, type NextFindingParams } from '../../../server/src/protocol';
import type { Command, Services } from '../services';
import { showStatusMessage } from '../statusMessage';
import { toRange, type PlainPosition } from '../toEditor';

/**
 * Goes to the next or previous claim whose evidence is missing, over all documents of the workspace, open or not, and
 * from the last to the first. A code lens gives the place to start from; otherwise it is the cursor.
 */
export const goToMissingEvidence =
  (direction: NextFindingParams['direction']): Command<[uri?: string, position?: PlainPosition]> =>
  (services) =>
  async (uri, position) => {
    const start = typeof uri === 'string' ? { uri, position } : placeOfCursor();
    await goTo(services, { ...start, direction }, vscode.l10n.t('$(pass) Phase Docs: no evidence is missing.'));
  };

/** @param none what to say if there is nothing to go to; without a place, the walk starts at the cursor */
export async function goTo({ server }: Services, params: NextFindingParams, none: string): Promise<void> {
  const finding = await server.request(nextFindingRequest, { ...placeOfCursor(), ...params });
  if (!finding) {
    showStatusMessage(none);
    return;
  }
  const target = toRange(finding.location.range);
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(finding.location.uri), {
    selection: new vscode.Range(target.start, target.start),
  });
  editor.revealRange(target, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  // Says at the place what is claimed and what was found, without taking the focus: the next key press goes on.
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
  showStatusMessage(vscode.l10n.t('$(search) {0} of {1}: {2}', finding.index, finding.total, finding.message));
}

/** The start of the selection: from within a finding, the previous one is then not the same again. */
function placeOfCursor(): Pick<NextFindingParams, 'uri' | 'position'> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return {};
  const { line, character } = editor.selection.start;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
