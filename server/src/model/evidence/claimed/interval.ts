import type { ClaimedNumber } from './claimedNumber';
import type { NumberToken } from './claimTokens';
import { RATE_WORDS } from './claimWords';
import type { Context } from './context';

export type Interval = Pick<ClaimedNumber, 'value' | 'low' | 'high' | 'relation'>;

/** `about 90%` is met by 85.5 to 94.5. */
const ABOUT = 0.05;

const MORE = /^(?:over|above|exceeds|exceeding|exceeded|beyond|>)$/;
const LESS = /^(?:under|below|<)$/;
const ROUGHLY = /^(?:about|around|approximately|approx|roughly|nearly|almost|circa|ca|some)$/;
const THAN_MORE = /^(?:more|greater|higher|better)$/;
const THAN_LESS = /^(?:less|fewer|lower|faster)$/;

/**
 * The values that meet a number as it is written. One digit more would round to it: 92 % is met by 91.5 to 92.49, 99.9 %
 * by 99.85 to 99.949. 0 and 100 per cent are no roundings: they say none and all.
 */
export function intervalOf(token: NumberToken, { left, right }: Context): Interval {
  const { scale } = token;
  const value = token.value * scale;
  const half = roundsTo(token) * 0.5 * scale;
  // Below the upper end: 92.5 would be written 93.
  const [low, high] = [value - half, half === 0 ? value : value + half - half * 1e-9];
  if (token.upTo !== undefined) {
    return { value, low, high: token.upTo * scale + half, relation: 'range' };
  }
  switch (relationOf(token, left, right)) {
    case 'about':
      return {
        value,
        low: Math.min(low, value * (1 - ABOUT)),
        high: Math.max(high, value * (1 + ABOUT)),
        relation: 'about',
      };
    case 'at-least':
      return { value, low: value, high: Infinity, relation: 'at-least' };
    case 'more-than':
      return { value, low: value, high: Infinity, relation: 'more-than' };
    case 'at-most':
      return { value, low: -Infinity, high: value, relation: 'at-most' };
    case 'less-than':
      return { value, low: -Infinity, high: value, relation: 'less-than' };
    default:
      return { value, low, high, relation: 'exact' };
  }
}

/** What the last digit stands for; 0 when the number is exact. */
function roundsTo(token: NumberToken): number {
  const unit = 10 ** -token.digits;
  if (token.of !== undefined) return 0;
  if (token.unit === 'percent') return (token.value === 100 || token.value === 0) && token.digits === 0 ? 0 : unit;
  if (token.unit === 'milliseconds') return unit;
  return token.digits === 0 ? 0 : unit;
}

function relationOf(token: NumberToken, left: readonly string[], right: readonly string[]): ClaimedNumber['relation'] {
  switch (token.sign) {
    case '<':
      return 'less-than';
    case '<=':
      return 'at-most';
    case '>':
      return 'more-than';
    case '>=':
      return 'at-least';
    case '~':
      return 'about';
    case '':
  }
  const [before, last] = [left.at(-2) ?? '', left.at(-1) ?? ''];
  if (right[0] === 'or' && /^(?:more|better|higher|above|greater)$/.test(right[1] ?? '')) return 'at-least';
  if (right[0] === 'or' && /^(?:less|fewer|lower|below)$/.test(right[1] ?? '')) return 'at-most';
  const negated = before === 'no' || before === 'not' || left.at(-3) === 'no' || left.at(-3) === 'not';
  if (last === 'than') {
    if (THAN_MORE.test(before)) return negated ? 'at-most' : 'more-than';
    if (THAN_LESS.test(before)) return negated ? 'at-least' : 'less-than';
  }
  if (before === 'at' && last === 'least') return 'at-least';
  if (before === 'at' && last === 'most') return 'at-most';
  if (before === 'up' && last === 'to') return 'at-most';
  if (last === 'within') return 'at-most';
  if (last === 'of' && before === 'minimum') return 'at-least';
  if (last === 'of' && before === 'maximum') return 'at-most';
  // `a pass rate over 250 tests` is one of so many.
  if (last === 'over' && token.unit === 'none' && RATE_WORDS.has(before)) return 'exact';
  if (MORE.test(last)) return 'more-than';
  if (LESS.test(last)) return 'less-than';
  return ROUGHLY.test(last) ? 'about' : 'exact';
}
