// Workspaces that are not one trusted folder of documents: none yet, several folders, and one that nobody has trusted.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { projectDir } from '../editor/builds.mjs';
import { makeScratch } from '../editor/cleanup.mjs';
import { withWindow } from './support.mjs';

const scratch = makeScratch('ui-workspaces');
after(scratch.discard);

// A folder without phase documents. No workspace here is trusted, and none asks to be.
const uiTest = withWindow({
  copyOf: path.join(projectDir, 'schemas'),
  viewport: { width: 1600, height: 900 },
  trust: true,
  settings: {
    'workbench.colorTheme': 'Default Light Modern',
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.untrustedFiles': 'open',
  },
});

uiTest('says what it looks for where there is nothing, and leads to the walkthrough', async ({ wb, picture }) => {
  await wb.openContainer('Phase Docs');
  await wb.tree('Phases').locator('.welcome-view', { hasText: 'No phase documents were found' }).waitFor();
  await picture('welcome');
  await wb.tree('Phases').locator('.monaco-button', { hasText: 'Get Started' }).click();
  await wb.page.locator('.gettingStartedContainer', { hasText: 'See what a hand-off leaves open' }).waitFor();
  await wb.webview().locator('svg').waitFor();
  await picture('walkthrough');
});

uiTest('each of several folders has a configuration of its own', async ({ wb, open, picture }) => {
  const claim = '# Phase 1 Handoff\n\n## Summary\n\nAll 12 tests passed.\n';
  for (const [name, severity] of [
    ['quay', 'error'],
    ['pier', 'off'],
  ]) {
    const folder = path.join(scratch.dir, name ?? '');
    mkdirSync(path.join(folder, 'docs'), { recursive: true });
    writeFileSync(path.join(folder, '.phase-docs.yaml'), `rules:\n  unsupported-claim: ${severity}\n`);
    writeFileSync(path.join(folder, 'docs', `TODO001_phase1_${name}_handoff.md`), claim);
  }
  const file = path.join(scratch.dir, 'both.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: 'quay' }, { path: 'pier' }] }));
  await open(file);
  await wb.openContainer('Phase Docs');
  await wb.treeLabels('Phases', ['quay: docs, done', 'pier: docs, done']);
  await wb.runCommand('Phase Docs: Group Claims by Phase');
  await wb.treeLabels('Evidence', ['quay: docs, phase 1', 'pier: docs, phase 1']);
  const rows = await wb.problems(['All 12 tests passed']);
  const found = rows.filter((row) => row.includes('All 12 tests passed'));
  assert.equal(found.length, 1, rows.join('\n'));
  assert.match(found[0] ?? '', /^Error/);
  await picture('multi-root');
});

uiTest(
  'works where nobody has trusted the workspace, and says what it does not know',
  async ({ wb, open, picture }) => {
    const project = path.join(scratch.dir, 'harbor');
    cpSync(path.join(projectDir, 'examples/harbor'), project, { recursive: true });
    await open(project);
    const handoff = 'TODO001_phase2_handoff.md';
    await wb.openFile(handoff);
    await wb.editor(handoff).locator('.squiggly-warning').first().waitFor();
    // In the language status.
    await wb.page.locator('.statusbar-item[id="status.languageStatus"]').first().hover();
    const status = wb.page.locator('.hover-language-status', {
      hasText: 'Running without git: the workspace is not trusted',
    });
    await status.first().waitFor();
    await wb.page.screenshot({ path: path.join(projectDir, 'out/screenshots/untrusted-status.png') });
    // Where git would have to be asked.
    await wb.runCommand('Phase Docs: Show Only Claims Changed Since...');
    await wb.answerInput('A branch, tag or commit', 'main');
    await wb.page.locator('text=the workspace is not trusted').first().waitFor();
    await wb.press('Escape');
    // In the report.
    await wb.runCommand('Phase Docs: Open Report');
    await wb
      .webview()
      .locator('p', { hasText: 'Unknown: version control is not asked here, because the workspace is not trusted' })
      .waitFor();
    await picture('untrusted');
  },
);
