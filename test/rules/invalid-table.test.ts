import { test } from 'node:test';
import { invalidTable } from '../../server/src/rules/invalid-table';
import { checkFix, checkRule } from '../support/checkRule';
import { withSchema } from '../support/ownSchema';

const criteria = `
sections:
  - name: Criteria
    tables:
      - name: Criteria
        required: true
        minimumRows: 1
        description: Each criterion with its state.
        columns:
          - { name: Criterion, required: true }
          - { name: Status, type: status, values: [Open, Done], required: true }
          - { name: Evidence, aliases: [proof] }
          - { name: Share, type: percentage }
        conditions:
          - when: Status is done
            then: Evidence is not empty
`;

test('cells and conditions, row by row', () =>
  checkRule(
    invalidTable,
    withSchema(
      criteria,
      `
# Phase 4 Handoff

## Criteria

| # | Criterion | Status      | Proof      | Share |
|---|-----------|-------------|------------|-------|
| 1 | Loads     | ✅ Done     | \`a.xml\`  | 140%  |
                                          ^^^^ information: "140%" is not a percentage
| 2 | Saves     | ✅ Done     |            | 20%   |
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: In this row does not hold: when Status is done then Evidence is not empty (handoff.yaml:15).
| 3 | Prints    | mauve       |            |       |
                  ^^^^^ information: "mauve" is not a status such as Open, Done, as the column "Status" wants
| 4 | Faxes     | In progress | -          |       |
`,
    ),
  ));

test('other tables are left alone, and so are those of other sections', () =>
  checkRule(
    invalidTable,
    withSchema(
      criteria,
      `
# Phase 4 Handoff

## Criteria

| Criterion | Status |
| --------- | ------ |
| Loads     | Open   |

| Day | Status |
| --- | ------ |
| one | mauve  |

## Others

| Criterion | Status |
| --------- | ------ |
| Loads     | mauve  |
`,
    ),
  ));

test('a missing column', () =>
  checkFix(
    invalidTable,
    withSchema(
      criteria,
      '# Phase 4 Handoff\n\n## Criteria\n\n| Criterion | Evidence |$0\n| --- | --- |\n| Loads | `a.xml` |\n',
    ),
    '# Phase 4 Handoff\n\n## Criteria\n\n| Criterion | Evidence | Status |\n| --- | --- | --- |\n| Loads | `a.xml` |  |\n',
    'Add the column "Status"',
  ));

test('too few rows', () =>
  checkFix(
    invalidTable,
    withSchema(criteria, '# Phase 4 Handoff\n\n## Criteria\n\n| Criterion | Status |$0\n| --- | --- |\n'),
    '# Phase 4 Handoff\n\n## Criteria\n\n| Criterion | Status |\n| --- | --- |\n|   |   |\n',
    'Add a row',
  ));

test('a missing table', () =>
  checkFix(
    invalidTable,
    withSchema(criteria, '# Phase 4 Handoff\n\n## Criteria$0\n\nWords.\n\n## Others\n'),
    `# Phase 4 Handoff

## Criteria

Words.

| Criterion | Status | Evidence | Share |
| --- | --- | --- | --- |
|  | Open |  |  |

## Others
`,
    'Insert the table',
  ));

test('values to choose from', () =>
  checkFix(
    invalidTable,
    withSchema(
      criteria,
      '# Phase 4 Handoff\n\n## Criteria\n\n| Criterion | Status |\n| --- | --- |\n| Loads | mauve |$0\n',
    ),
    '# Phase 4 Handoff\n\n## Criteria\n\n| Criterion | Status |\n| --- | --- |\n| Loads | Open |\n',
    'Change to "Open"',
  ));

test('a table of artifacts tells of each whether it is there', () =>
  checkRule(
    invalidTable,
    `
//- /.planning/STATE.md
# State
//- /.planning/phases/03-search/03-VERIFICATION.md
# Phase 3 Verification

## Goal Achievement

| Artifact | Expected | Status | Details |
| --- | --- | --- | --- |
| \`src/index.ts\` | exports \`find\` | VERIFIED | 40 lines |

| Criterion | Status | Artifact |
| --- | --- | --- |
| finds a word | done | |
^^^^^^^^^^^^^^^^^^^^^^^^^ information: In this row does not hold: when Status is done then Evidence is not empty
`,
  ));
