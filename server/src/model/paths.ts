/** Paths as the core has them: relative to the workspace folder, `/` between the parts. */

export function parentFolder(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder itself, then those that hold it, up to the workspace folder, which is empty. */
export function* foldersUpwards(folder: string): Iterable<string> {
  for (let at = folder; at !== ''; at = parentFolder(at)) yield at;
  yield '';
}

/** The path below a folder; undefined if it is not in there. */
export function pathBelow(path: string, folder: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/**
 * Where a relative path leads from a folder.
 *
 * @returns undefined if that is outside of the workspace folder
 */
export function resolvePath(folder: string, target: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** A path or anchor as a link writes it: `my%20notes.md` means `my notes.md`. */
export function decodePath(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: the name is meant as it stands.
    return text;
  }
}
