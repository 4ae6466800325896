import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unsupportedClaim } from '../../server/src/rules/unsupported-claim';
import { checkFix, defaultPath } from '../support/checkRule';
import { applyFix, diagnose, fixesOf, openWorkspace } from '../support/inMemoryWorkspace';

test('offers the reports of the workspace as evidence', () =>
  checkFix(
    unsupportedClaim,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- All 40 tests passed$0
//- /reports/junit.xml
<testsuite/>
`,
    `
# Phase 4 Handoff

## Results

- All 40 tests passed (evidence: [junit.xml](../../reports/junit.xml))`,
    'Point to evidence: reports/junit.xml',
  ));

test('a heading gets its evidence below', () =>
  checkFix(
    unsupportedClaim,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## ✅ Success Criteria Met$0

Text.
//- /reports/junit.xml
<testsuite/>
`,
    `
# Phase 4 Handoff

## ✅ Success Criteria Met

**Evidence**: [junit.xml](../../reports/junit.xml)

Text.`,
    'Point to evidence',
  ));

test('lets the author admit that nobody has looked', () =>
  checkFix(
    unsupportedClaim,
    `
# Phase 4 Handoff

## Results

| Area | Result |
| --- | --- |
| Import | ✅ 100% complete |$0
`,
    `
# Phase 4 Handoff

## Results

| Area | Result |
| --- | --- |
| Import | ✅ 100% complete (not verified) |
`,
    'Say that it is not verified',
  ));

test('shows what a candidate measures, those that agree first', async () => {
  const workspace = await openWorkspace({
    [defaultPath]: '# Phase 4 Handoff\n\n## Results\n\n- All 40 tests passed\n',
    '/docs/001/coverage-summary.json': '{"total":{"lines":{"total":200,"covered":183,"skipped":0,"pct":91.5}}}',
    '/docs/junit-old.xml': '<testsuite name="import" tests="37" failures="2" errors="0" skipped="0"/>',
    '/reports/junit.xml': '<testsuite name="import" tests="40" failures="0" errors="0" skipped="0"/>',
    '/reports/test-results.xml': '<testsuite name="import" tests="40" failures="0" errors="0" skipped="0"/>',
  });
  const fixes = await fixesOf(workspace, defaultPath, ({ rule }) => rule === unsupportedClaim.id);
  const titles = fixes.map(({ title }) => title);
  assert.deepEqual(
    titles.filter((title) => title.startsWith('Point to evidence')),
    [
      'Point to evidence: reports/junit.xml (40 of 40 passed)',
      'Point to evidence: docs/001/coverage-summary.json (91.5 % of lines)',
      'Point to evidence: docs/junit-old.xml (says 35 of 37 passed, 2 failed)',
    ],
  );
  // Bounded: the fourth one is not even read.
  assert.ok(!workspace.reads.includes(workspace.uri('/reports/test-results.xml')));
});

test('writes one evidence line for the section: list', () =>
  checkFix(
    unsupportedClaim,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- All 40 tests passed$0
- 100% of the records were imported
  - twice
- Next: rest

Text.
//- /reports/junit.xml
<testsuite tests="40" failures="0" errors="0"/>
`,
    `
# Phase 4 Handoff

## Results

- All 40 tests passed
- 100% of the records were imported
  - twice
- Next: rest
- **Evidence**: [junit.xml](../../reports/junit.xml)

Text.`,
    'Write one evidence line for the section: reports/junit.xml (40 of 40 passed)',
  ));

test('writes one evidence line for the section: numbered list, loose', () =>
  checkFix(
    unsupportedClaim,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

1. All 40 tests passed$0

2. 100% of the records were imported

Text.
//- /reports/junit.xml
<testsuite tests="40" failures="0" errors="0"/>
`,
    `
# Phase 4 Handoff

## Results

1. All 40 tests passed

2. 100% of the records were imported

3. **Evidence**: [junit.xml](../../reports/junit.xml)

Text.`,
    'Write one evidence line for the section: reports/junit.xml (40 of 40 passed)',
  ));

