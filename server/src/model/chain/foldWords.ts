/** How words are compared here: in lower case, without plural `s`, marks and filling words. */
import { ownCopy } from '../../syntax/textMemo';
import { wordEnd, wordPlaces, wordStart } from './wordPlaces';

/** More than that is prose, not a name. */
const MOST_WORDS = 48;

const filling: ReadonlySet<string> = new Set(
  wordList(`
  a an the this that these those its our their it is are was were be been being has have had do does did and or of to in
  on at for with by been has have had from as into via per than then also all any each both will can may should must shall would could
`),
);

function wordList(list: string): readonly string[] {
  return list.split(/\s+/).filter(Boolean);
}

/** Words of which {@link HashedWords.mayTellState} tells. */
const stateWords = new Set(
  'deferred defer postponed moved pushed carried dropped cancelled canceled wont not no out descoped superseded removed'.split(
    ' ',
  ),
);

/** A word as it is compared. */
interface FoldedWord {
  readonly written: string;
  readonly name: string;
  readonly hash: number;
  readonly isFilling: boolean;
  /** It says nothing of what something is about. */
  readonly isGeneral: boolean;
  readonly tellsState: boolean;
}

/** The folded words of a text, filling words left out. */
export function foldedWords(text: string): readonly string[] {
  return wordsIn(text).map(({ name }) => name);
}

/** What is kept of a text to find it again: hashes of its folded words. */
export interface HashedWords {
  /** How many words there are, filling words left out. */
  readonly count: number;
  /** See {@link keyOfWords}. */
  readonly key: number;
  /** Of the words that say what it is about, in order, each once. */
  readonly hashes: readonly number[];
  /** Whether a word such as `deferred` or `dropped` stands in it, or it is too long to be looked through. */
  readonly mayTellState: boolean;
}

export function hashWords(text: string): HashedWords {
  let count = 0;
  let key = FNV_START;
  const hashes: number[] = [];
  let mayTellState = false;
  for (let from = wordStart(text, 0); from < text.length && count < MOST_WORDS;) {
    const to = wordEnd(text, from);
    const word = foldedAt(text, from, to);
    mayTellState ||= word.tellsState;
    if (!word.isFilling) {
      key = hashOn(count === 0 ? key : hashOn(key, ' '), word.name);
      count++;
      if (!word.isGeneral && !hashes.includes(word.hash)) hashes.push(word.hash);
    }
    from = wordStart(text, to);
  }
  return { count, key: count === 0 ? 0 : key | 0, hashes, mayTellState: mayTellState || count === MOST_WORDS };
}

/** Documents use the same thousands of words again and again; by the hash of how they are written. */
const known = new Map<number, FoldedWord>();
/** Texts that never repeat themselves must not pile up. */
const MOST_KNOWN = 1 << 16;

/** A word of a text; one that is known is not even cut out. */
function foldedAt(text: string, from: number, to: number): FoldedWord {
  let hash = FNV_START;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  const found = known.get(hash);
  if (found?.written.length === to - from && text.startsWith(found.written, from)) return found;
  const word = readWord(text.slice(from, to));
  if (known.size === MOST_KNOWN) known.clear();
  known.set(hash, word);
  return word;
}

function wordsIn(text: string): readonly FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const { from, to } of wordPlaces(text)) {
    const word = foldedAt(text, from, to);
    if (!word.isFilling) words.push(word);
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

function readWord(part: string): FoldedWord {
  const written = ownCopy(part);
  const name = fold(written);
  const isFilling = filling.has(name);
  return {
    written,
    name,
    hash: hashText(name),
    isFilling,
    isGeneral: isFilling || general.has(name) || NUMBER.test(name),
    tellsState: stateWords.has(name),
  };
}

export function foldWord(word: string): string {
  return foldedAt(word, 0, word.length).name;
}

const NUMBER = /^[\d._%/]+$/;

function fold(word: string): string {
  const lower = word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/['’]/g, '');
  if (lower.length <= 3 || !lower.endsWith('s') || /(?:ss|us|is)$/.test(lower)) return lower;
  return lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
}

const FNV_START = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

function hashOn(start: number, text: string): number {
  let hash = start;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, FNV_PRIME);
  }
  return hash;
}

/** A 32-bit hash (FNV-1a) of a text. */
export function hashText(text: string): number {
  return hashOn(FNV_START, text) | 0;
}

/** One hash for the same words in the same order; 0 for no words. */
export function keyOfWords(words: readonly string[]): number {
  return words.length === 0 ? 0 : hashText(words.join(' '));
}

/** Words that narrow down nothing: with them alone a number, status or section is about the whole. */
const general: ReadonlySet<string> = new Set(
  wordList(`
  test testing case suite scenario result summary total overall final finally rate ratio percentage percent count number
  success successful successfully pass passed passing fail failed failing failure failures succeeded status state phase
  project initiative iteration complete completed completion completeness achievement achieved achieve accomplished
  current currently now executive overview introduction conclusion key metric measure kpi indicator statistic quality
  validation validated validate verification verified assessment report reporting objective goal criteria criterion
  primary main comprehensive implementation implemented development work deliverable target actual
  achievements measured reached coverage operational functional effective enforced excellent established controlled mitigated
  confirmed working handled resolved addressed delivered available integrated maintained created improved good high satisfied
  exceeded meets exceeding covered executed execution run running ran ok met done value note notes handoff
  hand-off document documentation detail detailed detailing outcome evidence ready
  approximately about around nearly almost roughly over more than least successfully fully full across entire whole
  requirement task accomplishment highlight progress outstanding approved signoff sign-off closeout outline breakdown
  individual stat test-related through end update updated info information session area line
  execute executing automated including include included plus other there here with without we us our only just not
  no zero remaining remains rest due score level conducted framework enhancement improvement change made confirmation assurance actually
  tested what how
`).map(fold),
);

/** Whether a folded word says nothing of what something is about. */
export function isGeneral(word: string): boolean {
  return general.has(word) || filling.has(word) || NUMBER.test(word);
}

/** The words that say what something is about, in one order. */
export function subjectOf(words: Iterable<string>): string {
  const own = new Set<string>();
  for (const word of words) if (!isGeneral(word)) own.add(word);
  return [...own].sort().join(' ');
}

/**
 * Folds the words that may say what something is about. `Test endpoints` are endpoints of their own; `endpoint tests` are
 * tests of the endpoints.
 *
 * @param words in lower case
 * @param known words that are already understood
 */
export function* aboutWhat(words: readonly string[], known?: ReadonlySet<string>): Iterable<string> {
  for (const [index, word] of words.entries()) {
    const name = foldWord(word);
    if (!isGeneral(name) && words[index - 1] === 'test') yield `test-${name}`;
    else if (!known?.has(word)) yield name;
  }
}

/** What a heading is about. */
export function subjectOfText(text: string): string {
  const words: string[] = [];
  for (const { from, to } of wordPlaces(text)) {
    if (words.push(text.slice(from, to).toLowerCase()) === MOST_WORDS) break;
  }
  return subjectOf(aboutWhat(words));
}
