/** A host that asks the client for files: for browser workers and virtual workspaces. */
import type { Connection } from 'vscode-languageserver';
import type { FileEntry, Host, Logger } from '../host';
import { listFilesRequest, readFileRequest } from '../protocol';

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
}
