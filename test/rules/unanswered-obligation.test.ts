import { test } from 'node:test';
import { unansweredObligation } from '../../server/src/rules/unanswered-obligation';
import { checkRule } from '../support/checkRule';

test('reports once for each section what the next phase does not mention', () =>
  checkRule(
    unansweredObligation,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Deferred Items

- [ ] Rotate the keys of the tide service
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "Rotate the keys of the tide service" (and 1 more of this section) was left to phase 5
- [ ] Draw the berths of the north basin
- [x] Read the paper tables

## Prerequisites

- A quiet room
- The mail relay must be reachable
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "The mail relay must be reachable" is a prerequisite of phase 5
- ✅ The contract must be signed
//- /docs/001/TODO001_phase5_handoff.md
# Phase 5 Handoff
`,
  ));

test('the same words, an id or the file answer, in a later phase too', () =>
  checkRule(
    unansweredObligation,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Deferred Items

- [ ] Rotate the **keys** of the tide service
- [ ] Settle RQ-12 with the harbor master
- [ ] Complete \`docs/berths.md\`
- [ ] Draw the berths of the north basin
//- /docs/001/TODO001_phase5_notes.md
# Phase 5 Notes

- [x] Rotate the keys of the tide service.
- RQ-12 was dropped.

See \`docs/berths.md\`.
//- /docs/001/TODO001_phase5_handoff.md
# Phase 5 Handoff
//- /docs/001/TODO001_phase6_notes.md
# Phase 6 Notes

## Draw the berths of the north basin
`,
  ));

test('words that are only alike are suggested in a hint', () =>
  checkRule(
    unansweredObligation,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Deferred Items

- [ ] Rotate the keys of the tide service
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: Nothing in phase 5 says in these words what became of this. It may be answered in TODO001_phase5_handoff.md, line 3
//- /docs/001/TODO001_phase5_handoff.md
# Phase 5 Handoff

- The tide service has new keys; rotate them each year.
`,
  ));

test('a phase that goes on may still answer', () =>
  checkRule(
    unansweredObligation,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Deferred Items

- [ ] Rotate the keys of the tide service
//- /docs/001/TODO001_phase5_notes.md
# Phase 5 Notes

**Status**: 🔄 In progress
`,
  ));

test('what was moved to a phase is due there', () =>
  checkRule(
    unansweredObligation,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Deferred Items

- [ ] Rotate the keys of the tide service: moved to phase 6
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "Rotate the keys of the tide service: moved to phase 6" was left to phase 6
- [ ] Draw the berths of the north basin: moved to phase 7
//- /docs/001/TODO001_phase5_handoff.md
# Phase 5 Handoff
//- /docs/001/TODO001_phase6_handoff.md
# Phase 6 Handoff
//- /docs/001/TODO001_phase7_notes.md
# Phase 7 Notes
`,
  ));
