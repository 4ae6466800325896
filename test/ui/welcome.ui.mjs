import path from 'node:path';
import { projectDir } from '../editor/builds.mjs';
import { withWindow } from './support.mjs';

// A folder without phase documents.
const uiTest = withWindow({ copyOf: path.join(projectDir, 'schemas'), viewport: { width: 1600, height: 900 } });

uiTest('says what it looks for where there is nothing, and leads to the walkthrough', async ({ wb, picture }) => {
  await wb.openContainer('Phase Docs');
  await wb.tree('Phases').locator('.welcome-view', { hasText: 'No phase documents were found' }).waitFor();
  await picture('welcome');
  await wb.tree('Phases').locator('.monaco-button', { hasText: 'Get Started' }).click();
  await wb.page.locator('.gettingStartedContainer', { hasText: 'See what a hand-off leaves open' }).waitFor();
  await wb.webview().locator('svg').waitFor();
  await picture('walkthrough');
});
