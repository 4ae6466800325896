/** Pointing a claim to the very value that it speaks of: as a fix of a contradiction, and where nothing is wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contradictedClaim } from '../../../server/src/rules/contradicted-claim';
import { checkFix } from '../../support/checkRule';
import { applyFix, diagnose, openWorkspace } from '../../support/inMemoryWorkspace';

const path = '/docs/001/TODO001_phase4_handoff.md';
const metric = (name: string, total: number, covered: number) =>
  `"${name}":{"total":${total},"covered":${covered},"skipped":0,"pct":${(100 * covered) / total}}`;
const coverage = `{"total":{${metric('lines', 200, 180)},${metric('branches', 50, 35)}}}`;
const suites =
  '<testsuites><testsuite name="api (v2)" tests="12" failures="0"/><testsuite name="ui" tests="8" failures="1"/></testsuites>';

/** Applies each rewriting offered on the line of the claim, and checks that its claim agrees with what it binds. */
async function rewritings(line: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const texts = { [path]: `# Phase 4 Handoff\n\n## Results\n\n${line}\n`, ...files };
  const workspace = await openWorkspace(texts);
  const uri = workspace.uri(path);
  await diagnose(workspace, path);
  const at = { line: 4, character: 3 };
  const found = await workspace.service.refactorings(uri, { start: at, end: at });
  const lines: string[] = [];
  for (const fix of found) {
    const after = applyFix(workspace, path, fix);
    const changed = await openWorkspace({ ...texts, [path]: after });
    const [claim] = await changed.service.claims(changed.uri(path));
    assert.ok(claim);
    assert.equal(claim.verdict, 'supported', `${fix.title}: ${JSON.stringify(claim.pointers)}`);
    assert.ok(claim.pointers.some(({ fragment }) => fragment !== undefined));
    lines.push(`${fix.title} => ${after.split('\n')[4] ?? ''}`);
  }
  return lines;
}

test('a value of a coverage summary', async () => {
  const files = { '/coverage/coverage-summary.json': coverage };
  assert.deepEqual(await rewritings('- Line coverage reached 90%: `coverage/coverage-summary.json`', files), [
    'Point to the measured value: coverage/coverage-summary.json#/total/lines/pct (90 % of lines) => - Line coverage reached 90%: `coverage/coverage-summary.json#/total/lines/pct`',
  ]);
  assert.deepEqual(
    await rewritings('- Branch coverage reached 70% ([summary](../../coverage/coverage-summary.json))', files),
    [
      'Point to the measured value: coverage/coverage-summary.json#/total/branches/pct (70 % of branches) => - Branch coverage reached 70% ([summary](../../coverage/coverage-summary.json#/total/branches/pct))',
    ],
  );
});

test('a suite of a JUnit report', async () => {
  assert.deepEqual(
    await rewritings('- 12/12 api tests passed: `reports/junit.xml`', { '/reports/junit.xml': suites }),
    [
      'Point to the measured value: reports/junit.xml#api (v2) (12 of 12 passed) => - 12/12 api tests passed: `reports/junit.xml#api%20%28v2%29`',
    ],
  );
});

test('a number of a file that is no report', async () => {
  const files = { '/reports/bench.json': '{"runs":3,"result":{"p95_ms":180,"name":"load"}}' };
  assert.deepEqual(await rewritings('- p95 latency of 180 ms achieved: `reports/bench.json`', files), [
    'Point to the measured value: reports/bench.json#/result/p95_ms (180 ms) => - p95 latency of 180 ms achieved: `reports/bench.json#/result/p95_ms`',
  ]);
});

test('nothing where nothing agrees, where a value is bound already, and where there is no evidence', async () => {
  const files = { '/coverage/coverage-summary.json': coverage };
  assert.deepEqual(await rewritings('- Line coverage reached 91.5%: `coverage/coverage-summary.json`', files), []);
  const bound = '- Line coverage reached 90%: `coverage/coverage-summary.json#/total/lines/pct`';
  assert.deepEqual(await rewritings(bound, files), []);
  assert.deepEqual(await rewritings('- Line coverage reached 90%', files), []);
});

test('a contradicted claim may speak of a part of the report', () =>
  checkFix(
    contradictedClaim,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- All tests pass, 12/12: [the run](junit.xml)$0
//- /docs/001/junit.xml
${suites}
`,
    `
# Phase 4 Handoff

## Results

- All tests pass, 12/12: [the run](junit.xml#api%20%28v2%29)`,
    'Point to the measured value: docs/001/junit.xml#api (v2)',
  ));
