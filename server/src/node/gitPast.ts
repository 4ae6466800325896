/** The workspace as git kept it: files of a commit are read from its objects, nothing is checked out. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { URI } from 'vscode-uri';
import type { Host, Past, Revision } from '../host';
import { gitSpawnOptions, safeGitOptions } from './gitOptions';

/** Larger files are not read; see `nodeHost.ts`. */
const MOST_BYTES = 16 * 1024 * 1024;
/** As git does: a NUL in the first 8,000 bytes makes a file binary. */
const BINARY_PROBE_BYTES = 8000;
/** A command line has room for these. More folders than that are looked at together, from the root. */
const MOST_FOLDERS = 500;
const HASH = /^[0-9a-f]{40,64}$/;

export function createGitPast(): Past {
  return {
    async revisions(rootUri, folders) {
      const root = folderOf(rootUri);
      if (root === undefined) return undefined;
      const isAll = folders.includes('') || folders.length > MOST_FOLDERS;
      const output = await git(root, ['log', '--format=%H %ct', '--', ...(isAll ? ['.'] : folders)]);
      return output?.split('\n').filter(Boolean).map(toRevision);
    },

    async at(rootUri, hash) {
      const root = folderOf(rootUri);
      if (root === undefined || !HASH.test(hash)) return undefined;
      const listing = await git(root, ['ls-tree', '-r', '-z', '-l', hash]);
      if (listing === undefined) return undefined;
      const paths = new Set(listing.split('\0').flatMap((entry) => pathOfEntry(entry) ?? []));
      const reader = new ObjectReader(root);
      const prefix = `${URI.file(root).toString()}/`;
      const host: Host = {
        listFiles: () => Promise.resolve([...paths].map((path) => ({ path }))),
        readFile: async (uri) => {
          const address = URI.parse(uri).toString();
          const path = address.startsWith(prefix) ? decodeURIComponent(address.slice(prefix.length)) : undefined;
          if (path === undefined || !paths.has(path)) return undefined;
          return decode(await reader.read(`${hash}:./${path}`));
        },
      };
      return { host, dispose: () => reader.dispose() };
    },
  };
}

function toRevision(line: string): Revision {
  const [hash = '', time = ''] = line.split(' ');
  return { hash, committedAt: Number(time) };
}

/** `100644 blob <hash> <size>\t<path>`: files of a size that is read. Not links, nor a path that a request cannot hold. */
function pathOfEntry(entry: string): string | undefined {
  const [, size = '', path = ''] = /^100\d{3} blob [0-9a-f]+ +(\d+)\t([^\n]+)$/.exec(entry) ?? [];
  return path !== '' && Number(size) <= MOST_BYTES ? path : undefined;
}

function decode(bytes: Buffer | undefined): string | undefined {
  if (!bytes || bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)) return undefined;
  return new TextDecoder().decode(bytes);
}

/** One git for many objects: asked one after the other, it answers in the same order. */
class ObjectReader {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #waiting: ((bytes: Buffer | undefined) => void)[] = [];
  #chunks: Buffer[] = [];
  #length = 0;
  /** Bytes of the object that is being read, with its line end; undefined while its header is awaited. */
  #wanted: number | undefined;
  #hasEnded = false;

  constructor(root: string) {
    this.#child = spawn('git', [...safeGitOptions, 'cat-file', '--batch'], {
      ...gitSpawnOptions(root),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#child.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#child.on('error', () => this.#end());
    this.#child.on('close', () => this.#end());
    this.#child.stdin.on('error', () => this.#end());
  }

  /** @returns undefined for what is not there */
  read(name: string): Promise<Buffer | undefined> {
    if (this.#hasEnded) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#child.stdin.write(`${name}\n`);
    });
  }

  dispose(): void {
    this.#child.stdin.end();
    this.#child.kill();
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#wanted === undefined ? this.#readHeader() : this.#readContent(this.#wanted));
  }

  /** `<hash> blob <size>`, or `<name> missing`. @returns whether there may be more to read */
  #readHeader(): boolean {
    const bytes = this.#joined();
    const end = bytes.indexOf(10);
    if (end < 0) return false;
    const size = / blob (\d+)$/.exec(bytes.toString('utf8', 0, end))?.[1];
    this.#drop(bytes, end + 1);
    if (size === undefined) this.#waiting.shift()?.(undefined);
    else this.#wanted = Number(size) + 1;
    return this.#length > 0;
  }

  #readContent(wanted: number): boolean {
    if (this.#length < wanted) return false;
    const bytes = this.#joined();
    this.#waiting.shift()?.(Buffer.from(bytes.subarray(0, wanted - 1)));
    this.#drop(bytes, wanted);
    this.#wanted = undefined;
    return this.#length > 0;
  }

  #joined(): Buffer {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0] ?? Buffer.alloc(0);
  }

  #drop(bytes: Buffer, count: number): void {
    this.#chunks = count < bytes.length ? [bytes.subarray(count)] : [];
    this.#length -= count;
  }

  #end(): void {
    this.#hasEnded = true;
    for (const resolve of this.#waiting.splice(0)) resolve(undefined);
  }
}

function folderOf(rootUri: string): string | undefined {
  const uri = URI.parse(rootUri);
  return uri.scheme === 'file' ? uri.fsPath : undefined;
}

/** @returns what git printed; undefined if it is not there, failed or took too long */
function git(root: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', [...safeGitOptions, ...args], {
      ...gitSpawnOptions(root),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : undefined));
  });
}
