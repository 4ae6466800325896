import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenEncoding } from '../../server/src/rules/broken-encoding';
import { applyFix, diagnose, fixesOf, openWorkspace } from '../support/inMemoryWorkspace';
import { checkFix, checkRule, defaultPath } from '../support/checkRule';

test('reports a file once, at its first broken place', async () => {
  const text = '# Phase 4 Handoff\n\n## Results âœ…\n\n- âœ… done\n\n| A | B |\n| --- | --- |\n| x | CafÃ© |\n';
  const workspace = await openWorkspace({ [defaultPath]: text });
  const [found, ...more] = (await diagnose(workspace, defaultPath)).filter(({ rule }) => rule === brokenEncoding.id);
  assert.ok(found);
  assert.deepEqual(more, []);
  assert.deepEqual(found.range, { start: { line: 2, character: 11 }, end: { line: 2, character: 14 } });
  assert.match(found.message, /^"âœ…" was "✅", and 2 more places of this file\. UTF-8 was read as Windows-1252/);
  assert.deepEqual(
    found.related.map(({ message }) => message),
    ['Also broken: "âœ…" was "✅"', 'Also broken: "Ã©" was "é"'],
  );
  const [fix] = await fixesOf(workspace, defaultPath, ({ rule }) => rule === brokenEncoding.id);
  assert.ok(fix?.safe);
  assert.equal(
    applyFix(workspace, defaultPath, fix),
    '# Phase 4 Handoff\n\n## Results ✅\n\n- ✅ done\n\n| A | B |\n| --- | --- |\n| x | Café |\n',
  );
});

test('one place', () =>
  checkRule(
    brokenEncoding,
    `
# Phase 4 Handoff

- ‚úÖ imported
  ^^^ error: "‚úÖ" was "✅". UTF-8 was read as Mac Roman and saved, so that readers see garbage.
`,
  ));

for (const [name, text] of [
  ['whole signs and letters', '- ✅ Größe « été »… „Spaß“ 100 °C'],
  ['code', '- `âœ…` is what Windows shows\n\n```\nâœ… passed\n```'],
  ['what has lost a byte', '- âŒ failed'],
] as const)
  test(`${name} are left alone`, () => checkRule(brokenEncoding, `\n# Phase 4 Handoff\n\n${text}\n`));

test('a file that is wrong throughout is repaired in code too', () =>
  checkFix(
    brokenEncoding,
    '# Phase 4 Handoff\n\n- âœ… done$0, see `CafÃ©`\n\n```\nâœ… passed\n```\n',
    '# Phase 4 Handoff\n\n- ✅ done, see `Café`\n\n```\n✅ passed\n```\n',
  ));

test('a file that is good in part keeps its code', () =>
  checkFix(
    brokenEncoding,
    '# Phase 4 Handoff ✅\n\n- âœ… done$0, not `âœ…`\n\n> ```\n> âœ… passed\n> ```\n\nCafÃ©\n',
    '# Phase 4 Handoff ✅\n\n- ✅ done, not `âœ…`\n\n> ```\n> âœ… passed\n> ```\n\nCafé\n',
  ));
