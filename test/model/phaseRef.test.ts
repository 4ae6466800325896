import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileNamePattern } from '../../server/src/model/namePattern';
import { parsePhaseId, comparePhases } from '../../server/src/model/phaseId';
import { parseNameRef, phasesInTitle, type PhaseRef } from '../../server/src/model/phaseRef';
import { assertLinear, countWork } from '../support/countWork';

const describe = (ref: PhaseRef | undefined) =>
  ref ? `${ref.relation} ${ref.phases.map(({ key }) => key).join(' ')}` : 'none';

const names: readonly [text: string, expected: string][] = [
  ['8', 'single 8'],
  ['3_5', 'single 3.5'],
  ['07b', 'single 7B'],
  ['IV', 'single 4'],
  ['0-P4', 'range 0 1 2 3 4'],
  ['2_TO_PHASE3', 'to 2 3'],
  ['2-to-3', 'to 2 3'],
  ['2_AND_3', 'list 2 3'],
  ['4-5-6', 'range 4 5 6'],
  ['2-PHASE3', 'range 2 3'],
  ['3CD', 'list 3C 3D'],
  ['1ST', 'none'],
  ['11-01', 'none'],
  ['1-2024', 'none'],
  ['A-C', 'range A B C'],
  ['2a-2c', 'range 2A 2B 2C'],
  ['01-x', 'none'],
  ['2_AND_C', 'none'],
];
for (const [text, expected] of names) {
  test(`in a name ${text} is ${expected}`, () => assert.equal(describe(parseNameRef(text)), expected));
}

const titles: readonly [title: string, expected: string][] = [
  ['Phase 3 → Phase 4 Hand-off', 'to 3 4'],
  ['Phase 3.2 → 3.3 Notes', 'to 3.2 3.3'],
  ['Phase 2 to Phase 3 Hand-off', 'to 2 3'],
  ['Phase 2 & Phase 3 Completion', 'list 2 3'],
  ['Phases 2-4', 'range 2 3 4'],
  ['Phase 4: Tests - Hand-off to Phase 5', 'single 4, single 5'],
  ['Phase 4, Week 7 Complete', 'single 4, single week 7'],
  ['Phase 2 - 3D rendering', 'single 2'],
  ['Phase 6 Status: 98% of 12', 'single 6'],
  ['PHASE3_PLAN and phase C', 'single 3, single C'],
  ['A phase C of D', 'single C'],
  ['Days 1-3', 'range day 1 day 2 day 3'],
  ['Phase 3-V Model', 'single 3'],
  ['Phased rollout of 3 services, a phase at a time', 'none'],
];
for (const [title, expected] of titles) {
  test(`the title "${title}" names ${expected}`, () =>
    assert.equal(phasesInTitle(title).map(describe).join(', ') || 'none', expected));
}

test('words of the team stand in front of a phase, too', () => {
  assert.deepEqual(phasesInTitle('Wave 3 of 5', undefined, ['wave']).map(describe), ['single wave 3']);
});

test('orders phases as the team counts them', () => {
  const sort = (texts: readonly string[], order: Parameters<typeof parsePhaseId>[2]) =>
    texts
      .flatMap((text) => parsePhaseId(text, undefined, order) ?? [])
      .sort(comparePhases)
      .map(({ text }) => text);
  assert.deepEqual(sort(['3.51', '3.6', '3.5'], { order: 'decimal', declared: [] }), ['3.5', '3.51', '3.6']);
  assert.deepEqual(sort(['3.51', '3.6', '3.5'], { order: 'dotted', declared: [] }), ['3.5', '3.6', '3.51']);
  assert.deepEqual(sort(['1', '2', '5', 'B'], { order: 'declared', declared: ['B', '2', '1'] }), ['B', '2', '1', '5']);
});

test('phases come before weeks, whatever their numbers', () => {
  const ids = [parsePhaseId('1', 'week'), parsePhaseId('12'), parsePhaseId('1', 'wave')].flatMap((id) => id ?? []);
  assert.deepEqual(
    ids.sort(comparePhases).map(({ key }) => key),
    ['12', 'week 1', 'wave 1'],
  );
});

test('a long title or name costs no more than its length', () => {
  const title = (length: number) => Array.from({ length }, (_, i) => `Phase ${i % 999}, `).join('');
  assertLinear(500, (length) => countWork(() => phasesInTitle(title(length))), 'titles');
  const match = compileNamePattern('*<phase>*<part>x');
  const name = (length: number) => Array.from({ length }, (_, i) => i % 9).join('-');
  assert.equal(match(name(500)), undefined);
});
