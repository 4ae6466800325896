// Every surface in every kind of theme, one picture each, and nothing in the report that is hard to read.
import assert from 'node:assert/strict';
import { seriousProblems } from './axe.mjs';
import { placeOf, setSettings, withWindow } from './support.mjs';

const handoff = 'TODO001_phase2_handoff.md';

const uiTest = withWindow({ viewport: { width: 1500, height: 950 } });

uiTest('a reviewer has answered', async ({ wb, workspace }) => {
  await wb.openFile(handoff);
  await wb.goTo(...placeOf(workspace, handoff, '100% ACHIEVED'));
  await wb.runCommand('Phase Docs: Answer Claim...');
  await wb.choose('Your answer to this claim', 'needs evidence');
  await wb.answerInput('A note for the author', 'Which report shows it?');
  await wb.editor(handoff).locator('.comment-thread-unresolved').first().waitFor();
});

/** @param {import('../editor/workbench/workbench.mjs').Workbench} wb @param {(surface: string) => Promise<void>} shoot */
async function shootReport(wb, shoot) {
  await wb.runCommand('Phase Docs: Open Report');
  const report = wb.webview();
  await report.locator('h2', { hasText: 'berth_planner/001' }).waitFor();
  await report.locator('p', { hasText: 'Unknown: there is no version control here' }).waitFor();
  const frame = await (await report.locator('body').elementHandle())?.ownerFrame();
  assert.ok(frame);
  assert.deepEqual(await seriousProblems(frame), []);
  await shoot('report');
  await report.locator('#i1-evidence').evaluate((element) => element.scrollIntoView());
  await shoot('report-chart');
}

for (const [name, theme, mark] of [
  ['light', 'Default Light Modern', 'vs:not(.hc-light)'],
  ['dark', 'Default Dark Modern', 'vs-dark'],
  ['contrast', 'Default High Contrast', 'hc-black'],
]) {
  uiTest(`every surface in ${theme}`, async ({ wb, workspace, picture }) => {
    const shoot = (/** @type {string} */ surface) => picture(`surface-${surface}-${name}`);
    setSettings(workspace, {
      'workbench.colorTheme': theme,
      'phaseDocs.inlayHints.enabled': true,
      'phaseDocs.semanticHighlighting.enabled': true,
    });
    await wb.page.locator(`.monaco-workbench.${mark}`).waitFor();

    // Views, underlines, lenses, verdicts in words, problems.
    await wb.openContainer('Phase Docs');
    await wb.expandTreeRow('Phases', 'Phase 2');
    await wb.expandTreeRow('Evidence', 'Contradicted');
    await wb.openFile(handoff);
    await wb.codeLenses(['claims not supported']);
    await wb.editor(handoff).locator('text=no evidence').first().waitFor();
    await wb.problems(['100% ACHIEVED']);
    await shoot('editor');
    await wb.runCommand('View: Toggle Panel Visibility');

    // A claim: what is said of it, what can be done about it, what is offered while writing.
    await wb.openFile('TODO001_phase2_testing_summary.md');
    await wb.goTo(...placeOf(workspace, 'TODO001_phase2_testing_summary.md', '91% covered'));
    await wb.hover();
    await shoot('hover');
    await wb.press('Escape');
    await wb.codeActions();
    await shoot('fixes');
    await wb.press('Escape');
    await wb.openFile('TODO001_phase3_notes.md');
    await wb.goTo(...placeOf(workspace, 'TODO001_phase3_notes.md', '🔄 IN PROGRESS'));
    await wb.completions();
    await shoot('completion');
    await wb.press('Escape');

    // A review with evidence beside it, and the answer as a comment.
    await wb.runCommand('View: Close All Editors');
    await wb.openFile(handoff);
    await wb.runCommand('Phase Docs: Review Document');
    await wb.treeLabels('Review', ['COMPLETE AND SUCCESSFUL, unsupported']);
    await wb.openBeside('Review', ', supported, ');
    await wb.editor(handoff).locator('.comment-thread-unresolved').first().click();
    const thread = wb.page.locator('.monaco-editor .review-widget', { hasText: 'Which report shows it?' });
    await thread.waitFor();
    await shoot('review');
    await wb.editor(handoff).locator('.comment-thread-unresolved').first().click();
    await wb.runCommand('Phase Docs: End Review');
    await wb.runCommand('View: Close All Editors');

    await shootReport(wb, shoot);

    // The documents of a next phase, before they are written.
    await wb.openFile('TODO001_phase3_notes.md');
    await wb.runCommand('Phase Docs: Scaffold Next Phase...');
    await wb.answerInput('Id of the phase after', '4');
    await wb.quickInput.locator('input[placeholder="Documents of the new phase"]').waitFor();
    await wb.press('Enter');
    await wb.quickRow('PHASE4_PROMPT.md').waitFor();
    await wb.press('ArrowDown');
    await wb.editor('PHASE4_PROMPT.md').waitFor();
    await shoot('scaffold');
    await wb.press('Escape');
    await wb.quickInput.waitFor({ state: 'hidden' });

    // A rule's page, the settings, the walkthrough.
    await wb.openFile(handoff);
    await wb.runCommand('Phase Docs: Open Rule Page...');
    await wb.choose('Rules behind the findings of this document', 'unsupported-claim');
    await wb.webview().locator('h1', { hasText: 'unsupported-claim' }).waitFor();
    await shoot('rule');
    await wb.runCommand('View: Close All Editors');
    await wb.runCommand('Preferences: Open Settings (UI)');
    await wb.page.locator('.settings-editor').waitFor();
    await wb.type('@ext:phase-docs.phase-docs');
    await wb.page.locator('.settings-editor .setting-item-contents', { hasText: 'Code Lens' }).first().waitFor();
    await shoot('settings');
    // In a dialog, or in an editor: in either case there is no other way out by keyboard that both have.
    await wb.waitFor(async () => {
      if (!(await wb.page.locator('.settings-editor').isVisible())) return true;
      await wb.press('Escape');
      await wb.press('Control+F4');
      return false;
    }, 'the settings to close');
  });
}

// Its other surfaces are the editor's own.
uiTest('the report in Default High Contrast Light', async ({ wb, workspace, picture }) => {
  setSettings(workspace, { 'workbench.colorTheme': 'Default High Contrast Light' });
  await wb.page.locator('.monaco-workbench.hc-light').waitFor();
  await shootReport(wb, (surface) => picture(`surface-${surface}-contrast-light`));
});
