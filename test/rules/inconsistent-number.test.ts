import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inconsistentNumber } from '../../server/src/rules/inconsistent-number';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { checkFix, checkRule, defaultPath } from '../support/checkRule';
import { diagnose, openWorkspace } from '../support/inMemoryWorkspace';

async function findings(text: string) {
  const workspace = await openWorkspace({ [defaultPath]: `# Phase 4 Handoff\n\n## Results\n\n${text}\n` });
  return (await diagnose(workspace, defaultPath)).filter(({ rule }) => rule === inconsistentNumber.id);
}

/** A table with its header in the first row. */
function table(header: string, ...rows: readonly string[]): string {
  return [header, header.replace(/[^|]+/g, '---'), ...rows].join('\n');
}

/** Text and the beginning of what is said of it. */
const contradictions: readonly (readonly [string, string])[] = [
  ['- 7 of 8 milestones done (80%)', '7 of 8 is 87.5%, not 80%.'],
  ['**Progress**: 80% (7/8 milestones)', '7 of 8 is 87.5%, not 80%.'],
  ['- 43/45 tests passing, 98%', '43 of 45 is 95.6%, not 98%.'],
  ['- 12/14 suites green - 90%', '12 of 14 is 85.7%, not 90%.'],
  ['- 199/200 passed (100%)', '199 of 200 is 99.5%, not 100%.'],
  ['- テスト成功（40/45、95%）', '40 of 45 is 88.9%, not 95%.'],
  [table('| Area | Result |', '| Tests | 43/45 (90%) |'), '43 of 45 is 95.6%, not 90%.'],
  ['- 46/45 tests passing', 'In "46/45" the part is more than the whole.'],
  ['- 44.1/45 tests passing', '"44.1/45" counts a part of a test'],
  ['- **Coverage**: 104%', '104% is more than everything'],
  ['- Pass rate: 120%', '120% is more than everything'],
  ['We reached 101% test coverage.', '101% is more than everything'],
  ['- **Failed**: -1', '-1 is negative'],
  [
    '19 tests (7 unit + 7 integration + 4 end-to-end)',
    'The total of "tests" is given as 19, but 7, 7 and 4 add up to 18.',
  ],
  ['- Tests: 3 failed, 43 passed, 45 total', 'The total is given as 45, but 43 and 3 add up to 46.'],
  ['45 tests: 43 passed, 1 failed', 'Of 45 only 43 and 1 are told: nothing is said of the other 1.'],
  ['- **Total tests**: 45\n- **Passed**: 43 (99%)', '43 of 45 is 95.6%, not 99%.'],
  ['- **Total tests**: 45\n- **Passed**: 40\n- **Failed**: 5\n- **Success rate**: 95%', '40 of 45 is 88.9%, not 95%.'],
  ['**Total**: 45  \n**Passed**: 46', '46 is more than the total of 45.'],
  [
    table('| Suite | Tests |', '| A | 10 |', '| B | 20 |', '| **Total** | **31** |'),
    'The total of "Tests" is given as 31',
  ],
  [
    table('| Item | Cost |', '| A | $10.50 |', '| B | $20.25 |', '| Sum | $31.00 |'),
    'The total of "Cost" is given as $31.00',
  ],
  [
    table('| Suite | Total | Passed | Failed |', '| A | 10 | 8 | 3 |'),
    'The total is given as 10, but 8 and 3 add up to 11.',
  ],
  [table('| Suite | Total | Passed | Failed | Skipped |', '| A | 10 | 8 | 1 | 0 |'), 'The total is given as 10'],
  [table('| Suite | Total | Passed | Failed |', '| A | 10 | 8 | 1 |'), 'Of 10 only 8 and 1 are told'],
  [table('| Suite | Tests | Passed | Pass rate |', '| A | 10 | 8 | 90% |'), '8 of 10 is 80%, not 90%.'],
  [table('| Suite | Tests | Passed |', '| A | 10 | 12 |'), '12 is more than the total of 10.'],
  [
    table('| Suite | Tests run | Tests passing |', '| A | 2 | 1.8 |', '| B | 3 | 2.9 |'),
    '"1.8" counts a part of a test',
  ],
  [table('| Metric | Value |', '| Total tests | 8 |', '| Passed | 7 |', '| Failed | 2 |'), 'The total is given as 8'],
  [
    table('| Metric | Target | Actual | Status |', '| Start | < 2 s | 2400 ms | PASS |'),
    '2400 ms misses the target of < 2 s',
  ],
  [table('| Metric | Target | Actual | Status |', '| Coverage | ≥95% | 92% | MET |'), '92% misses the target of ≥95%'],
  [table('| Metric | Target | Actual | Met? |', '| Coverage | 95% | 92% | ✅ |'), '92% misses the target of 95%'],
  [
    table('| Metric | Limit | Actual | State |', '| Memory | at most 1 GB | 1200 MB | ✅ |'),
    '1200 MB misses the target of 1 GB',
  ],
  [
    table('| Metric | Result | Threshold | Status |', '| p95 | 338 ms | <= 300 ms | Pass |'),
    '338 ms misses the target',
  ],
  [
    table('| Metric | Target | Reached | Status |', '| Calls | ≥ 100 req/s | 80 req/s | âœ… Met |'),
    '80 misses the target of ≥ 100',
  ],
  ['Target: <200 ms | Reached: 240 ms | ✅ Met', '240 ms misses the target of <200 ms'],
  ['- **Latency**: 240ms (target: <200ms) ✅', '240ms misses the target of <200ms'],
  ['✅ **Latency**: <200 ms (achieved: 240 ms)', '240 ms misses the target of <200 ms'],
  ['- **Coverage** ≥ 95% (actual: 92%) ✅', '92% misses the target of ≥ 95%'],
  ['- Coverage 72% (target: 80%) ✅ MET', '72% misses the target of 80%'],
  ['- **Latency**: target <2s, achieved 2.5s ✅ EXCEEDED', '2.5s misses the target of <2s'],
  ['- **Target**: <200 ms\n- **Achieved**: 240 ms\n- **Status**: ✅ MET', '240 ms misses the target of <200 ms'],
  ['4 deliverables:\n\n- a\n- b\n- c', '4 deliverables are announced, but 3 are listed.'],
  ['The following four files:\n- a\n- b\n- c', 'four files are announced, but 3 are listed.'],
];

