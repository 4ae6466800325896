import type { ClaimedNumber, ClaimSubject } from './claimedNumber';
import {
  ERROR_WORDS,
  FAIL_WORDS,
  FINDING_WORDS,
  hasAny,
  isNeutral,
  PASS_WORDS,
  RATE_WORDS,
  SKIP_WORDS,
  SUITE_NOUNS,
  TEST_NOUNS,
} from './claimWords';
import type { Context } from './context';

export interface Subject {
  readonly subject: ClaimSubject;
  /** The words that told it. */
  readonly among: readonly string[];
}

const COVERAGE = /^(?:coverage|covered|cov)$/;
const CODE = /^(?:code|lines?|branch(?:es)?|functions?|methods?|statements?)$/;
const KINDS: readonly (readonly [RegExp, ClaimSubject])[] = [
  [/^lines?$/, 'lineCoverage'],
  [/^branch(?:es)?$/, 'branchCoverage'],
  [/^(?:functions?|methods?)$/, 'functionCoverage'],
  [/^statements?$/, 'statementCoverage'],
];

/** What a number speaks of: the words behind it first, then those before it, the label, what the bracket is about. */
export function subjectOf(dimension: ClaimedNumber['dimension'], context: Context): Subject {
  const { left, right, label, outer, follows } = context;
  // A count stands before its noun, or behind its label.
  const places = dimension === 'count' ? [right, label, outer] : [right, left, label, outer];
  for (const among of places) {
    // `Passed: 38 of 40 jobs`: a noun of its own behind the number, and it is no test.
    if (among === label && isForeign(right, dimension)) break;
    const subject = subjectIn(dimension, among);
    if (subject === undefined) continue;
    // `Test suites: 1 passed`: not one test.
    if (dimension === 'count' && countsGroups(label)) break;
    const kind =
      subject === 'coverage'
        ? coverageKind([...left, ...right, ...(follows === 'words' ? [] : label), ...outer])
        : subject;
    // `Test coverage: 100% of the objectives`: not of code.
    if (subject === 'coverage' && right[0] === 'of' && !right.some((word) => CODE.test(word))) break;
    return { subject: kind, among };
  }
  // `Coverage: 92% lines`
  const all = [...right, ...left, ...label, ...outer];
  if (dimension === 'percent' && all.some((word) => COVERAGE.test(word)))
    return { subject: coverageKind(all), among: all };
  return { subject: 'value', among: [] };
}

/** Whether the words behind a number name what it counts, and it is nothing that reports count. */
function isForeign(right: readonly string[], dimension: ClaimedNumber['dimension']): boolean {
  const [noun] = right;
  if (noun === undefined) return false;
  return dimension === 'count' ? !TOTALS.has(noun) : dimension === 'ratio' && !isNeutral(noun);
}

function countsGroups(label: readonly string[]): boolean {
  return /^(?:suites|files)$/.test(label.at(-1) ?? '');
}

/** `Tests: 40 total`, `Passed: 38 in all` */
const TOTALS = new Set(['total', 'overall', 'in', 'altogether', 'ok', 'across']);

function subjectIn(dimension: ClaimedNumber['dimension'], words: readonly string[]): ClaimSubject | undefined {
  if (words.length === 0) return undefined;
  switch (dimension) {
    case 'percent':
      return percentSubject(words);
    case 'ratio':
      return ratioSubject(words);
    case 'duration':
      return durationSubject(words);
    default:
      return countSubject(words);
  }
}

function percentSubject(words: readonly string[]): ClaimSubject | undefined {
  // `testing coverage` is how much was tested, in whatever way.
  if (words.some((word) => COVERAGE.test(word))) return words.includes('testing') ? 'value' : 'coverage';
  if (hasAny(words, SKIP_WORDS) || hasAny(words, ERROR_WORDS)) return 'value';
  if (hasAny(words, FAIL_WORDS)) return hasAny(words, RATE_WORDS) || hasAny(words, TEST_NOUNS) ? 'failRate' : 'value';
  if (hasAny(words, PASSED)) return 'passRate';
  // `100% success`, `98% completed successfully`: of anything, unless the words say rate or tests.
  const says = hasAny(words, RATE_WORDS) || hasAny(words, TEST_NOUNS) || words.includes('test');
  return says && hasAny(words, PASS_WORDS) ? 'passRate' : undefined;
}

function ratioSubject(words: readonly string[]): ClaimSubject | undefined {
  if (words.some((word) => COVERAGE.test(word))) return 'coverage';
  const noun = words.find((word) => !isNeutral(word));
  const tests = hasAny(words, TEST_NOUNS);
  // `8/8 endpoints passing`
  if (noun !== undefined && !tests) return 'value';
  if (hasAny(words, SKIP_WORDS) || hasAny(words, ERROR_WORDS)) return 'value';
  if (hasAny(words, FAIL_WORDS)) return 'failed';
  return tests || hasAny(words, PASS_WORDS) ? 'passed' : undefined;
}

/** Nouns and outcomes that reports count. */
export function isCounted(word: string): boolean {
  return [TEST_NOUNS, PASS_WORDS, FAIL_WORDS, ERROR_WORDS, SKIP_WORDS, FINDING_WORDS].some((set) => set.has(word));
}

function countSubject(words: readonly string[]): ClaimSubject | undefined {
  const first = words.findIndex(isCounted);
  // `40 users, tests pass`: the number counts its own noun.
  if (first === -1 || first > 3) return undefined;
  const near = words.slice(0, first + 4);
  if (hasAny(near, FAIL_WORDS)) return 'failed';
  if (hasAny(near, SKIP_WORDS)) return 'skipped';
  if (hasAny(near, FINDING_WORDS)) return 'findings';
  if (hasAny(near, ERROR_WORDS)) return 'errors';
  if (hasAny(near, PASS_WORDS)) return 'passed';
  // `12 suites`, `40 cases`: not what reports count.
  return hasAny(near, TEST_NOUNS) ? 'total' : undefined;
}

function durationSubject(words: readonly string[]): ClaimSubject | undefined {
  return hasAny(words, TEST_NOUNS) || hasAny(words, SUITE_NOUNS) || words.includes('test') ? 'duration' : undefined;
}

const PASSED = new Set(['pass', 'passes', 'passed', 'passing']);

/** One kind, or unspecified; two kinds are as good as none. */
function coverageKind(words: readonly string[]): ClaimSubject {
  const kinds = KINDS.filter(([pattern]) => words.some((word) => pattern.test(word)));
  if (kinds.length > 1) return 'value';
  return kinds[0]?.[1] ?? 'coverage';
}
