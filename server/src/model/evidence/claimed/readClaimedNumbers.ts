/** The numbers of a line that state a result. Anything doubtful is left out: a false contradiction is the worst mistake. */
import { readAllPass } from './allPass';
import { tokenize } from './claimTokens';
import type { NumberToken, Token } from './claimTokens';
import type { ClaimedNumber, ClaimSubject } from './claimedNumber';
import {
  BASELINE_WORDS,
  CHANGE_WORDS,
  GAP_WORDS,
  hasAny,
  PART_WORDS,
  REACHED_WORDS,
  TARGET_WORDS,
  TEST_WORDS,
  ZERO_WORDS,
} from './claimWords';
import { contextOf } from './context';
import type { Context } from './context';
import { intervalOf } from './interval';
import { boundOfTarget, isNamedAsTarget } from './metTargets';
import { qualifiersOf } from './qualifiers';
import { isCounted, subjectOf } from './subject';

/** In these a line states a wish, whatever its number. */
const WISH = new Set(['should', 'must', 'shall', 'will', 'would']);

/** `Phase 8`, `Python 3`, `port 8080`: numbers that are names. */
const NAMED = new Set(
  'phase iteration version step stage sprint week day port pr issue node python http status line page section part level tier task item option week v release milestone chapter'.split(
    ' ',
  ),
);

/** `95% complete`: how far the work is. */
const PROGRESS = new Set([
  'complete',
  'completed',
  'completion',
  'done',
  'finished',
  'ready',
  'implemented',
  'operational',
  'progress',
]);

/** @param text the line of the claim, with or without markup */
export function readClaimedNumbers(text: string): readonly ClaimedNumber[] {
  // An open task claims nothing yet.
  if (/^\s*(?:[-*+]|\d{1,4}[.)])\s+\[ \]/.test(text)) return [];
  const tokens = tokenize(text);
  if (tokens.some((token) => token.kind === 'word' && WISH.has(token.word))) return [];
  const found: Found[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === 'number') {
      const context = contextOf(tokens, at);
      if (!isOther(token, tokens, at, context))
        found.push({ number: read(token, context), reached: isReached(context) });
    } else if (token.kind === 'word' && ZERO_WORDS.has(token.word)) {
      const zero = readZero(token.word, contextOf(tokens, at));
      if (zero) found.push({ number: zero, reached: false });
    }
  });
  const all = readAllPass(tokens);
  if (all) found.push({ number: all, reached: false });
  return withoutTargets(withoutRestated(withoutLooseCoverage(found))).map(({ number }) => number);
}

interface Found {
  readonly number: ClaimedNumber;
  readonly reached: boolean;
}

function read(token: NumberToken, context: Context): ClaimedNumber {
  const dimension = dimensionOf(token);
  const { subject, among } = subjectOf(dimension, context);
  const plain = intervalOf(token, context);
  const isTarget = isNamedAsTarget(context);
  const interval = isTarget ? boundOfTarget(plain, dimension, subject) : plain;
  const part = hasAny([...context.left, ...context.right, ...context.label], PART_WORDS);
  const isPart = part && (subject === 'duration' || subject === 'value');
  return {
    text: [token.text, ...namedBy(dimension, subject, context.right)].join(' '),
    subject: isPart ? 'value' : subject,
    dimension: dimension === 'count' && subject === 'value' ? 'number' : dimension,
    ...interval,
    ...(token.of === undefined ? {} : { of: token.of }),
    qualifiers: [
      // That it is the target narrows nothing down.
      ...qualifiersOf(among, context).filter((word) => !isTarget || !TARGET_WORDS.has(word)),
      ...levelOf(subject, among),
    ],
    ofTests: isOfTests(context),
  };
}

/** For messages: `0 failed tests` rather than `0`. */
function namedBy(
  dimension: ClaimedNumber['dimension'],
  subject: ClaimSubject,
  right: readonly string[],
): readonly string[] {
  if (dimension !== 'count' || subject === 'value') return [];
  const last = right.slice(0, 4).findLastIndex(isCounted);
  return right.slice(0, last + 1);
}

function isOfTests({ left, right, label, outer }: Context): boolean {
  return hasAny([...left, ...right, ...label, ...outer], TEST_WORDS);
}

/** Warnings are findings of one level. */
function levelOf(subject: ClaimSubject, among: readonly string[]): readonly string[] {
  return subject === 'findings' && among.some((word) => /^warnings?$/.test(word)) ? ['warning'] : [];
}

function dimensionOf(token: NumberToken): ClaimedNumber['dimension'] {
  if (token.of !== undefined) return 'ratio';
  if (token.unit === 'percent') return 'percent';
  return token.unit === 'milliseconds' ? 'duration' : 'count';
}

