import * as vscode from 'vscode';
import { commandIds } from '../commandIds';
import type { Server } from '../server';

/**
 * Tells in the language status of Markdown files whether the server works, with a way out if not, and whether it knows less
 * than it could.
 *
 * @param serverReadsFiles whether there is a server that could ask git at all
 */
export function registerLanguageStatus(server: Server, serverReadsFiles: boolean): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('phaseDocs.server', { language: 'markdown' });
  item.name = vscode.l10n.t('Phase Docs Server');
  const update = (): void => {
    const { state } = server;
    item.busy = state === 'starting';
    item.text = 'Phase Docs';
    item.severity = vscode.LanguageStatusSeverity.Information;
    item.command = { command: commandIds.showOutput, title: vscode.l10n.t('Show Output') };
    if (state === 'stopped') {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.detail = vscode.l10n.t('The server does not run');
      item.command = { command: commandIds.restartServer, title: vscode.l10n.t('Restart') };
    } else if (state === 'starting') {
      item.detail = vscode.l10n.t('Starting');
    } else if (!serverReadsFiles || !isOnDisk()) {
      item.detail = vscode.l10n.t('Running without git: the files are not on a disk');
    } else if (!vscode.workspace.isTrusted) {
      item.detail = vscode.l10n.t('Running without git: the workspace is not trusted');
      item.command = { command: 'workbench.trust.manage', title: vscode.l10n.t('Manage Trust') };
    } else {
      item.detail = vscode.l10n.t('Running');
    }
  };
  update();
  return vscode.Disposable.from(
    item,
    server.onDidChangeState(update),
    vscode.workspace.onDidChangeWorkspaceFolders(update),
  );
}

/** Whether git can be asked of every folder. */
function isOnDisk(): boolean {
  return (vscode.workspace.workspaceFolders ?? []).every(({ uri }) => uri.scheme === 'file');
}
