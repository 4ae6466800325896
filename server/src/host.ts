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
  /**
   * Reads a file in pieces, in bounded memory: for artifacts, which can be far larger than documents. Without it, what
   * {@link readFile} gives is all there is.
   *
   * @param mostBytes larger files are not read
   * @param take gets the next piece of the decoded text, without byte order mark; false: no more is wanted
   */
  readChunks?(uri: string, mostBytes: number, take: (chunk: string) => boolean): Promise<ReadOutcome>;
  /** What version control knows; undefined where there is none to ask, or the workspace is not trusted. */
  readonly history?: History;
  /** Who wrote what, and since when; undefined under the same conditions. */
  readonly authorship?: Authorship;
  /** Earlier versions of the files; undefined where there is no version control, or the workspace is not trusted. */
  readonly past?: Past;
}

/** The files as version control kept them. */
export interface Past {
  /**
   * The commits that changed something below these folders, newest first; undefined if that cannot be told.
   *
   * @param folders relative to the root; the empty string for the root itself
   */
  revisions(rootUri: string, folders: readonly string[]): Promise<readonly Revision[] | undefined>;
  /** The workspace folder as it was at a commit; undefined if it cannot be read. Dispose of it after use. */
  at(rootUri: string, hash: string): Promise<{ readonly host: Host; dispose(): void } | undefined>;
}

export interface Revision {
  readonly hash: string;
  /** Seconds since 1970. */
  readonly committedAt: number;
}

/** How reading a file went. */
export type ReadOutcome =
  /** To its end, or as far as was wanted. */
  | { readonly status: 'read' }
  | { readonly status: 'missing' }
  /** With what can be read here. */
  | { readonly status: 'too-large'; readonly mostBytes: number }
  | { readonly status: 'not-text' }
  /** Protected, a device, an error of the disk. */
  | { readonly status: 'unreadable' };

/** A commit, as a candidate for evidence. */
export interface Commit {
  /** All of it. */
  readonly hash: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly subject: string;
}

/** Questions to version control, always many at once. An answer that cannot be had is left out. */
export interface History {
  /**
   * When files were last committed, in seconds since 1970. Files that are not committed as they are on disk are left
   * out: nobody can tell how old they are.
   *
   * @param paths relative to the root
   */
  committedAt(rootUri: string, paths: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** For each hash, as given, whether the repository has such a commit; left out if that cannot be told. */
  hasCommits(rootUri: string, hashes: readonly string[]): Promise<ReadonlyMap<string, boolean>>;
  /**
   * The newest commits that touched each file, the newest first.
   *
   * @param paths relative to the root
   */
  commitsTouching?(rootUri: string, paths: readonly string[]): Promise<ReadonlyMap<string, readonly Commit[]>>;
  /** Where commits have moved files: from each path that they had to the latest one, both relative to the root. */
  renames?(rootUri: string): Promise<ReadonlyMap<string, string>>;
}

/** What version control knows of lines and their authors: for reviews. An answer that cannot be had is undefined. */
export interface Authorship {
  /**
   * Files as they were where the current work parted from a branch, tag or commit. Files that were not there are left out.
   *
   * @param ref as the user typed it
   * @param paths relative to the root
   * @returns undefined if there is no such commit, or none in common
   */
  textsSince(rootUri: string, ref: string, paths: readonly string[]): Promise<ReadonlyMap<string, string> | undefined>;
  /**
   * The lines of a file as last committed, each with its author.
   *
   * @param path relative to the root
   */
  authoredLines(rootUri: string, path: string): Promise<readonly AuthoredLine[] | undefined>;
  /** Who would commit now: `Name <address>`. */
  user(rootUri: string): Promise<string | undefined>;
}

export interface AuthoredLine {
  readonly text: string;
  /** `Name <address>`. */
  readonly author: string;
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
