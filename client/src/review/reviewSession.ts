import * as vscode from 'vscode';
import { reviewRequest, type DocumentReview } from '../../../server/src/reviewProtocol';
import { placeClaims, type PlacedClaim } from '../claims/claimIndex';
import type { PhaseProject } from '../phaseProject';
import type { Server } from '../server';

/** The one document that is under review, if any. */
export class ReviewSession implements vscode.Disposable {
  private readonly server: Server;
  private readonly log: vscode.LogOutputChannel;
  private uri: string | undefined;
  private latest: Promise<DocumentReview | undefined> | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly subscription: vscode.Disposable;

  constructor(server: Server, project: PhaseProject, log: vscode.LogOutputChannel) {
    this.server = server;
    this.log = log;
    this.subscription = project.onDidChange(() => this.refresh());
  }

  /** Undefined if there is none, or it is gone. */
  review(): Promise<DocumentReview | undefined> {
    this.latest ??= this.load();
    return this.latest;
  }

  async claims(): Promise<readonly PlacedClaim[]> {
    const review = await this.review();
    return review ? placeClaims(review.uri, review) : [];
  }

  /** @returns whether it is a phase document */
  async begin(uri: string): Promise<boolean> {
    this.uri = uri;
    this.refresh();
    const review = await this.review();
    if (!review) this.uri = undefined;
    await vscode.commands.executeCommand('setContext', 'phaseDocs.reviewing', review !== undefined);
    return review !== undefined;
  }

  async end(): Promise<void> {
    this.uri = undefined;
    this.refresh();
    await vscode.commands.executeCommand('setContext', 'phaseDocs.reviewing', false);
  }

  refresh(): void {
    this.latest = undefined;
    this.changed.fire();
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private async load(): Promise<DocumentReview | undefined> {
    const { uri } = this;
    if (uri === undefined || this.server.state !== 'running') return undefined;
    try {
      return (await this.server.request(reviewRequest, { uri, authors: true })) ?? undefined;
    } catch (error) {
      this.log.error('The review cannot be read.', error);
      return undefined;
    }
  }
}
