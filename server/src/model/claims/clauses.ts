/** Cuts a line into clauses and finds those that assert nothing: wishes, orders, conditions, questions, negations. */
import type { Token } from './tokens';
import { ambiguousVerbs, conditionWords, imperativeVerbs, modalWords, stateWords, verdictWords } from './words';

/** A run of tokens without a stop inside. */
export interface Clause {
  /** Indices of the first token and of the token after the last one. */
  readonly from: number;
  readonly to: number;
  /** Index from which on nothing is asserted; `to` if everything is. */
  readonly assertedTo: number;
}

export interface ClauseOptions {
  /** The line carries a tick or a check mark: `✅ Implement retries` is not an order. */
  readonly ticked: boolean;
}

/** Words that begin a clause of its own. */
const connectives = new Set('that which while but although though so because whereas however yet'.split(' '));

const clauseStops = new Set([
  ',',
  ';',
  ':',
  '(',
  ')',
  '[',
  ']',
  '–',
  '—',
  '→',
  '⇒',
  '|',
  '.',
  '!',
  '?',
  '"',
  '“',
  '”',
  '-',
  '、',
  '。',
  '（',
  '）',
  '：',
]);
const sentenceStops = new Set(['.', '!', '?', ';', '。']);

const negations = new Set(
  "not never isn't aren't wasn't weren't hasn't haven't doesn't don't didn't can't won't nor neither lacks lack lacking lacked missing hardly appeared appears seemed seems claimed claims marked incorrectly falsely allegedly supposedly partially partly nearly almost".split(
    ' ',
  ),
);

/** Words after a statement that make it something still to come: `all tests passing required`. */
const afterthoughts = new Set('required needed pending tbd todo outstanding planned remaining remains'.split(' '));

/** Verbs that make what follows a purpose: `to achieve 100%`. */
const purposeEnds = new Set(
  'achieve reach get ensure be validate verify make complete pass meet maintain provide support improve reduce increase'.split(
    ' ',
  ),
);

/** The clauses of a line, from left to right. */
export function splitClauses(tokens: readonly Token[], options: ClauseOptions): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let sentence: SentenceMood = sentenceMood(tokens, 0, options);
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    const ends = token === undefined || (token.kind === 'stop' && clauseStops.has(token.word));
    if (!ends && !(connectives.has(token.word) && i > from)) continue;
    if (i > from) clauses.push({ from, to: i, assertedTo: sentence.denied ? from : assertedTo(tokens, from, i) });
    from = ends ? i + 1 : i;
    if (ends && (token?.word === ':' || sentenceStops.has(token?.word ?? '')))
      sentence = sentenceMood(tokens, i + 1, options);
  }
  return clauses;
}

interface SentenceMood {
  readonly denied: boolean;
}

/** Orders, questions and conditions hold for a whole sentence. */
function sentenceMood(tokens: readonly Token[], from: number, options: ClauseOptions): SentenceMood {
  let first = from;
  while (tokens[first]?.kind === 'mark') first++;
  const word = tokens[first]?.word ?? '';
  if (sentenceConditions.has(word)) return { denied: true };
  let end = first;
  while (end < tokens.length && !sentenceStops.has(tokens[end]?.word ?? '')) end++;
  if (tokens[end]?.word === '?') return { denied: true };
  if (options.ticked) return { denied: false };
  if (imperativeVerbs.has(word)) return { denied: true };
  return { denied: (ambiguousVerbs.has(word) || word === 'complete') && isOrder(tokens, first, end) };
}

/** `When all tests pass, merge` asserts nothing; `After the fix all tests pass` does. */
const sentenceConditions = new Set('if once unless until when whenever assuming'.split(' '));

/** `Test all endpoints` is an order, `Test suite passed` is not: it has a predicate. `Complete …` is read as an adjective. */
function isOrder(tokens: readonly Token[], first: number, end: number): boolean {
  const word = tokens[first]?.word;
  const next = tokens[first + 1];
  if (word === 'complete') return next?.word === 'all' || next?.word === 'the' || next?.kind === 'number';
  if (next === undefined || next.kind === 'stop' || next.kind === 'number') return false;
  for (let i = first + 1; i < end; i++) {
    const token = tokens[i];
    if (token?.kind === 'mark' || token?.kind === 'number') return false;
    if (token && (verdictWords.has(token.word) || stateWords.has(token.word) || token.word.endsWith('ed')))
      return false;
  }
  return true;
}

function assertedTo(tokens: readonly Token[], from: number, to: number): number {
  // `parsing → chunking → complete`: the states of a thing, not its state.
  if (tokens[from - 1]?.word === '→' && to - from <= 2 && tokens[from]?.kind === 'word') return from;
  let told = false;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    const { word } = token;
    if (modalWords.has(word)) return from;
    if (negations.has(word) || (word === 'no' && tokens[i + 1]?.word === 'longer')) return told ? i : from;
    if (i > from && conditionWords.has(word) && !temporal.has(word)) return i;
    if (word === 'to' && purposeEnds.has(tokens[i + 1]?.word ?? '') && tokens[i - 1]?.word !== 'ready') return i;
    if (i > from && afterthoughts.has(word) && (i + 1 === to || tokens[i + 1]?.word === 'for')) return from;
    if (word.endsWith('ed') || verdictWords.has(word)) told = true;
  }
  return to;
}

/** `tested before deployment`, `stable after the fix`: a time, not a condition. */
const temporal = new Set(['before', 'after', 'when', 'whenever']);

/** The clause that holds a token. */
export function clauseAt(clauses: readonly Clause[], index: number): Clause | undefined {
  return clauses.find((clause) => index >= clause.from && index < clause.to);
}