/** `12 tests instead of 30`, `compared to 25`. */
const INSTEAD = /^(?:instead of|rather than|compared (?:to|with))$/;

/** A target, a baseline, a change, a name: not the value that was reached. */
function isOther(token: NumberToken, tokens: readonly Token[], at: number, context: Context): boolean {
  const { left, right, label } = context;
  const previous = left.at(-1) ?? '';
  if (NAMED.has(previous) && token.unit === 'none' && token.of === undefined) return true;
  if (previous === 'from' || previous === 'by' || previous === 'not') return true;
  if (INSTEAD.test(left.slice(-2).join(' '))) return true;
  // `coverage gap closed to 8%`: what is left, not what there is.
  if (hasAny(left, GAP_WORDS) || hasAny(right, GAP_WORDS)) return true;
  if (previous === 'to') return right[0] !== undefined && TARGET_WORDS.has(right[0]);
  // `92% vs 85%`: the second one is what it is compared with.
  if (isComparedWith(tokens, at)) return true;
  if (PROGRESS.has(right[0] ?? '')) return true;
  const near = [...left, ...right];
  if (near.includes('not') || hasAny(near, BASELINE_WORDS)) return true;
  const reached = hasAny([...near, ...label], REACHED_WORDS);
  if (hasAny(near, TARGET_WORDS) && !hasAny(near, REACHED_WORDS)) return true;
  if (hasAny(label, TARGET_WORDS) && !reached) return true;
  if (hasAny(right.slice(0, 2), CHANGE_WORDS) || hasAny(left.slice(-4), CHANGE_WORDS)) return true;
  // `40 tests per second` is a speed.
  return right.includes('per') || hasAny(label, CHANGE_WORDS);
}

function isComparedWith(tokens: readonly Token[], at: number): boolean {
  const previous = tokens[at - 1];
  return previous?.kind === 'word' && previous.word === 'than' && !isMoreThan(tokens, at);
}

function isMoreThan(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 2];
  return before?.kind === 'word' && /^(?:more|less|fewer|greater|later|lower|higher)$/.test(before.word);
}

function isReached({ left, right, label, outer }: Context): boolean {
  const near = [...left, ...right];
  return hasAny(near, REACHED_WORDS) || (hasAny(label, REACHED_WORDS) && outer.length === 0);
}

/** `zero failures`, `no failing tests`, `without errors`. */
function readZero(word: string, context: Context): ClaimedNumber | undefined {
  const scope = { ...context, left: [], label: [], outer: [], follows: 'nothing' } as const;
  // `no tests failed`: about the verb, `no test failures` about the noun, `no tests` about nothing.
  const { subject, among } = subjectOf('count', scope);
  const countable: readonly ClaimSubject[] = ['failed', 'errors', 'skipped', 'findings'];
  if (!countable.includes(subject) || among.includes('not')) return undefined;
  // `with zero error`: a deviation.
  if (subject === 'errors' && !among.includes('errors')) return undefined;
  return {
    text: [word, ...namedBy('count', subject, context.right)].join(' '),
    subject,
    dimension: 'count',
    value: 0,
    low: 0,
    high: 0,
    relation: 'exact',
    // `the upload works without errors`: not those of its tests.
    qualifiers: [...qualifiersOf(among, context), ...levelOf(subject, among)],
    ofTests: isOfTests(context),
  };
}

/** `Test coverage: 11/11 passing (100%)`: the word stands for passing here. */
function withoutLooseCoverage(found: readonly Found[]): readonly Found[] {
  if (!found.some(({ number }) => number.dimension === 'ratio')) return found;
  return found.filter(({ number }) => number.subject !== 'coverage');
}

/** `40/40 tests passing (100%)`: the percentage says nothing more, and less exactly of which tests. */
function withoutRestated(found: readonly Found[]): readonly Found[] {
  const rates = found.flatMap(({ number: { dimension, subject, value, of } }) =>
    dimension === 'ratio' && subject === 'passed' && of ? [(100 * value) / of] : [],
  );
  return found.filter(({ number: { subject, relation, dimension, low, high } }) => {
    if (subject !== 'passRate' || relation !== 'exact' || dimension !== 'percent') return true;
    return !rates.some((rate) => rate >= low && rate <= high);
  });
}

/** `<5 minutes (achieved: 3.5 minutes)`, `>95% | 97%`: beside a plain value a bound is a target. */
function withoutTargets(found: readonly Found[]): readonly Found[] {
  const bounds: readonly ClaimedNumber['relation'][] = ['at-least', 'at-most', 'more-than', 'less-than'];
  return found.filter(({ number, reached }) => {
    const others = found.filter((other) => other.number !== number && other.number.dimension === number.dimension);
    if (others.some((other) => other.reached) && !reached) return false;
    return !bounds.includes(number.relation) || !others.some((other) => !bounds.includes(other.number.relation));
  });
}
