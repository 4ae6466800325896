import * as vscode from 'vscode';
import {
  deriveSchemaRequest,
  documentKindsRequest,
  type DeriveSchemaParams,
} from '../../../server/src/authoringProtocol';
import type { Server } from '../server';
import type { Command } from '../services';
import { showStatusMessage } from '../statusMessage';

/**
 * Makes a schema from documents of the workspace and shows it in a new editor, not yet saved. The explorer gives a
 * folder; a kind, as tests give it, is not asked for.
 */
export const deriveSchema: Command<[folder?: vscode.Uri, kind?: string]> =
  ({ server }) =>
  async (folder, kind) => {
    const below = folder && { folder: folder.toString() };
    const chosen = kind ?? (await chooseKind(server, below?.folder));
    if (chosen === undefined) return;
    const schema = await server.request(deriveSchemaRequest, { ...below, kind: chosen } satisfies DeriveSchemaParams);
    if (!schema) {
      showStatusMessage(vscode.l10n.t('$(info) Phase Docs: there are no documents to learn from.'));
      return;
    }
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: schema.text });
    await vscode.window.showTextDocument(document, { preview: false });
    showStatusMessage(
      vscode.l10n.t('$(pass) Phase Docs: {0} of {1} documents pass this schema.', schema.passing, schema.documents),
    );
  };

async function chooseKind(server: Server, folder: string | undefined): Promise<string | undefined> {
  const kinds = await server.request(documentKindsRequest, { ...(folder !== undefined && { folder }) });
  if (kinds.length === 0) {
    showStatusMessage(vscode.l10n.t('$(info) Phase Docs: there are no documents to learn from.'));
    return undefined;
  }
  const items = kinds.map(({ kind, label, documents }) => ({
    label: kind,
    description: label,
    detail: vscode.l10n.t('{0} documents', documents),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Derive Schema'),
    placeHolder: vscode.l10n.t('Which documents to learn from'),
  });
  return picked?.label;
}
