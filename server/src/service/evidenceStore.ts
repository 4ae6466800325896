/** Keeps what was found out about the things that claims point to, until a file changes. */
import type { Commit, History } from '../host';
import type { ArtifactReading } from '../model/evidence/artifacts/artifact';
import type { EvidenceFacts, TestPlace } from '../model/evidence/evidenceFacts';
import type { EvidenceNeeds } from '../model/evidence/evidenceNeeds';
import type { TextFacts } from '../model/evidence/textFacts';
import { ArtifactReadings, type EvidenceSource } from './artifactReadings';
import { HistoryAnswers } from './historyAnswers';
import { TestPlaces } from './testPlaces';
import { TextReadings } from './textReadings';

export class EvidenceStore implements EvidenceFacts {
  readonly #artifacts = new ArtifactReadings();
  readonly #texts = new TextReadings();
  readonly #tests = new TestPlaces();
  readonly #history = new HistoryAnswers();

  reading(path: string, fragment: string | undefined): ArtifactReading | undefined {
    return this.#artifacts.get(path, fragment);
  }

  text(path: string): TextFacts | undefined {
    return this.#texts.get(path);
  }

  testPlace(id: string, file: string | undefined): TestPlace | undefined {
    return this.#tests.get(id, file);
  }

  committedAt(path: string): number | undefined {
    return this.#history.committedAt(path);
  }

  hasCommit(hash: string): boolean | undefined {
    return this.#history.hasCommit(hash);
  }

  commitsTouching(path: string): readonly Commit[] {
    return this.#history.commitsTouching(path);
  }

  renamedTo(path: string): string | undefined {
    return this.#history.renamedTo(path);
  }

  /** Asks version control where files went, once until one changes. */
  askRenames(history: History, rootUri: string): Promise<void> {
    return this.#history.askRenames(history, rootUri);
  }

  /**
   * Reads the artifacts that are not known yet, and looks for tests. What is too large, and version control, are left to
   * {@link loadLarge} and {@link ask}.
   *
   * @returns whether anything was learnt
   */
  async load(needs: EvidenceNeeds, source: EvidenceSource): Promise<boolean> {
    this.#history.note(needs);
    const hasRead = await this.#artifacts.load(needs.artifacts, source);
    const hasReadTexts = await this.#texts.load(needs.texts, source);
    return (await this.#tests.load(needs.tests, source)) || hasRead || hasReadTexts;
  }

  /** Of these paths, those that wait for {@link loadLarge}. */
  largeOf(needs: EvidenceNeeds): ReadonlySet<string> {
    return new Set(needs.artifacts.flatMap(({ path }) => (this.#artifacts.isLarge(path) ? [path] : [])));
  }

  get hasLarge(): boolean {
    return this.#artifacts.hasLarge;
  }

  /** Reads large artifacts. @returns the paths of which something was learnt */
  loadLarge(source: EvidenceSource): Promise<ReadonlySet<string>> {
    return this.#artifacts.loadLarge(source);
  }

  /** Asks version control what verdicts depend on, at once. @returns whether anything was learnt */
  ask(history: History, rootUri: string): Promise<boolean> {
    return this.#history.ask(history, rootUri);
  }

  /** Asks version control what only hovers and fixes show. */
  askDetails(history: History, rootUri: string): Promise<void> {
    return this.#history.askDetails(history, rootUri);
  }

  /** A file has changed, come or gone. @returns whether a verdict may rest on what was known of it */
  forget(path: string): boolean {
    const known = [
      this.#artifacts.forget(path),
      this.#texts.forget(path),
      this.#tests.forget(path),
      this.#history.forget(path),
    ];
    return known.includes(true);
  }
}