for (const [text, message] of contradictions) {
  test(`finds: ${text.replaceAll('\n', ' ⏎ ')}`, async () => {
    const found = await findings(text);
    assert.equal(found.length, 1, JSON.stringify(found.map((each) => each.message)));
    assert.ok(found[0]?.message.startsWith(message), found[0]?.message);
  });
}

const sound: readonly string[] = [
  // Rounded either way, estimated, or told of something else.
  '- 7/8 (87%)\n- 7/8 (88%)\n- 7/8 (87.5%)',
  '10.5/12 weeks (~88%)',
  '- 10/14 weeks (71% → 79% after this week)',
  '- 44/44 tests passing (92% coverage)',
  '- 5/7 done, coverage 90%',
  '- 3/40 failing (92.5% success rate)',
  '- From 72% (18/25) to 100% (25/25)',
  '成功率を96.4%（54/56）から100%（58/58）に向上',
  // Where one is, was or wants to be is no share.
  '- Phase 4/8 (95% complete)',
  '- Step 2/4 (100% done)',
  '- 95% (up from 17/20)',
  '- Support 24/7 (100%)',
  '- Version 1.2/1.3 (50%)',
  '- Tests: 44/40 planned',
  // More than everything, but not of a rate that ends.
  '- Throughput: 150% of target\n- CPU usage: 250%\n- 150% improvement in coverage',
  // Tables that need not add up.
  table('| Suite | Tests |', '| A | 10 |', '| B | 20+ |', '| **Total** | 31 |'),
  table('| Suite | Coverage |', '| A | 90 |', '| B | 80 |', '| **Total** | 85 |'),
  table('| Suite | Duration |', '| A | 10 |', '| B | 20 |', '| **Total** | 20 |'),
  table('| Suite | Tests |', '| A | 8 |', '| of which slow | 2 |', '| B | 3 |', '| Total | 11 |'),
  table('| Day | Burned | Remaining |', '| 1 | 5 | 10 |', '| 2 | 5 | 5 |', '| Total | 10 | 0 |'),
  table('| Suite | Tests | Passed | Skipped | Pass rate |', '| A | 10 | 8 | 2 | 100% |'),
  table('| Suite | Tests | Passed | Failed | Skipped | Flaky |', '| A | 10 | 6 | 3 | 1 | 3 |'),
  table(
    '| Suite | Tests | Passed | Rate |',
    '| A | 4 | 2 | 50% |',
    '| B | 2 | 2 | 100% |',
    '| Overall | 6 | 4 | 75% |',
  ),
  table('| Metric | Value |', '| Total tests | 8 |', '| Passed | 6 |', '| Failed | 2 |', '| Pass rate | 75% |'),
  '- **Total tests**: 45\n- **Passed**: 43\n- **Failed**: 2',
  '161 passing (115 unit + 6 integration + 40 doc)',
  '- 5 passed, 1 failed, then 6 passed, 0 failed; 6 total',
  // Verdicts that their numbers allow.
  table(
    '| Metric | Target | Reached | Status |',
    '| A | <200 ms | 240 ms | ❌ Missed |',
    '| B | <200 ms | 240 ms | ⚠️ Close |',
  ),
  table('| Metric | Target | Reached | Status |', '| A | <200 ms | 0.15 s | ✅ Met |', '| B | <15K | ~15K | ✅ Met |'),
  table(
    '| Metric | Target | Actual | Status |',
    '| A | <5 min | 4m32s | ✅ |',
    '| B | <5 min | 5 min | ✅ |',
    '| C | <1s | <1s | ✅ |',
  ),
  table('| Metric | Target | Actual | Status |', '| Warnings | 5 | 7 | ✅ |', '| Speed | 50% reduction | 40% | ✅ |'),
  table('| Metric | Baseline | Actual | Status |', '| Latency | 100 ms | 140 ms | ✅ |'),
  '- **Latency**: 150ms (target: <200ms) ✅',
  '- 256 vectors in <10s (target: <15s) ✅',
  '- **Latency**: 240ms (target: <200ms) ❌',
  '- **Latency**: 240ms (target: <200ms)',
  // Not said by the author, or taken back.
  '> 7/8 done (80%)',
  '`7/8 done (80%)`',
  '~~7/8 done (80%)~~ 7/8 done (87%)',
  '```\n7/8 done (80%)\n```',
  'Top 3 risks:\n\n- a\n- b',
  'Phase 4 results:\n\n- a\n- b',
  '3 deliverables:\n\n1. a\n2. b\n3. c',
];

