import { test } from 'node:test';
import { misplacedSection } from '../../server/src/rules/misplaced-section';
import { checkFix, checkRule } from '../support/checkRule';
import { withSchema } from '../support/ownSchema';

const ordered = `
ordered: true
sections:
  - name: Overview
  - name: Results
  - name: Next Steps
`;

test('the fewest sections that are out of order are reported', () =>
  checkRule(
    misplacedSection,
    withSchema(
      ordered,
      `
# Phase 4 Handoff

## Next Steps
^^^^^^^^^^^^^ information: The section "Next Steps" is out of order. Readers expect it after "Results".

## Overview

## Others

## Results
`,
    ),
  ));

test('a section inside another one is reported where order counts', () =>
  checkRule(
    misplacedSection,
    withSchema(
      ordered,
      '\n# Phase 4 Handoff\n\n## Overview\n\n#### Results\n^^^^^^^^^^^^ information: The section "Results" stands inside\n',
    ),
  ));

test('nothing is reported where order does not count', () =>
  checkRule(misplacedSection, '# Phase 4 Handoff\n\n## Next Steps\n\n## Conclusion\n\n#### Completion Status\n'));

test('the fix moves the section with all that it holds', () =>
  checkFix(
    misplacedSection,
    withSchema(
      ordered,
      `
# Phase 4 Handoff

## Next Steps$0

- one

### Later

- two

## Overview

Words.

## Results

- three
`,
    ),
    `
# Phase 4 Handoff

## Overview

Words.

## Results

- three

## Next Steps

- one

### Later

- two
`,
  ));

test('the fix changes the level where the place is right', () =>
  checkFix(
    misplacedSection,
    withSchema(ordered, '# Phase 4 Handoff\n\n## Overview\n\nWords.\n\n### Results$0\n\n- three\n'),
    '# Phase 4 Handoff\n\n## Overview\n\nWords.\n\n## Results\n\n- three\n',
  ));
