/** When the project is ready, and who has to be told that it changed. */
import type {
  CancellationToken as LspCancellationToken,
  ClientCapabilities,
  Connection,
  Disposable,
  WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { CancellationToken, Logger } from '../host';
import { projectChangedNotification } from '../protocol';
import type { PhaseDocsService } from '../service/service';

/** Several changes of files give one refresh of the views: they read every document. */
const REFRESH_AFTER_MS = 200;
/** While somebody types only the document itself is diagnosed; the views follow once there is a pause. */
const REFRESH_AFTER_TYPING_MS = 500;
/** Who types without a pause sees the views follow all the same. */
const REFRESH_AT_LATEST_MS = 3000;

export class ProjectState {
  readonly service: PhaseDocsService;
  readonly #connection: Connection;
  readonly #logger: Logger;
  readonly #capabilities: ClientCapabilities;
  readonly #listeners = new Set<() => void>();
  #refresh: ReturnType<typeof setTimeout> | undefined;
  /** Runs from the first change that was not told yet. */
  #latest: ReturnType<typeof setTimeout> | undefined;
  #scan: { isCancellationRequested: boolean } | undefined;
  #ready: Promise<void> = Promise.resolve();
  /** Resolves when the open documents can be diagnosed, at the latest when the scan ends. */
  #openRead: Promise<void> = Promise.resolve();
  #openUris: ReadonlySet<string> = new Set();
  #refreshDiagnostics = false;
  #disposed = false;
  #changes = 0;

  constructor(connection: Connection, service: PhaseDocsService, logger: Logger, capabilities: ClientCapabilities) {
    this.#connection = connection;
    this.service = service;
    this.#logger = logger;
    this.#capabilities = capabilities;
  }

  /** Resolves when all folders known by then have been read. Never rejects. */
  get ready(): Promise<void> {
    return this.#whenReady();
  }

  /**
   * Resolves when a document can be diagnosed: what stands around it has been read, or everything has. What is found in
   * between is told to be looked at again when the scan ends.
   */
  async readyFor(uri: string): Promise<void> {
    await Promise.race([this.ready, this.#openRead]);
    if (!this.#openUris.has(URI.parse(uri).toString())) await this.ready;
  }

  /** Reads what is new; a scan that is under way is given up. */
  rescan(): void {
    if (this.#scan) this.#scan.isCancellationRequested = true;
    const token = { isCancellationRequested: false };
    this.#scan = token;
    let openRead = (): void => undefined;
    this.#openRead = new Promise((resolve) => (openRead = resolve));
    this.#openUris = new Set();
    this.#ready = this.#ready
      .then(() => this.#runScan(token, openRead))
      .finally(openRead)
      .catch((error: unknown) => this.#logger.error('The scan of the workspace failed.', error))
      .then(() => this.changed());
  }

  /** Runs an edit of an open document, then tells everybody, without asking for diagnostics that the client pulls anyway. */
  documentChanged(edit: () => void): void {
    edit();
    if (!this.#refreshDiagnostics) this.#forgetRefresh();
    this.#scheduleRefresh(REFRESH_AFTER_TYPING_MS);
  }

  /** Something other than the open document changed. */
  changed(): void {
    if (!this.#refreshDiagnostics) this.#forgetRefresh();
    this.#refreshDiagnostics = true;
    this.#scheduleRefresh(REFRESH_AFTER_MS);
  }

  /**
   * Counts the changes that were told. For requests that wait for news: read it first, then look, then wait for a change
   * {@link nextChange after} it, so that none is lost that comes while looking.
   */
  get changes(): number {
    return this.#changes;
  }

  /**
   * Resolves when there is a change after this one: with true. With false when nobody wants to know any more, because the
   * token was cancelled or the client is leaving.
   */
  async nextChange(after: number, token: LspCancellationToken): Promise<boolean> {
    const isOver = () => token.isCancellationRequested || this.#disposed;
    if (this.#changes > after || isOver()) return !isOver();
    let cancellation: Disposable | undefined;
    let done: (() => void) | undefined;
    await new Promise<void>((resolve) => {
      done = resolve;
      this.#listeners.add(resolve);
      cancellation = token.onCancellationRequested(resolve);
    });
    if (done) this.#listeners.delete(done);
    cancellation?.dispose();
    return !isOver();
  }

  /** Says nothing any more: the client is leaving. */
  dispose(): void {
    this.#disposed = true;
    this.#forgetRefresh();
    clearTimeout(this.#latest);
    if (this.#scan) this.#scan.isCancellationRequested = true;
    for (const listener of [...this.#listeners]) listener();
  }

  async #whenReady(): Promise<void> {
    let scan: Promise<void>;
    do {
      scan = this.#ready;
      await scan;
      // A scan that was given up for another one has not read everything.
    } while (scan !== this.#ready);
  }

  #scheduleRefresh(afterMs: number): void {
    if (this.#disposed) return;
    this.#refresh ??= setTimeout(() => this.#tell(), afterMs);
    this.#latest ??= setTimeout(() => this.#tell(), REFRESH_AT_LATEST_MS);
  }

  #forgetRefresh(): void {
    clearTimeout(this.#refresh);
    this.#refresh = undefined;
  }

  #tell(): void {
    this.#forgetRefresh();
    clearTimeout(this.#latest);
    this.#latest = undefined;
    const { workspace } = this.#capabilities;
    const failed = (error: unknown) => this.#logger.error('The client refused a refresh.', error);
    if (this.#refreshDiagnostics && workspace?.diagnostics?.refreshSupport) {
      this.#connection.languages.diagnostics.refresh().catch(failed);
    }
    if (this.#refreshDiagnostics && workspace?.codeLens?.refreshSupport) {
      Promise.resolve(this.#connection.sendRequest('workspace/codeLens/refresh')).catch(failed);
    }
    if (this.#refreshDiagnostics && workspace?.inlayHint?.refreshSupport) {
      this.#connection.languages.inlayHint.refresh().catch(failed);
    }
    if (this.#refreshDiagnostics && workspace?.semanticTokens?.refreshSupport) {
      Promise.resolve(this.#connection.sendRequest('workspace/semanticTokens/refresh')).catch(failed);
    }
    this.#refreshDiagnostics = false;
    this.#changes++;
    for (const listener of [...this.#listeners]) listener();
    this.#connection.sendNotification(projectChangedNotification.name, {}).catch(failed);
    this.#settle();
  }

  /** What takes longer comes later, and only then are those who asked diagnosed again. */
  #settle(): void {
    this.service.settle({ details: true }).then(
      (affected) => {
        if (affected.length > 0) this.changed();
      },
      (error: unknown) => this.#logger.error('Version control could not be asked.', error),
    );
  }

  async #runScan(token: CancellationToken, openRead: () => void): Promise<void> {
    // Not waited for: a client that does not answer gets its findings all the same.
    const progress = this.#startProgress();
    let shown = -1;
    try {
      await this.service.scan(token, {
        onProgress: (done, total) => {
          const percentage = Math.floor((done / Math.max(1, total)) * 100);
          if (percentage === shown) return;
          shown = percentage;
          void progress.then((bar) => bar?.report(percentage, `${done} of ${total} documents`));
        },
        onOpenRead: (uris) => {
          this.#openUris = new Set([...this.#openUris, ...uris]);
          openRead();
        },
      });
    } finally {
      void progress.then((bar) => bar?.done());
    }
  }

  /** Never rejects. */
  async #startProgress(): Promise<WorkDoneProgressReporter | undefined> {
    if (!this.#capabilities.window?.workDoneProgress) return undefined;
    try {
      const progress = await this.#connection.window.createWorkDoneProgress();
      progress.begin('Phase Docs: reading phase documents', 0);
      return progress;
    } catch (error) {
      this.#logger.error('The client refused to show progress.', error);
      return undefined;
    }
  }
}
