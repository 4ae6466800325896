/** A workspace folder in which files are about to be moved. */
import type { Pointer } from '../syntax/document';
import { foldersUpwards } from './paths';
import type { Resolution } from './project';

/** A file or a folder that gets another path. Both relative to the workspace folder. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/** What will hold once the files are moved. */
export interface MovedFiles {
  /** Where a file or folder will be: the same path for what stays. */
  newPath(path: string): string;
  /** Where a pointer of a document will lead. Both ends as they will be. */
  resolve(pointer: Pointer, fromPath: string): Resolution;
  /** Lower-case names of what goes and of what comes: only pointers that name one of them may lead elsewhere. */
  readonly names: ReadonlySet<string>;
  /** Folders that paths may count from in the document at a path, besides those that hold it. */
  roots(path: string): readonly string[];
}

/** Where a path is after moves: with the folder that holds it, or by itself. */
export function pathAfter(path: string, moves: ReadonlyMap<string, string>): string {
  for (const folder of foldersUpwards(path)) {
    const to = folder === '' ? undefined : moves.get(folder);
    if (to !== undefined) return to + path.slice(folder.length);
  }
  return path;
}
