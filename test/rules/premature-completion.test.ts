import { test } from 'node:test';
import { prematureCompletion } from '../../server/src/rules/premature-completion';
import { checkRule } from '../support/checkRule';

test('reports a phase of a to-do list once, where it is first called done', () =>
  checkRule(
    prematureCompletion,
    `
//- /docs/001/TODO001.md
# TODO001

- Phase 1: ✅ COMPLETED - Tide tables
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Phase 1 is called complete, but 2 of 4 check boxes are open.
- Phase 2: 🔄 IN PROGRESS - Berth plan

## Phase 1: Tide Tables

### Progress Checklist

#### Sources

- [ ] Read the tables
  - [ ] of all ports

## Phase 2: Berth Plan

- [ ] Plan one week

## Completion Checklist

### Phase 1: Tide Tables ✅ COMPLETED

- [x] Tables are read
- [x] Ports are known
`,
  ));

test('reports a heading over open boxes', () =>
  checkRule(
    prematureCompletion,
    `
//- /docs/001/TODO001.md
# TODO001

## Phase 1: Tide Tables ✅ COMPLETED
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Phase 1 is called complete, but 1 of 1 check box is open.

- [ ] Read the tables
`,
  ));

test('reports failing tests', () =>
  checkRule(
    prematureCompletion,
    `
//- /docs/001/TODO001_phase4_testing_summary.md
# Phase 4 Testing Summary

## Suites

### Tide Tables

- **Total Tests**: 23
- **Passing**: 14 (61%)
- **Failing**: 9 (39%)

**Phase 4 Status**: ✅ COMPLETED SUCCESSFULLY
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Phase 4 is called complete, but 9 tests fail.
`,
  ));

test('what is for later or for others is no work of the phase', () =>
  checkRule(
    prematureCompletion,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

**Status**: ✅ Complete

## Phase 5 Requirements

- [ ] Measure a busy day

## Handoff Checklist

- [ ] Read the decisions
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

**Status**: ✅ Complete

## Next Steps

- [ ] Measure a busy day

## Deferred Items

- [ ] Rotate the keys

## Work

- [x] Read the tables
- [-] Read the paper tables

**Deferred to later phases**:

- [ ] Send notices
`,
  ));

test('what is in progress may be open', () =>
  checkRule(
    prematureCompletion,
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

**Status**: 🔄 In progress

## Work

- [ ] Read the tables
`,
  ));

test('reports blockers that are named', () =>
  checkRule(
    prematureCompletion,
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

**Status**: ✅ Complete
  ^^^^^^^^^^^^^^^^^^^^ warning: Phase 4 is called complete, but 2 blockers are named.
**Blockers**: the tide service has no key

## Open Blockers

- The mail relay is not reachable
- ~~No test mailbox~~
//- /docs/001/TODO001_phase5_notes.md
# Phase 5 Notes

**Status**: ✅ Complete
**Blockers**: None
`,
  ));

test('what is told of a week is not told of its phase', () =>
  checkRule(
    prematureCompletion,
    `
//- /docs/PHASE4_WEEK7_COMPLETE.md
# Phase 4 Week 7 Completion

**Status**: ✅ Complete
  ^^^^^^^^^^^^^^^^^^^^ warning: The work is called complete, but 1 of 2 check boxes is open.

- [ ] Depth of each berth
- [x] Length of each berth
`,
  ));
