import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfig } from '../../server/src/config';
import { findInitiative, findMarkerFolders, identifyContent, identifyPath } from '../../server/src/model/identity';
import { parseDocument } from '../../server/src/syntax/parseDocument';

const byName: readonly [path: string, expected: string][] = [
  ['docs/003/TODO003_phase8_handoff.md', 'handoff 8 003 todo-phase'],
  ['docs/003/TODO003_phase8_testing_summary.md', 'testing-summary 8 003 todo-phase'],
  ['TODOTVDb001_phase2.5_notes.md', 'notes 2.5 TVDb001 todo-phase'],
  ['TODO001_phase3_5_decisions.md', 'decisions 3_5 001 todo-phase'],
  ['@TODO001_phase1_test_update.md', 'testing-summary 1 001 todo-phase'],
  ['TVDb001_phase1_notes.md', 'notes 1 TVDb001 todo-phase'],
  ['PHASE8_PROMPT.md', 'prompt 8 - todo-phase'],
  ['PHASE3.51_COMPLETION_SUMMARY.md', 'completion 3.51 - phase-reports'],
  ['PHASE_4_COMPLETION_REPORT.md', 'completion 4 - phase-reports'],
  ['PHASE6_FINAL_STATUS.md', 'completion 6 - phase-reports'],
  ['PHASE6_EXECUTION_PLAN.md', 'plan 6 - phase-reports'],
  ['phase1-testing-plan.md', 'plan 1 - phase-reports'],
  ['PHASE_C_INTEGRATION_TESTING.md', 'other C - phase-reports'],
  ['TODO003.md', 'todo - 003 todo-phase'],
  ['PRDTVDb001.md', 'prd - TVDb001 todo-phase'],
  ['README.md', 'none'],
  ['TODO.md', 'none'],
  ['PHASED_TODO_IMPLEMENTATION.md', 'none'],
  ['PHASE_RESTRUCTURE_SUMMARY.md', 'none'],
  ['src/phase8_handoff.ts', 'none'],
  ['context.md', 'none'],
];

for (const [path, expected] of byName) {
  test(`${path} is ${expected}`, () => {
    const found = identifyPath(path, defaultConfig);
    const words =
      found && [found.kind, found.phase, found.iteration, found.preset].map((word) => word ?? '-').join(' ');
    assert.equal(words ?? 'none', expected);
  });
}

const byContent: readonly [path: string, text: string, expected: string][] = [
  ['eighth.md', '# Phase 8 Handoff: closing\n', 'handoff 8 title'],
  ['x.md', '# Testing Summary - Phase 3.5\n', 'testing-summary 3.5 title'],
  ['x.md', '---\nkind: notes\nphase: 2\n---\n# Anything\n', 'notes 2 front matter'],
  ['x.md', '---\nkind: nonsense\nphase: 2\n---\n# Anything\n', 'none'],
  ['x.md', '---\nkind: [broken\n---\n# Anything\n', 'none'],
  ['x.md', '# Phased handoff\n', 'none'],
  ['x.md', '# How to write the handoff of a phase\n', 'none'],
  ['x.md', 'Text first.\n\n## Phase 2 Handoff\n', 'none'],
  ['README.md', '# Phase 8 Handoff\n', 'none'],
  ['x.md', '', 'none'],
];

for (const [path, text, expected] of byContent) {
  test(`${path} with ${JSON.stringify(text)} is ${expected}`, () => {
    const found = identifyContent(path, parseDocument(text));
    assert.equal(found ? `${found.kind} ${found.phase?.text ?? '-'} ${found.source}` : 'none', expected);
  });
}

test('the configuration comes before the presets', () => {
  const config = { ...defaultConfig, documents: [{ pattern: 'wave-<phase>-<kind>.md', kind: undefined }], presets: [] };
  assert.deepEqual(identifyPath('a/wave-3-handover.md', config), {
    kind: 'handoff',
    phase: '3',
    iteration: undefined,
    preset: 'configuration',
    source: 'configuration',
  });
  assert.equal(identifyPath('TODO003_phase8_handoff.md', config), undefined);
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
});
