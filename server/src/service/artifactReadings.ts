/** What was read of artifacts, until they change. */
import type { ReadOutcome } from '../host';
import type { ArtifactReading } from '../model/evidence/artifacts/artifact';
import { createArtifactReader } from '../model/evidence/artifacts/readArtifact';

/** How the service gets at files of a folder; paths are relative to it. */
export interface EvidenceSource {
  /** As in `Host.readChunks`; what an editor holds comes first. */
  readChunks(path: string, mostBytes: number, take: (chunk: string) => boolean): Promise<ReadOutcome>;
}

export interface WantedReading {
  readonly path: string;
  /** Of the pointer, as written. */
  readonly fragment: string | undefined;
}

/** Up to here an artifact is read while somebody waits for findings. Far above most reports. */
export const MOST_AT_ONCE = 16 * 1024 * 1024;
/** Nobody gets more read, however long it takes. */
const MOST_EVER = 1024 * 1024 * 1024;
/** Places of one file that are read in one go: each keeps what it reads in memory. */
const READERS_AT_ONCE = 8;

export class ArtifactReadings {
  /** Path to fragment to reading; the empty fragment stands for none. */
  readonly #readings = new Map<string, Map<string, ArtifactReading>>();
  /** Of one file at most one reading is under way. */
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #running = new Map<string, { isCancelled: boolean }>();
  /** Too large to be read at once, with the fragments that were asked for. */
  readonly #large = new Map<string, Set<string>>();

  get(path: string, fragment: string | undefined): ArtifactReading | undefined {
    return this.#readings.get(path)?.get(fragment ?? '');
  }

  /** Whether it will be read by {@link loadLarge}. */
  isLarge(path: string): boolean {
    return this.#large.has(path);
  }

  get hasLarge(): boolean {
    return this.#large.size > 0;
  }

  /** Reads what is not known yet. @returns whether anything was learnt */
  async load(wanted: readonly WantedReading[], source: EvidenceSource): Promise<boolean> {
    const byPath = new Map<string, Set<string>>();
    for (const { path, fragment } of wanted) {
      if (this.get(path, fragment)) continue;
      const fragments = byPath.get(path);
      if (fragments) fragments.add(fragment ?? '');
      else byPath.set(path, new Set([fragment ?? '']));
    }
    let hasLearnt = false;
    for (const [path, fragments] of byPath) {
      const large = this.#large.get(path);
      if (large) for (const fragment of fragments) large.add(fragment);
      else if (await this.#inTurn(path, () => this.#read(path, fragments, MOST_AT_ONCE, source))) hasLearnt = true;
    }
    return hasLearnt;
  }

  /** Reads the large ones, which may take a while. @returns the paths of which something was learnt */
  async loadLarge(source: EvidenceSource): Promise<ReadonlySet<string>> {
    const learnt = new Set<string>();
    for (const path of [...this.#large.keys()]) {
      const isRead = await this.#inTurn(path, async () => {
        const fragments = this.#large.get(path);
        if (!fragments || !(await this.#read(path, fragments, MOST_EVER, source))) return false;
        this.#large.delete(path);
        return true;
      });
      if (isRead) learnt.add(path);
    }
    return learnt;
  }

  /** A file has changed or gone: what is being read of it counts no more. @returns whether anything was known of it */
  forget(path: string): boolean {
    const running = this.#running.get(path);
    if (running) running.isCancelled = true;
    const wasLarge = this.#large.delete(path);
    return this.#readings.delete(path) || wasLarge || running !== undefined;
  }

  #inTurn<T>(path: string, task: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(path) ?? Promise.resolve()).then(task);
    const over: Promise<unknown> = turn
      .catch(() => undefined)
      .then(() => {
        if (this.#turns.get(path) === over) this.#turns.delete(path);
      });
    this.#turns.set(path, over);
    return turn;
  }

  /** @returns whether anything is known now; not if it is too large for now, or has changed meanwhile */
  async #read(
    path: string,
    fragments: ReadonlySet<string>,
    mostBytes: number,
    source: EvidenceSource,
  ): Promise<boolean> {
    const unread = [...fragments].filter((fragment) => !this.get(path, fragment));
    for (let from = 0; from < unread.length; from += READERS_AT_ONCE) {
      const some = unread.slice(from, from + READERS_AT_ONCE);
      const readers = some.map((fragment) => createArtifactReader(path, fragment === '' ? {} : { fragment }));
      const run = { isCancelled: false };
      this.#running.set(path, run);
      const outcome = await source.readChunks(path, mostBytes, (chunk) => {
        if (run.isCancelled) return false;
        for (const reader of readers) reader.push(chunk);
        return readers.some(({ done }) => !done);
      });
      this.#running.delete(path);
      // Whoever asked is told of the change and asks again.
      if (run.isCancelled) return false;
      if (outcome.status === 'too-large' && mostBytes < MOST_EVER) {
        this.#large.set(path, new Set(fragments));
        return false;
      }
      const known = this.#readings.get(path) ?? new Map<string, ArtifactReading>();
      this.#readings.set(path, known);
      some.forEach((fragment, index) => {
        const read = outcome.status === 'read' ? readers[index]?.end() : undefined;
        known.set(fragment, read ?? failure(path, fragment, outcome));
      });
    }
    return true;
  }
}

function failure(path: string, fragment: string, outcome: ReadOutcome): ArtifactReading {
  const bound = fragment === '' ? {} : { fragment };
  return { path, ...bound, format: 'unknown', state: 'unreadable', quantities: [], reason: reasonOf(outcome) };
}

function reasonOf(outcome: ReadOutcome): string {
  switch (outcome.status) {
    case 'too-large':
      return `larger than ${sizeOf(outcome.mostBytes)}`;
    case 'missing':
      return 'it is gone';
    case 'not-text':
      return 'it is not UTF-8 text';
    case 'unreadable':
    case 'read':
      return 'too large, protected or no text';
  }
}

function sizeOf(bytes: number): string {
  const mebibytes = bytes / (1024 * 1024);
  return mebibytes >= 1024 ? `${mebibytes / 1024} GiB` : `${mebibytes} MiB`;
}
