/** How words are compared here: in lower case, without plural `s`, marks and filling words. */
import { TextMemo } from '../../syntax/textMemo';
import { wordPlaces } from './wordPlaces';

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

/** A word as it is compared. */
interface FoldedWord {
  readonly name: string;
  readonly hash: number;
  readonly isFilling: boolean;
  /** It says nothing of what something is about. */
  readonly isGeneral: boolean;
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
}

export function hashWords(text: string): HashedWords {
  const words = wordsIn(text);
  let key = FNV_START;
  const hashes: number[] = [];
  for (const [index, { name, hash, isGeneral }] of words.entries()) {
    key = hashOn(index === 0 ? key : hashOn(key, ' '), name);
    if (!isGeneral && !hashes.includes(hash)) hashes.push(hash);
  }
  return { count: words.length, key: words.length === 0 ? 0 : key | 0, hashes };
}

function wordsIn(text: string): readonly FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const { from, to } of wordPlaces(text)) {
    const word = folded(text.slice(from, to));
    if (!word.isFilling) words.push(word);
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

/** Documents use the same few thousand words again and again. */
const known = new TextMemo<FoldedWord>();

function folded(word: string): FoldedWord {
  return known.get(word, readWord);
}

function readWord(word: string): FoldedWord {
  const name = fold(word);
  const isFilling = filling.has(name);
  return { name, hash: hashText(name), isFilling, isGeneral: isFilling || general.has(name) || NUMBER.test(name) };
}

export function foldWord(word: string): string {
  return folded(word).name;
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

const FNV_START = 0x811c9dc5;
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
