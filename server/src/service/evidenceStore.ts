/** Keeps what was read of artifacts and asked of version control, until a file changes. */
import type { History } from '../host';
import type { ArtifactReading } from '../model/evidence/artifacts/artifact';
import { readArtifact } from '../model/evidence/artifacts/readArtifact';
import type { EvidenceFacts } from '../model/evidence/evidenceFacts';
import type { EvidenceNeeds } from '../model/evidence/evidenceNeeds';

export class EvidenceStore implements EvidenceFacts {
  /** Path to fragment to reading; the empty fragment stands for none. */
  readonly #readings = new Map<string, Map<string, ArtifactReading>>();
  readonly #commits = new Map<string, boolean>();
  readonly #ages = new Map<string, number>();
  /** Asked for, and not asked of version control yet. */
  readonly #open = { paths: new Set<string>(), commits: new Set<string>() };
  /** Asked already: without an answer nobody knows, and there is no use in asking again before something changes. */
  readonly #asked = new Set<string>();

  reading(path: string, fragment: string | undefined): ArtifactReading | undefined {
    return this.#readings.get(path)?.get(fragment ?? '');
  }

  committedAt(path: string): number | undefined {
    return this.#ages.get(path);
  }

  hasCommit(hash: string): boolean | undefined {
    return this.#commits.get(hash);
  }

  /**
   * Reads the artifacts that are not known yet.
   *
   * @param readText undefined for what is too large, binary or gone
   * @returns whether anything was learnt
   */
  async load(needs: EvidenceNeeds, readText: (path: string) => Promise<string | undefined>): Promise<boolean> {
    for (const path of needs.dated) if (!this.#asked.has(path)) this.#open.paths.add(path);
    for (const hash of needs.commits) if (!this.#asked.has(hash)) this.#open.commits.add(hash);
    const unread = needs.artifacts.filter(({ path, fragment }) => !this.reading(path, fragment));
    for (const { path, fragment } of unread) {
      if (this.reading(path, fragment)) continue;
      const text = await readText(path);
      const reading: ArtifactReading =
        text === undefined
          ? { path, format: 'unknown', state: 'unreadable', quantities: [], reason: 'too large or not text' }
          : readArtifact(path, text, fragment === undefined ? {} : { fragment });
      const known = this.#readings.get(path) ?? new Map<string, ArtifactReading>();
      this.#readings.set(path, known.set(fragment ?? '', reading));
    }
    return unread.length > 0;
  }

  get hasOpenQuestions(): boolean {
    return this.#open.paths.size + this.#open.commits.size > 0;
  }

  /** Asks version control everything that is open, at once. @returns whether anything was learnt */
  async ask(history: History, rootUri: string): Promise<boolean> {
    const [paths, commits] = [[...this.#open.paths], [...this.#open.commits]];
    this.#open.paths.clear();
    this.#open.commits.clear();
    for (const question of [...paths, ...commits]) this.#asked.add(question);
    const [ages, known] = await Promise.all([
      history.committedAt(rootUri, paths),
      history.hasCommits(rootUri, commits),
    ]);
    for (const [path, time] of ages) this.#ages.set(path, time);
    for (const [hash, exists] of known) this.#commits.set(hash, exists);
    return ages.size + known.size > 0;
  }

  /** A file has changed or gone. */
  forget(path: string): boolean {
    this.#asked.delete(path);
    const wasDated = this.#ages.delete(path);
    return this.#readings.delete(path) || wasDated;
  }
}
