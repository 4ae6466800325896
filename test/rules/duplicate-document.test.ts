import { test } from 'node:test';
import { duplicateDocument } from '../../server/src/rules/duplicate-document';
import { checkRule } from '../support/checkRule';

test('reports two documents that the name does not tell apart, once for each but the first', () =>
  checkRule(
    duplicateDocument,
    `
//- /docs/PHASE3_COMPLETE.md
# Phase 3 Complete
//- /docs/PHASE_3_COMPLETE.md
# Phase 3 Complete
^^^^^^^^^^^^^^^^^^ information: Phase 3 has more than one document of the kind completion report: \`PHASE3_COMPLETE.md\`, \`phase3-completion-summary.md\` and \`PHASE_3_COMPLETE.md\`.
//- /docs/reports/phase3-completion-summary.md
# Phase 3 Summary
^^^^^^^^^^^^^^^^^ information: Phase 3 has more than one
`,
  ));

test('topic, part, iteration, kind and initiative tell documents apart', () =>
  checkRule(
    duplicateDocument,
    `
//- /docs/PHASE9_PROMPT.md
# Phase 9 Prompt
//- /docs/PHASE9_CLOSEOUT_PROMPT.md
# Phase 9 Close-out
//- /docs/PHASE4_WEEK7_COMPLETE.md
# Week 7
//- /docs/PHASE4_WEEK8_COMPLETE.md
# Week 8
//- /docs/PHASE4_COMPLETE.md
# Phase 4
//- /other/PHASE4_COMPLETE.md
# Phase 4
//- /docs/PHASE4_NOTES.md
# Phase 4
`,
  ));

test('versions, superseded and archived documents are no twins', () =>
  checkRule(
    duplicateDocument,
    `
//- /docs/PHASE4_COMPLETION_SUMMARY.md
# Phase 4
//- /docs/PHASE4_COMPLETION_SUMMARY_UPDATED.md
# Phase 4
//- /docs/PHASE4_INTERIM_COMPLETION_REPORT.md
# Phase 4
//- /docs/PHASE_4_COMPLETION_SUMMARY.md
# Phase 4

**Status**: Superseded by PHASE4_COMPLETION_SUMMARY.md
//- /docs/archive/PHASE4_COMPLETION_SUMMARY.md
# Phase 4
`,
  ));

test('two series are no twins if the team says so', () =>
  checkRule(
    duplicateDocument,
    `
//- /.phase-docs.yaml
phases: { series: separator }
//- /docs/PHASE3_COMPLETE.md
# Phase 3 Complete
//- /docs/PHASE_3_COMPLETE.md
# Phase 3 Complete
`,
  ));
