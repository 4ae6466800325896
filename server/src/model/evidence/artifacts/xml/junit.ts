/**
 * JUnit XML has no standard, only dialects: Ant's schema, as kept at https://llg.cubic.org/docs/junit/ and
 * https://github.com/testmoapp/junitxml. Read here: pytest, Surefire (`rerunFailure` and `flakyFailure` are attempts, not
 * results), GoogleTest and CTest (`status="notrun"`, `disabled`), nextest, jest-junit, Mocha, PHPUnit (suites in suites),
 * Playwright.
 */
import { absent, measured, unreadable } from '../artifact';
import type { Content, Quantity } from '../artifact';
import { decodeFragment, sameName } from '../fragment';
import { MOST_FAILURES, MOST_SCOPES } from '../limits';
import { quoted, readCount, secondsToMilliseconds } from '../numbers';
import { addCounts, countOutcome, newTally, noTests, reconcile, testContent, testQuantities } from '../testCounts';
import type { Outcome, Tally, TestCounts } from '../testCounts';
import { attribute } from './xmlAdapter';
import type { XmlAdapter, XmlElement, XmlVisitor } from './xmlAdapter';

export const junitAdapter: XmlAdapter = {
  format: 'junit',
  matches: ({ name }) => name === 'testsuites' || name === 'testsuite',
  visit: (root, { fragment }) => visitJunit(root, fragment === undefined ? undefined : decodeFragment(fragment)),
};

interface Suite {
  readonly element: XmlElement;
  /** Tests in it and in the suites in it. */
  counts: Tally;
}

interface Test {
  readonly element: XmlElement;
  outcome: Outcome;
}

/** `status` of GoogleTest, CTest and NUnit's converter, `result` of GoogleTest. */
const NOT_RUN = /^(?:notrun|skipped|disabled|ignored|pending|suppressed)$/i;

/** These tell the sum of the times of files that ran side by side, not how long it took. */
const SUMS_TIMES = /^(?:jest|vitest) tests$/;

/** Failed tests that are looked for among those that passed. */
const MOST_REMEMBERED = 10_000;

/** Which result wins when a test has several. */
const WEIGHT: Record<Outcome, number> = { passed: 0, skipped: 1, failed: 2, errors: 3 };

function visitJunit(root: XmlElement, name: string | undefined): XmlVisitor {
  const open: string[] = [];
  const suites: Suite[] = [];
  const scopes: Quantity[] = [];
  const failures: Quantity[] = [];
  let test: Test | undefined;
  let listed: TestCounts = noTests;
  let suiteCount = 0;
  let isUnsoundAnywhere = isUnsound(root);
  /** Failed tests; one that is listed again as passed was run again, or is another one of the same name. */
  const failed = new Set<string>();
  let isRunAgain = false;
  /** Sums over the outermost suites and over all suites: dialects differ in whether a suite counts those in it. */
  let outermost: Partial<TestCounts> = {};
  let all: Partial<TestCounts> = {};
  let onlyTime: number | undefined;
  const bound = {
    suite: noTests,
    suites: 0,
    test: newTally(),
    tests: 0,
    durations: [] as number[],
    line: 0,
  };

  function openSuite(element: XmlElement): void {
    suiteCount++;
    isUnsoundAnywhere ||= isUnsound(element);
    const stated = statedCounts(element);
    const nested = suites.some((suite) => suite.element.name === 'testsuite');
    if (stated.total !== undefined) {
      all = addStated(all, stated);
      if (!nested) outermost = addStated(outermost, stated);
    }
    if (!nested) onlyTime = timeOf(element);
    suites.push({ element, counts: newTally() });
  }

  function closeSuite(): void {
    const suite = suites.pop();
    if (!suite) return;
    const parent = suites.at(-1);
    if (parent) parent.counts = addCounts(parent.counts, suite.counts);
    else listed = suite.counts;
    const suiteName = attribute(suite.element, 'name');
    if (suiteName === undefined || suite.element.name !== 'testsuite') return;
    const { counts } = reconcile(suite.counts, [statedCounts(suite.element)]);
    if (name !== undefined) {
      if (!sameName(suiteName, name)) return;
      bound.suite = addCounts(bound.suite, counts.total === undefined ? suite.counts : { ...noTests, ...counts });
      bound.suites++;
      bindPlace(suite.element);
    } else if (scopes.length < MOST_SCOPES * 6) {
      scopes.push(
        ...testQuantities(counts, { scope: suiteName, scopeKind: 'suite', line: suite.element.line }),
        ...duration(timeOf(suite.element), suite.element, suiteName, 'suite'),
      );
    }
  }

  function closeTest({ element, outcome }: Test): void {
    const fullName = namesOf(element)[0] ?? '';
    if (outcome === 'passed') isRunAgain ||= failed.has(fullName);
    else if (outcome !== 'skipped' && failed.size < MOST_REMEMBERED) failed.add(fullName);
    const suite = suites.at(-1);
    if (suite) countOutcome(suite.counts, outcome);
    if (name !== undefined) {
      if (!namesOf(element).some((own) => sameName(own, name))) return;
      countOutcome(bound.test, outcome);
      bound.tests++;
      bindPlace(element);
    } else if ((outcome === 'failed' || outcome === 'errors') && failures.length < MOST_FAILURES) {
      failures.push({
        name: outcome,
        value: 1,
        unit: 'count',
        scope: fullName,
        scopeKind: 'test',
        line: element.line,
      });
    }
  }

  function bindPlace(element: XmlElement): void {
    if (bound.durations.length === 0) bound.line = element.line;
    bound.durations.push(timeOf(element) ?? 0);
    // Only one of them is asked for; the sum of several is no duration.
    if (bound.durations.length > 2) bound.durations.length = 2;
  }

  function endBound(fragment: string, whole: Content): Content {
    const counts = bound.suites > 0 ? bound.suite : bound.test;
    const kind = bound.suites > 0 ? 'suite' : 'test';
    // A report that shows nothing shows nothing at any place of it.
    if (bound.suites + bound.tests === 0)
      return whole.state === 'vacuous' ? whole : absent(`no suite or test ${quoted(fragment)}`);
    const scope = { scope: fragment, scopeKind: kind, line: bound.line } as const;
    const content = testContent(counts);
    if (content.state !== 'measured') return content;
    const time = bound.durations.length === 1 ? bound.durations[0] : undefined;
    const times: readonly Quantity[] =
      time === undefined || time === 0 ? [] : [{ name: 'duration', value: time, unit: 'milliseconds', ...scope }];
    return { ...content, quantities: [...testQuantities(counts, scope), ...times] };
  }

  return {
    open(element) {
      const parent = open.at(-1);
      open.push(element.name);
      if (element.name === 'testsuite') openSuite(element);
      else if (element.name === 'testsuites') suites.push({ element, counts: newTally() });
      else if (element.name === 'testcase') test = { element, outcome: initialOutcome(element) };
      else if (test && parent === 'testcase') {
        const outcome = outcomeOf(element.name);
        if (outcome && WEIGHT[outcome] > WEIGHT[test.outcome]) test.outcome = outcome;
      }
    },
    close(elementName) {
      open.pop();
      if (elementName === 'testsuite' || elementName === 'testsuites') closeSuite();
      else if (elementName === 'testcase' && test) {
        closeTest(test);
        test = undefined;
      }
    },
    end() {
      if (listed.total === 0 && isUnsoundAnywhere) return unreadable('its counts are not whole numbers');
      // Whether it counts as failed in the end only the tool knows.
      if (isRunAgain) return measured([], 'a test that failed is listed again as passed');
      const rootCounts = root.name === 'testsuites' ? [statedCounts(root)] : [];
      const { counts, reason } = reconcile(listed, [...rootCounts, outermost, all]);
      const rootTime = root.name === 'testsuites' ? timeOf(root) : undefined;
      const sums = suiteCount > 1 && SUMS_TIMES.test(attribute(root, 'name') ?? '');
      const time = sums ? undefined : (rootTime ?? (suiteCount === 1 ? onlyTime : undefined));
      const whole = testContent(counts, [...duration(time, root), ...scopes, ...failures], reason);
      return name === undefined ? whole : endBound(name, whole);
    },
  };
}

