import { test } from 'node:test';
import { vacuousEvidence } from '../../server/src/rules/vacuous-evidence';
import { checkFix, checkRule } from '../support/checkRule';

test('reports evidence that shows nothing', () =>
  checkRule(
    vacuousEvidence,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- All 40 tests passed, see [the run](empty.xml)
                                     ^^^^^^^^^ warning: "empty.xml" does not show that "All 40 tests passed
- Line coverage reached 95%, see [the summary](coverage-summary.json)
                                               ^^^^^^^^^^^^^^^^^^^^^ warning: "coverage-summary.json" does not show
- Zero data loss, see [the log](cut.xml)
                                ^^^^^^^ warning: "cut.xml" does not show
- All importers were migrated, see [here](#results)
                                          ^^^^^^^^ warning: "" does not show
- All requirements are met, see [the notes](TODO001_phase4_notes.md)
                                            ^^^^^^^^^^^^^^^^^^^^^^^ warning: "TODO001_phase4_notes.md" does not show
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

All requirements are met.
//- /docs/001/empty.xml
<testsuites tests="0"></testsuites>
//- /docs/001/cut.xml
<testsuites tests="3"><testsuite name="a" tests="3"><testcase name="b"
//- /docs/001/coverage-summary.json
{"total":{"lines":{"total":0,"covered":0,"skipped":0,"pct":"Unknown"},"statements":{"total":0,"covered":0,"skipped":0,"pct":"Unknown"},"functions":{"total":0,"covered":0,"skipped":0,"pct":"Unknown"},"branches":{"total":0,"covered":0,"skipped":0,"pct":"Unknown"}}}
`,
  ));

test('one pointer that shows something is enough', () =>
  checkRule(
    vacuousEvidence,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- All 40 tests passed, see [the run](empty.xml) and [the other](full.xml)
- Zero data loss, see \`src/import.ts\`
//- /docs/001/empty.xml
<testsuites tests="0"></testsuites>
//- /docs/001/full.xml
<testsuites tests="40" failures="0" errors="0"><testsuite name="a" tests="40" failures="0" errors="0"/></testsuites>
//- /src/import.ts
export {};
`,
  ));

test('offers what shows something instead', () =>
  checkFix(
    vacuousEvidence,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- 40/40 tests passed, see [the run](junit.xml#import)$0
//- /docs/001/junit.xml
<testsuites tests="0"></testsuites>
//- /docs/001/coverage-summary.json
{"total":{"lines":{"total":200,"covered":183,"skipped":0,"pct":91.5}}}
//- /reports/test-results.xml
<testsuite name="import" tests="40" failures="0" errors="0"/>
`,
    `
# Phase 4 Handoff

## Results

- 40/40 tests passed, see [the run](../../reports/test-results.xml)`,
    'Point to evidence instead: reports/test-results.xml (40 of 40 passed)',
  ));
