import { test } from 'node:test';
import { invalidDataBlock } from '../../server/src/rules/invalid-data-block';
import { checkFix, checkRule } from '../support/checkRule';
import { withSchema } from '../support/ownSchema';

test('each criterion of the matrix says what the schema wants', () =>
  checkRule(
    invalidDataBlock,
    `
# Phase 4 Handoff

## Success Criteria

\`\`\`yaml
success_criteria:
  speed:
  ^^^^^ information: The data of "Success criteria" is not as expected. There is no "success threshold" here (required by
    target: 1,000 records per second
    validation_method: benchmark
  memory:
  ^^^^^^ information: The data of "Success criteria" is not as expected. Here does not hold: when actual is not empty then evidence is not empty
    goal: 500 MB
    method: profiler
    threshold: 600 MB
    actual: 480 MB
\`\`\`
`,
  ));

test('what was measured belongs there once the phase is done, but not for the next phase', () =>
  checkRule(
    invalidDataBlock,
    `
# Phase 4 Handoff

**Status**: ✅ Complete

## Success Criteria

\`\`\`yaml
success_criteria:
  speed:
  ^^^^^ Here does not hold: when document Status is done then actual is not empty
    { target: fast, method: benchmark, threshold: 900 }
\`\`\`

## Requirements for Phase 5

\`\`\`yaml
success_criteria:
  speed: { target: fast, method: benchmark, threshold: 900 }
\`\`\`
`.replace('^^^^^ Here', '^^^^^ The data of "Success criteria" is not as expected. Here'),
  ));

test('data that cannot be read, at the very place, also inside a list', () =>
  checkRule(
    invalidDataBlock,
    `
# Phase 4 Handoff

- Criteria:

  \`\`\`yaml
  success_criteria:
    speed: "fast" slow
                  ^^^^ information: This block is no valid YAML
  \`\`\`
`,
  ));

test('JSON', () =>
  checkRule(
    invalidDataBlock,
    `
# Phase 4 Handoff

\`\`\`json
{ "successCriteria": { "speed": { "target": "fast", "validationMethod": "benchmark" } } }
                       ^^^^^^^ The data of "Success criteria" is not as expected. There is no "success threshold" here
\`\`\`

\`\`\`json
{ successCriteria: {} }
  ^^^^^^^^^^^^^^^ information: This block is no valid JSON: at \`successCriteria\`: a key in double quotes or "}" is expected.
\`\`\`

\`\`\`json
// Comments are welcome.
{ "success_criteria": { "speed": { "target": "fast", } } }
                                                     ^ information: This block is no valid JSON: at \`}\`: there is a comma too many before it.
\`\`\`
`,
  ));

test('other fences are never looked at', () =>
  checkRule(
    invalidDataBlock,
    '# Phase 4 Handoff\n\n```yaml\nservices: "a" b\n```\n\n```\nsuccess_criteria: "a" b\n```\n\n```yaml\nports: [80]\n```\n',
  ));

const measures = `
sections:
  - name: Measures
    data:
      - name: Measures
        required: true
        template: |
          \`\`\`yaml
          measures: []
          \`\`\`
        type: list
        each:
          keys:
            - { name: name, required: true }
            - { name: share, type: percentage }
            - { name: kind, type: enumeration, values: [fast, slow] }
`;

test('lists and types', () =>
  checkRule(
    invalidDataBlock,
    withSchema(
      measures,
      `
# Phase 4 Handoff

## Measures

\`\`\`yaml
measures:
  - name: import
    share: 140
           ^^^ "140" is not a percentage
    kind: red
          ^^^ "red" is not one of fast, slow
\`\`\`
`.replaceAll(/\^ "/g, '^ The data of "Measures" is not as expected. "'),
    ),
  ));

test('a block that is missing', () =>
  checkFix(
    invalidDataBlock,
    withSchema(measures, '# Phase 4 Handoff\n\n## Measures$0\n\nWords.\n'),
    '# Phase 4 Handoff\n\n## Measures\n\nWords.\n\n```yaml\nmeasures: []\n```\n',
  ));

test('the fix adds the key, and leaves the value to the author', () =>
  checkFix(
    invalidDataBlock,
    '# Phase 4 Handoff\n\n```yaml\nsuccess_criteria:\n  speed:$0\n    target: fast\n    validation_method: benchmark\n```\n',
    '# Phase 4 Handoff\n\n```yaml\nsuccess_criteria:\n  speed:\n    success_threshold:\n    target: fast\n    validation_method: benchmark\n```\n',
  ));
