import assert from 'node:assert/strict';
import { withWindow } from './support.mjs';

const uiTest = withWindow();

uiTest('Phase Docs is among the installed extensions', async ({ wb, picture }) => {
  await wb.runCommand('Extensions: Show Installed Extensions');
  const row = wb.page.locator('.extensions-list .monaco-list-row', { hasText: 'Phase Docs' });
  await row.first().waitFor();
  await picture('installed');
});

uiTest('opens a document of the example', async ({ wb, picture }) => {
  await wb.openFile('README.md');
  assert.match(await wb.editorText(), /^# /);
  await picture('example');
});
