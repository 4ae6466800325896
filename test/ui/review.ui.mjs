import assert from 'node:assert/strict';
import { withWindow } from './support.mjs';

const uiTest = withWindow({ settings: { 'workbench.colorTheme': 'Default Light Modern' } });

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
  await picture('next-missing-evidence-elsewhere');
});