test('writes one evidence line for the section: fields', () =>
  checkFix(
    unsupportedClaim,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

**Status**: ✅ COMPLETE$0
**Tests**: 40/40 passed

Text.
//- /reports/junit.xml
<testsuite tests="40" failures="0" errors="0"/>
`,
    `
# Phase 4 Handoff

## Results

**Status**: ✅ COMPLETE
**Tests**: 40/40 passed
**Evidence**: [junit.xml](../../reports/junit.xml)

Text.`,
    'Write one evidence line for the section: reports/junit.xml (40 of 40 passed)',
  ));

test('writes one evidence line for the section: fields with hard breaks', () =>
  checkFix(
    unsupportedClaim,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

**Status**: ✅ COMPLETE$0  
**Tests**: 40/40 passed

Text.
//- /reports/junit.xml
<testsuite tests="40" failures="0" errors="0"/>
`,
    `
# Phase 4 Handoff

## Results

**Status**: ✅ COMPLETE  
**Tests**: 40/40 passed  
**Evidence**: [junit.xml](../../reports/junit.xml)

Text.`,
    'Write one evidence line for the section: reports/junit.xml (40 of 40 passed)',
  ));

test('writes one evidence line for the section: paragraphs', () =>
  checkFix(
    unsupportedClaim,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

All 40 tests passed.$0

100% of the records were imported.

Text.
//- /reports/junit.xml
<testsuite tests="40" failures="0" errors="0"/>
`,
    `
# Phase 4 Handoff

## Results

All 40 tests passed.

100% of the records were imported.

**Evidence**: [junit.xml](../../reports/junit.xml)

Text.`,
    'Write one evidence line for the section: reports/junit.xml (40 of 40 passed)',
  ));

test('writes one evidence line for the section: table', () =>
  checkFix(
    unsupportedClaim,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

| Area | Result |
| --- | --- |
| Import | ✅ 100% complete |$0
| Tests | 40/40 passed |
//- /reports/junit.xml
<testsuite tests="40" failures="0" errors="0"/>
`,
    `
# Phase 4 Handoff

## Results

| Area | Result |
| --- | --- |
| Import | ✅ 100% complete |
| Tests | 40/40 passed |

**Evidence**: [junit.xml](../../reports/junit.xml)`,
    'Write one evidence line for the section: reports/junit.xml (40 of 40 passed)',
  ));

test('restates a number without evidence as the target that it was', () =>
  checkFix(
    unsupportedClaim,
    `
# Phase 4 Handoff

## Results

- **Coverage**: 100% achieved$0
`,
    `
# Phase 4 Handoff

## Results

- **Coverage**: target 100%
`,
    'Restate as a target',
  ));

test('restates nothing that says more than a number', async () => {
  for (const line of [
    '**Coverage**: 100% achieved in all modules',
    'We achieved 100% coverage.',
    '**Status**: ✅ COMPLETE',
  ]) {
    const workspace = await openWorkspace({ [defaultPath]: `# Phase 4 Handoff\n\n## Results\n\n${line}\n` });
    const found = (await diagnose(workspace, defaultPath)).filter(({ rule }) => rule === unsupportedClaim.id);
    assert.equal(found.length, 1, line);
    const titles = (await fixesOf(workspace, defaultPath, (finding) => found.includes(finding))).map(
      ({ title }) => title,
    );
    assert.ok(!titles.some((title) => title.startsWith('Restate')), line);
  }
});

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

test('restates nothing as what the team calls done', async () => {
  const text = '# Phase 4 Handoff\n\n## Results\n\n**Coverage Status**: 100% achieved\n';
  const titles = async (files: Readonly<Record<string, string>>) => {
    const workspace = await openWorkspace({ [defaultPath]: text, ...files });
    await diagnose(workspace, defaultPath);
    const fixes = await fixesOf(workspace, defaultPath, ({ rule }) => rule === unsupportedClaim.id);
    return fixes.map(({ title }) => title).filter((title) => title.startsWith('Restate'));
  };
  assert.equal((await titles({})).length, 1);
  assert.deepEqual(await titles({ '/.phase-docs.yaml': 'words:\n  statuses:\n    done: [target]\n' }), []);
});
