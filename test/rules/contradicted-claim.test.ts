import { test } from 'node:test';
import { contradictedClaim } from '../../server/src/rules/contradicted-claim';
import { checkRule } from '../support/checkRule';

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
