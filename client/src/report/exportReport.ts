import * as vscode from 'vscode';
import { reportFileRequest, type ReportFileParams } from '../../../server/src/protocol';
import type { Server } from '../server';
import { showStatusMessage } from '../statusMessage';
import { askForTarget, saveText } from './saveFile';

export type ReportFormat = ReportFileParams['format'];

const formats: Record<ReportFormat, { readonly name: string; readonly kind: string; readonly extension: string }> = {
  html: { name: 'phase-docs-report.html', kind: 'HTML', extension: 'html' },
  markdown: { name: 'phase-docs-report.md', kind: 'Markdown', extension: 'md' },
};

/** Saves the report where the user says, its links relative to that place, and opens what can be read in the editor. */
export async function saveReport(
  server: Server,
  format: ReportFormat,
  initiativeId: string | undefined,
  target?: vscode.Uri,
): Promise<void> {
  const { name, kind, extension } = formats[format];
  const uri = target ?? (await askForTarget(name, kind, extension));
  if (!uri) return;
  const text = await readReport(server, { format, targetUri: uri.toString(), ...initiativeOf(initiativeId) });
  if (text === undefined) return;
  await saveText(uri, text);
  showStatusMessage(vscode.l10n.t('$(save) Phase Docs: the report was saved.'));
}

/** Puts the report as Markdown on the clipboard, its links relative to the workspace folder. */
export async function copyReport(server: Server, initiativeId: string | undefined): Promise<void> {
  const text = await readReport(server, { format: 'markdown', ...initiativeOf(initiativeId) });
  if (text === undefined) return;
  await vscode.env.clipboard.writeText(text);
  showStatusMessage(vscode.l10n.t('$(clippy) Phase Docs: the report is on the clipboard.'));
}

/** May read the history, which takes its time: the progress can be cancelled. */
async function readReport(server: Server, params: ReportFileParams): Promise<string | undefined> {
  const text = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Phase Docs: writing the report'),
      cancellable: true,
    },
    async (_progress, token) => {
      const answer = await server.request(reportFileRequest, params, token);
      return token.isCancellationRequested ? undefined : answer;
    },
  );
  if (text === null)
    showStatusMessage(vscode.l10n.t('$(error) Phase Docs: the report could not be made; see the output.'));
  return text ?? undefined;
}

function initiativeOf(initiativeId: string | undefined): Pick<ReportFileParams, 'initiativeId'> {
  return initiativeId === undefined ? {} : { initiativeId };
}
