import { ABOUT_WORDS, hasAny, isNeutral, REACHED_WORDS, TEST_WORDS } from './claimWords';
import type { Context } from './context';

/** Verbs and the like end a noun phrase: `the system achieved 100% test success rate` is not about `system tests`. */
const STOPS =
  /^(?:achieved?|achieves|reached|has|have|had|with|shows?|showed|is|are|was|were|at|in|of|for|to|by|via|and|that|which)$/;

/**
 * Words that narrow down what a number is about: next to the words that tell its subject, behind `for`, `of`, `in`, and
 * in its label.
 *
 * @param among the words that told the subject
 */
export function qualifiersOf(
  among: readonly string[],
  { left, right, label, outer, opens }: Context,
): readonly string[] {
  const found = new Set<string>();
  const add = (words: readonly string[]) => {
    for (const word of words) if (!isNeutral(word) && !/^\p{N}/u.test(word)) found.add(word);
  };
  add(nounPhrase(left));
  add(nounPhrase([...right].reverse()).length === right.length ? right : beforeStop(right));
  for (const words of [left, right]) add(aboutWhat(words));
  add(label);
  // `Parser (12 tests)`, `mocked runs with 100% success`: but `… with all tests passing` tells its own tests.
  if (opens === '(' || among === outer || !hasAny([...left, ...right], TEST_WORDS)) add(nounPhrase(outer));
  return [...found];
}

/** The words at the end, back to a verb or preposition. */
function nounPhrase(words: readonly string[]): readonly string[] {
  const stop = words.findLastIndex((word) => STOPS.test(word) || REACHED_WORDS.has(word));
  return words.slice(stop + 1);
}

function beforeStop(words: readonly string[]): readonly string[] {
  const stop = words.findIndex((word) => STOPS.test(word) || REACHED_WORDS.has(word));
  return stop === -1 ? words : words.slice(0, stop);
}

/** `tests pass for the parser on windows` → the, parser, windows. */
function aboutWhat(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word) => ABOUT_WORDS.has(word));
  return from === -1 ? [] : words.slice(from + 1);
}
