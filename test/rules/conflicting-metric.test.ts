import { test } from 'node:test';
import { conflictingMetric } from '../../server/src/rules/conflicting-metric';
import { checkRule } from '../support/checkRule';

test('reports the more flattering of two rates of one phase', () =>
  checkRule(
    conflictingMetric,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

**Success Rate**: 100% (25/25 tests passed)
                  ^^^^ error: The phase 4 success rate is 100% here, but 88% in TODO001_phase4_testing_summary.md.
//- /docs/001/TODO001_phase4_testing_summary.md
# Phase 4 Testing Summary

**Success Rate**: 88% (22/25 tests passed)
//- /docs/001/TODO001_phase5_testing_summary.md
# Phase 5 Testing Summary

**Success Rate**: 70% (7/10 tests passed)
`,
  ));

test('reports how far the phase is told to be completed', () =>
  checkRule(
    conflictingMetric,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Completion Status

### ✅ **COMPLETED SUCCESSFULLY (95%)**
                                ^^^ error: The phase 4 completion is 95% here, but 80% in TODO001_phase4_notes.md.
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

## Status

### ✅ **COMPLETED - 80% Success Rate**
`,
  ));

test('compares parts with the same part, in one document too', () =>
  checkRule(
    conflictingMetric,
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

- Tide table import testing (40% success rate)

## Tide Table Import Testing

| Check | Status | Details |
| --- | --- | --- |
| **Overall Success Rate** | ✅ **100%** | every file was read |
                                 ^^^^ error: The phase 4 success rate (import table tide) is 100% here, but 40% in line 3.

## Berth Plan

**Success Rate**: 75% (3/4 tests passed)
`,
  ));

test('rates of parts are not the rate of the whole', () =>
  checkRule(
    conflictingMetric,
    `
//- /docs/001/TODO001_phase4_testing_summary.md
# Phase 4 Testing Summary

**Overall Success Rate**: 95% (38/40 tests passed)

## Tide Tables

**Test Results**: 12/12 tests passing

## Berth Plan

**Test Results**: 26/28 tests passing
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

- **Unit Tests**: 100% success rate
`,
  ));

test('neither targets nor changes are results', () =>
  checkRule(
    conflictingMetric,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Success Criteria

- **Success Rate**: 99% of all tests

## Results

- Success rate of tests: 80% → 97%
- The success rate of the tests was 60% before
//- /docs/001/TODO001_phase4_testing_summary.md
# Phase 4 Testing Summary

**Success Rate**: 97% of tests passed
//- /docs/001/PHASE4_PROMPT.md
# Phase 4 Prompt

**Success Rate**: 50% of tests passed in phase 4
`,
  ));

test('interim, earlier and archived documents do not count', () =>
  checkRule(
    conflictingMetric,
    `
//- /.phase-docs.yaml
archive: ['docs/old/**']
//- /docs/PHASE4_TESTING_SUMMARY.md
# Phase 4 Testing Summary

**Success Rate**: 100% (40/40 tests passed)
//- /docs/PHASE4_INTERIM_REPORT.md
# Phase 4 Interim Report

**Success Rate**: 70% (28/40 tests passed)
//- /docs/PHASE4_STATUS.md
# Phase 4 Status

**Success Rate**: 80% (32/40 tests passed)
//- /docs/PHASE4_STATUS_UPDATED.md
# Phase 4 Status

**Success Rate**: 100% (40/40 tests passed)
//- /docs/PHASE4_STATUS_20250901.md
# Phase 4 Status

**Success Rate**: 60% (24/40 tests passed)
`,
  ));

test('a label of its own makes any number comparable, rounding aside', () =>
  checkRule(
    conflictingMetric,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

- **Median booking time**: 2.4 s
                           ^^^^^ error: The phase 4 Median booking time is 2.4 s here, but 3.1 s in TODO001_phase4_testing_summary.md.
- **Longest booking time**: 9 s
//- /docs/001/TODO001_phase4_testing_summary.md
# Phase 4 Testing Summary

- **Median booking time**: 3.1 s
- **Longest booking time**: 9.2 s
`,
  ));

test('the team tells which labels mean the same', () =>
  checkRule(
    conflictingMetric,
    `
//- /.phase-docs.yaml
metrics:
  synonyms:
    median booking time: [typical booking time]
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

- **Typical booking time**: 2.4 s
                            ^^^^^ error: The phase 4 Typical booking time is 2.4 s here
//- /docs/001/TODO001_phase4_testing_summary.md
# Phase 4 Testing Summary

- **Median booking time**: 3.1 s
`,
  ));

test('a to-do list and a hand-off that count other phases', () =>
  checkRule(
    conflictingMetric,
    `
//- /docs/001/TODO001.md
# TODO001

**Total Phases**: 6
                  ^ information: The number of phases is 6 here, but 4/5 in TODO001_phase4_handoff.md.
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

**Project Status**: 4/5 phases completed (80%)
`,
  ));

test('tests that failed contradict that all passed', () =>
  checkRule(
    conflictingMetric,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

- Success rate of all tests: 100%
                             ^^^^ error: The phase 4 success rate is 100% here, but 3 in TODO001_phase4_testing_summary.md.
//- /docs/001/TODO001_phase4_testing_summary.md
# Phase 4 Testing Summary

- **Total Tests**: 40
- **Failed**: 3
`,
  ));

test('all tests pass is a rate, too', () =>
  checkRule(
    conflictingMetric,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

- All 48 tests are passing.
  ^^^^^^^^^^^^^^^^^^^^^^^^ error: "All 48 tests are passing" is said here, but 46 of 48 in TODO001_phase4_notes.md.
- Merge once all tests pass; all tests must pass
- All unit tests pass
- **Tide import**: All 6 tests passed
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

46 of 48 tests pass.
`,
  ));

test('series of phases, weeks of a phase and hand-offs to a phase have numbers of their own', async () => {
  const rate = (value: number) => `Success rate of all tests: ${value}%`;
  for (const [one, other] of [
    ['docs/PHASE4_REPORT.md', 'docs/PHASE_4_REPORT.md'],
    ['docs/PHASE4_COMPLETE.md', 'docs/PHASE4_WEEK7_COMPLETE.md'],
    ['specs/quay/handoffs/HANDOFF_P4.md', 'specs/quay/outputs/P4_TESTING_SUMMARY.md'],
  ])
    await checkRule(
      conflictingMetric,
      `
//- /${one}
# Phase 4

${rate(100)}
//- /${other}
# Phase 4

${rate(90)}
`,
    );
});

test('series can be switched off', () =>
  checkRule(
    conflictingMetric,
    `
//- /.phase-docs.yaml
phases:
  series: ignore
//- /docs/PHASE4_REPORT.md
# Phase 4

Success rate of all tests: 100%
                           ^^^^ error: The phase 4 success rate is 100% here, but 90% in PHASE_4_REPORT.md.
//- /docs/PHASE_4_REPORT.md
# Phase 4

Success rate of all tests: 90%
`,
  ));
