/** What was asked of version control, and what it said, until a file changes. */
import type { Commit, History } from '../host';
import type { EvidenceNeeds } from '../model/evidence/evidenceNeeds';

/** Each question is asked once: without an answer nobody knows, and there is no use in asking again before a change. */
class Questions {
  readonly #open = new Set<string>();
  readonly #asked = new Set<string>();

  add(questions: readonly string[]): void {
    for (const question of questions) if (!this.#asked.has(question)) this.#open.add(question);
  }

  get size(): number {
    return this.#open.size;
  }

  /** All that are open, which they are no more. */
  take(): readonly string[] {
    const questions = [...this.#open];
    this.#open.clear();
    for (const question of questions) this.#asked.add(question);
    return questions;
  }

  forget(question: string): void {
    this.#asked.delete(question);
  }
}

export class HistoryAnswers {
  readonly #commits = new Map<string, boolean>();
  readonly #ages = new Map<string, number>();
  readonly #touching = new Map<string, readonly Commit[]>();
  #renames: ReadonlyMap<string, string> | undefined;
  readonly #questions = { ages: new Questions(), commits: new Questions() };
  /** Nothing that is found depends on these, only what hovers and fixes show. */
  readonly #details = { ages: new Questions(), touching: new Questions() };

  committedAt(path: string): number | undefined {
    return this.#ages.get(path);
  }

  hasCommit(hash: string): boolean | undefined {
    return this.#commits.get(hash);
  }

  commitsTouching(path: string): readonly Commit[] {
    return this.#touching.get(path) ?? [];
  }

  renamedTo(path: string): string | undefined {
    return this.#renames?.get(path);
  }

  /** Asks where files went, unless that is known. */
  async askRenames(history: History, rootUri: string): Promise<void> {
    this.#renames ??= (await history.renames?.(rootUri)) ?? new Map<string, string>();
  }

  /** Notes what is asked for. */
  note({ dated, commits, details }: EvidenceNeeds): void {
    this.#questions.ages.add(dated);
    this.#questions.commits.add(commits);
    this.#details.ages.add(details.dated);
    this.#details.touching.add(details.touched);
  }

  /** Asks everything that is open, at once. @returns whether anything was learnt that verdicts depend on */
  async ask(history: History, rootUri: string): Promise<boolean> {
    const [paths, hashes] = [this.#questions.ages.take(), this.#questions.commits.take()];
    if (paths.length + hashes.length === 0) return false;
    const [ages, known] = await Promise.all([
      paths.length === 0 ? new Map<string, number>() : history.committedAt(rootUri, paths),
      hashes.length === 0 ? new Map<string, boolean>() : history.hasCommits(rootUri, hashes),
    ]);
    for (const [path, time] of ages) this.#ages.set(path, time);
    for (const [hash, exists] of known) this.#commits.set(hash, exists);
    return ages.size + known.size > 0;
  }

  /** Asks what hovers and fixes show besides. */
  async askDetails(history: History, rootUri: string): Promise<void> {
    const paths = this.#details.ages.take().filter((path) => !this.#ages.has(path));
    const touched = this.#details.touching.take();
    const [ages, commits] = await Promise.all([
      paths.length === 0 ? new Map<string, number>() : history.committedAt(rootUri, paths),
      touched.length === 0 ? undefined : history.commitsTouching?.(rootUri, touched),
    ]);
    for (const [path, time] of ages) this.#ages.set(path, time);
    for (const [path, newest] of commits ?? []) this.#touching.set(path, newest);
  }

  /** A file has changed, come or gone. @returns whether a verdict may rest on what was known of it */
  forget(path: string): boolean {
    this.#renames = undefined;
    this.#questions.ages.forget(path);
    this.#details.ages.forget(path);
    this.#details.touching.forget(path);
    this.#touching.delete(path);
    return this.#ages.delete(path);
  }
}
