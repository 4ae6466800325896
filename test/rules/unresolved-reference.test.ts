import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unresolvedReference } from '../../server/src/rules/unresolved-reference';
import { checkFix, checkRule } from '../support/checkRule';
import { applyFix, fixesOf, openWorkspace } from '../support/inMemoryWorkspace';

test('reports links, @paths and documents in backticks that lead nowhere', () =>
  checkRule(
    unresolvedReference,
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

Read [the plan](plan.md), \`@docs/001/PRD001.md\` and \`old.md\`.
                ^^^^^^^ warning: "plan.md" does not exist
                           ^^^^^^^^^^^^^^^^^^^ warning: "docs/001/PRD001.md" does not exist
                                                     ^^^^^^ information: "old.md" does not exist
Code such as \`src/gone.ts\` may be history; [the next section](#results) is here.

## Results

See [nothing](#nothing) and [the web](https://example.org/x.md).
              ^^^^^^^^ warning: docs/001/TODO001_phase4_notes.md has no heading "#nothing"
`,
  ));

test('what a prompt wants written need not be there yet', () =>
  checkRule(
    unresolvedReference,
    `
//- /docs/001/PHASE4_PROMPT.md
# Phase 4 Prompt

## Expected Outputs

- \`@TODO001_phase4_notes.md\`

## Work

Document your work in these files:
- \`@TODO001_phase4_decisions.md\`
`,
  ));

test('takes a moved document to its new place', () =>
  checkFix(
    unresolvedReference,
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

Read [the plan](plan.md#steps)$0 first.
//- /docs/plans/plan.md
# Plan

## Steps
`,
    `
# Phase 4 Notes

Read [the plan](../plans/plan.md#steps) first.`,
  ));

test('takes a renamed document to what has its kind and phase now', () =>
  checkFix(
    unresolvedReference,
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

Read [the hand-off](PHASE3_HANDOFF.md)$0 first.
//- /docs/001/TODO001_phase3_handoff.md
# Phase 3 Handoff
`,
    `
# Phase 4 Notes

Read [the hand-off](TODO001_phase3_handoff.md) first.`,
  ));

test('takes a name in another spelling to the document', () =>
  checkFix(
    unresolvedReference,
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

Read \`@PHASE3_5-Plan.md\`$0 first.
//- /docs/001/PHASE3.5_PLAN.md
# Phase 3.5 Plan
`,
    `
# Phase 4 Notes

Read \`@PHASE3.5_PLAN.md\` first.`,
  ));

test('corrects the anchor of a heading that was renamed', () =>
  checkFix(
    unresolvedReference,
    `
# Phase 4 Handoff

See [the results](#test-results)$0.

## 3. Test Results
`,
    `
# Phase 4 Handoff

See [the results](#3-test-results).

## 3. Test Results
`,
  ));

test('says where evidence went, and takes the claim there', async () => {
  const marked = `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- All 40 tests passed, see \`reports/junit.xml\`$0
- All 7 exporters passed, see \`junit.xml\`
//- /ci/output/junit.xml
<testsuite name="all" tests="40" failures="0" errors="0"/>
`;
  const carets = `
                            ^^^^^^^^^^^^^^^^^ information: "reports/junit.xml" is not there, so a reader cannot follow it. The only file of that name is ci/output/junit.xml.`;
  await checkRule(unresolvedReference, marked.replace('$0', carets));
  const after = `
# Phase 4 Handoff

## Results

- All 40 tests passed, see \`../../ci/output/junit.xml\`
- All 7 exporters passed, see \`junit.xml\``;
  await checkFix(unresolvedReference, marked, after, 'Change to ci/output/junit.xml');
});

test('what names several phases is no one phase under another name', async () => {
  const files = (pointer: string) => ({
    '/docs/001/TODO001_phase5_notes.md': `# Phase 5 Notes\n\nRead \`@${pointer}\` first.\n`,
    '/docs/001/TODO001_phase1_handoff.md': '# Phase 1 Handoff\n',
    '/docs/001/TODO001_phase4_testing_summary.md': '# Phase 4 Testing Summary\n',
  });
  const fixes = async (pointer: string) => {
    const workspace = await openWorkspace(files(pointer));
    const all = await fixesOf(
      workspace,
      '/docs/001/TODO001_phase5_notes.md',
      ({ rule }) => rule === 'unresolved-reference',
    );
    return all.map(({ title, safe }) => `${title} ${safe}`);
  };
  assert.deepEqual(await fixes('TODO001_phase1-4_handoff.md'), []);
  assert.deepEqual(await fixes('PHASE1_HANDOFF_DOCUMENT.md'), ['Change to docs/001/TODO001_phase1_handoff.md true']);
  // The same kind in other words may be another document: worth a look.
  assert.deepEqual(await fixes('PHASE4_VALIDATION_REPORT.md'), [
    'Change to docs/001/TODO001_phase4_testing_summary.md false',
  ]);
});

test('takes a file to where version control says that it went, and asks only then', async () => {
  const notes = '/docs/001/TODO001_phase4_notes.md';
  let asked = 0;
  const workspace = await openWorkspace(
    {
      [notes]: '# Phase 4 Notes\n\nRead [the plan](../plan.md#steps) first, then `setup.md`.\n',
      '/docs/001/TODO001_phase4_prompt.md': '# Phase 4 Prompt\n',
      '/architecture/2024/overview2.md': '# Overview\n\n## Steps\n',
    },
    {
      committedAt: () => Promise.resolve(new Map()),
      hasCommits: () => Promise.resolve(new Map()),
      renames: () => {
        asked++;
        return Promise.resolve(
          new Map([
            ['docs/plan.md', 'architecture/2024/overview2.md'],
            ['docs/001/setup.md', 'gone.md'],
          ]),
        );
      },
    },
  );
  await workspace.service.fixes(workspace.uri('/docs/001/TODO001_phase4_prompt.md'));
  assert.equal(asked, 0);
  const [fix, ...others] = await fixesOf(workspace, notes, ({ rule }) => rule === 'unresolved-reference');
  assert.ok(fix);
  assert.deepEqual(others, []);
  assert.equal(
    applyFix(workspace, notes, fix),
    '# Phase 4 Notes\n\nRead [the plan](../../architecture/2024/overview2.md#steps) first, then `setup.md`.\n',
  );
  const all = await workspace.service.fixAll(workspace.uri(notes));
  assert.equal(all?.edits.length, 1);
  assert.equal(asked, 1);
});
