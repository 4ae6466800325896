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
