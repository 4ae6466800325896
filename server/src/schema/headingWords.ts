/**
 * How headings are compared: as words. Numbers, emoji, markup, case, plural forms and the phase that a heading names
 * do not matter, so that `### 3. ✅ **Phase 8 Requirements**` and a schema's `Requirements` are the same heading.
 */

import { TextMemo } from '../syntax/textMemo';

/** A heading or label, ready to be compared. */
export interface HeadingWords {
  /** With {@link phaseWord} in the place of each phase that is named. */
  readonly withPhase: readonly string[];
  /** Without the phases and the `for`, `of`, `to` … before them. */
  readonly plain: readonly string[];
}

/** A name or alias of a schema, ready to be compared with {@link HeadingWords}. */
export interface WordPattern {
  /** As written in the schema. */
  readonly text: string;
  /** Words, {@link phaseWord} for `{phase}` and {@link anyWords} for `*`. */
  readonly words: readonly string[];
  readonly namesPhase: boolean;
}

/** Stands for a named phase: not a word that a text can contain. */
const phaseWord = '{phase}';
/** Stands for any number of words in a pattern. */
const anyWords = '*';

/** A word with its apostrophes, inner hyphens and decimal separators: `3.5`, `hand-off`, `3_5`; not `—`, `✅`. */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-'’._][\p{L}\p{N}\p{M}]+)*/gu;
/** The number before a title: `1`, `2.3`, `10`, the key cap `1️⃣`; not `2b`. */
const numberPattern = /^\d+(?:[._]\d+)*\p{M}*$/u;
/** What follows the word phase: `8`, `3.5`, `3_5`, `2b`, `C`, `N`; not `ed`, `a` (an article). */
const phaseIdPattern = /^(?:\d+(?:[._]\d+)*\p{L}?|[A-Z])$/u;

const phaseUnits: ReadonlySet<string> = new Set(['phase', 'phases', 'sprint', 'milestone', 'stage']);
const connectives: ReadonlySet<string> = new Set(['for', 'of', 'to', 'from', 'in', 'after', 'before', 'and', 'the']);
/** Longer headings are sentences; nothing in a schema is that long. */
const maximumWords = 32;

/** Reads the words of a heading or label, given without or with inline markup. */
export function readHeadingWords(text: string): HeadingWords {
  const raw = splitWords(text);
  const withPhase: string[] = [];
  for (let index = 0; index < raw.length; index++) {
    const word = raw[index] ?? '';
    const next = raw[index + 1];
    if (phaseUnits.has(word.toLowerCase()) && next !== undefined && phaseIdPattern.test(next)) {
      withPhase.push(phaseWord);
      index++;
    } else if (withPhase.length > 0 || !numberPattern.test(word)) {
      withPhase.push(foldWord(word));
    }
  }
  return { withPhase, plain: withoutPhases(withPhase) };
}

/** The ways to read a heading: as a whole, and what stands before a colon (`Status: ✅ done`). */
export function readHeadings(text: string): readonly HeadingWords[] {
  return known.get(text, readAnew);
}

/** Phase documents are headed alike: `Overview`, `Next Steps`. */
const known = new TextMemo<readonly HeadingWords[]>();

function readAnew(text: string): readonly HeadingWords[] {
  const colon = text.indexOf(':');
  const whole = readHeadingWords(text);
  return colon < 0 ? [whole] : [whole, readHeadingWords(text.slice(0, colon))];
}

/** Reads a name or alias of a schema: words, `{phase}` and `*`. */
export function readWordPattern(text: string): WordPattern {
  const words: string[] = [];
  let namesPhase = false;
  for (const part of text.split(/(\{phase\}|\*)/)) {
    if (part === anyWords) {
      if (words[words.length - 1] !== anyWords) words.push(anyWords);
    } else if (part === phaseWord) {
      words.push(phaseWord);
      namesPhase = true;
    } else {
      words.push(...splitWords(part).map(foldWord));
    }
  }
  return { text, words, namesPhase };
}

