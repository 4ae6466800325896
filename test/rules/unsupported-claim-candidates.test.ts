/** What else than reports is offered as evidence: testing summaries and commits. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPath } from '../support/checkRule';
import { applyFix, diagnose, fixesOf, openWorkspace } from '../support/inMemoryWorkspace';

const march5 = Date.UTC(2026, 2, 5) / 1000;
const commit = (hash: string, time: number, subject: string) => ({ hash: hash.padEnd(40, '0'), time, subject });

test('offers the testing summary of the phase, and the commits that touch its files', async () => {
  const handoff =
    '# Phase 4 Handoff\n\n## Results\n\n- All importers were migrated\n\nSee `src/import.ts`, `src/parse.ts`.\n';
  const asked: string[][] = [];
  const workspace = await openWorkspace(
    {
      [defaultPath]: handoff,
      '/docs/001/TODO001_phase4_testing_summary.md': '# Phase 4 Testing Summary\n\nRuns are listed below.\n',
      '/docs/001/TODO001_phase3_testing_summary.md': '# Phase 3 Testing Summary\n',
      '/src/import.ts': '',
      '/src/parse.ts': '',
    },
    {
      committedAt: () => Promise.resolve(new Map()),
      hasCommits: (_root, hashes) => Promise.resolve(new Map(hashes.map((hash) => [hash, true]))),
      commitsTouching: (_root, paths) => {
        asked.push([...paths]);
        const [both, other] = [
          commit('1234567a', march5, 'Migrate the importers'),
          commit('bb1', march5 + 90_000, 'Fix'),
        ];
        return Promise.resolve(
          new Map([
            ['src/import.ts', [other, both]],
            ['src/parse.ts', [both]],
          ]),
        );
      },
    },
  );
  const titles = async () =>
    (await fixesOf(workspace, defaultPath, ({ rule }) => rule === 'unsupported-claim')).map(({ title }) => title);
  const summary = 'Point to evidence: docs/001/TODO001_phase4_testing_summary.md (testing summary)';
  assert.deepEqual(
    (await titles()).slice(0, 2),
    [summary, 'Say that it is not verified'],
    'nothing is asked while typing',
  );
  assert.deepEqual(await workspace.service.settle(), []);
  assert.deepEqual(asked, [], 'no verdict needs it');
  await workspace.service.settle({ details: true });
  await workspace.service.settle({ details: true });
  assert.deepEqual(asked, [['src/import.ts', 'src/parse.ts', 'docs/001/TODO001_phase4_testing_summary.md']], 'once');
  assert.deepEqual((await titles()).slice(0, 3), [
    summary,
    'Point to evidence: commit 1234567a "Migrate the importers" (2026-03-05, touches src/import.ts and 1 more)',
    'Point to evidence: commit bb10000 "Fix" (2026-03-06, touches src/import.ts)',
  ]);
  const fixes = await fixesOf(workspace, defaultPath, ({ rule }) => rule === 'unsupported-claim');
  for (const fix of fixes.slice(0, 3)) {
    const text = applyFix(workspace, defaultPath, fix);
    const after = await openWorkspace({ ...Object.fromEntries(workspace.files), [defaultPath]: text });
    const left = (await diagnose(after, defaultPath)).filter(({ rule }) => /claim|evidence/.test(rule));
    assert.deepEqual(left, [], text);
  }
  assert.ok(applyFix(workspace, defaultPath, fixes[1] ?? assert.fail()).includes('(evidence: commit `1234567a`)'));
});

test('a testing summary that only says the same again is not offered', async () => {
  const claim = '- All importers were migrated without loss\n';
  const workspace = await openWorkspace({
    [defaultPath]: `# Phase 4 Handoff\n\n## Results\n\n${claim}`,
    '/docs/001/TODO001_phase4_testing_summary.md': `# Phase 4 Testing Summary\n\n## Results\n\n${claim}`,
  });
  const fixes = await fixesOf(workspace, defaultPath, ({ rule }) => rule === 'unsupported-claim');
  assert.ok(!fixes.some(({ title }) => title.includes('testing_summary')));
});