function initialOutcome(element: XmlElement): Outcome {
  const status = attribute(element, 'status') ?? '';
  if (NOT_RUN.test(status) || NOT_RUN.test(attribute(element, 'result') ?? '')) return 'skipped';
  return /^fail(?:ed|ure)?$/i.test(status) ? 'failed' : 'passed';
}

function outcomeOf(elementName: string): Outcome | undefined {
  if (elementName === 'failure') return 'failed';
  if (elementName === 'error') return 'errors';
  return elementName === 'skipped' || elementName === 'disabled' ? 'skipped' : undefined;
}

/** Ways to name a test, the fullest first. */
function namesOf(element: XmlElement): readonly string[] {
  const name = attribute(element, 'name') ?? '';
  const group = attribute(element, 'classname');
  return group ? [`${group}.${name}`, `${group}::${name}`, `${group} > ${name}`, `${group} ${name}`, name] : [name];
}

const COUNTS = ['tests', 'failures', 'errors', 'skipped', 'skip', 'ignored', 'disabled'];

/** `failures="-1"`, `tests="NaN"`: whatever it says is no count. */
function isUnsound(element: XmlElement): boolean {
  return COUNTS.some((name) => {
    const text = attribute(element, name);
    return text !== undefined && text.trim() !== '' && readCount(text) === undefined;
  });
}

function statedCounts(element: XmlElement): Partial<TestCounts> {
  const count = (name: string) => readCount(attribute(element, name));
  if (isUnsound(element)) return {};
  const total = count('tests');
  if (total === undefined) return {};
  // GoogleTest tells `disabled` and `skipped`, others `skip` or `ignored`.
  const skipped = (count('skipped') ?? count('skip') ?? count('ignored') ?? 0) + (count('disabled') ?? 0);
  const [failed, errors] = [count('failures') ?? 0, count('errors') ?? 0];
  // Negative when it does not count tests; that is found when the counts are used.
  return { total, passed: total - failed - errors - skipped, failed, errors, skipped };
}

function addStated(a: Partial<TestCounts>, b: Partial<TestCounts>): Partial<TestCounts> {
  return addCounts({ ...noTests, ...a }, { ...noTests, ...b });
}

function timeOf(element: XmlElement): number | undefined {
  return secondsToMilliseconds(attribute(element, 'time'));
}

function duration(
  value: number | undefined,
  { line }: XmlElement,
  scope?: string,
  scopeKind?: 'suite' | 'test',
): readonly Quantity[] {
  // 0 means that nobody measured.
  if (value === undefined || value === 0) return [];
  return [
    { name: 'duration', value, unit: 'milliseconds', line, ...(scope === undefined ? {} : { scope, scopeKind }) },
  ];
}
