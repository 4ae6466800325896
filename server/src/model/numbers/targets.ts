/** A value said to have met its target although it has not. */
import { markAt } from '../claims/marks';
import { classifyStatusTokens } from '../claims/statusWords';
import type { Token } from '../claims/tokens';
import type { NumberConflict } from './conflict';
import { placeOf } from './conflict';
import { rangeInInline } from '../../syntax/positions';
import type { NumberLine } from './lines';
import { endsInRate } from './statements';
import type { Quantity } from './quantity';
import type { Counted } from './tally';

/** What is compared: values of one dimension, in its smallest unit. */
interface Interval {
  readonly low: number;
  readonly high: number;
}

/** An estimate may be off by so much. */
const slack = 0.1;

/** Whoever reached `100+` does not say `5+`. */
const mostMore = 10;

/** Everything that a quantity as reached may be. */
function reachedInterval(quantity: Quantity, target: Quantity): Interval {
  const { value, until = value, bound, decimals, unit } = quantity;
  const scale = unit.factor;
  if (bound === 'below') return { low: -Infinity, high: value * scale };
  if (bound === 'above') return { low: value * scale, high: value * scale * mostMore };
  // `95%` may be 94.6 % where the target is told more exactly.
  const sameUnit = unit.factor === target.unit.factor;
  const coarse = sameUnit && decimals < target.decimals ? 10 ** -decimals : 0;
  const about = bound === 'about' ? slack * Math.abs(until) : 0;
  return { low: (value - coarse - about) * scale, high: (until + coarse + about) * scale };
}

/**
 * Does the value miss the target, whatever it may be exactly? A value that just reaches a limit does not: `<5 min` is
 * met by `5 min` for most who write so.
 */
export function missesTarget(reached: Quantity, target: Quantity, moreIsBetter: boolean): boolean {
  if (reached.unit.dimension !== target.unit.dimension || target.until !== undefined) return false;
  if (reached.outOf !== undefined || target.outOf !== undefined || target.unit.dimension === 'factor') return false;
  const { low, high } = reachedInterval(reached, target);
  const limit = target.value * target.unit.factor;
  switch (target.bound) {
    case 'below':
      return low > limit * (1 + 1e-9);
    case 'above':
      return high < limit * (1 - 1e-9);
    case 'exact':
      return moreIsBetter && target.unit.dimension === 'percent' && high < limit * (1 - 1e-9);
    default:
      return false;
  }
}

/** Names of rates that nobody wants to be low. */
export function isWantedHigh(name: readonly Token[]): boolean {
  const words = name.filter(({ kind }) => kind === 'word');
  return endsInRate(words) || wantedHigh.has(words.at(-1)?.word ?? '');
}

const wantedHigh = new Set(['accuracy', 'reliability', 'completeness', 'precision', 'recall', 'compliance']);

/** Words of a value that do not say what is measured. */
const empty = new Set(
  (
    'in per the a an of for is was it on to ' +
    'less than fewer no more not at most up under below within max maximum least over above greater min minimum about around ' +
    'approximately nearly almost roughly some circa average avg mean ms target targets goal actual achieved reached measured observed met exceeded passed'
  ).split(' '),
);

/** What the words beside a number say that it measures: `variance` of `<5% variance`, `reduction`. */
export function measureOf(tokens: readonly Token[], quantity: Quantity): readonly string[] {
  const rest: string[] = [];
  for (let token = tokens[quantity.endToken], i = quantity.endToken; token; token = tokens[++i]) {
    if (token.kind !== 'word') break;
    if (!empty.has(token.word)) rest.push(token.word);
  }
  return rest;
}

/** Can two values be compared by what they say that they measure? What one of them leaves out is no difference. */
export function sameMeasure(one: readonly string[], other: readonly string[]): boolean {
  const changes = [...one, ...other].some((word) => changeWords.has(word));
  return !changes && (one.length === 0 || other.length === 0 || one[0] === other[0]);
}

const changeWords = new Set(
  'reduction reduced improvement increase decrease faster slower better less fewer'.split(' '),
);

/** The verdict of a line or cell that says that something was met; signs and words together. */
export function metVerdict(line: NumberLine, tokens: readonly Token[] = line.tokens): Counted['line'] | undefined {
  return classifyStatusTokens(tokens) === 'done' ? line : undefined;
}

/** The sign or word of a verdict, for showing it. */
export function verdictPlace(line: NumberLine, tokens: readonly Token[]) {
  const sign = tokens.find((token) => token.kind === 'mark' && markAt(token.word, 0)?.mark === 'done');
  const words = tokens.filter((token) => token.kind === 'word');
  const from = sign ?? words[0] ?? tokens[0];
  const to = words.at(-1) ?? sign ?? from;
  const [start, end] = [Math.min(from?.from ?? 0, to?.from ?? 0), Math.max(from?.to ?? 0, to?.to ?? 0)];
  return { text: line.inline.text.slice(start, end), range: rangeInInline(line.inline, start, end) };
}

/** The conflict of a value, its target and a verdict. */
export function targetConflict(reached: Counted, target: Counted, verdict: NumberConflict['wrong']): NumberConflict {
  return {
    kind: 'target',
    wrong: placeOf(reached.line, reached.quantity),
    target: placeOf(target.line, target.quantity),
    verdict,
    others: [],
  };
}
