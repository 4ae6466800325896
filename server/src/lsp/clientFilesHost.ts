/** A host that asks the client for files: for browser workers and virtual workspaces. */
import type { Connection } from 'vscode-languageserver';
import type { FileEntry, Host, Logger, ReadOutcome } from '../host';
import { listFilesRequest, readFailureRequest, readFileRequest, type ReadFailure } from '../protocol';

export class ClientFilesHost implements Host {
  readonly #connection: Connection;
  readonly #logger: Logger;

  constructor(connection: Connection, logger: Logger) {
    this.#connection = connection;
    this.#logger = logger;
  }

  async listFiles(rootUri: string): Promise<readonly FileEntry[]> {
    try {
      const paths = await this.#connection.sendRequest<readonly string[]>(listFilesRequest.name, { rootUri });
      return paths.map((path) => ({ path }));
    } catch (error) {
      this.#logger.error(`The client cannot list the files of ${rootUri}.`, error);
      return [];
    }
  }

  async readFile(uri: string): Promise<string | undefined> {
    try {
      return (await this.#connection.sendRequest<string | null>(readFileRequest.name, { uri })) ?? undefined;
    } catch (error) {
      this.#logger.error(`The client cannot read ${uri}.`, error);
      return undefined;
    }
  }

  /** The editor's own files can only be had as a whole: what it refuses to read stays unread, with the reason. */
  async readChunks(uri: string, _mostBytes: number, take: (chunk: string) => boolean): Promise<ReadOutcome> {
    const text = await this.readFile(uri);
    if (text !== undefined) {
      take(text);
      return { status: 'read' };
    }
    try {
      return await this.#connection.sendRequest<ReadFailure>(readFailureRequest.name, { uri });
    } catch (error) {
      this.#logger.error(`The client cannot say why ${uri} is unreadable.`, error);
      return { status: 'unreadable' };
    }
  }
}
