/** Files for the core where there is a real disk: Node language server and command line. */
import * as fs from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { URI } from 'vscode-uri';
import type { CancellationToken, FileEntry, Host, ReadOutcome } from '../host';
import { skippedFolders } from '../protocol';
import { createGitAuthorship } from './gitAuthorship';
import { createGitHistory } from './gitHistory';
import { createGitPast } from './gitPast';

export interface NodeHostOptions {
  /** Larger files are not read. Default: 16 MiB, far above any document and most reports. */
  readonly maxBytes?: number;
  /** False where the workspace is not trusted: then git is not started. Default: true. */
  readonly isTrusted?: boolean;
  /** Called with the path of a folder whose files may not be listed. */
  readonly onProtectedFolder?: (path: string) => void;
}

/** More requests than this at once only fill the queue of the thread pool, and each may hold a file descriptor. */
const CONCURRENT_REQUESTS = 32;
/** As git does: a NUL in the first 8,000 bytes makes a file binary. */
const BINARY_PROBE_BYTES = 8000;
const BYTE_ORDER_MARK = 0xfeff;
/** Large enough for a disk to be fast, small enough for a reader of reports to let others run in between. */
const CHUNK_BYTES = 1024 * 1024;
/** Half the time of their twins in `fs/promises`, which go through a file handle. */
const readFile = promisify(fs.readFile);
const stat = promisify(fs.stat);

export function createNodeHost(options: NodeHostOptions = {}): Host {
  const maxBytes = options.maxBytes ?? 16 * 1024 * 1024;
  const limit = limitConcurrency(CONCURRENT_REQUESTS);
  return {
    listFiles: (rootUri, token) => listFiles(URI.parse(rootUri), token, options.onProtectedFolder),
    readFile: (uri) => limit(() => readText(URI.parse(uri), maxBytes)),
    readChunks: (uri, mostBytes, take) => limit(() => readChunks(URI.parse(uri), mostBytes, take)),
    ...(options.isTrusted === false
      ? {}
      : { history: createGitHistory(), past: createGitPast(), authorship: createGitAuthorship() }),
  };
}

async function listFiles(
  root: URI,
  token: CancellationToken,
  onProtected: NodeHostOptions['onProtectedFolder'],
): Promise<readonly FileEntry[]> {
  if (root.scheme !== 'file') return [];
  const rootPath = root.fsPath;
  const files: FileEntry[] = [];
  const links: string[] = [];
  /** Relative to the root, with a `/` at the end; empty for the root. */
  const folders = [''];
  const readFolder = async (folder: string): Promise<void> => {
    const path = join(rootPath, folder);
    const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
      // What is gone by now, or is no folder, holds no files.
      if (isProtection(error)) onProtected?.(path);
      return [];
    });
    for (const entry of entries) {
      const inside = folder + entry.name;
      if (entry.isFile()) files.push({ path: inside });
      else if (entry.isSymbolicLink()) links.push(inside);
      else if (entry.isDirectory() && !skippedFolders.has(entry.name)) folders.push(`${inside}/`);
    }
  };
  await drain(folders, readFolder, token);
  if (links.length > 0) await drain(links, linkedFileAdder(rootPath, files), token);
  return files;
}

function isProtection(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}

/**
 * A link counts if it leads to a file below the root. Linked folders are never entered: their files are listed where
 * they are, or are outside of the root, and there can be no cycle.
 */
function linkedFileAdder(rootPath: string, files: FileEntry[]): (path: string) => Promise<void> {
  const realRoot = realpath(rootPath).catch(() => rootPath);
  return async (path) => {
    try {
      const target = await realpath(join(rootPath, path));
      if (target.startsWith((await realRoot) + sep) && (await stat(target)).isFile()) files.push({ path });
    } catch {
      // A link that leads nowhere is no file.
    }
  };
}

/** Works on items, also those added meanwhile, a few at a time, until none is left. */
async function drain(items: string[], work: (item: string) => Promise<void>, token: CancellationToken): Promise<void> {
  const running = new Set<Promise<void>>();
  while (!token.isCancellationRequested) {
    const item = running.size < CONCURRENT_REQUESTS ? items.pop() : undefined;
    if (item !== undefined) {
      const task: Promise<void> = work(item).finally(() => running.delete(task));
      running.add(task);
    } else if (running.size > 0) {
      await Promise.race(running);
    } else {
      return;
    }
  }
}

async function readText(uri: URI, maxBytes: number): Promise<string | undefined> {
  if (uri.scheme !== 'file') return undefined;
  try {
    const path = uri.fsPath;
    const stats = await stat(path);
    // Reading a pipe or a device would wait for ever.
    if (!stats.isFile() || stats.size > maxBytes) return undefined;
    const bytes = await readFile(path);
    if (bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)) return undefined;
    const text = bytes.toString('utf8');
    // Editors show no byte order mark, and columns are counted without it.
    return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}

async function readChunks(uri: URI, mostBytes: number, take: (chunk: string) => boolean): Promise<ReadOutcome> {
  if (uri.scheme !== 'file') return { status: 'unreadable' };
  try {
    const path = uri.fsPath;
    const stats = await stat(path);
    // Reading a pipe or a device would wait for ever.
    if (!stats.isFile()) return { status: 'unreadable' };
    if (stats.size > mostBytes) return { status: 'too-large', mostBytes };
    const file = await open(path, 'r');
    try {
      const decoder = new TextDecoder();
      const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, stats.size + 1));
      // What is written to it meanwhile is read too, but not for ever.
      for (let left = mostBytes; left >= 0;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
        const isEnd = bytesRead === 0;
        left -= bytesRead;
        if (!take(decoder.decode(buffer.subarray(0, bytesRead), { stream: !isEnd })) || isEnd)
          return { status: 'read' };
      }
      return { status: 'too-large', mostBytes };
    } finally {
      await file.close();
    }
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { status: isGone ? 'missing' : 'unreadable' };
  }
}

/** Runs at most `count` tasks at once; the others wait in order. */
function limitConcurrency(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= count) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
