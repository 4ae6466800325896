import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onlyPhase, phasesNamed } from '../../../server/src/model/chain/phaseNames';

const cases: readonly (readonly [text: string, keys: readonly string[], several: boolean, leading: boolean])[] = [
  ['Phase 8: Close', ['8'], false, true],
  ['2. ✅ Phase 3.5 - Search', ['3.5'], false, true],
  ['PHASE 2b', ['2B'], false, true],
  ['Phase C', ['C'], false, true],
  ['Ready for phase 4', ['4'], false, false],
  ['Phases 1-8 are done', ['1'], true, true],
  ['Phase 1 to phase 2', ['1', '2'], true, true],
  ['Phase 1, 2 and 3', ['1'], true, true],
  ['Phased rollout', [], false, false],
  ['phase a plan', [], false, false],
  ['multi-phase 3', [], false, false],
  ['See PHASE8_TODO.md', [], false, false],
];

for (const [text, keys, several, leading] of cases) {
  test(`phases of "${text}"`, () => {
    const named = phasesNamed(text);
    assert.deepEqual([named.keys, named.several, named.leading], [keys, several, leading]);
  });
}

test('only one phase may be meant', () => {
  assert.equal(onlyPhase('In progress - Phase 9'), '9');
  assert.equal(onlyPhase('Phases 1-8'), undefined);
});
