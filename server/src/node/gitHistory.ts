/**
 * Asks git, in batches. Only reads, takes no locks, runs no hooks and none of the programs that a repository's own
 * configuration may name.
 */
import { spawn } from 'node:child_process';
import { URI } from 'vscode-uri';
import type { Commit, History } from '../host';
import { gitSpawnOptions, safeGitOptions } from './gitOptions';

/** A command line has room for these; more are asked in several goes. */
const PATHS_AT_ONCE = 500;
/** Before each commit of a log, and between what is told of it. */
const START = '\u0001';
const FIELD = '\u0002';
/** A choice for a reader, not the history of a file. */
const COMMITS_OF_A_FILE = 3;
/** Files that nobody has touched for so long are not what a phase was about. */
const COMMITS_LOOKED_AT = 1000;
const HASH = /^[0-9a-f]{7,40}$/i;

export function createGitHistory(): History {
  return {
    async committedAt(rootUri, paths) {
      const root = folderOf(rootUri);
      const times = new Map<string, number>();
      if (root === undefined) return times;
      for (let start = 0; start < paths.length; start += PATHS_AT_ONCE) {
        const some = paths.slice(start, start + PATHS_AT_ONCE);
        const changed = await changedPaths(root, some);
        // Without an answer nothing is known of any of them.
        if (!changed) continue;
        for (const [path, time] of await commitTimes(root, some)) if (!changed.has(path)) times.set(path, time);
      }
      return times;
    },

    async hasCommits(rootUri, hashes) {
      const root = folderOf(rootUri);
      const known = new Map<string, boolean>();
      const wellFormed = hashes.filter((hash) => HASH.test(hash));
      if (root === undefined || wellFormed.length === 0) return known;
      const input = wellFormed.map((hash) => `${hash}^{commit}\n`).join('');
      const output = await git(root, ['cat-file', '--batch-check=%(objecttype)'], input);
      const lines = output?.split('\n') ?? [];
      wellFormed.forEach((hash, index) => {
        const line = lines[index];
        // An ambiguous prefix is some commit, but nobody knows which.
        if (line !== undefined && line !== '') known.set(hash, line === 'commit' || line.endsWith(' ambiguous'));
      });
      return known;
    },

    async commitsTouching(rootUri, paths) {
      const root = folderOf(rootUri);
      const touching = new Map<string, Commit[]>();
      if (root === undefined) return touching;
      for (let start = 0; start < paths.length; start += PATHS_AT_ONCE) {
        const some = paths.slice(start, start + PATHS_AT_ONCE);
        const open = new Set(some);
        let last = '';
        let commits = 0;
        await walkLog(root, some, (commit, path) => {
          if (commit.hash !== last) commits++;
          last = commit.hash;
          const newest = touching.get(path) ?? [];
          if (open.has(path)) touching.set(path, newest);
          if (newest.length < COMMITS_OF_A_FILE) newest.push(commit);
          if (newest.length === COMMITS_OF_A_FILE) open.delete(path);
          return open.size > 0 && commits < COMMITS_LOOKED_AT;
        });
      }
      return touching;
    },

    async renames(rootUri) {
      const root = folderOf(rootUri);
      const latest = new Map<string, string>();
      if (root === undefined) return latest;
      const args = ['log', '--format=', '-n', String(COMMITS_LOOKED_AT), '--diff-filter=R', '--find-renames'];
      const output = await git(root, [...args, '--name-status', '--relative', '-z']);
      const parts = output?.split('\0') ?? [];
      // `R087`, old, new; the newest commit first, so that where a file went later is known already.
      for (let at = 0; at + 2 < parts.length;) {
        const [status = '', from = '', to = ''] = parts.slice(at, at + 3);
        const isRename = /^\n?R\d+$/.test(status);
        at += isRename ? 3 : 1;
        if (isRename && !latest.has(from)) latest.set(from, latest.get(to) ?? to);
      }
      return latest;
    },
  };
}

/** Paths below the root that differ from the last commit or are not in it. */
async function changedPaths(root: string, paths: readonly string[]): Promise<ReadonlySet<string> | undefined> {
  const output = await git(root, [
    'status',
    '--porcelain=v1',
    '-z',
    '--untracked-files=all',
    '--ignored=no',
    '--',
    ...paths,
  ]);
  const prefix = await git(root, ['rev-parse', '--show-prefix']);
  if (output === undefined || prefix === undefined) return undefined;
  const folder = prefix.replace(/\n$/, '');
  const entries = output.split('\0').filter(Boolean);
  // `XY path`, relative to the repository; after a rename the old path stands as an entry of its own, which does no harm.
  return new Set(
    entries
      .map((entry) => entry.slice(3))
      .filter((path) => path.startsWith(folder))
      .map((path) => path.slice(folder.length)),
  );
}

/** The newest commit that touched each path. */
async function commitTimes(root: string, paths: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  const open = new Set(paths);
  await walkLog(root, paths, ({ time }, touched) => {
    if (open.delete(touched)) times.set(touched, time);
    return open.size > 0;
  });
  return times;
}

/**
 * Goes through the commits that touched any of the paths, the newest first.
 *
 * @param take gets a commit with one of the files that it touched, relative to the root; false: that is enough
 */
async function walkLog(
  root: string,
  paths: readonly string[],
  take: (commit: Commit, path: string) => boolean,
): Promise<void> {
  let commit: Commit = { hash: '', time: 0, subject: '' };
  let rest = '';
  const format = `--format=${START}%H${FIELD}%ct${FIELD}%s`;
  const args = ['log', format, '--name-only', '--relative', '-z', '--no-renames', '--', ...paths];
  await run(root, args, '', (chunk) => {
    const parts = (rest + chunk).split(/[\0\n]/);
    rest = parts.pop() ?? '';
    for (const part of parts) {
      if (part === '') continue;
      if (part.startsWith(START)) {
        const [hash = '', time = '', ...subject] = part.slice(1).split(FIELD);
        commit = { hash, time: Number(time), subject: subject.join(' ') };
      } else if (!take(commit, part)) return false;
    }
    return true;
  });
}

export function folderOf(rootUri: string): string | undefined {
  const uri = URI.parse(rootUri);
  return uri.scheme === 'file' ? uri.fsPath : undefined;
}

/** @returns what git printed; undefined if it is not there, failed or took too long */
export async function git(root: string, args: readonly string[], input = ''): Promise<string | undefined> {
  const chunks: string[] = [];
  const isDone = await run(root, args, input, (chunk) => chunks.push(chunk) > 0);
  return isDone ? chunks.join('') : undefined;
}

/**
 * @param take gets what git prints, piece by piece; false: that is enough
 * @returns whether git came to its end without a failure, or nobody wanted more
 */
function run(root: string, args: readonly string[], input: string, take: (chunk: string) => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('git', [...safeGitOptions, ...args], {
      ...gitSpawnOptions(root),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let isEnough = false;
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (chunk: string) => {
      if (isEnough || take(chunk)) return;
      isEnough = true;
      child.kill();
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(isEnough || code === 0));
    // git may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
