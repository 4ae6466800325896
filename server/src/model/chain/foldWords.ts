/** How words are compared here: in lower case, without plural `s`, marks and filling words. */

/** `end-to-end`, `3.5`, `LlamaParse`, `worker's`. */
const WORD = /[\p{L}\p{N}]+(?:[-'’._][\p{L}\p{N}]+)*/gu;
/** More than that is prose, not a name. */
const MOST_WORDS = 48;

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

const filling = setOf(`
  a an the this that these those its our their it is are was were be been being has have had do does did and or of to in
  on at for with by been has have had from as into via per than then also all any each both will can may should must shall would could
`);

/** The folded words of a text, filling words left out. */
export function foldedWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(WORD)) {
    const name = foldWord(word);
    if (!filling.has(name)) words.push(name);
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

/** Documents use the same few thousand words again and again. */
const folded = new Map<string, string>();
/** Text that never repeats itself must not be kept. */
const MOST_FOLDED = 20_000;

export function foldWord(word: string): string {
  let known = folded.get(word);
  if (known === undefined) {
    known = fold(word);
    if (folded.size === MOST_FOLDED) folded.clear();
    folded.set(word, known);
  }
  return known;
}

function fold(word: string): string {
  const lower = word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/['’]/g, '');
  if (lower.length <= 3 || !lower.endsWith('s') || /(?:ss|us|is)$/.test(lower)) return lower;
  return lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
}

/** A 32-bit hash (FNV-1a) of a text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash | 0;
}

/** One hash for the same words in the same order; 0 for no words. */
export function keyOfWords(words: readonly string[]): number {
  return words.length === 0 ? 0 : hashText(words.join(' '));
}

function foldedSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean).map(foldWord));
}

/** Words that narrow down nothing: with them alone a number, status or section is about the whole. */
const general = foldedSet(`
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
`);

/** Whether a folded word says nothing of what something is about. */
export function isGeneral(word: string): boolean {
  return general.has(word) || filling.has(word) || /^[\d._%/]+$/.test(word);
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
  return subjectOf(aboutWhat([...text.toLowerCase().matchAll(WORD)].slice(0, MOST_WORDS).map(([word]) => word)));
}
