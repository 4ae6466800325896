/** Targets that a line says were reached: `the target of 80% coverage was exceeded` claims 80% or more. */
import type { ClaimedNumber, ClaimSubject } from './claimedNumber';
import { hasAny, TARGET_WORDS } from './claimWords';
import type { Context } from './context';
import type { Interval } from './interval';

/** Between a target and its number: `target of at least 90%`, `the goal of a 90% pass rate`. */
const LINKS: ReadonlySet<string> = new Set([
  'of',
  'a',
  'an',
  'at',
  'least',
  'most',
  'for',
  'the',
  'over',
  'under',
  'below',
]);
/** A noun phrase ends here: `95% achieved, as the target says`. */
const STOPS: ReadonlySet<string> = new Set(
  'is are was were has have had achieved reached attained met exceeded obtained against for of in on vs versus by and with than as to'.split(
    ' ',
  ),
);

/** Whether the number itself is the target, not the value beside it. */
export function isNamedAsTarget({ left, right }: Context): boolean {
  const before = left.findLastIndex((word) => !LINKS.has(word));
  const named = left[before];
  // `target of 90%`; in `the target: 90%` and `target 90%` others decide.
  if (named !== undefined && TARGET_WORDS.has(named) && left.slice(before + 1).includes('of')) return true;
  const stop = right.findIndex((word) => STOPS.has(word));
  return hasAny(stop === -1 ? right : right.slice(0, stop), TARGET_WORDS);
}

/** What is measured has to be that much, or of times at most that long. */
export function boundOfTarget(
  interval: Interval,
  dimension: ClaimedNumber['dimension'],
  subject: ClaimSubject,
): Interval {
  if (interval.relation !== 'exact') return interval;
  const { value } = interval;
  if (dimension === 'duration') return { value, low: -Infinity, high: value, relation: 'at-most' };
  // Of failures and findings few are wanted, of what passes many.
  const isOfFew = subject === 'failed' || subject === 'errors' || subject === 'findings' || subject === 'skipped';
  return isOfFew
    ? { value, low: -Infinity, high: value, relation: 'at-most' }
    : { value, low: value, high: Infinity, relation: 'at-least' };
}
