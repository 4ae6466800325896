/** Keeps what was read from short texts that come again and again: words, headings, labels. */

/** Texts that never come again must not pile up. */
const MOST_TEXTS = 10_000;

export class TextMemo<V> {
  readonly #known = new Map<string, V>();

  get(text: string, read: (text: string) => V): V {
    let found = this.#known.get(text);
    if (found === undefined) {
      const own = ownCopy(text);
      found = read(own);
      if (this.#known.size === MOST_TEXTS) this.#known.clear();
      this.#known.set(own, found);
    }
    return found;
  }
}

/** The same text by itself: a part of a string may keep all of it in memory, such as a document for a word of it. */
export function ownCopy(part: string): string {
  return JSON.parse(JSON.stringify(part)) as string;
}
