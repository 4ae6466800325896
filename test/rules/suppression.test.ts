/** Comments that waive findings: their forms, where they reach, and what the rest of the product makes of them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Diagnostic } from '../../server/src/diagnostic';
import { neverCancelled } from '../../server/src/host';
import { brokenEvidence } from '../../server/src/rules/broken-evidence';
import { missingSection } from '../../server/src/rules/missing-section';
import { unsupportedClaim } from '../../server/src/rules/unsupported-claim';
import { checkFix, checkRule, defaultPath } from '../support/checkRule';
import { applyFix, diagnose, fixesOf, openWorkspace } from '../support/inMemoryWorkspace';

const FIX = 'Waive, and write down why';

test('disable-next-line passes blank lines and other such comments', () =>
  checkRule(
    unsupportedClaim,
    `
# Phase 4 Handoff

## Import

<!-- phase-docs-disable-next-line unsupported-claim -- counted by the customer -->

<!-- phase-docs-disable-next-line broken-evidence -- nothing broken here -->
All 40 tests passed.

All 12 importers were migrated.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "All 12 importers were migrated

## Export

- <!-- phase-docs-disable-next-line unsupported-claim -- counted by the customer -->
- All 7 exporters were migrated
- All 50 tests passed
  ^^^^^^^^^^^^^^^^^^^ "All 50 tests passed"

<!-- phase-docs-disable-next-line unsupported-claim -- the heading of the next section -->

## ✅ Success Criteria Met

> <!-- phase-docs-disable-next-line unsupported-claim -- quoted text is silent anyway -->
>
> All 60 tests passed.
`,
  ));

test('disable-line stands in the line, in a table in its cell, and counts where the comment ends', () =>
  checkRule(
    unsupportedClaim,
    `
# Phase 4 Handoff

## Import

- All 40 tests passed <!-- phase-docs-disable-line unsupported-claim: counted by the customer -->
- All 12 importers were migrated
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "All 12 importers were migrated"

## Areas

| Area | Result |
| --- | --- |
| Import | ✅ 100% complete <!-- phase-docs-disable-line unsupported-claim — seen by all --> |
| Export | ✅ 100% complete |
           ^^^^^^^^^^^^^^^ "✅ 100% complete"

## Export

<!-- phase-docs-disable-next-line
     unsupported-claim
     -- counted by
     the customer -->
All 7 exporters were migrated.
`,
  ));

test('a block reaches from its comment to the one that ends it, rule by rule', () =>
  checkRule(
    unsupportedClaim,
    `
# Phase 4 Handoff

## Import

<!-- phase-docs-disable unsupported-claim, broken-evidence -- from the old system, whose reports are gone -->

All 40 tests passed.

## Export

All 7 exporters were migrated.

<!-- phase-docs-enable unsupported-claim -->

## Areas

All 12 areas were migrated, [see](nowhere.xml).

All 14 tests passed.
^^^^^^^^^^^^^^^^^^^^ "All 14 tests passed

<!-- phase-docs-enable -->

## Last

<!-- phase-docs-disable unsupported-claim -- up to the end -->

All 15 tests passed.
`,
  ));

test('the file form reaches everything, wherever it stands', () =>
  checkRule(
    missingSection,
    `
# Phase 4 Handoff

Text.

<!-- phase-docs-disable-file missing-section unsupported-claim -- a note of one page -->
`,
  ));

test('comments in code and other comments waive nothing', () =>
  checkRule(
    unsupportedClaim,
    `
# Phase 4 Handoff

## Import

\`\`\`html
<!-- phase-docs-disable-file unsupported-claim -- in a fence -->
\`\`\`

    <!-- phase-docs-disable-file unsupported-claim -- in indented code -->

- All 40 tests passed (\`<!-- phase-docs-disable-line unsupported-claim: in a code span -->\`)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "All 40 tests passed

<!-- see phase-docs-disable-next-line unsupported-claim -- no directive -->

All 7 exporters were migrated.
`,
  ));

test('a waived claim leaves its group, which goes on without it', async () => {
  const text = `# Phase 4 Handoff

## Summary

<!-- phase-docs-disable-next-line unsupported-claim -- agreed with the owner -->
**Status**: ✅ COMPLETE
**Error rate**: 0 errors in production
**Coverage**: 100% achieved

## Conclusion

**Status**: ✅ COMPLETE
`;
  const found = await claimsOf(text);
  assert.deepEqual(
    found.map(({ severity, range, related }) => [
      severity,
      range.start.line,
      related.map((place) => place.range.start.line),
    ]),
    [
      ['warning', 6, [7]],
      ['hint', 7, []],
      // The first telling is waived, so the second is one of its own.
      ['warning', 11, []],
    ],
  );
});

test('a broken pointer is waived at its line, and no other rule reports it instead', async () => {
  const text = `# Phase 4 Handoff

## Results

- All 40 tests passed, see [the report](gone.xml) <!-- phase-docs-disable-line broken-evidence: lost with the server -->
`;
  const workspace = await openWorkspace({ [defaultPath]: text });
  const found = await diagnose(workspace, defaultPath);
  assert.deepEqual(
    found.map(({ rule, range }) => [rule, range.start.line]).filter(([, line]) => line === 4),
    [],
  );
});

test('a document that only its title makes a phase document may waive above it', async () => {
  const path = '/docs/loose.md';
  const text = `<!-- phase-docs-disable-next-line missing-field -- see the tracker -->\n\n# Phase 4 Handoff\n`;
  const workspace = await openWorkspace({ [path]: text });
  const rules = (await diagnose(workspace, path)).map(({ rule }) => rule);
  assert.ok(rules.includes(missingSection.id) && !rules.includes('missing-field'), String(rules));
});

test('waived claims count as neither supported nor open', async () => {
  const text = `# Phase 4 Handoff

## Results

- All 40 tests passed <!-- phase-docs-disable-line unsupported-claim: counted by the customer -->
- All 7 exporters were migrated <!-- phase-docs-disable-line unsupported-claim: -->
- All 12 importers were migrated (#12)
- All 14 reports were written, see \`gone.xml\` <!-- phase-docs-disable-line broken-evidence: lost -->
`;
  const workspace = await openWorkspace({ [defaultPath]: text });
  const { service } = workspace;
  const uri = workspace.uri(defaultPath);
  const claims = { total: 4, supported: 1, waived: 2 };
  assert.deepEqual((await service.documentStatus(uri, neverCancelled))?.claims, claims);
  const { progress } = (await service.tree(neverCancelled)).initiatives[0] ?? assert.fail();
  assert.deepEqual(progress.claims, claims);
  assert.match(progress.explanation, /1 of 4 strong claims have evidence and 2 are waived/);
  const hover = async (line: number) => JSON.stringify(await service.hover(uri, { line, character: 6 }));
  assert.match(await hover(4), /Waived\*\*: counted by the customer/);
  assert.match(await hover(5), /Waived\*\* without a reason/);
  assert.doesNotMatch(await hover(6), /Waived/);
  assert.match(await hover(7), /Waived\*\*: lost/);
  const [lens] = await service.codeLenses(uri, neverCancelled);
  assert.equal(lens?.command?.title, '1 of 4 claims without evidence');
});

test('a waiver follows the edits of an open document', async () => {
  const line = '- All 40 tests passed\n';
  const workspace = await openWorkspace({ [defaultPath]: `# Phase 4 Handoff\n\n## Results\n\n${line}` });
  const { service } = workspace;
  const uri = workspace.uri(defaultPath);
  service.openDocument(uri, workspace.files.get(defaultPath) ?? '');
  const rules = async () =>
    (await diagnose(workspace, defaultPath)).map(({ rule }) => rule).filter((id) => /claim|suppression/.test(id));
  const edit = (from: number, to: number, text: string) => {
    const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
    service.changeDocument(uri, [{ range, text }]);
  };
  assert.deepEqual(await rules(), ['unsupported-claim']);
  edit(3, 3, '<!-- phase-docs-disable-next-line unsupported-claim -- why not -->\n');
  assert.deepEqual(await rules(), []);
  edit(0, 0, '\n\n');
  assert.deepEqual(await rules(), []);
  edit(7, 8, '- Nothing to see\n');
  assert.deepEqual(await rules(), ['invalid-suppression']);
  edit(5, 6, '');
  assert.deepEqual(await rules(), []);
});

test('the fix writes above a paragraph and a heading', async () => {
  await checkFix(
    unsupportedClaim,
    '\n# Phase 4 Handoff\n\n## Results\n\nAll 40 tests passed$0 and\nmore.\n',
    `
# Phase 4 Handoff

## Results

<!-- phase-docs-disable-next-line unsupported-claim -- -->
All 40 tests passed and
more.
`,
    FIX,
  );
  await checkFix(
    unsupportedClaim,
    '\n# Phase 4 Handoff\n\n## ✅ Success Criteria Met$0\n\nText.\n',
    `
# Phase 4 Handoff

<!-- phase-docs-disable-next-line unsupported-claim -- -->
## ✅ Success Criteria Met

Text.
`,
    FIX,
  );
});

test('the fix writes into the line where a line of its own would tear something apart', async () => {
  const comment = '<!-- phase-docs-disable-line unsupported-claim: -->';
  const cases = [
    ['# Phase 4 Handoff: 100% COMPLETE$0', `# Phase 4 Handoff: 100% COMPLETE ${comment}`],
    ['- All 40 tests passed$0', `- All 40 tests passed ${comment}`],
    ['1. Import\n   - All 40 tests passed$0  ', `1. Import\n   - All 40 tests passed ${comment}  `],
    [
      '**Date**: today  \n**Coverage**: 100% achieved$0\\\nText',
      `**Date**: today  \n**Coverage**: 100% achieved ${comment}\\\nText`,
    ],
    [
      '| A | B |\n| --- | --- |\n| Import | ✅ 100% complete$0   |',
      `| A | B |\n| --- | --- |\n| Import | ✅ 100% complete ${comment}   |`,
    ],
  ] as const;
  for (const [before, after] of cases) {
    const title = before.startsWith('# ') ? '' : '# Phase 4 Handoff\n\n## Results\n\n';
    await checkFix(unsupportedClaim, `\n${title}${before}\n`, `${title}${after}\n`, FIX);
  }
});

test('the fix is there for each rule of the claims family', () =>
  checkFix(
    brokenEvidence,
    '\n# Phase 4 Handoff\n\n## Results\n\nAll 40 tests passed, see [it](gone.xml)$0\n',
    `
# Phase 4 Handoff

## Results

<!-- phase-docs-disable-next-line broken-evidence -- -->
All 40 tests passed, see [it](gone.xml)
`,
    FIX,
  ));

const fixtures = 'test/fixtures/claims';
for (const name of readdirSync(fixtures)) {
  test(`waiving any claim of ${name} leaves all other findings as they are`, async () => {
    const config = { '/.phase-docs.yaml': 'claims:\n  report: each\n' };
    const files = { ...config, [defaultPath]: readFileSync(`${fixtures}/${name}`, 'utf8').replace(/ <==.*/g, '') };
    const workspace = await openWorkspace(files);
    const isReported = ({ severity }: Diagnostic) => severity !== 'hint';
    const before = (await diagnose(workspace, defaultPath)).filter(isReported);
    for (const finding of before) {
      const fixes = await fixesOf(workspace, defaultPath, (diagnostic) => diagnostic === finding);
      const fix = fixes.find(({ title }) => title === FIX);
      if (!fix) continue;
      const text = applyFix(workspace, defaultPath, fix);
      const waived = await openWorkspace({ ...files, [defaultPath]: text });
      const after = (await diagnose(waived, defaultPath)).filter(isReported);
      // Told again elsewhere, it is reported there.
      const key = ({ rule, message }: Diagnostic) => `${rule} ${message}`;
      const rest = after.filter((other) => other.rule !== 'invalid-suppression').map(key);
      const expected = before.filter((other) => other !== finding).map(key);
      assert.deepEqual([...new Set(rest)].sort(), [...new Set(withRepeats(finding, expected, key))].sort(), text);
      assert.equal(after.filter((other) => other.rule === 'invalid-suppression').length, 1, text);
    }
  });
}

/** A claim that is told again stays a finding when one of its tellings is waived. */
function withRepeats(
  finding: Diagnostic,
  expected: readonly string[],
  key: (finding: Diagnostic) => string,
): readonly string[] {
  const isTold = finding.rule === unsupportedClaim.id && finding.related.length > 0;
  return isTold ? [...expected, key(finding)] : expected;
}

async function claimsOf(text: string): Promise<readonly Diagnostic[]> {
  const workspace = await openWorkspace({ [defaultPath]: text });
  return (await diagnose(workspace, defaultPath)).filter(({ rule }) => rule === unsupportedClaim.id);
}
