/** What the core needs from outside. Each platform (Node, browser worker, test) brings its own. */

/** A file below a root, as listed. */
export interface FileEntry {
  /** Relative to the root, `/` between the parts, in the spelling of the disk. */
  readonly path: string;
}

export interface Host {
  /**
   * All files below a root, without version control and package folders (`.git`, `node_modules` …).
   * A folder that cannot be read is left out. The order does not matter.
   */
  listFiles(rootUri: string, token: CancellationToken): Promise<readonly FileEntry[]>;
  /** The text of a file; undefined if it is not there, cannot be read, is binary or larger than the host allows. */
  readFile(uri: string): Promise<string | undefined>;
}

export interface Logger {
  info(message: string): void;
  /** An internal error: something that should never happen and was survived. */
  error(message: string, error?: unknown): void;
}

/** As in vscode-jsonrpc; declared here because the core does not know the wire. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

export const neverCancelled: CancellationToken = { isCancellationRequested: false };
