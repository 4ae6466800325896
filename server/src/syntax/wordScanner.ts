/** A part of a text. */
export interface WordPart {
  readonly from: number;
  readonly to: number;
}

/** What makes a word worth a look: `x.md`, `://`, `#12`, `@x`, `GH-1`; not the end of a sentence. */
const TRIGGER = /\.[A-Za-z]|:\/\/|#\d|@\w|\bGH-\d/g;
/** What ends a word: white space, brackets, quotes, commas, marks. */
const WORD_ENDS = ' \t\n\u00a0\u3000"\'“”‘’«»<>()（）「」『』【】、。，：[]{}|,;`*';
/** Punctuation that ends a sentence or a clause, not an address. */
const TRAILING = '.:!?…';

/** Finds the words of a text that may be pointers. Is to be asked for one part after the other. */
export class WordScanner {
  readonly #text: string;
  /** The next trigger, or the end of the text: kept, because a text of many parts and few triggers would be searched to its end for each part. */
  #trigger = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The words of a part, without the punctuation that ends a sentence. */
  *between(from: number, to: number): Generator<WordPart> {
    let at = from;
    while (at < to) {
      const trigger = this.#triggerFrom(at);
      if (trigger >= to) return;
      let start = trigger;
      while (start > at && !this.#endsWord(start - 1)) start--;
      let end = trigger;
      while (end < to && !this.#endsWord(end)) end++;
      at = end + 1;
      yield this.#withoutMarks(start, end);
    }
  }

  #triggerFrom(at: number): number {
    if (this.#trigger < at) {
      TRIGGER.lastIndex = at;
      this.#trigger = TRIGGER.exec(this.#text)?.index ?? this.#text.length;
    }
    return this.#trigger;
  }

  #endsWord(offset: number): boolean {
    return WORD_ENDS.includes(this.#text.charAt(offset));
  }

  #withoutMarks(from: number, end: number): WordPart {
    const text = this.#text;
    let to = end;
    while (to > from && TRAILING.includes(text.charAt(to - 1))) to--;
    // Emphasis by underscores; `__init__.py` keeps its own.
    const isSlanted = text.charAt(from) === '_' && text.charAt(to - 1) === '_';
    return isSlanted && to - from > 2 ? { from: from + 1, to: to - 1 } : { from, to };
  }
}
