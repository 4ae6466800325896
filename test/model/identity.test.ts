import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfig } from '../../server/src/config';
import { conventionsOf, detectPresets, noPresets } from '../../server/src/model/conventions';
import { identifyContent, identifyPath } from '../../server/src/model/identity';
import { findInitiative, findMarkerFolders } from '../../server/src/model/initiative';
import type { Identity } from '../../server/src/model/phaseDocument';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { identitiesOf } from '../support/identity';

const describe = ({ kind, phases, iteration, preset }: Pick<Identity, 'kind' | 'phases' | 'iteration' | 'preset'>) =>
  [kind, phases.map(({ key }) => key).join('+') || '-', iteration ?? '-', preset].join(' ');

/** With `TODO1.md` in the workspace, so that the convention holds. */
const byName: readonly [path: string, expected: string][] = [
  ['docs/003/TODO003_phase8_handoff.md', 'handoff 8 003 todo-phase'],
  ['docs/003/TODO003_phase8_testing_summary.md', 'testing-summary 8 003 todo-phase'],
  ['TODOTVDb001_phase2.5_notes.md', 'notes 2.5 TVDb001 todo-phase'],
  ['TODO001_phase3_5_decisions.md', 'decisions 3.5 001 todo-phase'],
  ['@TODO001_phase1_test_update.md', 'testing-summary 1 001 todo-phase'],
  ['TVDb001_phase1_notes.md', 'notes 1 TVDb001 todo-phase'],
  ['PHASE8_PROMPT.md', 'prompt 8 - todo-phase'],
  ['PHASE3.51_COMPLETION_SUMMARY.md', 'completion 3.51 - phase-reports'],
  ['PHASE_4_COMPLETION_REPORT.md', 'completion 4 - phase-reports'],
  ['PHASE6_FINAL_STATUS.md', 'completion 6 - phase-reports'],
  ['PHASE6_EXECUTION_PLAN.md', 'plan 6 - phase-reports'],
  ['phase1-testing-plan.md', 'plan 1 - phase-reports'],
  ['PHASE_C_INTEGRATION_TESTING.md', 'other C - phase-reports'],
  ['PHASE_IV_PLAN.md', 'plan 4 - phase-reports'],
  ['PHASE3CD_COMPLETE.md', 'completion 3C+3D - phase-reports'],
  ['PHASE2-PHASE3-COMPLETION.md', 'completion 2+3 - phase-reports'],
  ['PHASE2_TO_PHASE3_HANDOFF.md', 'handoff 2 - phase-reports'],
  ['PHASES_4-6_PLAN.md', 'plan 4+5+6 - phase-reports'],
  ['PHASE2_STATUS_SUMMARY.md', 'status 2 - phase-reports'],
  ['PHASE4_WEEK7_COMPLETE.md', 'completion 4 - phase-reports'],
  ['03-PHASE-3-STORAGE.md', 'plan 3 - phase-reports'],
  ['03-PHASE-3-NOTES.md', 'notes 3 - phase-reports'],
  ['to-dos/PHASE5.5_TODO.md', 'todo 5.5 - phase-reports'],
  ['Phase 3 Plan.md', 'plan 3 - phase-reports'],
  ['phases/v1/block-01-core/phase-06-storage.md', 'plan 6 - phase-folders'],
  ['phases/old/phase-07b-import.md', 'plan 7B - phase-folders'],
  ['phase3/notes.md', 'notes 3 - phase-folders'],
  ['phases/phase-01-x.md', 'plan 1 - phase-folders'],
  ['phases/phase-04-v-model.md', 'plan 4 - phase-folders'],
  ['phase1-x-plan.md', 'plan 1 - phase-reports'],
  ['TODO003.md', 'todo - 003 todo-phase'],
  ['TODO003_handover_training.md', 'handoff - 003 todo-phase'],
  ['PRDTVDb001.md', 'prd - TVDb001 todo-phase'],
  ['DEBT001.md', 'debt - 001 todo-phase'],
  ['README.md', 'none'],
  ['phase3/README.md', 'none'],
  ['TODO.md', 'none'],
  ['PHASED_TODO_IMPLEMENTATION.md', 'none'],
  ['PHASE_RESTRUCTURE_SUMMARY.md', 'none'],
  ['phase-3-motor.md', 'none'],
  ['three-phase-inverter.md', 'none'],
  ['src/phase8_handoff.ts', 'none'],
  ['context.md', 'none'],
];

for (const [path, expected] of byName) {
  test(`${path} is ${expected}`, () => {
    const found = identifyPath(path, conventionsOf(defaultConfig, detectPresets(['TODO1.md'])));
    assert.equal(found ? describe(found.identity) : 'none', expected);
  });
}

