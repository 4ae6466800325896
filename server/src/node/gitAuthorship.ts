/** Asks git who wrote which line, and what files were like before. Reads objects only: no filter of a repository runs. */
import type { Authorship, AuthoredLine } from '../host';
import { folderOf, git } from './gitHistory';

const COMMIT = /^[0-9a-f]{40,64}$/;

export function createGitAuthorship(): Authorship {
  /** Objects never change; who filters by a branch asks for the same ones after each edit. */
  let latest: { readonly key: string; readonly texts: ReadonlyMap<string, string> } | undefined;
  return {
    async textsSince(rootUri, ref, paths) {
      const root = folderOf(rootUri);
      const base = root === undefined ? undefined : await partingPoint(root, ref);
      const prefix = root === undefined ? undefined : await git(root, ['rev-parse', '--show-prefix']);
      if (root === undefined || base === undefined || prefix === undefined) return undefined;
      const folder = prefix.replace(/\n$/, '');
      // A question of `cat-file` is one line; nobody names documents so.
      const asked = paths.filter((path) => !path.includes('\n'));
      const key = [root, base, ...asked].join('\n');
      if (latest?.key === key) return latest.texts;
      const input = asked.map((path) => `${base}:${folder}${path}\n`).join('');
      const output = await git(root, ['cat-file', '--batch=%(objecttype) %(objectsize)'], input);
      if (output === undefined) return undefined;
      const texts = readBatch(output, asked);
      latest = { key, texts };
      return texts;
    },

    async authoredLines(rootUri, path) {
      const root = folderOf(rootUri);
      if (root === undefined) return undefined;
      const output = await git(root, ['blame', '--line-porcelain', '--no-textconv', 'HEAD', '--', path]);
      return output === undefined ? undefined : readBlame(output);
    },

    async user(rootUri) {
      const root = folderOf(rootUri);
      if (root === undefined) return undefined;
      const [name, address] = await Promise.all(
        ['user.name', 'user.email'].map((key) => git(root, ['config', '--get', key])),
      );
      const trimmed = name?.trim();
      if (trimmed === undefined || trimmed === '') return undefined;
      return address === undefined ? trimmed : `${trimmed} <${address.trim()}>`;
    },
  };
}

/** Where the current branch parted from a ref; the ref itself if it is behind. */
async function partingPoint(root: string, ref: string): Promise<string | undefined> {
  const commit = await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (commit === undefined || !COMMIT.test(commit.trim())) return undefined;
  const base = (await git(root, ['merge-base', commit.trim(), 'HEAD']))?.trim();
  return base !== undefined && COMMIT.test(base) ? base : undefined;
}

/**
 * `blob 12\n` and 12 bytes and a line end for each question in turn; a question that leads nowhere is answered by one
 * line that ends in `missing`.
 */
function readBatch(output: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  // Sizes are in bytes.
  const bytes = Buffer.from(output, 'utf8');
  let offset = 0;
  for (const path of paths) {
    const end = bytes.indexOf(0x0a, offset);
    if (end < 0) break;
    const [type, size] = bytes.toString('utf8', offset, end).split(' ');
    offset = end + 1;
    const length = Number(size);
    if (type === undefined || !OBJECT_TYPES.has(type) || !Number.isInteger(length)) continue;
    if (type === 'blob') texts.set(path, bytes.toString('utf8', offset, offset + length));
    offset += length + 1;
  }
  return texts;
}

const OBJECT_TYPES: ReadonlySet<string> = new Set(['blob', 'tree', 'commit', 'tag']);

/** `--line-porcelain`: headers with the author for each line, then a tab and the line. */
function readBlame(output: string): readonly AuthoredLine[] {
  const lines: AuthoredLine[] = [];
  let name = '';
  let address = '';
  for (const line of output.split('\n')) {
    if (line.startsWith('\t')) lines.push({ text: line.slice(1).replace(/\r$/, ''), author: `${name} ${address}` });
    else if (line.startsWith('author ')) name = line.slice('author '.length);
    else if (line.startsWith('author-mail ')) address = line.slice('author-mail '.length);
  }
  return lines;
}
