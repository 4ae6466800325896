import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invalidSuppression } from '../../server/src/rules/invalid-suppression';
import { checkFix, checkRule, defaultPath } from '../support/checkRule';
import { diagnose, openWorkspace } from '../support/inMemoryWorkspace';

test('a reason is needed, in words', () =>
  checkRule(
    invalidSuppression,
    `
# Phase 4 Handoff

## Results

<!-- phase-docs-disable-next-line unsupported-claim -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: This comment waives findings without a reason.
- All 40 tests passed
<!-- phase-docs-disable-next-line unsupported-claim -- … -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: This comment waives
- All 41 tests passed
- All 42 tests passed <!-- phase-docs-disable-line unsupported-claim: -->
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: This comment waives
<!-- phase-docs-disable-next-line unsupported-claim: seen -->
- All 43 tests passed
`,
  ));

test('rules and forms that do not exist are told, with what may be meant', () =>
  checkRule(
    invalidSuppression,
    `
# Phase 4 Handoff

## Results

<!-- phase-docs-disable-nextline unsupported-claim -- why -->
                ^^^^^^^^^^^^^^^^ There is no comment "phase-docs-disable-nextline", so nothing is waived. Did you mean \`disable-next-line\`?
<!-- phase-docs-disable-next-line unsuported-claim, unsupported-claim -- why -->
                                  ^^^^^^^^^^^^^^^^ There is no rule "unsuported-claim", so nothing is waived. Did you mean \`unsupported-claim\`?
- All 40 tests passed

<!-- phase-docs-disable-file -- why -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This comment names no rule
<!-- phase-docs-disable-file invalid-suppression -- why -->
                             ^^^^^^^^^^^^^^^^^^^ "invalid-suppression" cannot be waived
<!-- phase-docs-version 3 -->
`,
  ));

test('what has no effect is told, for the whole comment or for one id', () =>
  checkRule(
    invalidSuppression,
    `
# Phase 4 Handoff

## Results

<!-- phase-docs-disable-next-line unsupported-claim -- why -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no finding of "unsupported-claim" to waive here
Nothing to see.

<!-- phase-docs-disable-next-line broken-evidence, unsupported-claim -- why -->
                                  ^^^^^^^^^^^^^^^ There is no finding of "broken-evidence"
All 40 tests passed.

<!-- phase-docs-enable unsupported-claim -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No comment waives "unsupported-claim" up to here
<!-- phase-docs-enable -->
^^^^^^^^^^^^^^^^^^^^^^^^^^ No comment waives anything up to here

<!-- phase-docs-disable unsupported-claim -- why -->
All 41 tests passed.
<!-- phase-docs-enable unsupported-claim -->

<!-- phase-docs-disable-next-line unsupported-claim -- at the end -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no finding
`,
  ));

test('the narrowest waiver is the one that counts', () =>
  checkRule(
    invalidSuppression,
    `
# Phase 4 Handoff

<!-- phase-docs-disable-file unsupported-claim -- wide -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no finding of "unsupported-claim"

<!-- phase-docs-disable unsupported-claim -- between -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no finding of "unsupported-claim"

<!-- phase-docs-disable-next-line unsupported-claim -- narrow -->
All 40 tests passed.
`,
  ));

test('a rule that is off, and an archive, say nothing of effects', async () => {
  const text = '# Phase 4 Handoff\n\n<!-- phase-docs-disable-file unsupported-claim missing-document -- why -->\n';
  const lines = async (config: string) => {
    const workspace = await openWorkspace({ '/.phase-docs.yaml': config, [defaultPath]: text });
    return (await diagnose(workspace, defaultPath)).filter(({ rule }) => rule === invalidSuppression.id).length;
  };
  assert.equal(await lines('rules:\n  missing-document: error\n'), 1);
  assert.equal(await lines('rules:\n  unsupported-claim: off\n  missing-document: off\n'), 0);
  assert.equal(await lines('rules:\n  invalid-suppression: off\n'), 0);
  assert.equal(await lines("archive: ['**/*.md']\n"), 0);
});

test('fixes: the meant id, the words that are a reason, and what can go', async () => {
  const check = (before: string, after: string) =>
    checkFix(invalidSuppression, `\n# Phase 4 Handoff\n\n${before}\n`, `# Phase 4 Handoff\n\n${after}\n`);
  const claim = 'All 40 tests passed.';
  await check(
    `<!-- phase-docs-disable-next-line unsuported-claim -- why$0 -->\n${claim}`,
    `<!-- phase-docs-disable-next-line unsupported-claim -- why -->\n${claim}`,
  );
  await check(
    `<!-- phase-docs-disable-nextline unsupported-claim -- why$0 -->\n${claim}`,
    `<!-- phase-docs-disable-next-line unsupported-claim -- why -->\n${claim}`,
  );
  await check(
    `<!-- phase-docs-disable-next-line unsupported-claim counted by the customer$0 -->\n${claim}`,
    `<!-- phase-docs-disable-next-line unsupported-claim -- counted by the customer -->\n${claim}`,
  );
  await check(
    `<!-- phase-docs-disable-next-line broken-evidence, unsupported-claim -- why$0 -->\n${claim}`,
    `<!-- phase-docs-disable-next-line unsupported-claim -- why -->\n${claim}`,
  );
  await check(
    `<!-- phase-docs-disable-next-line unsupported-claim, broken-evidence -- why$0 -->\n${claim}`,
    `<!-- phase-docs-disable-next-line unsupported-claim -- why -->\n${claim}`,
  );
  await check(`Text.\n\n<!-- phase-docs-enable$0 -->\nMore.`, 'Text.\n\nMore.');
  await check('- Text <!-- phase-docs-disable-line unsupported-claim: why$0 -->', '- Text');
});

test('hostile numbers of comments cost no more than their length', async () => {
  const line = '<!-- phase-docs-disable-next-line unsupported-claim -- again -->\n';
  const block = '<!-- phase-docs-disable unsupported-claim -- again -->\n\nAll 40 tests passed.\n\n';
  const text = `# Phase 4 Handoff\n\n${line.repeat(3000)}\n${block.repeat(500)}`;
  const workspace = await openWorkspace({ [defaultPath]: text });
  const found = await diagnose(workspace, defaultPath);
  assert.equal(found.filter(({ rule }) => rule === invalidSuppression.id).length, 2999 + 1);
});
