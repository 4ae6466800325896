import { test } from 'node:test';
import { invalidField } from '../../server/src/rules/invalid-field';
import { checkFix, checkRule } from '../support/checkRule';
import { withSchema } from '../support/ownSchema';

test('dates that do not exist and words that are no status', () =>
  checkRule(
    invalidField,
    `
# Phase 4 Handoff

**Status**: High
            ^^^^ information: Status is "High", which is not a status such as Not started
**Date**: 2025-13-01
          ^^^^^^^^^^ information: Date is "2025-13-01", which is not a date
`,
  ));

test('the usual ways to write them are fine, and so are open values', async () => {
  for (const date of ['2025-08-21', 'August 21, 2025', '21 Aug 2025', 'August 2025', '21.08.2025', 'Week 12', 'TBD'])
    await checkRule(invalidField, `# Phase 4 Handoff\n\n**Date**: ${date}\n`);
  for (const status of ['✅ **COMPLETE**', '🔄 In progress', '75%', 'Ready for phase 5', '[TBD]', '✅'])
    await checkRule(invalidField, `# Phase 4 Handoff\n\n- **Status**: ${status}\n`);
});

test('fields that only resemble one are not looked at', () =>
  checkRule(
    invalidField,
    '# Phase 4 Handoff\n\n**Production Readiness**: Final checks\n\n**Start date**: when all agree\n',
  ));

const typed = `
fields:
  - { name: Coverage, type: percentage }
  - { name: Team size, type: number, minimum: 1 }
  - { name: Risk, type: enumeration, values: [Low, Medium, High] }
  - { name: Report, type: reference }
  - { name: Status, type: status, values: [Open, Done] }
  - { name: Evidence }
conditions:
  - when Status is done then Evidence is not empty
`;

test('each type', () =>
  checkRule(
    invalidField,
    withSchema(
      typed,
      `
# Phase 4 Handoff

- **Coverage**: 130%
                ^^^^ Coverage is "130%", which is not a percentage from 0% to 100%
- **Team size**: 0 people
                 ^^^^^^^^ Team size is "0 people", which is not a number of at least 1
- **Risk**: Enormous
            ^^^^^^^^ Risk is "Enormous", which is not one of Low, Medium, High
- **Report**: all was well
              ^^^^^^^^^^^^ Report is "all was well", which is not a link or path
`,
    ),
  ));

test('right values of each type', () =>
  checkRule(
    invalidField,
    withSchema(
      typed,
      '\n# Phase 4 Handoff\n\n- **Coverage**: 91.5%\n- **Team size**: 1,200\n- **Risk**: ⚠️ medium\n- **Report**: `out/report.xml`\n',
    ),
  ));

test('fields that do not go together', () =>
  checkRule(
    invalidField,
    withSchema(
      typed,
      '\n# Phase 4 Handoff\n^^^^^^^^^^^^^^^^^ information: The fields do not go together. What must hold: when Status is done\n\n**Status**: ✅ Delivered\n',
    ),
  ));

test('fields of a section', () =>
  checkRule(
    invalidField,
    withSchema(
      'sections:\n  - name: Risks\n    repeated: true\n    fields:\n      - { name: Owner, required: true }\n      - { name: Due, type: date }\n',
      `
# Phase 4 Handoff

## Risks

- **Owner**: Ada
- **Due**: soon
           ^^^^ Due is "soon", which is not a date

## Risks
^^^^^^^^ information: The section "Risks" has no field "Owner".

- **Due**: 2025-01-01
`,
    ),
  ));

const frontMatter = `
frontMatter:
  keys:
    - { name: owner, required: true, description: Whom to ask. }
    - { name: score, type: number }
`;

test('front matter', () =>
  checkRule(
    invalidField,
    withSchema(
      frontMatter,
      `
---
^^^ information: The front matter is not as expected. There is no "owner" here (required by handoff.yaml:4).
score: much
       ^^^^ information: The front matter is not as expected. "much" is not a number
---

# Phase 4 Handoff
`,
    ),
  ));

test('front matter that is no YAML', () =>
  checkRule(
    invalidField,
    withSchema(
      frontMatter,
      '\n---\nowner: [Ada\n---\n^ information: The front matter is no valid YAML\n\n# Phase 4 Handoff\n',
    )
      .replace('---\n^ information: The front matter is no valid YAML\n', '---\n')
      .replace('owner: [Ada', 'owner: "Ada" x\n             ^ information: The front matter is no valid YAML'),
  ));

test('the fix offers the values of the schema', () =>
  checkFix(
    invalidField,
    '# Phase 4 Handoff\n\n**Status**: High$0\n',
    '# Phase 4 Handoff\n\n**Status**: Blocked\n',
    'Change to "Blocked"',
  ));

test('words of the configuration are statuses', () =>
  checkRule(
    invalidField,
    `
//- /.phase-docs.yaml
words:
  statuses:
    done: [ausgeliefert]

//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

**Status**: Ausgeliefert
`,
  ));
