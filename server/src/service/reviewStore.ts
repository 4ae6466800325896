/** Keeps what was read of reviews and of the files that claims point to, until these change. */
import { parseReviewFile, type ReviewFile } from '../model/review/reviewFile';
import type { Workspace } from './workspace';

interface KeptReview {
  readonly text: string;
  readonly file: ReviewFile;
}

export class ReviewStore {
  readonly #workspace: Workspace;
  /** By URI; undefined for files that are not there. */
  readonly #reviews = new Map<string, Promise<KeptReview | undefined>>();
  /** By URI, then key. */
  readonly #digests = new Map<string, Map<string, Promise<string | undefined>>>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The review in a file, as an editor has it or else as it is on disk. */
  async review(uri: string): Promise<ReviewFile | undefined> {
    const open = this.#workspace.openDocuments.get(uri)?.parsed.text;
    if (open === undefined) {
      let known = this.#reviews.get(uri);
      if (!known) this.#reviews.set(uri, (known = this.#read(uri)));
      return (await known)?.file;
    }
    const known = await this.#reviews.get(uri);
    if (known?.text === open) return known.file;
    const kept = { text: open, file: parseReviewFile(open) };
    this.#reviews.set(uri, Promise.resolve(kept));
    return kept.file;
  }

  /**
   * What is made of the text of a file that a claim points to. Only the result is kept: reports can be large.
   *
   * @param key of what is made
   */
  digest(uri: string, key: string, make: (text: string) => string): Promise<string | undefined> {
    const open = this.#workspace.openDocuments.get(uri);
    if (open) return Promise.resolve(make(open.parsed.text));
    let ofFile = this.#digests.get(uri);
    if (!ofFile) this.#digests.set(uri, (ofFile = new Map<string, Promise<string | undefined>>()));
    let known = ofFile.get(key);
    if (!known) {
      known = this.#workspace.readText(uri).then((text) => (text === undefined ? undefined : make(text)));
      ofFile.set(key, known);
    }
    return known;
  }

  /** A file has changed, gone, or been opened or closed. */
  forget(uri: string): void {
    this.#reviews.delete(uri);
    this.#digests.delete(uri);
  }

  /** A folder has gone, or more than can be told. */
  clear(): void {
    this.#reviews.clear();
    this.#digests.clear();
  }

  async #read(uri: string): Promise<KeptReview | undefined> {
    const text = await this.#workspace.readText(uri);
    return text === undefined ? undefined : { text, file: parseReviewFile(text) };
  }
}
