/**
 * Test Anything Protocol, versions 12 to 14: https://testanything.org/tap-version-14-specification.html. Subtests are
 * indented by four spaces; the test point after them repeats their result. Summaries in comments are those of
 * `node --test` and node-tap.
 */
import { absent, unreadable, vacuous } from '../artifact';
import type { ArtifactOptions, Content, ContentReader, Quantity } from '../artifact';
import { decodeFragment, sameName } from '../fragment';
import { MOST_DEPTH, MOST_FAILURES } from '../limits';
import { quoted } from '../numbers';
import { countOutcome, newTally, testContent, testQuantities } from '../testCounts';
import type { Outcome, TestCounts } from '../testCounts';
import { LineSplitter } from './lines';

/** Its first line: the version, a plan or a test point. Not `ok, this is how it works`. */
export const TAP_START = /^(?:TAP version \d+$|1\.\.\d+(?:\s*#|$)|(?:not )?ok(?: \d| -|$))/;

/** `1..40`, `1..0 # SKIP no browser`. */
const PLAN = /^1\.\.(\d{1,9})\s*(#.*)?$/;

/** `ok 3 - adds # SKIP slow`, `not ok - fails`. A `#` behind a backslash is part of the description. */
const POINT = /^(not )?ok\b\s*\d*\s*(.*)$/;

const DIRECTIVE = /(?:^|[^\\])#\s*(skip|todo)/i;

/** `# tests 40`, `# pass 38` of `node --test`. */
const SUMMARY = /^# (tests|pass|fail|cancelled|skipped|todo|duration_ms) (\d{1,9}(?:\.\d{1,9})?)$/;

interface Level {
  planned: number | undefined;
  points: number;
}

export function createTapReader({ fragment }: ArtifactOptions): ContentReader {
  const name = fragment === undefined ? undefined : decodeFragment(fragment);
  const levels: Level[] = [{ planned: undefined, points: 0 }];
  const summary = new Map<string, number>();
  const failures: Quantity[] = [];
  const top = newTally();
  const leaves = newTally();
  let subtests = false;
  const bound = newTally();
  let boundLine = 0;
  let skipReason: string | undefined;
  let bailed: number | undefined;
  let inYaml: number | undefined;
  let verdict: Content | undefined;
  /** A point whose subtest was just read tells its result again. */
  let hasChildren = false;

  const splitter = new LineSplitter((text, line, ended) => {
    if (!verdict && bailed === undefined) readLine(text, line, ended);
  });

  function readLine(text: string, line: number, ended: boolean): void {
    const indent = text.length - text.trimStart().length;
    const body = text.slice(indent).trimEnd();
    // Diagnostics between `---` and `...` are indented by two more; nothing in them is a result.
    if (inYaml !== undefined) {
      if (indent <= inYaml && body === '...') inYaml = undefined;
      return;
    }
    if (body === '---' && indent % 4 === 2) {
      inYaml = indent;
      return;
    }
    if (body.startsWith('Bail out!')) {
      bailed = line;
      return;
    }
    const depth = indent / 4;
    const plan = PLAN.exec(body);
    const point = plan ? null : POINT.exec(body);
    if (!Number.isInteger(depth) || (!plan && !point)) {
      // Half a number is a number too.
      const count = indent === 0 && ended ? SUMMARY.exec(body) : null;
      if (count) summary.set(count[1] ?? '', Number(count[2]));
      return;
    }
    if (depth > MOST_DEPTH) {
      verdict = unreadable(`nested more than ${MOST_DEPTH} deep`);
      return;
    }
    // Without test points before it, an indented line is output of a test.
    if (depth >= levels.length + 1) return;
    enter(depth, line);
    const level = levels[depth];
    if (!level || verdict) return;
    if (plan) readPlan(level, plan, line, depth);
    else if (point) readPoint(level, point, line, depth);
  }

  function enter(depth: number, line: number): void {
    if (depth === levels.length) {
      levels.push({ planned: undefined, points: 0 });
      subtests = true;
    }
    while (levels.length > depth + 1) {
      const closed = levels.pop();
      if (closed) verdict ??= planMismatch(closed, line);
      hasChildren = true;
    }
  }

  function readPlan(level: Level, [, count, comment]: RegExpExecArray, line: number, depth: number): void {
    if (level.planned !== undefined) verdict = unreadable(`line ${line + 1}: a second plan`);
    level.planned = Number(count);
    if (level.planned === 0 && depth === 0) skipReason = comment?.replace(/^#\s*(?:skip(?:ped)?:?)?/i, '').trim();
  }

  function readPoint(level: Level, [, not, rest = '']: RegExpExecArray, line: number, depth: number): void {
    level.points++;
    const directive = DIRECTIVE.exec(rest)?.[1]?.toLowerCase();
    const outcome: Outcome =
      directive === 'skip' || (directive === 'todo' && not) ? 'skipped' : not ? 'failed' : 'passed';
    const leaf = !hasChildren;
    hasChildren = false;
    if (depth === 0) countOutcome(top, outcome);
    if (leaf) countOutcome(leaves, outcome);
    const description = descriptionOf(rest);
    if (name !== undefined && sameName(description, name)) {
      if (bound.total === 0) boundLine = line;
      countOutcome(bound, outcome);
    } else if (leaf && outcome === 'failed' && failures.length < MOST_FAILURES) {
      failures.push({ name: 'failed', value: 1, unit: 'count', scope: description, scopeKind: 'test', line });
    }
  }

  return {
    format: 'tap',
    get done() {
      return verdict !== undefined;
    },
    push: (block) => splitter.push(block),
    end() {
      splitter.end();
      if (verdict) return verdict;
      if (bailed !== undefined) return endBailed(leaves, bailed, failures);
      // Subtests that were never closed by their test point: the outermost plan tells.
      const [outermost] = levels;
      if (outermost?.planned === undefined) return unreadable(`no plan (1..N) up to line ${splitter.next}`);
      if (outermost.planned === 0 && outermost.points === 0) {
        return vacuous(skipReason ? `no tests (${skipReason.slice(0, 80)})` : 'no tests');
      }
      const mismatch = planMismatch(outermost, splitter.next);
      if (mismatch) return mismatch;
      if (name !== undefined) {
        if (bound.total === 0) return absent(`no test ${quoted(name)}`);
        const content = testContent(bound);
        const scope = { scope: name, scopeKind: 'test', line: boundLine } as const;
        return content.state === 'measured' ? { ...content, quantities: testQuantities(bound, scope) } : content;
      }
      const counts = subtests ? nestedCounts(top, leaves, summary) : top;
      return testContent(counts, [...durationOf(summary), ...failures]);
    },
  };
}

function planMismatch({ planned, points }: Level, line: number): Content | undefined {
  if (planned === undefined || planned === points) return undefined;
  const shown = `${planned} ${planned === 1 ? 'test was' : 'tests were'} planned and ${points} reported`;
  return unreadable(points < planned ? `${shown}, up to line ${line}` : shown);
}

/** The run stopped: what it reported until then is no total. */
function endBailed(counts: TestCounts, line: number, failures: readonly Quantity[]): Content {
  const { failed } = counts;
  return testContent({ failed, errors: 1 }, failures, `the run bailed out at line ${line + 1}`);
}

/** Whether "40 tests" are the top ones or the innermost only the summary tells; without it, only failures are sure. */
function nestedCounts(top: TestCounts, leaves: TestCounts, summary: ReadonlyMap<string, number>): Partial<TestCounts> {
  const { failed } = top.failed > leaves.failed ? top : leaves;
  const total = summary.get('tests');
  const passed = summary.get('pass');
  const fail = summary.get('fail');
  if (total !== undefined && passed !== undefined && fail !== undefined) {
    const broken = fail + (summary.get('cancelled') ?? 0);
    const skipped = (summary.get('skipped') ?? 0) + (summary.get('todo') ?? 0);
    if (passed + broken + skipped === total && broken > 0 === failed > 0) {
      return { total, passed, failed: broken, errors: 0, skipped };
    }
  }
  if (top.skipped === top.total) return top;
  return top.total === leaves.total ? leaves : { failed, errors: 0 };
}

function durationOf(summary: ReadonlyMap<string, number>): readonly Quantity[] {
  const value = summary.get('duration_ms');
  return value === undefined || value === 0 ? [] : [{ name: 'duration', value, unit: 'milliseconds' }];
}

/** Without dash and directive. */
function descriptionOf(rest: string): string {
  const directive = DIRECTIVE.exec(rest);
  const text = directive ? rest.slice(0, rest.indexOf('#', directive.index)) : rest;
  return text.replace(/^-\s*/, '').replaceAll('\\#', '#').trim();
}
