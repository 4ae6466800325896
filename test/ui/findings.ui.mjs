import assert from 'node:assert/strict';
import { placeOf, withWindow } from './support.mjs';

const uiTest = withWindow({ settings: { 'workbench.colorTheme': 'Default Dark Modern' } });
const handoff = 'TODO001_phase2_handoff.md';

uiTest('underlines unsupported claims and broken evidence', async ({ wb, workspace, picture }) => {
  await wb.openFile(handoff);
  await wb.editor(handoff).locator('.squiggly-warning').first().waitFor();
  await wb.codeLenses(['claims without evidence']);
  await picture('squiggles');
  await wb.goTo(...placeOf(workspace, handoff, 'full_marina.json'));
  await wb.editor(handoff).locator('.squiggly-error').first().waitFor();
});

uiTest('lists one problem for each section', async ({ wb, picture }) => {
  const rows = await wb.problems(['100% ACHIEVED', 'full_marina.json']);
  assert.ok(rows.some((row) => row.startsWith('Error') && row.includes('full_marina.json')));
  await picture('problems');
  await wb.runCommand('View: Toggle Panel Visibility');
});

uiTest('explains a claim in a hover', async ({ wb, workspace, picture }) => {
  await wb.openFile(handoff);
  await wb.goTo(...placeOf(workspace, handoff, 'Booking reliability'));
  const parts = await wb.hover();
  assert.ok(parts.some((part) => part.includes('unsupported-claim')));
  await picture('hover');
  await wb.press('Escape');
});

uiTest('fixes a claim by pointing to evidence', async ({ wb, workspace, picture }) => {
  await wb.openFile(handoff);
  await wb.goTo(...placeOf(workspace, handoff, 'Booking reliability'));
  await wb.codeActions(['reports/junit.xml']);
  await picture('quick-fix');
  await wb.applyCodeAction('reports/junit.xml');
  await wb.waitFor(
    async () => /Booking reliability[^]*junit\.xml[^]*Office effort/.test(await wb.editorText(handoff)),
    'the evidence in the text',
  );
  await picture('fixed');
  await wb.runCommand('File: Revert File');
});

uiTest('sums the document up in the status bar', async ({ wb }) => {
  await wb.openFile(handoff);
  const item = wb.statusBarItem('phaseDocs.document');
  await item.filter({ hasText: 'Evidence' }).waitFor();
  assert.match((await item.locator('a').getAttribute('aria-label')) ?? '', /Hand-off, phase 2, \d+ of \d+ claims/);
});

uiTest('opens the page of a rule', async ({ wb, picture }) => {
  await wb.openFile(handoff);
  await wb.runCommand('Phase Docs: Open Rule Page...');
  await wb.choose('Rules behind the findings of this document', 'unsupported-claim');
  await wb.webview().locator('h1').first().waitFor();
  await picture('rule-page');
});
