import * as vscode from 'vscode';
import { treeRequest, type PhaseTree } from '../../server/src/protocol';
import type { Server } from './server';

const emptyTree: PhaseTree = { initiatives: [] };
/** The server may announce changes at every keystroke; people do not read a tree that fast. */
const settleTime = 300;

/** The server's tree of initiatives, phases and documents, asked for when needed and kept until it changes. */
export class PhaseProject implements vscode.Disposable {
  private readonly server: Server;
  private readonly log: vscode.LogOutputChannel;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private latest: Promise<PhaseTree> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: Server, log: vscode.LogOutputChannel) {
    this.server = server;
    this.log = log;
  }

  tree(): Promise<PhaseTree> {
    this.latest ??= this.load();
    return this.latest;
  }

  /** Asks the server again, now. */
  refresh(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.latest = undefined;
    this.changed.fire();
  }

  /** The tree may be out of date: asks again when things have settled. */
  invalidate(): void {
    this.timer ??= setTimeout(() => this.refresh(), settleTime);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }

  private async load(): Promise<PhaseTree> {
    if (this.server.state !== 'running') return emptyTree;
    try {
      return await this.server.request(treeRequest, {});
    } catch (error) {
      this.log.error('The tree of phases cannot be read.', error);
      return emptyTree;
    }
  }
}
