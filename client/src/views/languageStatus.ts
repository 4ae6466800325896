import * as vscode from 'vscode';
import { commandIds } from '../commandIds';
import type { Server } from '../server';

/** Tells in the language status of Markdown files whether the server works, with a way out if not. */
export function registerLanguageStatus(server: Server): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('phaseDocs.server', { language: 'markdown' });
  item.name = vscode.l10n.t('Phase Docs Server');
  const update = (): void => {
    const { state } = server;
    item.busy = state === 'starting';
    item.text = 'Phase Docs';
    if (state === 'stopped') {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.detail = vscode.l10n.t('The server does not run');
      item.command = { command: commandIds.restartServer, title: vscode.l10n.t('Restart') };
    } else {
      item.severity = vscode.LanguageStatusSeverity.Information;
      item.detail = state === 'starting' ? vscode.l10n.t('Starting') : vscode.l10n.t('Running');
      item.command = { command: commandIds.showOutput, title: vscode.l10n.t('Show Output') };
    }
  };
  update();
  return vscode.Disposable.from(item, server.onDidChangeState(update));
}
