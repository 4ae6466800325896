import { test } from 'node:test';
import { ambiguousReference } from '../../server/src/rules/ambiguous-reference';
import { checkFix, checkRule } from '../support/checkRule';

const plans = `
//- /docs/north/plan.md
# Plan
//- /docs/archive/south/plan.md
# Plan`;

test('reports what several files may answer', () =>
  checkRule(
    ambiguousReference,
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

Read [the plan](plans/plan.md), \`@plan.md\` and \`south/plan.md\`; \`plan.md\` is known.
                ^^^^^^^^^^^^^ information: "plans/plan.md" is not there, and 2 files have that name
                                 ^^^^^^^^ information: "plan.md" is not there
                                                ^^^^^^^^^^^^^ information: "south/plan.md" is not there
${plans.trim()}
`,
  ));

test('offers the likeliest first', () =>
  checkFix(
    ambiguousReference,
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

Read [the plan](old/south/plan.md)$0.
${plans.trim()}
`,
    `
# Phase 4 Notes

Read [the plan](../archive/south/plan.md).`,
  ));

test('documents of the same name in other initiatives are not meant, and those to be written are not looked for', () =>
  checkRule(
    ambiguousReference,
    `
//- /docs/quay/001/TODO001.md
# TODO001

- Read \`@TODO001_phase4_notes.md\`
- [ ] Save \`@plan.md\` with the berths
- [x] Save \`@plan.md\` with the depths
            ^^^^^^^^ information: "plan.md" is not there
//- /docs/quay/001/TODO001_phase1_notes.md
# Phase 1 Notes
//- /docs/pier/001/TODO001_phase4_notes.md
# Phase 4 Notes
//- /docs/crane/001/TODO001_phase4_notes.md
# Phase 4 Notes
${plans.trim()}
`,
  ));
