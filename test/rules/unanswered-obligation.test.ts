import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unansweredObligation } from '../../server/src/rules/unanswered-obligation';
import { neverCancelled } from '../../server/src/host';
import { checkRule } from '../support/checkRule';
import { diagnose, openWorkspace } from '../support/inMemoryWorkspace';

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
- [ ] Paint the bollards, taken over from phase 3
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "Paint the bollards, taken over from phase 3" was left to phase 5
//- /docs/001/TODO001_phase5_handoff.md
# Phase 5 Handoff
//- /docs/001/TODO001_phase6_handoff.md
# Phase 6 Handoff
//- /docs/001/TODO001_phase7_notes.md
# Phase 7 Notes
`,
  ));

test('next steps and risks are due where a box, a state or an id lets them be answered', () =>
  checkRule(
    unansweredObligation,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Next Steps

- Keep an eye on the tides
- [ ] Paint the bollards
      ^^^^^^^^^^^^^^^^^^ warning: "Paint the bollards" is a next step for phase 5, but no document
- [x] Oil the winches

### Long-term Goals

- [ ] Build a second pier

## Risks

- Storms from the west
- RK-3: ice in the lock
  ^^^^^^^^^^^^^^^^^^^^^ warning: "RK-3: ice in the lock" (and 1 more of this section) is an open risk for phase 5

| ID   | Risk                | Status    |
| ---- | ------------------- | --------- |
| RK-4 | Fog on the approach | Open      |
| RK-5 | Silt at the crane   | Mitigated |
| RK-6 | Worn fender chains  | Open      |
//- /docs/001/TODO001_phase5_handoff.md
# Phase 5 Handoff

RK-6 was accepted.
`,
  ));

test('a criterion that requirements set for a phase is due when the phase is over', () =>
  checkRule(
    unansweredObligation,
    `
//- /docs/001/PRD001.md
# PRD001

## Success Criteria

- [ ] Every berth has a depth

### Phase 4 Success Criteria

- [ ] Tides are read from the almanac
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "Tides are read from the almanac" is an open criterion of phase 4, which is over, but it is not ticked, and no document
- [ ] Draught is checked against the chart
- [x] Charts are in one place
- Nobody waits

### Phase 5 Success Criteria

- [ ] Ships are told by mail
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

- [x] Draught is checked against the chart
//- /docs/001/TODO001_phase5_notes.md
# Phase 5 Notes
`,
  ));

test('what a to-do list itself calls done is told by another rule', () =>
  checkRule(
    unansweredObligation,
    `
//- /docs/001/TODO001.md
# TODO001

## Phase 4: Tides ✅ COMPLETED

### Success Criteria

- [ ] Tides are read from the almanac
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff
`,
  ));

test('a hand-off to a phase is answered by that phase', () =>
  checkRule(
    unansweredObligation,
    `
//- /specs/quay/handoffs/HANDOFF_P5.md
# Handoff to Phase 5

## Deferred Items

- [ ] Rotate the keys of the tide service
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "Rotate the keys of the tide service" was left to phase 5
//- /specs/quay/handoffs/HANDOFF_P6.md
# Handoff to Phase 6
//- /specs/quay/outputs/P5_COMPLETION_REPORT.md
# Phase 5 Completion Report
`,
  ));

test('another series of phases does not answer, and its end ends nothing', () =>
  checkRule(
    unansweredObligation,
    `
//- /docs/PHASE4_HANDOFF.md
# Phase 4 Handoff

## Deferred Items

- [ ] Rotate the keys of the tide service
//- /docs/PHASE4_REPORT.md
# Phase 4 Report
//- /docs/PHASE_4_REPORT.md
# Phase 4 Report
//- /docs/PHASE_5_REPORT.md
# Phase 5 Report
`,
  ));

test('an answer that comes, goes or moves is found at once', async () => {
  const [handoff, notes] = ['/docs/001/TODO001_phase4_handoff.md', '/docs/001/TODO001_phase5_notes.md'];
  const answered = '# Phase 5 Notes\n\n- [x] Paint the bollards\n';
  const workspace = await openWorkspace({
    [handoff]: '# Phase 4 Handoff\n\n## Deferred Items\n\n- Paint the bollards\n- Oil the winches\n',
    [notes]: answered,
    '/docs/001/TODO001_phase5_handoff.md': '# Phase 5 Handoff\n',
  });
  const open = async () =>
    (await diagnose(workspace, handoff))
      .filter(({ rule }) => rule === 'unanswered-obligation')
      .map(({ message }) => message.split('"')[1]);
  const write = async (path: string, text: string) => {
    workspace.files.set(path, text);
    await workspace.service.filesChanged([{ uri: workspace.uri(path), type: 'changed' }], neverCancelled);
  };
  assert.deepEqual(await open(), ['Oil the winches']);
  await write(notes, '# Phase 5 Notes\n\n- [x] Oil the winches\n');
  assert.deepEqual(await open(), ['Paint the bollards']);
  await write(handoff, '# Phase 4 Handoff\n\nNew.\n\n## Deferred Items\n\n- Oil the winches\n- Mend the crane\n');
  assert.deepEqual(await open(), ['Mend the crane']);
  await write(notes, answered);
  assert.deepEqual(await open(), ['Oil the winches']);
});
