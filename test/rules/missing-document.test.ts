import { test } from 'node:test';
import { missingDocument } from '../../server/src/rules/missing-document';
import { checkRule } from '../support/checkRule';

test('reports on the hand-off what its phase lacks', () =>
  checkRule(
    missingDocument,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff
^^^^^^^^^^^^^^^^^ warning: Phase 4 has no notes
^^^^^^^^^^^^^^^^^ information: Phase 4 has no decisions and testing summary
//- /docs/001/PHASE4_PROMPT.md
# Phase 4 Prompt
`,
  ));

test('a phase that goes on lacks nothing yet', () =>
  checkRule(
    missingDocument,
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes
//- /docs/001/PHASE5_PROMPT.md
# Phase 5 Prompt
`,
  ));

test('a hand-off that was only scaffolded ends nothing', () =>
  checkRule(
    missingDocument,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

**Status**: Not started
`,
  ));

test('a phase that was followed by another has ended', () =>
  checkRule(
    missingDocument,
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes
^^^^^^^^^^^^^^^ warning: Phase 4 has no hand-off
^^^^^^^^^^^^^^^ information: Phase 4 has no decisions and testing summary
//- /docs/001/TODO001_phase5_notes.md
# Phase 5 Notes
`,
  ));

test('the team says what each phase must have', () =>
  checkRule(
    missingDocument,
    `
//- /.phase-docs.yaml
required: [handoff, postmortem]
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff
^^^^^^^^^^^^^^^^^ warning: Phase 4 has no post-mortem
`,
  ));

test('phase reports have no fixed set', () =>
  checkRule(
    missingDocument,
    `
//- /docs/PHASE4_HANDOFF.md
# Phase 4 Handoff
`,
  ));

test('what nearly every other phase has is usual', () =>
  checkRule(
    missingDocument,
    `
//- /docs/PHASE1_COMPLETE.md
# Phase 1
//- /docs/PHASE2_COMPLETE.md
# Phase 2
//- /docs/PHASE3_COMPLETE.md
# Phase 3
//- /docs/PHASE4_NOTES.md
# Phase 4
^^^^^^^^^ information: Phase 4 has no completion report, though 3 of 3 other phases have one
//- /docs/PHASE5_PLAN.md
# Phase 5
`,
  ));

test('two phases are no habit, and neither is what many phases do without', () =>
  checkRule(
    missingDocument,
    `
//- /docs/PHASE1_COMPLETE.md
# Phase 1
//- /docs/PHASE2_COMPLETE.md
# Phase 2
//- /docs/PHASE3_NOTES.md
# Phase 3
//- /docs/PHASE4_NOTES.md
# Phase 4
//- /docs/PHASE5_COMPLETE.md
# Phase 5
`,
  ));

test('a phase that was split has what its parts have', () =>
  checkRule(
    missingDocument,
    `
//- /.phase-docs.yaml
required: [handoff, decisions]
//- /docs/001/TODO001_phase3_notes.md
# Phase 3 Notes
^^^^^^^^^^^^^^^ warning: Phase 3 has no decisions,
//- /docs/001/TODO001_phase3.1_handoff.md
# Phase 3.1 Handoff
^^^^^^^^^^^^^^^^^^^ warning: Phase 3.1 has no decisions,
`,
  ));

test('a phase that was given up needs nothing', () =>
  checkRule(
    missingDocument,
    `
//- /docs/001/TODO001.md
# To-do

### Phase 4 — Rollout (REMOVED - INTEGRATED INTO 3)
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes
//- /docs/001/TODO001_phase5_notes.md
# Phase 5 Notes

**Status**: Cancelled
//- /docs/001/PHASE6_NOTES.md
# Phase 6 Notes
`,
  ));

test('a summary needs the plan that it is about', () =>
  checkRule(
    missingDocument,
    `
//- /.planning/phases/07-search/07-01-PLAN.md
# Plan 1
//- /.planning/phases/07-search/07-01-SUMMARY.md
# Summary 1
//- /.planning/phases/07-search/07-02-SUMMARY.md
# Summary 2
^^^^^^^^^^^ information: Plan 02 of phase 07 has a summary and no plan
`,
  ));

test('a gap in the phases, where the team wants to know', async () => {
  const files = `
//- /docs/PHASE1_NOTES.md
# Phase 1
//- /docs/PHASE2.5_NOTES.md
# Phase 2.5
//- /docs/PHASE6_NOTES.md
# Phase 6
MARK
//- /docs/PHASE6_PLAN.md
# Phase 6
//- /docs/plan/STATUS.md
# Status
`;
  await checkRule(missingDocument, files.replace('MARK', ''));
  const mark =
    '^^^^^^^^^ warning: There is no document of the phases 3, 4 and 5, though there are some of phase 2.5 and of phase 6';
  await checkRule(
    missingDocument,
    `\n//- /.phase-docs.yaml\nphases: { gaps: warn }\nrequired: []${files.replace('MARK', mark)}`,
  );
});

test('a phase that was given up, or is told together with others, leaves no gap', () =>
  checkRule(
    missingDocument,
    `
//- /.phase-docs.yaml
phases: { gaps: warn }
required: []
//- /docs/PHASE1_NOTES.md
# Phase 1
//- /docs/PHASE2-3_NOTES.md
# Phases 2-3
//- /docs/PHASE5_NOTES.md
# Phase 5
//- /docs/PHASE5_TODO.md
# Phase 5

## Phase 4 (removed, integrated into phase 5)

Nothing.
`,
  ));

test('with a declared order each phase of the list is expected', () =>
  checkRule(
    missingDocument,
    `
//- /.phase-docs.yaml
phases: { gaps: warn, declared: [A, B, 1, C] }
required: []
//- /docs/PHASE_A_NOTES.md
# Phase A
//- /docs/PHASE_1_NOTES.md
# Phase 1
^^^^^^^^^ warning: There is no document of phase B, though there are some of phase A and of phase 1
`,
  ));

test('several documents are to be written, one is', () =>
  checkRule(
    missingDocument,
    `
//- /.phase-docs.yaml
required: [notes, decisions]
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff
^^^^^^^^^^^^^^^^^ warning: Phase 4 has no notes and decisions, so who takes over has to guess. Write them, or change
`,
  ));
