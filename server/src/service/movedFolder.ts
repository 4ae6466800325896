/** A workspace folder as it will be once files are moved: what renaming looks at before anything has happened. */
import { pathAfter, type FileMove, type MovedFiles } from '../model/fileMoves';
import { FileIndex } from '../model/fileIndex';
import { baseName, foldersUpwards, parentFolder } from '../model/paths';
import { resolvePointer } from '../model/references';
import type { Folder } from './folder';

export function movedFolder(folder: Folder, moves: readonly FileMove[]): MovedFiles {
  const byPath = new Map(moves.map(({ from, to }) => [from, to]));
  const oldPaths = new Map<string, string>();
  const names = new Set<string>();
  const files: string[] = [];
  for (const path of folder.paths) {
    const after = pathAfter(path, byPath);
    files.push(after);
    if (after === path) continue;
    oldPaths.set(after, path);
    for (const end of [path, after]) names.add(baseName(end).toLowerCase());
  }
  // Folders have names as well, and those inside a folder that moves.
  for (const before of oldPaths.values()) {
    for (const above of foldersUpwards(parentFolder(before))) {
      const after = pathAfter(above, byPath);
      if (after !== above) for (const end of [above, after]) names.add(baseName(end).toLowerCase());
    }
  }
  const index = new FileIndex(files);
  const slugsOf = (path: string) => folder.entry(oldPaths.get(path) ?? path)?.facts.slugs;
  const roots = (path: string) => folder.configFor(path).roots;
  return {
    newPath: (path) => pathAfter(path, byPath),
    resolve: (pointer, fromPath) => resolvePointer(pointer, fromPath, index, slugsOf, roots(fromPath)),
    names,
    roots,
  };
}
