import { test } from 'node:test';
import { phaseMismatch } from '../../server/src/rules/phase-mismatch';
import { checkFix, checkRule } from '../support/checkRule';

test('reports a title that names another phase than the file', () =>
  checkRule(
    phaseMismatch,
    `
//- /docs/001/TODO001_phase6_notes.md
# Phase 5 Implementation Notes: Tuning
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: The file name \`TODO001_phase6_notes.md\` speaks of phase 6, the title of phase 5.
//- /docs/001/TODO001_phase3_notes.md
# Phase 3.5 Notes
^^^^^^^^^^^^^^^^^ error: The file name
//- /docs/001/PHASE_C_NOTES.md
# Phase D Notes
^^^^^^^^^^^^^^^ error: The file name
`,
  ));

test('one of several phases in the title is enough', () =>
  checkRule(
    phaseMismatch,
    `
//- /docs/001/TODO001_phase3_handoff.md
# Phase 3 → 4 Hand-off
//- /docs/001/TODO001_phase4_handoff.md
# From Phase 3 to Phase 4: Integration
//- /docs/001/PHASE2_TO_PHASE3_HANDOFF.md
# Phase 3 Preparation
//- /docs/001/PHASES_4-6_PLAN.md
# Plan of Phases 5 and 6
//- /docs/001/TODO001_phase5_handoff.md
# Integration - Hand-off to Phase 6 from Phase 5
`,
  ));

test('spelling does not matter, and a title need not name a phase', () =>
  checkRule(
    phaseMismatch,
    `
//- /docs/001/TODO001_phase3_5_notes.md
# PHASE 3.5: Notes
//- /docs/001/TODO001_phase08_notes.md
# Phase 8 Notes
//- /docs/001/PHASE_IV_PLAN.md
# Phase 4 Plan
//- /docs/001/TODO001_phase9_notes.md
# A phased approach to 12 services
//- /docs/001/TODO001_phase2_notes.md
`,
  ));

test('parts are compared with parts only', () =>
  checkRule(
    phaseMismatch,
    `
//- /PHASE4_WEEK7_COMPLETE.md
# Phase 4, Week 7 Complete
//- /API_DAY2_COMPLETE.md
# API Days 2-4: Bindings
//- /API_DAY5_COMPLETE.md
# API Day 6: Bindings
^^^^^^^^^^^^^^^^^^^^^ error: The file name \`API_DAY5_COMPLETE.md\` speaks of day 5, the title of day 6.
`,
  ));

test('reports a folder and front matter of another phase', () =>
  checkRule(
    phaseMismatch,
    `
//- /docs/001/TODO001.md
# To-do
//- /docs/001/phase3/PHASE4_NOTES.md
# Notes
^^^^^^^ warning: The file name \`PHASE4_NOTES.md\` speaks of phase 4, its folder \`phase3\` of phase 3.
//- /docs/001/phase3/PHASE3.1_NOTES.md
# Notes
//- /.planning/phases/07.1-pivot-inserted/07.1-01-SUMMARY.md
---
phase: 07.1-pivot-inserted
plan: 01
---
# Phase 7.1 Plan 01
//- /.planning/phases/08-search/08-01-SUMMARY.md
---
phase: 09-search
^^^^^^^^^^^^^^^^ error: The file name \`08-01-SUMMARY.md\` speaks of phase 8, the front matter of phase 9.
---
`
      .replace('speaks of phase 8,', 'speaks of phase 08,')
      .replace('matter of phase 9', 'matter of phase 09'),
  ));

test('where only the name speaks of phases it is information', () =>
  checkRule(
    phaseMismatch,
    `
//- /docs/PHASE4_PLAN.md
# Phase 5 Plan
^^^^^^^^^^^^^^ information: The file name
`,
  ));

test('changes the title to the phase of the file', () =>
  checkFix(
    phaseMismatch,
    `
//- /docs/001/TODO001_phase6_notes.md
# $0Phase 5 Implementation Notes
`,
    `
# Phase 6 Implementation Notes
`,
  ));