const byContent: readonly [path: string, text: string, expected: string][] = [
  ['eighth.md', '# Phase 8 Handoff: closing\n', 'handoff 8 title'],
  ['x.md', '# Testing Summary - Phase 3.5\n', 'testing-summary 3.5 title'],
  ['x.md', '---\nkind: notes\nphase: 2\n---\n# Anything\n', 'notes 2 front matter'],
  ['x.md', '---\nkind: verification\nphase: 07.1-inserted-work\n---\n', 'verification 07.1 front matter'],
  ['x.md', '---\nkind: nonsense\nphase: 2\n---\n# Anything\n', 'none'],
  ['x.md', '---\nkind: [broken\n---\n# Anything\n', 'none'],
  ['x.md', '# Session Summary: Phase 5 and all its Tests\n', 'none'],
  ['x.md', '# Phased handoff\n', 'none'],
  ['x.md', '# How to write the handoff of a phase\n', 'none'],
  ['x.md', 'Text first.\n\n## Phase 2 Handoff\n', 'none'],
  ['README.md', '# Phase 8 Handoff\n', 'none'],
  ['x.md', '', 'none'],
];

for (const [path, text, expected] of byContent) {
  test(`${path} with ${JSON.stringify(text)} is ${expected}`, () => {
    const found = identifyContent(path, parseDocument(text), defaultConfig);
    assert.equal(found ? `${found.kind} ${found.phase?.text ?? '-'} ${found.source}` : 'none', expected);
  });
}

test('the configuration comes before the presets', () => {
  const config = { ...defaultConfig, documents: [{ pattern: 'wave-<phase>-<kind>.md', kind: undefined }], presets: [] };
  const found = identifyPath('a/wave-3-handover.md', conventionsOf(config, noPresets))?.identity;
  assert.equal(found && describe(found), 'handoff 3 - configuration');
  assert.equal(found?.source, 'configuration');
  assert.equal(identifyPath('TODO003_phase8_handoff.md', conventionsOf(config, noPresets)), undefined);
});

test('a prefix of the team is a unit of its own', () => {
  const phases = { ...defaultConfig.phases, prefixes: ['wave'] };
  const found = identifyPath('wave-3-handover.md', conventionsOf({ ...defaultConfig, phases }, noPresets))?.identity;
  assert.deepEqual([found?.phase?.key, found?.phase?.unit], ['wave 3', 'wave']);
});

test('what a hand-off says of its direction', () => {
  const identities = identitiesOf(['a/handoffs/HANDOFF_P4.md', 'TODO1.md']);
  const facts = (path: string) => {
    const identity = identities.byPath(path);
    return [identity?.direction, identity?.phase?.key, identity?.to?.key, identity?.phases.length];
  };
  assert.deepEqual(facts('TODO1_phase3_handoff.md'), ['from', '3', undefined, 1]);
  assert.deepEqual(facts('PHASE2_TO_PHASE3_HANDOFF.md'), ['between', '2', '3', 1]);
  assert.deepEqual(facts('a/handoffs/HANDOFF_P4.md'), ['to', '4', undefined, 1]);
  assert.deepEqual(facts('a/handoffs/HANDOFF_P0-P4.md'), ['to', '0', '4', 5]);
  assert.equal(identities.byPath('PHASE2_PLAN.md')?.direction, undefined);
});

test('a name says which part, which topic and which edition', () => {
  const identities = identitiesOf(['.planning/STATE.md']);
  const facts = (path: string) => {
    const identity = identities.byPath(path);
    return [identity?.part?.key, identity?.topic, identity?.edition];
  };
  assert.deepEqual(facts('PHASE4_WEEK7_COMPLETE.md'), ['week 7', '', undefined]);
  assert.deepEqual(facts('.planning/phases/08.4-gap-inserted/08.4-01-PLAN.md'), ['plan 1', '', undefined]);
  assert.deepEqual(facts('PHASE9_CLOSEOUT_PLAN.md')[0], undefined);
  assert.deepEqual(facts('PHASE3_DATABASE_PLAN_UPDATED.md'), [undefined, 'database', 'updated']);
});

test('the nearest folder with a marker owns the phases', () => {
  const markers = findMarkerFolders(['docs/refactor/003/TODO003.md', 'docs/refactor/003/sub/PRDX9.md']);
  const initiative = (path: string) => findInitiative(path, markers);
  assert.deepEqual(initiative('docs/refactor/003/prompts/PHASE8_PROMPT.md'), {
    folder: 'docs/refactor/003',
    iteration: '003',
  });
  assert.deepEqual(initiative('docs/refactor/003/sub/PHASE1_NOTES.md'), {
    folder: 'docs/refactor/003/sub',
    iteration: 'X9',
  });
  assert.deepEqual(initiative('other/phases/phase2/PHASE2_NOTES.md'), { folder: 'other', iteration: undefined });
  assert.equal(initiative('a/phases/03-storage/plan.md').folder, 'a');
  assert.equal(initiative('specs/search/outputs/p0-research/findings.md').folder, 'specs/search');
  const copied = findMarkerFolders(['x/CONTEXT001.md', 'x/PRDTVDb001.md', 'x/TODOTVDb001.md']);
  assert.equal(copied.get('x'), 'TVDb001', 'the to-do list speaks for its folder');
});
