import * as vscode from 'vscode';
import { scaffoldSourcesRequest, type ScaffoldFile, type ScaffoldParams } from '../../../server/src/authoringProtocol';
import { createFiles } from '../scaffold/createFiles';
import { requestPlan } from '../scaffold/plan';
import { askForFiles } from '../scaffold/questions';
import type { Server } from '../server';
import type { Command } from '../services';
import { showStatusMessage } from '../statusMessage';
import type { PhaseTreeNode } from '../views/phaseItems';

/**
 * Creates the documents of the next phase after a preview, and opens the first. A row of the Phases view says which
 * phase has ended; a whole request, as tests make it, asks nothing and previews nothing.
 */
export const scaffoldNextPhase: Command<[from?: PhaseTreeNode | ScaffoldParams]> =
  ({ server }) =>
  async (from) => {
    const files =
      from && 'initiativeId' in from ? (await requestPlan(server, from)).created : await askFrom(server, from);
    if (!files) return;
    const [first] = files;
    if (!first) {
      showStatusMessage(vscode.l10n.t('$(info) Phase Docs: all documents of the phase are there already.'));
      return;
    }
    await createFiles(files);
    await vscode.window.showTextDocument(vscode.Uri.parse(first.uri), { preview: false });
    showStatusMessage(vscode.l10n.t('$(new-file) Phase Docs: documents created: {0}', files.length));
  };

async function askFrom(server: Server, row?: PhaseTreeNode): Promise<readonly ScaffoldFile[] | undefined> {
  const ended = row?.type === 'phase' ? row.data.documents[0]?.uri : undefined;
  const uri = ended ?? vscode.window.activeTextEditor?.document.uri.toString();
  const [first, ...others] = await server.request(scaffoldSourcesRequest, { uri });
  if (!first) {
    showStatusMessage(vscode.l10n.t('$(info) Phase Docs: there is no phase to continue from.'));
    return undefined;
  }
  return askForFiles(server, ended === undefined ? [first, ...others] : [first]);
}
