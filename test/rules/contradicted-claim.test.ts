import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contradictedClaim } from '../../server/src/rules/contradicted-claim';
import { checkFix, checkRule, defaultPath } from '../support/checkRule';
import { fixesOf, openWorkspace } from '../support/inMemoryWorkspace';

const report = `//- /docs/001/run.xml
<testsuite name="import" tests="40" failures="2" errors="0" skipped="1">
</testsuite>
//- /docs/001/coverage-summary.json
{"total":{"lines":{"total":200,"covered":183,"skipped":0,"pct":91.5},"branches":{"total":50,"covered":40,"skipped":0,"pct":80}}}
//- /docs/001/load.json
{"latency":{"p95":240},"success_rate":0.992}`;

test('reports what the evidence itself denies', () =>
  checkRule(
    contradictedClaim,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- All 40 tests passed, see [the run](run.xml)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: "All 40 tests passed
- Line coverage reached 95%, see [the summary](coverage-summary.json)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: "Line coverage reached 95%
${report}`,
  ));

test('what agrees, rounded as it is written, is fine', () =>
  checkRule(
    contradictedClaim,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- 2 failures in 40 tests, all analysed, see [the run](run.xml)
- Line coverage reached 91.5%, see [the summary](coverage-summary.json)
- Line coverage is 92%, see [the summary](coverage-summary.json)
- Branch coverage reached 80%, see [the summary](coverage-summary.json)
${report}`,
  ));

test('what cannot be compared is left alone', () =>
  checkRule(
    contradictedClaim,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- 75% fewer incidents than in phase 3, see [the run](run.xml)
- All importers were migrated, see [the run](run.xml)
- 100% of the records were imported, see [the summary](coverage-summary.json)
${report}`,
  ));

for (const [claim, corrected, title] of [
  ['Line coverage reached 95%', 'Line coverage reached 91.5%', 'Replace 95% by the measured 91.5%'],
  ['Line coverage: **>95%**', 'Line coverage: **91.5%**', 'Replace >95% by the measured 91.5%'],
  ['Branch coverage reached 95% (5% above the goal)', 'Branch coverage reached 80% (5% above the goal)', 'Replace 95%'],
] as const) {
  test(`replaces the number by the measured one: ${claim}`, () =>
    checkFix(
      contradictedClaim,
      `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- ${claim}, see [the summary](coverage-summary.json)$0
${report}`,
      `
# Phase 4 Handoff

## Results

- ${corrected}, see [the summary](coverage-summary.json)`,
      title,
    ));
}

for (const [claim, corrected, title] of [
  ['Tests: 40/40 passed', 'Tests: 37/40 passed', 'Replace 40/40 by the measured 37/40'],
  ['Tests: 40 of 40 passed', 'Tests: 37 of 40 passed', 'Replace 40 of 40 by the measured 37 of 40'],
  ['Zero failures in the import', '2 failures in the import', 'Replace zero failures by the measured 2 failures'],
  ['0 Failures in the import', '2 Failures in the import', 'Replace 0 failures by the measured 2 failures'],
] as const) {
  test(`replaces the count by the measured one: ${claim}`, () =>
    checkFix(
      contradictedClaim,
      `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- ${claim}, see [the run](run.xml)$0
${report}`,
      `
# Phase 4 Handoff

## Results

- ${corrected}, see [the run](run.xml)`,
      title,
    ));
}

test('replaces nothing where another number would not make it true, or two places could be meant', async () => {
  const files = (claim: string) => ({
    [defaultPath]: `# Phase 4 Handoff\n\n## Results\n\n- ${claim}, see [the run](run.xml)\n`,
    '/docs/001/run.xml': '<testsuite name="import" tests="40" failures="2" errors="0" skipped="1"></testsuite>',
  });
  for (const claim of ['All tests passed', 'All 40 tests passed', 'Tests: 40/40 passed, that is 40/40 of the plan']) {
    const workspace = await openWorkspace(files(claim));
    const fixes = await fixesOf(workspace, defaultPath, ({ rule }) => rule === contradictedClaim.id);
    assert.deepEqual(
      fixes.map((fix) => fix.title).filter((each) => each.startsWith('Replace')),
      [],
      claim,
    );
  }
});
