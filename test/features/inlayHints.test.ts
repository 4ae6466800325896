import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkspace } from '../support/inMemoryWorkspace';

const handoff = '/docs/001/TODO001_phase4_handoff.md';
const lines = [
  '# Phase 4 Handoff',
  '',
  '- All 12 tests passed: `reports/junit.xml`',
  '- All 40 tests passed: `reports/junit.xml`',
  '- All requirements are met',
  '- All documents are complete: `docs/gone.md` <!-- phase-docs-disable-line broken-evidence -- they are next door -->',
  '',
];

test('verdicts in words, with what is measured', async () => {
  const workspace = await openWorkspace({
    [handoff]: lines.join('\n'),
    '/docs/001/reports/junit.xml': '<testsuite name="a" tests="12" failures="0" errors="0" skipped="0"></testsuite>',
  });
  const hintsOf = async (from: number, to: number) => {
    const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
    const hints = await workspace.service.inlayHints(workspace.uri(handoff), range);
    return hints.map(({ position, label, tooltip }) => [position.line, label, tooltip]);
  };
  const first = [2, 'supported: 12 of 12 passed', 'reports/junit.xml: found, docs/001/reports/junit.xml, date unknown'];
  assert.deepEqual(await hintsOf(0, 9), [
    first,
    [3, 'contradicted: 12 of 12 passed', 'reports/junit.xml: found, docs/001/reports/junit.xml, date unknown'],
    [4, 'no evidence', undefined],
    [5, 'waived', 'they are next door'],
  ]);
  assert.deepEqual(await hintsOf(0, 2), [first]);
  assert.deepEqual(workspace.errors, []);
});
