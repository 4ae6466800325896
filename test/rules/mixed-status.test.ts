import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mixedStatus } from '../../server/src/rules/mixed-status';
import { checkFix, checkRule, defaultPath } from '../support/checkRule';
import { diagnose, fixesOf, openWorkspace } from '../support/inMemoryWorkspace';

async function findings(text: string, config = '') {
  const workspace = await openWorkspace({
    [defaultPath]: `# Phase 4 Handoff\n\n${text}\n`,
    '/.phase-docs.yaml': config,
  });
  return (await diagnose(workspace, defaultPath)).filter(({ rule }) => rule === mixedStatus.id);
}

const mixed: readonly (readonly [text: string, message: string])[] = [
  ['**Status**: ✅ IN PROGRESS', '✅ says done, "IN PROGRESS" says in progress.'],
  ['**Status**: ✅ **75% COMPLETE**', '✅ says done, "75% COMPLETE" says partly done.'],
  ['**Status**: ✅ COMPLETED (95%)', '✅ says done, "COMPLETED (95%)" says partly done.'],
  ['- Importer: ✅ 10/12 complete', '✅ says done, "10/12 complete" says partly done.'],
  ['- Importer: ✅ **PARTIALLY COMPLETE**', '✅ says done, "PARTIALLY COMPLETE" says partly done.'],
  ['- ✅ Not started', '✅ says done, "Not started" says not begun.'],
  ['- ✅ NOT COMPLETED', '✅ says done, "NOT COMPLETED" says failed.'],
  ['## Import: PENDING ✅', '✅ says done, "PENDING" says not begun.'],
  ['## ✅ Phase 3 In Progress', '✅ says done, "Phase 3 In Progress" says in progress.'],
  ['| A | B |\n| --- | --- |\n| x | ❌ PASS |', '❌ says failed, "PASS" says done.'],
  ['- ⏳ COMPLETED', '⏳ says not begun, "COMPLETED" says done.'],
  ['- 🔄 FAILED', '🔄 says in progress, "FAILED" says failed.'],
  ['- âœ… IN PROGRESS', 'âœ… says done, "IN PROGRESS" says in progress.'],
  ['- ✅ 失敗', '✅ says done, "失敗" says failed.'],
];
for (const [text, message] of mixed)
  test(`${text}: ${message}`, async () => {
    const [found, ...more] = await findings(text);
    assert.deepEqual(more, []);
    assert.ok(found?.message.startsWith(message), found?.message);
  });

for (const text of [
  '- ✅ COMPLETE\n- ❌ FAILED\n- 🔄 In progress\n- ⏳ PENDING\n- 🟡 75% COMPLETE',
  '- ❌ NOT COMPLETED\n- ❌ FAIL (Expected)\n- ✅ FAILED as expected\n- ✅ FAIL (by design)',
  '✅ done, 🔄 in progress, ❌ failed',
  '- ❌ FAIL → ✅ PASS',
  '- "✅ IN PROGRESS" was written there, and `✅ PENDING`',
  '> ✅ IN PROGRESS',
  '- ~~✅ IN PROGRESS~~ ✅ COMPLETE',
  '```\n✅ IN PROGRESS\n```',
  '- ✅ Week 11 planned: realistic steps\n- ✅ Pending items listed\n- ✅ Partial failures are handled',
  '- ✅ READY FOR COMPLETION\n- ✅ ACTIVE\n- ✅ REMOVED\n- Attack: ✅ BLOCKED',
  '- ✅ 92% PASSED\n- ✅ PASS (92%)\n- Coverage ✅ 85%',
  '- ✅ in progress since Monday',
  '- Tested ❌\n- Completed ❌\n- ❌ Documented',
  '- 🟢 In progress, low priority\n- 🔴 Resolved',
  '- ✅ 詳細な失敗分析',
  '- 🚧 90% COMPLETE\n- 🔄 10/12 Complete',
])
  test(`nothing is mixed in ${JSON.stringify(text)}`, async () => assert.deepEqual(await findings(text), []));

test('marks sign and words', () =>
  checkRule(
    mixedStatus,
    `
# Phase 4 Handoff

1. **Importer** ✅ DEFERRED
                ^^^^^^^^^^ error: ✅ says done, "DEFERRED" says blocked. Readers who skim see the sign
`,
  ));

test('words of a team are read', async () => {
  const config = 'words:\n  statuses:\n    active: [läuft]\n';
  assert.equal((await findings('**Stand**: ✅ läuft', config)).length, 1);
  assert.equal((await findings('**Stand**: ✅ läuft')).length, 0);
});

test('the sign that fits the words', async () => {
  await checkFix(
    mixedStatus,
    '# Phase 4 Handoff\n\n- Importer: ✅ **IN PROGRESS**$0 (since Monday)\n',
    '# Phase 4 Handoff\n\n- Importer: 🔄 **IN PROGRESS** (since Monday)\n',
  );
  await checkFix(mixedStatus, '# Phase 4 Handoff\n\n- ❌ PASS$0\n', '# Phase 4 Handoff\n\n- ✅ PASS\n');
});

test('only a fix that takes something back is safe for all', async () => {
  for (const [text, safe] of [
    ['- ✅ IN PROGRESS', true],
    ['- ❌ PASS', false],
  ] as const) {
    const workspace = await openWorkspace({ [defaultPath]: `# Phase 4 Handoff\n\n${text}\n` });
    const fixes = await fixesOf(workspace, defaultPath, ({ rule }) => rule === mixedStatus.id);
    assert.deepEqual(
      fixes.map((fix) => fix.safe),
      [safe],
      text,
    );
  }
});
