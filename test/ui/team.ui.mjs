// What a team meets: how far each phase is, what it declares, and the documents of the next one.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { withWindow } from './support.mjs';

// The editor in a browser saves by itself unless it is told not to.
const uiTest = withWindow({
  settings: { 'workbench.colorTheme': 'Default Dark Modern', 'files.autoSave': 'off' },
});
const folder = 'docs/initiatives/booking/berth_planner/001';
const prompt = 'PHASE4_PROMPT.md';

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

uiTest('shows initiatives, phases and documents with their progress', async ({ wb, picture }) => {
  await wb.openContainer('Phase Docs');
  const labels = await wb.treeLabels('Phases', ['berth_planner/001', 'Phase 1', 'Phase 2', 'Phase 3']);
  assert.match(labels.find((label) => label.startsWith('Phase 2')) ?? '', /\d+ of \d+ claims supported/);
  const summary = wb.tree('Phases').locator('.monaco-list-row[aria-label*="Testing summary"]').first();
  await wb.waitFor(async () => {
    await wb.expandTreeRow('Phases', 'Phase 2');
    return summary.isVisible();
  }, 'the documents of phase 2');
  await wb.treeLabels('Phases', ['Hand-off', 'Testing summary']);
  await picture('tree');
});

uiTest('tells what is declared beside what is found', async ({ wb }) => {
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
});

uiTest('opens a document from the tree', async ({ wb }) => {
  await wb.treeRow('Phases', 'Testing summary').click();
  await wb.tab('TODO001_phase2_testing_summary.md').waitFor();
});

uiTest('walks from one missing evidence to the next, over the documents', async ({ wb, picture }) => {
  await wb.openFile('TODO001_phase2_handoff.md');
  await wb.editor('TODO001_phase2_handoff.md').locator('.squiggly-warning').first().waitFor();
  await wb.press('Control+F8');
  await wb.page.locator('.statusbar-item', { hasText: /\d+ of \d+: / }).waitFor();
  await picture('next-missing-evidence');
  const active = wb.page.locator('.tabs-container .tab.active');
  await wb.waitFor(async () => {
    await wb.press('Control+F8');
    const name = await active.getAttribute('data-resource-name');
    return name !== null && name !== 'TODO001_phase2_handoff.md';
  }, 'another document');
  await wb.press('Escape');
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
  await wb.runCommand('File: Revert File');
  await wb.runCommand('View: Close All Editors');
});

uiTest('a team previews the documents of the next phase before it writes them', async ({ wb, workspace, picture }) => {
  await wb.openFile('TODO001_phase3_notes.md');
  await wb.statusBarItem('phaseDocs.document').waitFor();
  await wb.runCommand('Phase Docs: Scaffold Next Phase...');
  await wb.answerInput('Id of the phase after', '4');
  await wb.quickRows.first().waitFor();
  await wb.quickInput.locator('input[placeholder="Documents of the new phase"]').waitFor();
  await wb.press('Enter');
  await wb.quickRow(prompt).waitFor();
  await wb.press('ArrowDown');
  await wb.editor(prompt).waitFor();
  await picture('scaffold-preview');
  assert.ok(!existsSync(path.join(workspace, folder, prompt)), 'written before it was confirmed');
  await wb.press('Enter');
  await wb.waitFor(() => existsSync(path.join(workspace, folder, prompt)), 'the new documents');
  await wb.tab(prompt).waitFor();
  await wb.treeLabels('Phases', ['Phase 4']);
  await picture('scaffolded');
});

uiTest('all of them are taken back by one undo', async ({ wb, workspace }) => {
  await wb.focusEditor();
  await wb.press('Control+Z');
  const left = () => readdirSync(path.join(workspace, folder)).filter((name) => /phase4/i.test(name));
  await wb.waitFor(() => left().length === 0, 'the documents to go');
  await wb.treeLabels('Phases', ['Phase 3']);
});
