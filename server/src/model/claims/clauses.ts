/** Cuts a line into clauses and finds those that assert nothing: wishes, orders, conditions, questions, negations. */
import { isAccomplishment } from './predicates';
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
const connectives = new Set('that which while but although though so because whereas however'.split(' '));

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

const negations =
  "not never isn't aren't wasn't weren't hasn't haven't doesn't don't didn't can't won't nor neither nothing nobody none lacks lack lacking lacked missing hardly appear appeared appears seem seemed seems claimed claims marked incorrectly falsely allegedly supposedly partially partly nearly almost";

/** Words after a statement that make it something still to come: `all tests passing required`. */
const afterthoughts = 'required needed pending tbd todo outstanding planned remaining remains';

/** What a word may do to its clause. */
type Mood =
  | 'modal'
  | 'negation'
  | 'condition'
  | 'afterthought'
  | 'purpose'
  | 'longer'
  | 'yet'
  | 'earlier'
  | 'hope'
  | 'occasion'
  | 'aim'
  | 'way';

const moods = new Map<string, Mood>([
  ...afterthoughts.split(' ').map((word) => [word, 'afterthought'] as const),
  ...[...conditionWords].map((word) => [word, 'condition'] as const),
  ...negations.split(' ').map((word) => [word, 'negation'] as const),
  ...[...modalWords].map((word) => [word, 'modal'] as const),
  ['to', 'purpose'],
  ['no', 'longer'],
  ...['ensures', 'guarantees'].map((word) => [word, 'hope'] as const),
  ['yet', 'yet'],
  ['before', 'earlier'],
  ['when', 'occasion'],
  ['whenever', 'occasion'],
  ...['on', 'at', 'about'].map((word) => [word, 'aim'] as const),
  ['how', 'way'],
]);

/** `focuses on getting all tests to pass`, `is about making it ready`: what is worked at. */
const aimVerbs = new Set(
  'focus focuses focused focusing concentrate concentrates concentrated work works worked working aim aims aimed is was'.split(
    ' ',
  ),
);
/** `explains how all requests are validated`: how something works. */
const explainVerbs = new Set(
  'explain explains explaining describe describes describing define defines defining specify specifies outline outlines cover covers detail details'.split(
    ' ',
  ),
);

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
    if (i > from) {
      const denied = sentence.denied || isHoped(tokens, from);
      clauses.push({ from, to: i, assertedTo: denied ? from : assertedTo(tokens, from, i) });
    }
    from = ends ? i + 1 : i;
    if (ends && (token?.word === ':' || sentenceStops.has(token?.word ?? '')))
      sentence = sentenceMood(tokens, i + 1, options);
  }
  return clauses;
}

/** `This ensures that all jobs are validated`: what is meant to be, not what was seen. */
function isHoped(tokens: readonly Token[], from: number): boolean {
  return tokens[from]?.word === 'that' && hopes.has(tokens[from - 1]?.word ?? '');
}

const hopes = new Set(
  'ensure ensures ensuring guarantee guarantees guaranteeing require requires assume assumes suggest suggests hope hopes believe believes expect expects so validation verification check checks confirmation'.split(
    ' ',
  ),
);

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
    if (token?.word === 'place' && tokens[i - 1]?.word === 'in') return false;
    if (token?.kind === 'word' && tellsState(token.word)) return false;
  }
  return true;
}

function tellsState(word: string): boolean {
  return word.endsWith('ed') || verdictWords.has(word) || stateWords.has(word) || isAccomplishment(word);
}

