import { test } from 'node:test';
import { brokenEvidence } from '../../server/src/rules/broken-evidence';
import { checkFix, checkRule } from '../support/checkRule';

test('reports a pointer that leads nowhere, once for all claims it serves', () =>
  checkRule(
    brokenEvidence,
    `
# Phase 4 Handoff

## Results

- All 40 tests passed, see \`reports/gone.xml\`
                            ^^^^^^^^^^^^^^^^ error: "reports/gone.xml" does not exist, so nothing shows that
`,
  ));

test('one pointer that leads somewhere is enough', () =>
  checkRule(
    brokenEvidence,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- All 40 tests passed, see \`reports/gone.xml\` and \`run.xml\`
- 0 regressions, see https://example.org/run/17
//- /docs/001/run.xml
<testsuite/>
`,
  ));

test('reports a heading that is not there', () =>
  checkRule(
    brokenEvidence,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- All 40 tests passed, see [the notes](TODO001_phase4_notes.md#test-run)
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: "docs/001/TODO001_phase4_notes.md" has no heading "#test-run"
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

## Test runs
`,
  ));

test('offers the files that an ambiguous name may mean', () =>
  checkFix(
    brokenEvidence,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- All 40 tests passed, see \`run.xml\`$0
//- /a/run.xml
<testsuite/>
//- /b/run.xml
<testsuite/>
`,
    `
# Phase 4 Handoff

## Results

- All 40 tests passed, see \`../../b/run.xml\``,
    'Change to b/run.xml',
  ));

test('reports a place of a report that is not there', () =>
  checkRule(
    brokenEvidence,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- All 40 tests passed, see [the run](run.xml#importers)
                                     ^^^^^^^^^^^^^^^^^ error: "run.xml#importers" leads to nothing in its file (no suite or test "importers"), so nothing shows that
- Line coverage reached 95%, see [the summary](coverage-summary.json#/total/line/pct)
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: "coverage-summary.json#/total/line/pct" leads to nothing in its file ("/total/line/pct" leads to nothing: "/total" has no "line")
- All 3 importers were tested: \`run.xml#parsers\`, \`run.xml\`
//- /docs/001/run.xml
<testsuites><testsuite name="parsers" tests="40" failures="0" errors="0"/></testsuites>
//- /docs/001/coverage-summary.json
{"total":{"lines":{"total":200,"covered":190,"skipped":0,"pct":95}}}
`,
  ));

test('offers evidence that shows the claim in place of what is gone', () =>
  checkFix(
    brokenEvidence,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- All 40 tests passed, see \`reports/gone.xml#all\`$0
//- /ci/junit.xml
<testsuite name="all" tests="40" failures="0" errors="0"/>
`,
    `
# Phase 4 Handoff

## Results

- All 40 tests passed, see \`../../ci/junit.xml\``,
    'Point to evidence instead: ci/junit.xml (40 of 40 passed)',
  ));
