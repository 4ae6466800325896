import * as vscode from 'vscode';
import { reportPageRequest, type ReportPage, type ReportPageParams } from '../../../server/src/protocol';
import { commandIds } from '../commandIds';
import type { BaseServices } from '../services';
import { copyReport, saveReport } from './exportReport';
import { composePage } from './reportPage';
import { askForTarget, saveBytes, saveText } from './saveFile';

/** What the page says. Its script is ours, and still nothing is taken on trust. */
type Message =
  | { readonly type: 'ready' | 'copyMarkdown' | 'saveMarkdown' | 'saveHtml' | 'refresh' }
  | { readonly type: 'saveChart'; readonly format: 'svg' | 'png'; readonly name: string; readonly content: string };

/** The report beside the documents: one panel, which is told what to show. */
export class ReportPanel implements vscode.Disposable {
  private readonly services: BaseServices;
  private readonly mediaUri: vscode.Uri;
  private panel: vscode.WebviewPanel | undefined;
  private initiativeId: string | undefined;
  private page: ReportPage | undefined;
  /** What the page was made from; it may be told of more before it listens. */
  private rendered: ReportPage | undefined;
  private reading = new vscode.CancellationTokenSource();
  private readonly subscription: vscode.Disposable;

  constructor(services: BaseServices, extensionUri: vscode.Uri) {
    this.services = services;
    this.mediaUri = vscode.Uri.joinPath(extensionUri, 'client/media');
    this.subscription = services.project.onDidChange(() => {
      if (this.page) void this.panel?.webview.postMessage({ type: 'outdated' });
    });
  }

  /** Resolves when the report is shown, without waiting for the history. */
  async show(initiativeId: string | undefined): Promise<void> {
    this.initiativeId = initiativeId;
    if (this.panel) this.panel.reveal();
    else this.panel = this.create();
    await this.refresh();
  }

  dispose(): void {
    this.subscription.dispose();
    this.reading.dispose();
    this.panel?.dispose();
  }

  private create(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(
      'phaseDocs.report',
      vscode.l10n.t('Phase Docs Report'),
      vscode.ViewColumn.Active,
      { enableScripts: true, enableCommandUris: [commandIds.openPlace], localResourceRoots: [this.mediaUri] },
    );
    panel.iconPath = vscode.Uri.joinPath(this.mediaUri, 'icon.png');
    panel.webview.onDidReceiveMessage((message: Message) => this.receive(message));
    // A hidden page is thrown away, with what it was told meanwhile.
    panel.onDidChangeViewState(() => panel.visible && this.render());
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.page = undefined;
      this.reading.cancel();
    });
    return panel;
  }

  /** First what the documents say now, then, where it takes longer, how it came about. */
  private async refresh(): Promise<void> {
    this.reading.cancel();
    this.reading.dispose();
    this.reading = new vscode.CancellationTokenSource();
    const { token } = this.reading;
    const initiative = this.initiativeId === undefined ? {} : { initiativeId: this.initiativeId };
    const first = await this.read({ ...initiative, withoutTrend: vscode.l10n.t('the history is being read …') }, token);
    if (!first) return;
    this.page = first;
    this.render();
    void this.read(initiative, token).then((whole) => {
      if (!whole) return;
      this.page = whole;
      this.tellBody(whole);
    });
  }

  private async read(params: ReportPageParams, token: vscode.CancellationToken): Promise<ReportPage | undefined> {
    const { server, output } = this.services;
    try {
      await server.settled;
      const page = await server.request(reportPageRequest, params, token);
      return token.isCancellationRequested ? undefined : (page ?? undefined);
    } catch (error) {
      if (!token.isCancellationRequested) output.error('The report cannot be read.', error);
      return undefined;
    }
  }

  private tellBody({ body }: ReportPage): void {
    void this.panel?.webview.postMessage({ type: 'body', body });
  }

  private render(): void {
    if (!this.panel || !this.page) return;
    this.rendered = this.page;
    const { webview } = this.panel;
    const script = webview.asWebviewUri(vscode.Uri.joinPath(this.mediaUri, 'report.js')).toString();
    webview.html = composePage(this.page, script, webview.cspSource);
  }

  private async receive(message: Message): Promise<void> {
    const { server } = this.services;
    switch (message.type) {
      case 'ready':
        if (this.page && this.page !== this.rendered) this.tellBody(this.page);
        return;
      case 'copyMarkdown':
        return copyReport(server, this.initiativeId);
      case 'saveMarkdown':
        return saveReport(server, 'markdown', this.initiativeId);
      case 'saveHtml':
        return saveReport(server, 'html', this.initiativeId);
      case 'refresh':
        return this.refresh();
      case 'saveChart':
        return saveChart(message);
    }
  }
}

async function saveChart({ format, name, content }: Extract<Message, { type: 'saveChart' }>): Promise<void> {
  const target = await askForTarget(`phase-docs-${name}.${format}`, format.toUpperCase(), format);
  if (!target) return;
  if (format === 'svg') await saveText(target, content);
  else
    await saveBytes(
      target,
      Uint8Array.from(atob(content), (character) => character.charCodeAt(0)),
    );
}
