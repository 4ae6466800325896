/**
 * Asks git, in batches. Only reads, takes no locks, runs no hooks and none of the programs that a repository's own
 * configuration may name.
 */
import { spawn } from 'node:child_process';
import { URI } from 'vscode-uri';
import type { History } from '../host';
import { gitSpawnOptions, safeGitOptions } from './gitOptions';

/** A command line has room for these; more are asked in several goes. */
const PATHS_AT_ONCE = 500;
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
  const output = await git(root, [
    'log',
    '--format=%x01%ct',
    '--name-only',
    '--relative',
    '-z',
    '--no-renames',
    '--',
    ...paths,
  ]);
  let time = 0;
  for (const part of output?.split(/[\0\n]/) ?? []) {
    if (part.startsWith('\u0001')) time = Number(part.slice(1));
    else if (part !== '' && !times.has(part)) times.set(part, time);
  }
  return times;
}

function folderOf(rootUri: string): string | undefined {
  const uri = URI.parse(rootUri);
  return uri.scheme === 'file' ? uri.fsPath : undefined;
}

/** @returns what git printed; undefined if it is not there, failed or took too long */
function git(root: string, args: readonly string[], input = ''): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', [...safeGitOptions, ...args], {
      ...gitSpawnOptions(root),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : undefined));
    // git may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