for (const text of sound) {
  test(`leaves alone: ${text.replaceAll('\n', ' ⏎ ')}`, async () => {
    assert.deepEqual(
      (await findings(text)).map(({ message }) => message),
      [],
    );
  });
}

test('stands on the wrong number, with the others as related places', async () => {
  await checkRule(
    inconsistentNumber,
    `
# Phase 4 Handoff

- **Import**: 7/8 formats read (80%)
                                ^^^ error: 7 of 8 is 87.5%, not 80%. They cannot all be true

| Metric | Target | Reached | Status |
| --- | --- | --- | --- |
| Start | <2 s | 2.4 s | ✅ Met |
                 ^^^^^ error: 2.4 s misses the target of <2 s, but the verdict is "✅ Met".

- **Total tests**: 45
                   ^^ warning: Of 45 only 40 and 3 are told
- **Passed**: 40
- **Failed**: 3
`,
  );
  const [found] = await findings(table('| Metric | Target | Reached | Status |', '| Start | <2 s | 2.4 s | ✅ Met |'));
  assert.deepEqual(
    found?.related.map(({ range: { start, end } }) => [start.line, start.character, end.character]),
    [
      [6, 10, 14],
      [6, 25, 30],
    ],
  );
});

test('compares the total of a document with its sections', async () => {
  const part = (name: string, tests: number) => `### ${name}\n\n**Tests executed**: ${tests}\n`;
  const parts = [part('Parser', 5), part('Importer', 6), part('Export', 7)].join('\n');
  const more = await findings(`- **Total tests**: 17\n\n${parts}`);
  assert.match(more[0]?.message ?? '', /given as 17, but 5, 6 and 7 add up to 18/);
  // Some sections may tell nothing, unless it is said how many there are.
  assert.deepEqual(await findings(`- **Total tests**: 20\n\n${parts}`), []);
  const all = await findings(`- **Total test suites**: 3\n- **Total individual tests**: 20+\n\n${parts}`);
  assert.match(all[0]?.message ?? '', /given as 20\+, but 5, 6 and 7 add up to 18/);
});

test('computes progress in front matter', async () => {
  const workspace = await openWorkspace({
    [defaultPath]:
      '---\nprogress:\n  total_plans: 20\n  completed_plans: 18\n  percent: 20\n---\n\n# Phase 4 Handoff\n',
  });
  const found = (await diagnose(workspace, defaultPath)).filter(({ rule }) => rule === inconsistentNumber.id);
  assert.deepEqual(
    found.map(({ range, message }) => [range.start.line, range.start.character, message.split('.')[0]]),
    [[4, 11, '18 of 20 is 90, not 20']],
  );
});

test('offers the computed percentage, and only that', () =>
  checkFix(
    inconsistentNumber,
    `
# Phase 4 Handoff

- **Import**: 7/8 formats read (80%)$0
`,
    `
# Phase 4 Handoff

- **Import**: 7/8 formats read (87.5%)
`,
    'Replace 80% by 87.5%, computed from 7 of 8',
  ));

test('takes time in proportion to the text', () => {
  const hostile = ['7/8 (80%) ', '46/45 tests ', '(1 + ', '120% ', '<', '| Total '];
  for (const part of hostile) {
    const text = `# Phase 4 Handoff\n\n${part.repeat(40_000)}\n`;
    const parsed = parseDocument(text);
    const found = [...inconsistentNumber.check({ document: { uri: 'file:///x', parsed } } as never)];
    assert.ok(found.length <= 40_000);
  }
});
