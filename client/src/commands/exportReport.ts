import * as vscode from 'vscode';
import { saveReport, type ReportFormat } from '../report/exportReport';
import type { Command } from '../services';
import type { PhaseTreeNode } from '../views/phaseItems';
import { initiativeOf } from './openReport';

/** Saves the report as a file; asks for format and place unless both are given. */
export const exportReport: Command<[from?: PhaseTreeNode | ReportFormat, target?: string]> =
  ({ server }) =>
  async (from, target) => {
    const isFormat = from === 'html' || from === 'markdown';
    const format = isFormat ? from : await askForFormat();
    if (!format) return;
    const initiative = typeof from === 'object' ? initiativeOf(from) : undefined;
    await saveReport(server, format, initiative, typeof target === 'string' ? vscode.Uri.parse(target) : undefined);
  };

async function askForFormat(): Promise<ReportFormat | undefined> {
  const items: (vscode.QuickPickItem & { readonly format: ReportFormat })[] = [
    { label: 'HTML', detail: vscode.l10n.t('One file that needs no other, to send and to keep'), format: 'html' },
    { label: 'Markdown', detail: vscode.l10n.t('For a pull request or a wiki'), format: 'markdown' },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Export Report') });
  return picked?.format;
}
