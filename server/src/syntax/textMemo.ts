/** Keeps what was read from short texts that come again and again: words, headings, labels. */

/** Texts that never come again must not pile up. */
const MOST_TEXTS = 10_000;

export class TextMemo<V> {
  readonly #known = new Map<string, V>();

  get(text: string, read: (text: string) => V): V {
    let found = this.#known.get(text);
    if (found === undefined) {
      // Copied, because a part of a string keeps all of it.
      const own = JSON.parse(JSON.stringify(text)) as string;
      found = read(own);
      if (this.#known.size === MOST_TEXTS) this.#known.clear();
      this.#known.set(own, found);
    }
    return found;
  }
}
