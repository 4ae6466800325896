/** Words around a number, and what they tell about it. Of English only: other words make a number incomparable. */

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const TEST_NOUNS = setOf('tests testcases specs');
/** Words of testing in general. */
export const TEST_WORDS = setOf('test tests testing testcases specs suite suites testsuite');
/** Together with a verb they stand for all their tests. */
export const SUITE_NOUNS = setOf('tests suite suites testsuite specs');
export const PASS_WORDS = setOf('pass passes passed passing success successful successfully succeeded succeed green');
export const FAIL_WORDS = setOf('fail fails failed failing failure failures');
export const ERROR_WORDS = setOf('error errors');
export const SKIP_WORDS = setOf('skip skipped skips pending ignored disabled');
export const FINDING_WORDS = setOf(
  'finding findings issue issues vulnerability vulnerabilities violation violations alert alerts warning warnings problem problems',
);
export const ALL_WORDS = setOf('all every each entire full whole complete');
export const ZERO_WORDS = setOf('zero no without');

/** The number is what was wanted or what was before, not what was reached. */
export const TARGET_WORDS = setOf(
  'target targets goal goals required requirement threshold expected planned plan budget sla slo limit objective',
);
export const BASELINE_WORDS = setOf(
  'baseline previously previous before earlier originally formerly initially prior last',
);
export const CHANGE_WORDS = setOf(
  'improvement improved improves faster slower reduction reduced reduces increase increased increases decrease decreased ' +
    'gain gained savings saved better worse fewer smaller larger points pp drop dropped grew growth up down higher lower',
);
/** The number is what is left to do. */
export const GAP_WORDS = setOf('gap gaps uncovered untested remaining');
/** The number is what was reached, whatever stands beside it. */
export const REACHED_WORDS = setOf('achieved actual actually measured reached result attained met exceeded obtained');

/** In a clause with one of these nobody states a fact about all tests. */
export const DOUBT_WORDS = setOf(
  'not never except excluding besides apart most some many several nearly almost if when once until unless should must ' +
    'will would could may might need needs ensure verify expect expects expected hardly only cannot partially partly ' +
    "don't doesn't didn't isn't aren't wasn't weren't won't can't before",
);

/** One test, one run or one request: not what the whole took. */
export const PART_WORDS = setOf(
  'average avg mean median per each p50 p90 p95 p99 max min maximum minimum latency response slowest fastest longest worst best every',
);

export const AT_LEAST = setOf('least minimum exceeds exceeding exceeded over above');
export const RATE_WORDS = setOf('rate ratio percentage percent');

/** Kinds of tests: a report that names none of them is taken to be of the kind that the claim names. */
export const TEST_KINDS = setOf(
  'unit integration e2e regression smoke functional system acceptance component contract',
);

/** Words that narrow nothing down: `Overall automated test results (CI)`. */
const NEUTRAL = setOf(
  'a an the our its this these those their overall total totals result results status rate ratio percentage count number ' +
    'run runs ran running execution executed current currently final now complete completed automated project summary report ' +
    'reports phase testing test case cases suite suites local locally ci main and is are was were be been has have had of ' +
    'achieved actual actually measured verified validated confirmed evidence see proof source by via per in at to both ' +
    'state quality metric metrics value check again still yes ok done met duration time elapsed runtime took wall ' +
    'clock within code coverage covered cov line lines branch branches function functions method methods statement ' +
    'statements there only about around approximately approx roughly nearly least most than more less under over above ' +
    'below up out including that it which we clean fully finished',
);

const FUNCTION_WORDS = setOf(
  'a an the our its this these those their is are was were be been has have had at to by it that which we there also just',
);

/** The words behind these say what the tests are about: `tests for the parser`, `coverage of src/core`. */
export const ABOUT_WORDS = setOf('for of in on against across from under during within');

export function isNeutral(word: string): boolean {
  if (NEUTRAL.has(word) || FUNCTION_WORDS.has(word) || /^\d+$/.test(word)) return true;
  return [
    TEST_NOUNS,
    SUITE_NOUNS,
    PASS_WORDS,
    FAIL_WORDS,
    ERROR_WORDS,
    SKIP_WORDS,
    FINDING_WORDS,
    ALL_WORDS,
    ZERO_WORDS,
  ]
    .concat(ABOUT_WORDS, REACHED_WORDS)
    .some((set) => set.has(word));
}

export function hasAny(words: readonly string[], set: ReadonlySet<string>): boolean {
  return words.some((word) => set.has(word));
}

/** `TestParserUnit`, `tests/unit_parser` → words to compare with those of a claim. */
export function wordsOfName(name: string): readonly string[] {
  return name
    .slice(0, 500)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
