import * as vscode from 'vscode';
import { insertableSectionsRequest, type InsertableSection } from '../../../server/src/authoringProtocol';
import type { Command, Services } from '../services';
import { showStatusMessage } from '../statusMessage';
import { toRange } from '../toEditor';

/** Adds a section that the document lacks, asked for unless its title is given. */
export const insertSection: Command<[title?: string]> = (services) => async (title) => {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    showStatusMessage(vscode.l10n.t('$(info) Phase Docs: open a phase document to insert a section.'));
    return;
  }
  const { version } = editor.document;
  const sections = await sectionsOf(editor, services);
  if (sections.length === 0) {
    showStatusMessage(vscode.l10n.t('$(pass) Phase Docs: no section to insert.'));
    return;
  }
  const chosen = title === undefined ? await choose(sections) : sections.find((section) => section.title === title);
  if (!chosen) return;
  // The document may have been edited meanwhile: then the place to insert at is another.
  const current = editor.document.version === version ? sections : await sectionsOf(editor, services);
  const section = current.find((candidate) => candidate.title === chosen.title);
  if (section) await insert(section, editor, services);
};

function sectionsOf(editor: vscode.TextEditor, { server }: Services): Promise<readonly InsertableSection[]> {
  return server.request(insertableSectionsRequest, { uri: editor.document.uri.toString() });
}

async function choose(sections: readonly InsertableSection[]): Promise<InsertableSection | undefined> {
  const items = sections.map((section) => ({
    label: section.title,
    description: section.required ? vscode.l10n.t('required') : undefined,
    detail: section.description,
    section,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Insert Section'),
    placeHolder: vscode.l10n.t('Sections that this document does not have'),
    matchOnDetail: true,
  });
  return picked?.section;
}

async function insert(section: InsertableSection, editor: vscode.TextEditor, { server }: Services): Promise<void> {
  await vscode.workspace.applyEdit(await server.toWorkspaceEdit(section.edit));
  const range = toRange(section.range);
  const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  shown.selection = new vscode.Selection(range.end, range.end);
  shown.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
