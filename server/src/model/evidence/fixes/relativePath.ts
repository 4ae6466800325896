import { baseName, parentFolder } from '../../paths';

/** @returns the path as a Markdown link in a document of `fromFolder` writes it */
export function relativePath(fromFolder: string, path: string): string {
  const from = fromFolder === '' ? [] : fromFolder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/**
 * `[junit.xml](../reports/junit.xml)` as a document writes it.
 *
 * @param anchor what follows the path: `#L12`; default: nothing
 */
export function linkTo(path: string, fromPath: string, anchor = ''): string {
  return `[${baseName(path)}](${encodeURI(relativePath(parentFolder(fromPath), path))}${anchor})`;
}
