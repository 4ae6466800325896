import * as vscode from 'vscode';
import type { AnswerNode } from '../../../server/src/reviewProtocol';
import { changeText, personName, reviewStateName } from '../claims/claimWords';
import type { PlacedClaim } from '../claims/claimIndex';
import type { BaseServices } from '../services';
import { toRange } from '../toEditor';
import { escapeMarkdown } from '../views/tooltip';
import { claimsOf } from './claimAtCursor';

/** Shows answers of reviewers as comments at their claims, in the documents that are visible. */
export class ReviewComments implements vscode.Disposable {
  private readonly services: BaseServices;
  private readonly controller = vscode.comments.createCommentController(
    'phaseDocs.review',
    vscode.l10n.t('Phase Docs Review'),
  );
  /** By document. */
  private readonly threads = new Map<string, vscode.CommentThread[]>();
  /** What the threads of a document show: drawn anew, they would close under the hands of who reads them. */
  private readonly shown = new Map<string, string>();
  private readonly claims = new WeakMap<vscode.CommentThread, PlacedClaim>();
  private readonly subscriptions: { dispose(): unknown }[];

  constructor(services: BaseServices) {
    this.services = services;
    const { project, server } = services;
    this.controller.options = {
      prompt: vscode.l10n.t('Answer this claim'),
      placeHolder: vscode.l10n.t('A note, then Accept, Needs Evidence or Question'),
    };
    this.controller.commentingRangeProvider = {
      provideCommentingRanges: async (document) => {
        if (document.languageId !== 'markdown' || server.state !== 'running') return [];
        const lines = new Set((await claimsOf(server, document.uri)).map(({ claim }) => claim.range.start.line));
        return [...lines].map((line) => document.lineAt(Math.min(line, document.lineCount - 1)).range);
      },
    };
    this.subscriptions = [
      this.controller,
      project.onDidChange(() => this.update()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.update()),
    ];
  }

  /** The claim that a thread of ours is about; undefined for one that the user has just begun. */
  claimOf(thread: vscode.CommentThread): PlacedClaim | undefined {
    return this.claims.get(thread);
  }

  /** The threads of a document, for tests. */
  threadsOf(uri: vscode.Uri): readonly vscode.CommentThread[] {
    return this.threads.get(uri.toString()) ?? [];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async update(): Promise<void> {
    const documents = new Map(
      vscode.window.visibleTextEditors
        .filter(({ document }) => document.languageId === 'markdown')
        .map(({ document }) => [document.uri.toString(), document]),
    );
    for (const uri of this.threads.keys()) if (!documents.has(uri)) this.clear(uri);
    if (this.services.server.state !== 'running') return;
    for (const document of documents.values()) {
      try {
        const claims = await claimsOf(this.services.server, document.uri);
        if (!document.isClosed) this.show(document.uri, claims);
      } catch (error) {
        this.services.output.error('The comments of a document cannot be shown.', error);
      }
    }
  }

  private show(uri: vscode.Uri, claims: readonly PlacedClaim[]): void {
    const key = uri.toString();
    const answered = claims.filter(({ claim }) => claim.review.answers.length > 0);
    const shown = JSON.stringify(answered.map(({ claim: { id, range, review } }) => [id, range, review]));
    if (this.shown.get(key) === shown) return;
    this.clear(key);
    this.shown.set(key, shown);
    this.threads.set(
      key,
      answered.map((placed) => this.createThread(uri, placed)),
    );
  }

  private createThread(uri: vscode.Uri, placed: PlacedClaim): vscode.CommentThread {
    const { range, review, label } = placed.claim;
    const comments = review.answers.map((answer) => toComment(answer));
    const thread = this.controller.createCommentThread(uri, toRange(range), comments);
    thread.label = `${reviewStateName(review.state)}: ${label}`;
    thread.state =
      review.state === 'accepted' ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    thread.contextValue = 'claim';
    this.claims.set(thread, placed);
    return thread;
  }

  private clear(uri: string): void {
    for (const thread of this.threads.get(uri) ?? []) thread.dispose();
    this.threads.delete(uri);
    this.shown.delete(uri);
  }
}

function toComment({ answer, note, reviewer, date, changed }: AnswerNode): vscode.Comment {
  const time = date === undefined ? NaN : Date.parse(date);
  return {
    author: { name: reviewer === undefined ? vscode.l10n.t('A reviewer') : personName(reviewer) },
    body: new vscode.MarkdownString(note === undefined ? `*${reviewStateName(answer)}*` : escapeMarkdown(note)),
    mode: vscode.CommentMode.Preview,
    label: changed ? `${reviewStateName(answer)}, ${changeText(changed)}` : reviewStateName(answer),
    contextValue: 'answer',
    ...(Number.isNaN(time) ? {} : { timestamp: new Date(time) }),
  };
}
