/** "All tests pass", in the words that people use for it. */
import type { Token } from './claimTokens';
import type { ClaimedNumber } from './claimedNumber';
import { ALL_WORDS, DOUBT_WORDS, hasAny, isNeutral, PASS_WORDS, SUITE_NOUNS } from './claimWords';
import { contextOf } from './context';
import { qualifiersOf } from './qualifiers';

/** Words may stand between the tests and their passing: `all tests in the suite are now passing`. */
const MOST_BETWEEN = 8;

/**
 * `All tests pass`, `every test passes`, `tests: all green`, `the test suite passes`. Not `all tests run`, `most tests
 * pass`, `all but two tests pass`, `38 tests pass`.
 */
export function readAllPass(tokens: readonly Token[]): ClaimedNumber | undefined {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || !PASS_WORDS.has(token.word)) continue;
    const sentence = sentenceAround(tokens, at);
    const words = sentence.words;
    if (hasAny(words, DOUBT_WORDS)) continue;
    const context = contextOf(tokens, at);
    const before = sentence.before.slice(-MOST_BETWEEN);
    const label = context.label;
    const noun =
      nounIn([...before, token.word]) ?? (before.length === 0 || hasAny(before, ALL_WORDS) ? nounIn(label) : undefined);
    // `Successful tests`, `passed tests` name some of them.
    if (noun === undefined || (nounIn(context.right) !== undefined && noun !== nounIn(before))) continue;
    const all = hasAny([...before, ...label], ALL_WORDS);
    // Of a single test, only "every test" speaks of all.
    if (noun === 'test' && !hasAny([...before, ...label], ONE_BY_ONE)) continue;
    if (!all && sentence.hasNumber) continue;
    if (
      !all &&
      !(
        token.word === 'pass' ||
        token.word === 'passes' ||
        token.word === 'passing' ||
        token.word === 'green' ||
        token.word === 'passed'
      )
    )
      continue;
    const written = [...before.filter((word) => ALL_WORDS.has(word) || word === noun), token.word];
    return {
      text: written.includes(noun) ? written.join(' ') : `${noun} ${written.join(' ')}`,
      subject: 'passRate',
      dimension: 'percent',
      value: 100,
      low: 100,
      high: 100,
      relation: 'all',
      ofTests: true,
      qualifiers: [...new Set([...qualifiersOf([], context), ...before.filter((word) => !isNeutral(word))])],
    };
  }
  return undefined;
}

const ONE_BY_ONE = new Set(['every', 'each']);

function nounIn(words: readonly string[]): string | undefined {
  if (
    words.includes('test') &&
    (hasAny(words, ONE_BY_ONE) || words.some((word) => word === 'suite' || word === 'suites'))
  ) {
    return words.find((word) => word === 'suite' || word === 'suites') ?? 'test';
  }
  const nouns = words.filter((word) => SUITE_NOUNS.has(word) && word !== 'suite');
  return nouns.at(-1) ?? (words.includes('suite') ? 'suite' : undefined);
}

/** Up to the next full stop or cell, commas and brackets aside. */
function sentenceAround(tokens: readonly Token[], at: number) {
  const isEnd = (token: Token | undefined) =>
    !token || (token.kind === 'stop' && (token.stop === '.' || token.stop === '|'));
  let from = at;
  while (!isEnd(tokens[from - 1])) from--;
  let to = at;
  while (!isEnd(tokens[to + 1])) to++;
  const inside = tokens.slice(from, to + 1);
  // Before it, a comma or a bracket begins something else: only its own clause counts.
  const before: string[] = [];
  for (let index = at - 1; index >= from; index--) {
    const token = tokens[index];
    if (token?.kind === 'stop') break;
    if (token?.kind === 'word') before.unshift(token.word);
  }
  return {
    words: inside.flatMap((token) => (token.kind === 'word' ? [token.word] : [])),
    before,
    hasNumber: inside.some((token) => token.kind === 'number'),
  };
}
