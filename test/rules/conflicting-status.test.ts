import { test } from 'node:test';
import { conflictingStatus } from '../../server/src/rules/conflicting-status';
import { checkRule } from '../support/checkRule';

test('reports a tracker that has not heard that a phase is done', () =>
  checkRule(
    conflictingStatus,
    `
//- /docs/001/TODO001.md
# TODO001

- Phase 4: ✅ COMPLETED - Berth plan
- Phase 5: 🔄 IN PROGRESS - Tide tables
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Phase 5 is "Phase 5: 🔄 IN PROGRESS - Tide tables" here, but "✅ SUCCESS" in TODO001_phase5_testing_summary.md.
//- /docs/001/TODO001_phase5_testing_summary.md
# Phase 5 Testing Summary

**Final Status**: ✅ SUCCESS
`,
  ));

test('reads trackers as tables, too', () =>
  checkRule(
    conflictingStatus,
    `
//- /docs/001/TODO001.md
# TODO001

| Phase | Name | Status |
| --- | --- | --- |
| 4 | Berth plan | ⏳ Not started |
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Phase 4 is "⏳ Not started" here, but "✅ Complete" in TODO001_phase4_handoff.md.
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

**Phase 4 Status**: ✅ Complete
`,
  ));

test('reports the status of the project', () =>
  checkRule(
    conflictingStatus,
    `
//- /docs/001/TODO001.md
# TODO001

## Project Status: 🔄 In progress
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: The project is "🔄 In progress" here, but "✅ Completed" in TODO001_phase4_handoff.md.
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

**Project Status**: ✅ Completed
`,
  ));

test('reports two statuses of one document, not those of its sections', () =>
  checkRule(
    conflictingStatus,
    `
# Phase 4 Handoff

**Overall Status**: ✅ SUCCESS

## Tide Tables

**Status**: 🔄 In progress

## Assessment

**Overall Status**: ✅ **95% DONE**
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: The status is "✅ 95% DONE" here, but "✅ SUCCESS" in line 3.
`,
  ));

test('a status that waits for what is over', () =>
  checkRule(
    conflictingStatus,
    `
//- /docs/001/TODO001.md
# TODO001

## Phase 1: Tides ✅ COMPLETED

Text.

---

**Status**: Ready for Phase 1
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "Ready for Phase 1" waits for a phase that is over
//- /docs/001/TODO001_phase1_notes.md
# Phase 1 Notes
`,
  ));

test('a last phase that is followed by another', () =>
  checkRule(
    conflictingStatus,
    `
//- /docs/001/PHASE4_PROMPT.md
# Phase 4 Prompt

This final phase completes the project.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Phase 4 is called the last one here, but there is a phase 5.
//- /docs/001/TODO001.md
# TODO001
//- /docs/001/PHASE5_PROMPT.md
# Phase 5 Prompt

This final phase closes what is left.
`,
  ));

test('two names of one phase', () =>
  checkRule(
    conflictingStatus,
    `
//- /docs/001/TODO001.md
# TODO001

| Phase | Focus | Duration |
| --- | --- | --- |
| Phase 1 | Tide tables | 2 days |
| Phase 2 | Notices by mail | 1 day |
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Phase 2 is called "Notices by mail" here, but "Berth Assignment" in line 10.

## Phase 1: Tide Tables and Sources (2 days)

## Phase 2: Berth Assignment
`,
  ));

test('what was so when it was written is no conflict', () =>
  checkRule(
    conflictingStatus,
    `
//- /docs/001/TODO001_phase3_handoff.md
# Phase 3 Handoff

**Status**: ✅ Complete, ready for phase 4
**Phase 4 Status**: ⏳ Waiting for data
//- /docs/001/TODO001_phase4_interim_notes.md
# Phase 4 Interim Notes

**Phase 4 Status**: 🔄 In progress
//- /docs/001/PHASE4_PROMPT.md
# Phase 4 Prompt

**Phase 4 Status**: 🔄 In progress
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

**Phase 4 Status**: ✅ Complete
**Document Status**: Draft
`,
  ));

test('two documents of one phase, and a list of phases by number', () =>
  checkRule(
    conflictingStatus,
    `
//- /docs/001/TODO001.md
# TODO001

| # | Phase | State |
| --- | --- | --- |
| 4 | Berth plan | 🔄 In progress |
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Phase 4 is "🔄 In progress" here, but "✅ Complete" in TODO001_phase4_notes.md.
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

**Phase 4 Status**: ✅ Complete
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

**Phase 4 Status**: ❌ Blocked: no key
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Phase 4 is "❌ Blocked: no key" here, but "✅ Complete" in TODO001_phase4_notes.md.
`,
  ));

test('the end of a week is not the end of its phase', () =>
  checkRule(
    conflictingStatus,
    `
//- /docs/STATUS.md
# Status

- Phase 4: 🔄 IN PROGRESS - Berth plan
//- /docs/PHASE4_WEEK7_COMPLETE.md
# Phase 4 Week 7 Completion

**Status**: ✅ Complete
`,
  ));

test('reports a phase that ended before the one it follows', () =>
  checkRule(
    conflictingStatus,
    `
//- /docs/001/TODO001_phase5_handoff.md
# Phase 5 Handoff

---

**Handoff Date**: December 2024
                  ^^^^^^^^^^^^^ information: Phase 5 ended "December 2024" here, but the phase before it, 4, "March 3, 2025" in TODO001_phase4_handoff.md.
**Expected Completion**: January 2025
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

**Handoff Date**: March 3, 2025
`,
  ));

test('dates that do not tell, or tell of something else, contradict nothing', async () => {
  for (const date of ['March 2025', '2025-03-03', 'next week', '3 March 2025', '04.03.2025'])
    await checkRule(
      conflictingStatus,
      `
//- /docs/001/TODO001_phase5_handoff.md
# Phase 5 Handoff

**Completion Date**: ${date}

## Import of tide tables

**Completion Date**: 2024-01-01
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

**Handoff Date**: 2025-03-03
//- /docs/001/TODO001_phase3_handoff.md
# Phase 3 Handoff

**Status**: Complete
`,
    );
});
