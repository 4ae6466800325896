import * as vscode from 'vscode';
import { planConfigurationRequest } from '../../../server/src/authoringProtocol';
import type { Command } from '../services';
import { createFiles } from '../scaffold/createFiles';
import { showStatusMessage } from '../statusMessage';

/** Creates `.phase-docs.yaml` from what the documents show, and opens it. One that is there is only opened. */
export const createConfiguration: Command<[folder?: vscode.Uri]> =
  ({ server }) =>
  async (given) => {
    const folder = given ?? (await chooseFolder());
    if (!folder) return;
    const plan = await server.request(planConfigurationRequest, { uri: folder.toString() });
    if (!plan) return;
    await createFiles([plan]);
    await vscode.window.showTextDocument(vscode.Uri.parse(plan.uri), { preview: false });
    showStatusMessage(vscode.l10n.t('$(gear) Phase Docs: {0}', plan.summary));
  };

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    showStatusMessage(vscode.l10n.t('$(info) Phase Docs: open a folder to create a configuration in.'));
    return undefined;
  }
  const [only] = folders;
  if (folders.length === 1) return only?.uri;
  return (await vscode.window.showWorkspaceFolderPick())?.uri;
}