/** Whether a pattern is made of signs and `*` alone. */
export function hasNoWord(text: string): boolean {
  return readWordPattern(text).words.every((word) => word === anyWords);
}

/** Whether a heading is what a pattern describes. */
export function matchesName(pattern: WordPattern, heading: HeadingWords): boolean {
  return matchWords(pattern.words, pattern.namesPhase ? heading.withPhase : heading.plain);
}

/** How well a name was met. */
export type Likeness =
  /** The very words of a pattern without `*`. */
  | 'exact'
  /** A pattern with `*`. */
  | 'similar';

/** Finds what a heading may mean among many patterns: only those are tried that share a word with it. */
export class NameIndex<T> {
  private readonly byWord = new Map<string, { readonly pattern: WordPattern; readonly value: T }[]>();
  /** Readings are objects that are kept by their texts. */
  readonly #known = new WeakMap<HeadingWords, ReadonlyMap<T, Likeness>>();

  /** All names are added before the first is looked for. */
  add(pattern: WordPattern, value: T): void {
    const literals = pattern.words.filter((word) => word !== anyWords);
    const key = literals.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
    const entries = this.byWord.get(key) ?? [];
    this.byWord.set(key, entries);
    entries.push({ pattern, value });
  }

  /** Each value whose pattern fits one of the readings. */
  find(readings: readonly HeadingWords[]): ReadonlyMap<T, Likeness> {
    const [first, ...others] = readings.map((words) => this.#findOne(words)).filter(({ size }) => size > 0);
    if (!first || others.length === 0) return first ?? new Map<T, Likeness>();
    const found = new Map(first);
    for (const other of others)
      for (const [value, likeness] of other) if (found.get(value) !== 'exact') found.set(value, likeness);
    return found;
  }

  /** What fits one reading, looked for once: headings and labels come again and again. */
  #findOne(words: HeadingWords): ReadonlyMap<T, Likeness> {
    let found = this.#known.get(words);
    if (!found) {
      found = this.#search(words);
      this.#known.set(words, found);
    }
    return found;
  }

  #search(words: HeadingWords): ReadonlyMap<T, Likeness> {
    const found = new Map<T, Likeness>();
    for (const word of new Set(['', ...words.withPhase])) {
      for (const { pattern, value } of this.byWord.get(word) ?? []) {
        if (found.get(value) === 'exact' || !matchesName(pattern, words)) continue;
        found.set(value, pattern.words.includes(anyWords) ? 'similar' : 'exact');
      }
    }
    return found;
  }
}

function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const match of text.replaceAll('&', ' and ').matchAll(wordPattern)) {
    words.push(match[0]);
    if (words.length === maximumWords) break;
  }
  return words;
}

/** One spelling for `Hand-off` and `handoff`, `steps` and `step`. */
function foldWord(word: string): string {
  const folded = word.toLowerCase().replace(/[-'’]/g, '');
  return folded.length > 3 && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded;
}

function withoutPhases(words: readonly string[]): readonly string[] {
  const plain: string[] = [];
  for (const word of words) {
    if (word !== phaseWord) plain.push(word);
    else while (connectives.has(plain[plain.length - 1] ?? '')) plain.pop();
  }
  while (connectives.has(plain[0] ?? '')) plain.shift();
  return plain;
}

/** Matches with `*` as in file globs, but over words: each star is tried again only from its last place. */
function matchWords(pattern: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  let word = 0;
  let star = -1;
  let starWord = 0;
  while (word < words.length) {
    if (pattern[at] === anyWords) {
      star = at++;
      starWord = word;
    } else if (at < pattern.length && pattern[at] === words[word]) {
      at++;
      word++;
    } else if (star >= 0) {
      at = star + 1;
      word = ++starWord;
    } else {
      return false;
    }
  }
  while (pattern[at] === anyWords) at++;
  return at === pattern.length && pattern.length > 0;
}

/** A text as its words alone, run together, for comparing values: `✅ **In Progress**`, `in-progress` are the same. */
export function foldWords(text: string): string {
  return splitWords(text).map(foldWord).join('');
}
