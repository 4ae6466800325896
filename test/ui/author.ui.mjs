// What an author meets: findings, fixes, evidence by paste and drop, and a hand-off put right by keyboard.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { placeOf, setSettings, withWindow } from './support.mjs';

const uiTest = withWindow({ settings: { 'workbench.colorTheme': 'Default Light Modern' } });
const folder = 'docs/initiatives/booking/berth_planner/001';
const handoff = 'TODO001_phase2_handoff.md';
const own = 'TODO001_phase4_handoff.md';
const claim = 'All 12 tests passed';

/** @param {string} workspace */
const ownText = (workspace) => readFileSync(path.join(workspace, folder, own), 'utf8');

uiTest('Phase Docs is among the installed extensions', async ({ wb, picture }) => {
  await wb.runCommand('Extensions: Show Installed Extensions');
  const row = wb.page.locator('.extensions-list .monaco-list-row', { hasText: 'Phase Docs' });
  await row.first().waitFor();
  await picture('installed');
});

uiTest('underlines unsupported claims and broken evidence', async ({ wb, workspace, picture }) => {
  await wb.openFile(handoff);
  await wb.editor(handoff).locator('.squiggly-warning').first().waitFor();
  await wb.codeLenses(['claims not supported']);
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
  await wb.runCommand('View: Close All Editors');
});

uiTest('tells what is claimed, on what evidence, and what became of it', async ({ wb, workspace, picture }) => {
  setSettings(workspace, { 'phaseDocs.inlayHints.enabled': true });
  writeFileSync(
    path.join(workspace, 'reports/junit-pontoons.xml'),
    '<testsuite name="pontoons" tests="12" failures="0" errors="0" skipped="0"></testsuite>\n',
  );
  writeFileSync(
    path.join(workspace, folder, own),
    `# Phase 4 Handoff\n\n## Results\n\n- ${claim}\n- All berths are booked: \`reports/junit-pontoons.xml\`\n`,
  );
  await wb.openFile(own);
  await wb.codeLenses(['2 claims without evidence', 'Evidence: junit-pontoons.xml']);
  await wb.editor(own).locator('text=no evidence').first().waitFor();
  await picture('author-lenses');
  setSettings(workspace, {});
});

uiTest('a lens shows the evidence', async ({ wb }) => {
  await wb.codeLens('Evidence: junit-pontoons.xml', own).click();
  await wb.tab('junit-pontoons.xml').waitFor();
});

uiTest('a pasted path becomes the evidence of the claim', async ({ wb, workspace, picture }) => {
  await wb.openFile(own);
  await wb.goTo(7, 1);
  await wb.focusEditor();
  await wb.type('reports/junit-pontoons.xml');
  await wb.press('Shift+Home');
  await wb.press('Control+X');
  await wb.goTo(5, 3);
  await wb.focusEditor();
  await wb.press('Control+V');
  await wb.waitFor(
    async () => (await wb.editorText(own)).includes(`${claim} (evidence: [junit-pontoons.xml]`),
    'the evidence behind the claim',
  );
  await picture('author-pasted');
  await wb.save(() => ownText(workspace).includes(`${claim} (evidence: [junit-pontoons.xml](`));
  // As it was before, for the next.
  await wb.press('Control+Z');
  await wb.waitFor(async () => !(await wb.editorText(own)).includes('(evidence:'), 'the claim alone');
});

uiTest('a file dropped from the explorer becomes the evidence of the claim', async ({ wb, workspace, picture }) => {
  await wb.openFile('junit-pontoons.xml');
  await wb.runCommand('File: Reveal Active File in Explorer View');
  const file = wb.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="junit-pontoons.xml"]');
  await file.waitFor();
  await wb.openFile(own);
  const line = wb.editor(own).locator('.view-line', { hasText: claim }).locator('span span').last();
  await wb.drop(file, line);
  await wb.waitFor(
    async () => (await wb.editorText(own)).includes(`${claim} (evidence: [junit-pontoons.xml]`),
    'the evidence behind the claim',
  );
  await picture('author-dropped');
  await wb.save(() => ownText(workspace).includes(`${claim} (evidence: [junit-pontoons.xml](`));
});

uiTest('an author puts a hand-off right without the mouse', async ({ wb, workspace, picture }) => {
  const text = () => readFileSync(path.join(workspace, folder, handoff), 'utf8');
  const status = wb.statusBarItem('phaseDocs.document');
  const supported = async () => Number(/Evidence (\d+)\//.exec((await status.textContent()) ?? '')?.[1] ?? Number.NaN);
  await wb.runCommand('View: Close All Editors');
  await wb.openFile(handoff);
  await wb.goTo(1, 1);
  await status.filter({ hasText: 'Evidence' }).waitFor();
  const before = await supported();

  // To the first claim that nothing supports, and to what can be done about it.
  await wb.focusEditor();
  await wb.press('Control+F8');
  await wb.page.locator('.statusbar-item', { hasText: /\d+ of \d+: / }).waitFor();
  await wb.press('Escape');
  await wb.codeActions(['TODO001_phase2_testing_summary.md']);
  await wb.chooseCodeAction(/TODO001_phase2_testing_summary\.md/);
  await wb.waitFor(async () => (await wb.editorText(handoff)).includes('testing_summary.md)'), 'the evidence');

  // A section that the schema asks for.
  await wb.runCommand('Phase Docs: Insert Section...');
  await wb.quickRow('Evidence').waitFor();
  await wb.quickInputBox.fill('Evidence');
  await wb.press('Enter');
  await wb.waitFor(async () => (await wb.editorText(handoff)).includes('## Evidence'), 'the new section');

  // A reference that has moved, by the command for all that is safe.
  await wb.runCommand('Phase Docs: Fix All Safe Findings in Document');
  await wb.page.locator('.statusbar-item', { hasText: /\d+ fixed/ }).waitFor();
  await wb.focusEditor();
  await wb.save(() => text().includes('## Evidence') && /operations\/harbor_office\.md/.test(text()));
  await wb.waitFor(async () => (await supported()) > before, 'more claims with evidence');
  await picture('author-done');
});
