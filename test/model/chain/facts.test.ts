/** What is read of a document: statuses, numbers, tasks, promises, ids. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf } from './support';

test('statuses come from fields, headings, trackers, tables and front matter', async () => {
  const { statuses } = await factsOf(
    `
---
status: in_progress
---
# TODO001

## Project Status: 🔄 In progress - Phase 2

**Phase 1 Status**: ✅ Complete
**HTTP Status**: ✅ OK
**Testing Status**: ✅ Passed

- Phase 1: ✅ COMPLETED - Tide tables
- Phase 2: Berth plan
- Phase 3 Requirements: ✅ done

| Phase | Status |
| --- | --- |
| 3 | ⏳ Not started |

## Phase 1: Tide Tables ✅ COMPLETED
`,
    '/docs/001/TODO001.md',
  );
  assert.deepEqual(
    statuses.map(({ scope, phase, class: name, form, range }) => [range.start.line, scope, phase, name, form]),
    [
      [1, 'document', '', 'active', 'front matter'],
      [5, 'initiative', '', 'active', 'heading'],
      [7, 'phase', '1', 'done', 'field'],
      [11, 'phase', '1', 'done', 'tracker'],
      [17, 'phase', '3', 'planned', 'tracker'],
      [19, 'phase', '1', 'done', 'heading'],
    ],
  );
  assert.equal(statuses[1]?.names, '2');
});

test('a status at either end is that of the document, one in a section is that of the section', async () => {
  const body = Array.from({ length: 40 }, (_, index) => `Line ${index}.\n`).join('\n');
  const { statuses } = await factsOf(`
# Phase 4 Notes

**Status**: ✅ Complete

## Tide Tables

**Status**: 🔄 In progress

${body}

---

**Status**: Draft
`);
  assert.deepEqual(
    statuses.map(({ class: name, place }) => [name, place]),
    [
      ['done', 'header'],
      ['planned', 'footer'],
    ],
  );
});

test('numbers know their phase, measure and subject', async () => {
  const { metrics } = await factsOf(`
# Phase 4 Notes

**Success Rate**: 12/14 tests passing (85%)

## Tide Tables

- **Success Rate**: 100% of the tests passed
- Test import: 90% of the tests passed

## Results of Phase 3

- **Success Rate**: 70% of the tests passed

## Success Criteria

- **Success Rate**: 99% of the tests

| Metric | Target | Achieved |
| --- | --- | --- |
| Line coverage | 80% | 91% |

## Results

| Check | Tests | Success rate |
| --- | --- | --- |
| Upload | 3 | 66.7% |
| **Total** | 3 | 66.7% |
`);
  assert.deepEqual(
    metrics.map(({ phase, measure, subjects, words }) => [phase, measure, subjects.join(' | '), words]),
    [
      ['4', 'pass rate', '', '12/14'],
      ['4', 'pass rate', 'table tide', '100%'],
      ['4', 'pass rate', 'test-import', '90%'],
      ['4', 'pass rate', 'upload', '66.7%'],
      ['4', 'pass rate', '', '66.7%'],
    ],
  );
});

test('tasks belong to the phase whose heading is nearest', async () => {
  const { tasks } = await factsOf(
    `
# TODO001

## Phase 1: Tides

### Checklist

- [ ] Read
  - [x] all
- [-] Print

## Phase 2: Berths

- [x] Draw

## Notes
`,
    '/docs/001/TODO001.md',
  );
  assert.deepEqual(
    tasks.map(({ phase, done, open }) => [phase, done, open]),
    [
      ['1', 1, 1],
      ['2', 1, 0],
    ],
  );
});

test('promises know their kind, what they bind and whether they are settled', async () => {
  const { promises } = await factsOf(
    `
# Phase 4 Handoff

## Prerequisites

- A quiet room
- The relay must be up
- **Status**: open

## Deferred to Phase 6

- [ ] Rotate the keys, see RQ-7 and \`keys.md\`
- [x] Draw the berths

## Risks

- Wind is not measured
`,
    '/docs/001/TODO001_phase4_handoff.md',
  );
  assert.deepEqual(
    promises.map(({ kind, phase, binding, settled, ids, files }) => [kind, phase, binding, settled, ids, files]),
    [
      ['prerequisite', undefined, false, false, [], []],
      ['prerequisite', undefined, true, false, [], []],
      ['deferred', '6', true, false, ['RQ-7'], ['keys.md']],
      ['deferred', '6', true, true, [], []],
      ['risk', undefined, false, false, [], []],
    ],
  );
});

test('phases are called by what stands after their id', async () => {
  const { titles } = await factsOf(
    `
# TODO001

- Phase 1: ✅ COMPLETED - Tide tables
- **Phase 2** (week 3): Berth plan
- Phase 3 was easy

## Phase 1 - Tide Tables ✅
`,
    '/docs/001/TODO001.md',
  );
  assert.deepEqual(
    titles.map(({ phase, words, form }) => [phase, words, form]),
    [
      ['1', 'Tide tables', 'tracker'],
      ['2', 'Berth plan', 'tracker'],
      ['1', 'Tide Tables', 'heading'],
    ],
  );
});

test('names tell what is interim and what is past', async () => {
  const standing = async (path: string) => (await factsOf('# Phase 4 Notes\n', path)).standing;
  assert.equal(await standing('/docs/PHASE4_NOTES.md'), 'current');
  assert.equal(await standing('/docs/PHASE4_INTERIM_NOTES.md'), 'interim');
  assert.equal(await standing('/docs/drafts/PHASE4_NOTES.md'), 'interim');
  assert.equal(await standing('/docs/archive/PHASE4_NOTES.md'), 'past');
});
