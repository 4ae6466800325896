import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from '../editor/builds.mjs';
import { seriousProblems } from './axe.mjs';
import { withWindow } from './support.mjs';

const uiTest = withWindow({
  settings: { 'workbench.colorTheme': 'Default Light Modern' },
  viewport: { width: 1500, height: 1000 },
});

/** @param {import('../editor/workbench/workbench.mjs').Workbench} wb */
const openReport = async (wb) => {
  await wb.runCommand('Phase Docs: Open Report');
  const view = wb.webview();
  await view.locator('h2', { hasText: 'berth_planner/001' }).waitFor();
  return view;
};

/** The frame that holds the report. @param {import('../editor/workbench/workbench.mjs').Workbench} wb */
async function reportFrame(wb) {
  const handle = await wb.webview().locator('body').elementHandle();
  const frame = await handle?.ownerFrame();
  if (!frame) throw new Error('the report has no frame');
  return frame;
}

uiTest('shows phases, evidence and conflicts, and says that no history is known', async ({ wb, picture }) => {
  await wb.openFile('TODO001_phase2_handoff.md');
  await wb.statusBarItem('phaseDocs.document').waitFor();
  const view = await openReport(wb);
  await view.locator('svg.chart').first().waitFor();
  await view.locator('th', { hasText: 'Testing summary' }).waitFor();
  await view.locator('#i1-conflicts + ul li').first().waitFor();
  await view.locator('p', { hasText: 'Unknown: there is no version control here' }).waitFor();
  assert.deepEqual(await seriousProblems(await reportFrame(wb)), []);
  await picture('report-light');
});

uiTest('a number leads to the list, and an entry of the list to its place', async ({ wb }) => {
  const view = wb.webview();
  await view.locator('a[href="#i1-p2-supported"]').focus();
  await wb.press('Enter');
  const list = view.locator('#i1-p2-supported');
  await list.locator('li').first().waitFor();
  await view.locator('#i1-p2-contradicted li a').first().focus();
  await wb.press('Enter');
  await wb.editor('TODO001_phase2_testing_summary.md').waitFor();
});

uiTest('says when the documents have changed, and refreshes', async ({ wb, workspace, picture }) => {
  const view = wb.webview();
  const file = path.join(workspace, 'docs/initiatives/booking/berth_planner/001/TODO001_phase3_notes.md');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n- [ ] One more task\n`);
  await view.locator('#outdated:not([hidden])').waitFor();
  await picture('report-outdated');
  // A change may be announced once more after the first answer.
  await wb.waitFor(async () => {
    await view.locator('button[data-action="refresh"]').click();
    return view
      .locator('#outdated[hidden]')
      .waitFor({ state: 'attached', timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
  }, 'the refreshed report');
});

uiTest('saves a chart as a picture', async ({ wb, workspace }) => {
  const view = wb.webview();
  for (const format of ['SVG', 'PNG']) {
    await view.locator('figcaption button', { hasText: format }).first().click();
    const name = `phase-docs-i1-chart.${format.toLowerCase()}`;
    const input = wb.quickInput.locator('input').first();
    await wb.waitFor(async () => (await input.inputValue()).endsWith(name), 'the dialog that asks where to save');
    await wb.press('Enter');
    const saved = path.join(workspace, name);
    const bytes = await wb.waitFor(() => {
      try {
        const content = readFileSync(saved);
        return content.length > 0 ? content : undefined;
      } catch {
        return undefined;
      }
    }, saved);
    if (format === 'PNG') assert.deepEqual([...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    else {
      const text = bytes.toString('utf8');
      assert.match(text, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.doesNotMatch(text, /var\(--|class="/, 'it needs neither the theme nor the style of the page');
    }
  }
});

uiTest('copies the report as Markdown', async ({ wb }) => {
  await wb.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await wb.webview().locator('button[data-action="copyMarkdown"]').click();
  const text = () => wb.page.evaluate(() => navigator.clipboard.readText());
  await wb.waitFor(async () => (await text()).startsWith('# Documentation report'), 'the report on the clipboard');
});

uiTest('the file of the command line has no serious problem of accessibility either', async ({ wb, workspace }) => {
  const { execFileSync } = await import('node:child_process');
  const file = path.join(workspace, 'report.html');
  execFileSync(process.execPath, [path.join(projectDir, 'dist/cli.js'), 'report', '--output', file], {
    cwd: workspace,
  });
  const browser = wb.page.context().browser();
  for (const [name, options] of Object.entries({
    light: { colorScheme: 'light' },
    dark: { colorScheme: 'dark' },
    'forced-colors': { colorScheme: 'dark', forcedColors: 'active' },
  })) {
    const page = await browser?.newPage(/** @type {import('playwright-core').BrowserContextOptions} */ (options));
    if (!page) throw new Error('there is no browser');
    await page.goto(`file://${file}`);
    assert.deepEqual(await seriousProblems(page.mainFrame()), [], name);
    await page.screenshot({ path: path.join(projectDir, `out/screenshots/report-page-${name}.png`), fullPage: true });
    await page.close();
  }
});
