import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { classifyStatus, type StatusClass } from '../../../server/src/model/claims/statusWords';

const cases: readonly (readonly [string, StatusClass | undefined])[] = [
  ['✅ **COMPLETE**', 'done'],
  ['Completed successfully', 'done'],
  ['COMPLETE AND SUCCESSFUL', 'done'],
  ['PASS', 'done'],
  ['complete, ready for phase 4', 'done'],
  ['passed, 0 failed', 'done'],
  ['fixed failing tests', 'done'],
  ['100%', 'done'],
  ['✅', 'done'],
  ['âœ… Done', 'done'],
  ['完了', 'done'],
  ['✅ **75% COMPLETE**', 'partial'],
  ['PARTIALLY COMPLETE', 'partial'],
  ['PASS_WITH_ISSUES', 'partial'],
  ['⚠️ Partial success', 'partial'],
  ['Framework implemented, production configuration pending', 'partial'],
  ['7 passing, 1 failing', 'partial'],
  ['95%', 'partial'],
  ['✅ IN PROGRESS', 'active'],
  ['🚧', 'active'],
  ['進行中', 'active'],
  ['PENDING', 'planned'],
  ['READY FOR COMPLETION', 'planned'],
  ['Not started', 'planned'],
  ['⏳ not yet tested', 'planned'],
  ['レビュー待ち', 'planned'],
  ['BLOCKED by the firewall', 'blocked'],
  ['deferred', 'blocked'],
  ['❌ NOT COMPLETED', 'failed'],
  ['has not been fully completed', 'failed'],
  ['NO-GO', 'failed'],
  ['gaps_found', 'failed'],
  ['失敗', 'failed'],
  ['superseded by v2', 'cancelled'],
  ['HIGH', undefined],
  ['2025-01-07', undefined],
  ['', undefined],
];

describe('classifyStatus', () => {
  for (const [text, expected] of cases) {
    it(`${text || '(empty)'} is ${expected ?? 'no status'}`, () => assert.equal(classifyStatus(text), expected));
  }

  it('knows the words of a team', () => {
    const vocabulary = { statuses: { done: ['ausgeliefert', 'abgenommen vom kunden'], blocked: ['complete stop'] } };
    assert.equal(classifyStatus('Ausgeliefert', vocabulary), 'done');
    assert.equal(classifyStatus('abgenommen vom Kunden', vocabulary), 'done');
    assert.equal(classifyStatus('nicht klar', vocabulary), undefined);
    assert.equal(classifyStatus('complete stop', vocabulary), 'blocked');
    assert.equal(classifyStatus('Ausgeliefert'), undefined);
  });
});
