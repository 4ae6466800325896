import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesName, readHeadingWords, readWordPattern } from '../../server/src/schema/headingWords';
import { assertLinear, countWork } from '../support/countWork';

function fits(alias: string, heading: string): boolean {
  return matchesName(readWordPattern(alias), readHeadingWords(heading));
}

test('numbers, emoji, markup, case and plural forms do not matter', () => {
  for (const heading of [
    'Next Steps',
    '### 3. Next steps',
    '✅ **Next Step**',
    '2.1 NEXT STEPS',
    '1️⃣ Next Steps:',
    '`Next` _Steps_',
    '🚀 4) Next   Steps 🎉',
  ]) {
    assert.ok(fits('next steps', heading), heading);
  }
});

test('a named phase does not matter unless the alias names one', () => {
  for (const heading of [
    'Phase 8 Requirements',
    'Requirements for Phase 8',
    'Requirements: phase 3.5',
    'Phase C Requirements',
    'Phase 3_5: Requirements',
    'Phase 2b Requirements',
  ]) {
    assert.ok(fits('requirements', heading), heading);
    assert.ok(fits('* {phase} *', heading), heading);
  }
  assert.ok(!fits('{phase} requirements', 'Requirements'));
  assert.ok(fits('{phase} requirements', 'Phase 9 Requirements'));
});

test('words that only look like a phase stay', () => {
  assert.ok(!fits('rollout', 'Phased rollout'));
  assert.ok(!fits('problem', 'Phase a problem'));
  assert.ok(!fits('steps', 'Next steps'));
});

test('a star stands for any number of words', () => {
  assert.ok(fits('* status *', 'Status'));
  assert.ok(fits('* status *', 'Overall project status of the worker'));
  assert.ok(!fits('* status', 'Status of the worker'));
  assert.ok(fits('success * met', 'Success Criteria Met'));
  assert.ok(!fits('* status *', 'Statistics'));
});

test('hyphens and ampersands have one spelling', () => {
  assert.ok(fits('handoff checklist', 'Hand-off Checklist'));
  assert.ok(fits('risks and issues', 'Risks & Issues'));
});

test('headings without words match nothing but a star', () => {
  for (const heading of ['', '🎉', '---', '12.']) {
    assert.ok(!fits('overview', heading));
    assert.ok(fits('*', heading));
  }
  assert.ok(!fits('', ''));
});

test('hostile headings cost in proportion to their length', () => {
  for (const [pattern, part] of [
    ['* a * a * a * a * b', 'a '],
    ['x', 'a-'],
    ['x', '1.'],
  ] as const) {
    assertLinear(2000, (length) => countWork(() => void fits(pattern, part.repeat(length))), part);
  }
});
