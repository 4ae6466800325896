import * as vscode from 'vscode';
import { State, type BaseLanguageClient, type WorkspaceEdit } from 'vscode-languageclient';
import type { Method } from '../../server/src/protocol';

/** Not undefined: an absent token would travel as a second parameter of the request. */
const neverCancelled = new vscode.CancellationTokenSource().token;

export type ServerState = 'starting' | 'running' | 'stopped';

/**
 * The language server as the rest of the client sees it: typed requests, and a restart that always works because it
 * makes a new language client (one that failed to start cannot be started again).
 */
export class Server implements vscode.Disposable {
  private readonly create: () => BaseLanguageClient;
  private readonly log: vscode.LogOutputChannel;
  private readonly stateChanged = new vscode.EventEmitter<ServerState>();
  readonly onDidChangeState = this.stateChanged.event;
  private client: BaseLanguageClient;

  /** `create` makes a client that is not started yet, with its own handlers. */
  constructor(create: () => BaseLanguageClient, log: vscode.LogOutputChannel) {
    this.create = create;
    this.log = log;
    this.client = this.connect();
  }

  get state(): ServerState {
    if (this.client.state === State.Running) return 'running';
    return this.client.state === State.Starting ? 'starting' : 'stopped';
  }

  /** Resolves once the server runs or has failed to; the language client tells the user of a failure. */
  async start(): Promise<void> {
    try {
      await this.client.start();
    } catch (error) {
      this.log.error('The language server did not start.', error);
    }
  }

  async stop(): Promise<void> {
    if (this.client.needsStop()) await this.client.stop();
  }

  async restart(): Promise<void> {
    const old = this.client;
    // A server that hangs or has crashed cannot be stopped properly; the new one does not depend on it.
    await old.dispose().catch((error: unknown) => this.log.warn('The old language server did not stop.', error));
    this.client = this.connect();
    await this.start();
  }

  request<Params, Result>(
    method: Method<Params, Result>,
    params: Params,
    token: vscode.CancellationToken = neverCancelled,
  ): Promise<Result> {
    return this.client.sendRequest<Result>(method.name, params, token);
  }

  toWorkspaceEdit(edit: WorkspaceEdit): Promise<vscode.WorkspaceEdit> {
    return this.client.protocol2CodeConverter.asWorkspaceEdit(edit);
  }

  dispose(): void {
    this.stateChanged.dispose();
    void this.stop();
  }

  private connect(): BaseLanguageClient {
    const client = this.create();
    client.onDidChangeState(() => this.stateChanged.fire(this.state));
    return client;
  }
}
