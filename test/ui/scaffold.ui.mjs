import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { withWindow } from './support.mjs';

const uiTest = withWindow({ settings: { 'workbench.colorTheme': 'Default Dark Modern' } });
const folder = 'docs/initiatives/booking/berth_planner/001';
const prompt = 'PHASE4_PROMPT.md';

uiTest('previews the documents of the next phase before it writes them', async ({ wb, workspace, picture }) => {
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
  await wb.openContainer('Phase Docs');
  await wb.treeLabels('Phases', ['Phase 4']);
  await picture('scaffolded');
});

uiTest('takes all of them back with one undo', async ({ wb, workspace }) => {
  await wb.focusEditor();
  await wb.press('Control+Z');
  const left = () => readdirSync(path.join(workspace, folder)).filter((name) => /phase4/i.test(name));
  await wb.waitFor(() => left().length === 0, 'the documents to go');
});
