/** What a rename would change: data, carried out by the editor once the user agrees. */
import type { Range, TextEdit } from 'vscode-languageserver-types';

export interface RenamePlan {
  /** By document, each once, in path order. The edits of one do not overlap. */
  readonly changes: readonly DocumentChange[];
  /** Carried out after the changes: those speak of the old places. */
  readonly files: readonly FileRename[];
}

export interface DocumentChange {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

export interface FileRename {
  readonly oldUri: string;
  readonly newUri: string;
}

/** Why something cannot be renamed, or not to that: what is wrong, and what to do. */
export interface RenameProblem {
  readonly problem: string;
}

/** What an editor shows for renaming. */
export interface RenameTarget {
  /** In the document that was asked. */
  readonly range: Range;
  /** The current name, to be changed. */
  readonly placeholder: string;
}

/** Gathers edits by document. */
export class ChangeCollector {
  readonly #byUri = new Map<string, TextEdit[]>();

  add(uri: string, edits: readonly TextEdit[]): void {
    if (edits.length === 0) return;
    const known = this.#byUri.get(uri);
    if (known) known.push(...edits);
    else this.#byUri.set(uri, [...edits]);
  }

  get changes(): readonly DocumentChange[] {
    return [...this.#byUri].sort(([a], [b]) => (a < b ? -1 : 1)).map(([uri, edits]) => ({ uri, edits }));
  }
}