/** Index from which on a clause asserts nothing. */
function assertedTo(tokens: readonly Token[], from: number, to: number): number {
  // `parsing → chunking → complete`: the states of a thing, not its state.
  if (tokens[from - 1]?.word === '→' && to - from <= 2 && tokens[from]?.kind === 'word') return from;
  for (let i = from; i < to; i++) {
    const word = tokens[i]?.word ?? '';
    const next = tokens[i + 1]?.word ?? '';
    switch (moods.get(word)) {
      case undefined:
        break;
      case 'modal':
        // `The importer is ready and will …`
        if (tokens[i - 1]?.word === 'and' && isTold(tokens, from, i - 1)) return i - 1;
        if (!isMonth(tokens, i) && !isExpectation(tokens, i, to)) return from;
        break;
      case 'negation':
        return isTold(tokens, from, i) ? i : from;
      case 'longer':
        if (next === 'longer') return isTold(tokens, from, i) ? i : from;
        break;
      case 'yet':
        // `have yet to be rewritten`
        if (next === 'to') return from;
        break;
      case 'condition':
        // `is ready for release once the review is done`
        if (i > from && tokens.slice(from, i).some(({ kind }) => kind === 'number')) return i;
        if (i > from)
          return isDefined(tokens, i) || tokens.slice(from, i).some((token) => token.word === 'ready') ? from : i;
        break;
      case 'aim':
        // `is on hold`, `works at 200 requests`: no verb follows.
        if (aimVerbs.has(tokens[i - 1]?.word ?? '') && next.length > 4 && next.endsWith('ing')) return i;
        break;
      case 'way':
        if (explainVerbs.has(tokens[i - 1]?.word ?? '')) return i;
        break;
      case 'hope':
        // `The gate ensures no row is lost`
        return i;
      case 'earlier':
        // `started before the queue was fully established`
        if (i > from && tokens.slice(i, to).some((token) => token.word === 'was' || token.word === 'were')) return i;
        break;
      case 'occasion':
        // `Pauses when limits are exceeded`
        if (i > from)
          return isDefined(tokens, i) ||
            !tokens.slice(from, i).some(({ kind, word: told }) => kind === 'number' || tellsState(told))
            ? from
            : i;
        break;
      case 'purpose':
        if (purposeEnds.has(next) && tokens[i - 1]?.word !== 'ready') return i;
        break;
      case 'afterthought':
        // `no TODO` names what is missing; `is ready, with a key required` says what goes with it.
        if (i > from && (i + 1 === to || next === 'for') && !nones.has(tokens[i - 1]?.word ?? '')) {
          const beside = tokens.slice(from, i).findIndex((token) => token.word === 'with');
          return beside > 0 && tokens.slice(from, from + beside).some((token) => tellsState(token.word))
            ? from + beside
            : from;
        }
        break;
    }
  }
  return to;
}

/** `The phase is complete when …`, `is successful if …`: what would make it so. */
function isDefined(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at - 1]?.word ?? '';
  const be = tokens[at - 2]?.word ?? '';
  return (word === 'complete' || word === 'done' || word === 'ready' || verdictWords.has(word)) && beWords.has(be);
}

const beWords = new Set(['is', 'are', 'be', 'considered']);

const nones = new Set(['no', 'zero']);

/** Is something told before the negation? `Import completed not once but twice`. */
function isTold(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(({ word }) => word.endsWith('ed') || word === 'ready' || word === 'complete' || verdictWords.has(word));
}

/** `the expected outputs`: an adjective; `is expected to hold`, `expected by May` are not. */
function isExpectation(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[at + 1];
  return (
    (tokens[at]?.word === 'expected' || tokens[at]?.word === 'supposed') &&
    at + 1 < to &&
    at > 0 &&
    next?.kind === 'word' &&
    !expectedTo.has(next.word) &&
    !beWords.has(tokens[at - 1]?.word ?? '')
  );
}

const expectedTo = new Set('to by in at for from before after within until as and or'.split(' '));

/** `since May`, `May 3`. */
function isMonth(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.word !== 'may') return false;
  return tokens[at + 1]?.kind === 'number' || monthPrepositions.has(tokens[at - 1]?.word ?? '');
}

const monthPrepositions = new Set('in since by until till before after from during early late mid'.split(' '));

/** Index of the clause that holds a token, or -1. */
export function clauseIndexAt(clauses: readonly Clause[], index: number): number {
  let low = 0;
  let high = clauses.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const clause = clauses[middle];
    if (!clause || index < clause.from) high = middle - 1;
    else if (index >= clause.to) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** The clause that holds a token. */
export function clauseAt(clauses: readonly Clause[], index: number): Clause | undefined {
  return clauses[clauseIndexAt(clauses, index)];
}
