import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withWindow } from './support.mjs';

const uiTest = withWindow({ settings: { 'workbench.colorTheme': 'Default Dark Modern' } });

/** @param {import('../editor/workbench/workbench.mjs').Workbench} wb @param {string} row @param {string} item */
async function chooseFromMenu(wb, row, item) {
  const target = wb.tree('Phases').locator('.monaco-list-row', { hasText: row }).first();
  const entry = wb.page.getByRole('menuitem', { name: item });
  const chosen = wb.page.locator('.monaco-menu .action-item.focused', { hasText: item });
  // The menu takes no click in its first moments, but keys; a tree that is drawn anew closes it.
  await wb.waitFor(async () => {
    if ((await chosen.count()) > 0) return true;
    if ((await entry.count()) === 0) await target.click({ button: 'right' });
    else await wb.press('ArrowDown');
    return false;
  }, `${item} to be chosen`);
  await wb.press('Enter');
  await entry.waitFor({ state: 'detached' });
}

uiTest('tells what is declared beside what is found', async ({ wb, picture }) => {
  await wb.openContainer('Phase Docs');
  await wb.treeLabels('Phases', ['Phase 1', 'Phase 2']);
  const row = wb.tree('Phases').locator('.monaco-list-row', { hasText: 'Phase 2' }).first();
  const hover = wb.page.locator('.monaco-hover', { hasText: 'Declared: ✅ COMPLETE AND SUCCESSFUL' });
  // A tree that is drawn anew takes its hover away.
  await wb.waitFor(async () => {
    await wb.page.mouse.move(700, 700);
    await row.hover();
    return hover.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
  }, 'the hover');
  const text = await hover.innerText();
  assert.match(text, /Found: \d+ of \d+ tasks done · \d+ of \d+ claims supported/);
  assert.match(text, /Counted: .*check boxes are ticked/);
  await wb.page.screenshot({ path: path.join('out/screenshots', 'phases-hover.png') });
  await picture('phases-view');
});

uiTest('compares a document with the one of the phase before', async ({ wb, picture }) => {
  await chooseFromMenu(wb, 'Phase 2', 'Compare with Previous Phase');
  await wb.quickRow('Hand-off').click();
  await wb.page.locator('.tabs-container .tab', { hasText: 'Hand-off: Phase 1 ↔ Phase 2' }).waitFor();
  await picture('phases-compare');
});

uiTest('declares a phase as finished in the configuration, without saving it', async ({ wb, workspace, picture }) => {
  const file = path.join(workspace, '.phase-docs.yaml');
  const before = readFileSync(file, 'utf8');
  await chooseFromMenu(wb, 'Phase 1', 'Declare as Finished');
  await wb.editor('.phase-docs.yaml').locator('.view-line', { hasText: 'TODO001_phase1_handoff.md' }).waitFor();
  await picture('phases-archive');
  assert.equal(readFileSync(file, 'utf8'), before, 'saved without being asked');
});
