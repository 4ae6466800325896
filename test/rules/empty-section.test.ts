import { test } from 'node:test';
import { emptySection } from '../../server/src/rules/empty-section';
import { checkFix, checkRule } from '../support/checkRule';
import { withSchema } from '../support/ownSchema';

test('headings with nothing below are reported, required ones as a warning', () =>
  checkRule(
    emptySection,
    `
# Phase 4 Handoff

## Completion Status
^^^^^^^^^^^^^^^^^^^^ warning: The section "Completion Status" is empty. Readers look there for what the phase has delivered

<!-- to come -->

## Evidence
^^^^^^^^^^^ information: The section "Evidence" is empty.

---

## Anything else

## Next Steps

### Tomorrow

- one
`,
  ));

test('a heading that serves as two sections is told of once', () =>
  checkRule(
    emptySection,
    '# Phase 4 Handoff\n\n## Next Steps and Success Criteria\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: The section "Next Steps"\n',
  ));

test('too few check boxes', () =>
  checkRule(
    emptySection,
    withSchema(
      'sections:\n  - name: Tasks\n    minimumTasks: 2\n',
      '\n# Phase 4 Handoff\n\n## Tasks\n^^^^^^^^ warning: The section "Tasks" has too few tasks. It needs 2 check boxes\n\n- [ ] one\n- two\n',
    ),
  ));

test('enough check boxes, also in sections inside', () =>
  checkRule(
    emptySection,
    withSchema(
      'sections:\n  - name: Tasks\n    minimumTasks: 2\n',
      '\n# Phase 4 Handoff\n\n## Tasks\n\n- [ ] one\n\n### More\n\n1. [x] two\n',
    ),
  ));

test('the fix begins the section', () =>
  checkFix(
    emptySection,
    '# Phase 4 Handoff\n\n## Next Steps$0\n\n## Conclusion\n\nWords.\n',
    '# Phase 4 Handoff\n\n## Next Steps\n\n- [ ] Name the first task of the next phase\n\n## Conclusion\n\nWords.\n',
  ));

test('the fix needs no line end at the end', () =>
  checkFix(
    emptySection,
    '# Phase 4 Handoff\n\n## Next Steps$0',
    '# Phase 4 Handoff\n\n## Next Steps\n\n- [ ] Name the first task of the next phase\n',
  ));
