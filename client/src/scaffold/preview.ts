import * as vscode from 'vscode';
import type { ScaffoldFile } from '../../../server/src/authoringProtocol';
import { askMany, type Answer, type Step } from '../multiStep';
import type { Plan } from './plan';

const scheme = 'phase-docs-preview';

/**
 * Shows what would be written, file by file, and asks which to create. (The editor's refactoring preview would do, but
 * it starts with every box unticked and does not show the text of a new file.)
 */
export async function previewFiles(step: Step, { created, kept }: Plan): Promise<Answer<readonly ScaffoldFile[]>> {
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => created.find((file) => previewUri(file).path === uri.path)?.text,
  });
  const choices = created.map((file) => ({
    label: file.path.slice(file.path.lastIndexOf('/') + 1),
    description: file.path.slice(0, Math.max(0, file.path.lastIndexOf('/'))),
    picked: true,
    value: file,
  }));
  const prompt =
    kept.length === 0
      ? vscode.l10n.t('Documents to create (the arrow keys show each)')
      : vscode.l10n.t('Documents to create (the arrow keys show each); {0} exist and stay', kept.length);
  try {
    return await askMany(step, prompt, choices, showPreview);
  } finally {
    await closePreviews();
    provider.dispose();
  }
}

function previewUri(file: ScaffoldFile): vscode.Uri {
  return vscode.Uri.from({ scheme, path: vscode.Uri.parse(file.uri).path });
}

async function showPreview(file: ScaffoldFile): Promise<void> {
  await vscode.window.showTextDocument(previewUri(file), { preview: true, preserveFocus: true });
}

async function closePreviews(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const ours = tabs.filter((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.scheme === scheme);
  await vscode.window.tabGroups.close(ours, true);
}
