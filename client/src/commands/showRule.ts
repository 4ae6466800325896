import * as vscode from 'vscode';
import { ruleOf, rulePageUri } from '../rulePages';
import type { Command } from '../services';
import { showStatusMessage } from '../statusMessage';

/** Opens the page of a rule, rendered. Without a rule, offers those behind the findings of the document. */
export const showRule: Command<[rule?: string]> = () => async (rule) => {
  const chosen = typeof rule === 'string' ? rule : await chooseRule();
  if (chosen === undefined) return;
  const page = rulePageUri(chosen);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    // The editor's own Markdown support is switched off: the page is readable as text, too.
    await vscode.window.showTextDocument(page, { preview: true });
  }
};

async function chooseRule(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const diagnostics = editor ? vscode.languages.getDiagnostics(editor.document.uri) : [];
  const rules = new Map<string, number>();
  for (const rule of diagnostics.map(ruleOf)) if (rule !== undefined) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  if (rules.size === 0) {
    showStatusMessage(vscode.l10n.t('$(info) Phase Docs: this document has no findings to explain.'));
    return undefined;
  }
  const items = [...rules].map(([label, count]) => ({
    label,
    description: count === 1 ? vscode.l10n.t('1 finding here') : vscode.l10n.t('{0} findings here', count),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Explain Rule'),
    placeHolder: vscode.l10n.t('Rules behind the findings of this document'),
  });
  return picked?.label;
}
