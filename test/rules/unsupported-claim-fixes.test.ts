import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unsupportedClaim } from '../../server/src/rules/unsupported-claim';
import { checkFix, defaultPath } from '../support/checkRule';
import { diagnose, fixesOf, openWorkspace } from '../support/inMemoryWorkspace';

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
