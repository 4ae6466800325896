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
