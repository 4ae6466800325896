/** What was read of files that are evidence by their words: logs, notes, sources. */
import { readText, type TextFacts } from '../model/evidence/textFacts';
import { MOST_AT_ONCE, type EvidenceSource } from './artifactReadings';

export class TextReadings {
  readonly #facts = new Map<string, TextFacts>();
  #changes = 0;

  get(path: string): TextFacts | undefined {
    return this.#facts.get(path);
  }

  /** Reads what is not known yet. @returns whether anything was learnt */
  async load(paths: readonly string[], source: EvidenceSource): Promise<boolean> {
    let hasLearnt = false;
    for (const path of paths) {
      if (this.#facts.has(path)) continue;
      const before = this.#changes;
      const chunks: string[] = [];
      const outcome = await source.readChunks(path, MOST_AT_ONCE, (chunk) => chunks.push(chunk) > 0);
      // What is too large or no text is there all the same, and no more is said of it.
      const facts = readText(path, outcome.status === 'read' ? chunks.join('') : undefined);
      if (this.#changes === before) this.#facts.set(path, facts);
      hasLearnt = true;
    }
    return hasLearnt;
  }

  /** A file has changed, come or gone. @returns whether anything was known of it */
  forget(path: string): boolean {
    this.#changes++;
    return this.#facts.delete(path);
  }
}
