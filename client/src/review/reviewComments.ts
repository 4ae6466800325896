import * as vscode from 'vscode';
import type { AnswerNode } from '../../../server/src/reviewProtocol';
import { changeText, personName, reviewStateName } from '../claims/claimWords';
import type { PlacedClaim } from '../claims/claimIndex';
import type { Services } from '../services';
import { toRange } from '../toEditor';
import { escapeMarkdown } from '../views/tooltip';
import { claimsOf } from './claimAtCursor';

type CommentServices = Pick<Services, 'server' | 'project' | 'output' | 'review'>;

/** Shows answers of reviewers as comments at their claims, in the documents that are visible. */
export class ReviewComments implements vscode.Disposable {
  private readonly services: CommentServices;
  private readonly controller = vscode.comments.createCommentController(
    'phaseDocs.review',
    vscode.l10n.t('Phase Docs Review'),
  );
  /** By document. */
  private readonly threads = new Map<string, vscode.CommentThread[]>();
  /** What the threads of a document show: drawn anew, they would close under the hands of who reads them. */
  private readonly shown = new Map<string, string>();
  /** The lines that can be commented. */
  private offered = '';
  private readonly claims = new WeakMap<vscode.CommentThread, PlacedClaim>();
  private readonly subscriptions: { dispose(): unknown }[];

  constructor(services: CommentServices) {
    this.services = services;
    const { project, review } = services;
    this.controller.options = {
      prompt: vscode.l10n.t('Answer this claim'),
      placeHolder: vscode.l10n.t('A note, then Accept, Needs Evidence or Question'),
    };
    this.subscriptions = [
      this.controller,
      project.onDidChange(() => this.update()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.update()),
      review.onDidChange(() => this.offerAnswers()),
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

  /** In the document under review alone: a sign beside every claim would be in the way of who writes. */
  private async offerAnswers(): Promise<void> {
    const claims = await this.services.review.claims();
    const lines = new Set(claims.map(({ claim }) => claim.range.start.line));
    const uri = claims[0]?.document.uri;
    const key = JSON.stringify([uri, ...lines]);
    if (this.offered === key) return;
    this.offered = key;
    // The editor asks a provider again only if it is another one.
    this.controller.commentingRangeProvider = {
      provideCommentingRanges: (document) =>
        uri === undefined || document.uri.toString() !== vscode.Uri.parse(uri).toString()
          ? []
          : [...lines].filter((line) => line < document.lineCount).map((line) => document.lineAt(line).range),
    };
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
  // A day is no moment: as a timestamp it would be told as "4 hours ago".
  const remarks = [
    reviewStateName(answer),
    ...(date === undefined ? [] : [date]),
    ...(changed ? [changeText(changed)] : []),
  ];
  return {
    author: { name: reviewer === undefined ? vscode.l10n.t('A reviewer') : personName(reviewer) },
    body: new vscode.MarkdownString(note === undefined ? `*${reviewStateName(answer)}*` : escapeMarkdown(note)),
    mode: vscode.CommentMode.Preview,
    label: remarks.join(', '),
    contextValue: 'answer',
  };
}
