// What a reviewer meets: all claims, their evidence, and a review of a document, with git at hand.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { projectDir } from '../editor/builds.mjs';
import { makeScratch } from '../editor/cleanup.mjs';
import { withWindow } from './support.mjs';

const handoff = 'TODO001_phase2_handoff.md';
const folder = 'docs/initiatives/booking/berth_planner/001';

// A repository, so that git can tell who wrote what and what is new.
const scratch = makeScratch('ui-claims');
after(scratch.discard);
const project = path.join(scratch.dir, 'harbor');
cpSync(path.join(projectDir, 'examples/harbor'), project, { recursive: true });
const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: project });
git('init', '-q', '-b', 'main');
git('config', 'user.name', 'Ada Example');
git('config', 'user.email', 'ada@example.org');
git('config', 'commit.gpgsign', 'false');
git('add', '-A');
git('-c', 'user.name=Bob', '-c', 'user.email=bob@example.org', 'commit', '-q', '-m', 'start');
const prd = path.join(project, folder, 'PRD001.md');
writeFileSync(prd, `${readFileSync(prd, 'utf8')}\nAll 31 berths were surveyed.\n`);

const uiTest = withWindow({ copyOf: project, settings: { 'workbench.colorTheme': 'Default Light Modern' } });

uiTest('shows all claims by verdict, with their number on the icon', async ({ wb, picture }) => {
  await wb.openContainer('Phase Docs');
  const labels = await wb.treeLabels('Evidence', ['Contradicted', 'Broken', 'Unsupported', 'Supported']);
  assert.match(labels.find((label) => label.startsWith('Unsupported')) ?? '', /Unsupported, \d+ claims/);
  await wb.page.locator('.activitybar .badge', { hasText: /\d+/ }).first().waitFor();
  await wb.expandTreeRow('Evidence', 'Contradicted');
  await wb.treeLabels('Evidence', [', contradicted, ']);
  await picture('evidence-view');
});

uiTest('goes to a claim and to its evidence by keyboard alone', async ({ wb }) => {
  await wb.runCommand('Phase Docs: Focus on Evidence View');
  await wb.waitFor(async () => {
    // Down to the first claim, whatever row the focus was on.
    if (await wb.tree('Evidence').locator('.monaco-list-row.focused[aria-label*=", contradicted, "]').isVisible())
      return true;
    await wb.press('ArrowDown');
    return false;
  }, 'the focus on a claim');
  await wb.press('ArrowRight');
  const pointer = wb.tree('Evidence').locator('.monaco-list-row[aria-label*="junit.xml, "]').first();
  await pointer.waitFor();
  await wb.press('ArrowDown');
  await pointer.and(wb.page.locator('.focused')).waitFor();
  await wb.press('Enter');
  await wb.tab('junit.xml').waitFor();
});

uiTest('filters the claims by words, and says so', async ({ wb, picture }) => {
  await wb.runCommand('Phase Docs: Filter Claims by Text...');
  await wb.answerInput('Words of the claim', 'sill');
  await wb.tree('Evidence').locator('.pane-header', { hasText: '"sill"' }).waitFor();
  await picture('evidence-filtered');
  await wb.runCommand('Phase Docs: Show All Claims');
});

uiTest('shows only what is new since a branch', async ({ wb }) => {
  await wb.runCommand('Phase Docs: Show Only Claims Changed Since...');
  await wb.answerInput('A branch, tag or commit', 'main');
  await wb.tree('Evidence').locator('.pane-header', { hasText: 'since main' }).waitFor();
  const labels = await wb.treeLabels('Evidence', ['Unsupported, 1 claim']);
  assert.equal(labels.filter((label) => /\d claims?$/.test(label)).length, 1, labels.join('\n'));
  await wb.runCommand('Phase Docs: Show All Claims');
  await wb.treeLabels('Evidence', ['Contradicted']);
});

uiTest('groups the claims by document', async ({ wb }) => {
  await wb.runCommand('Phase Docs: Group Claims by Document');
  await wb.treeLabels('Evidence', ['Hand-off, phase 2 (berth_planner/001)']);
  await wb.runCommand('Phase Docs: Group Claims by Verdict');
});

uiTest('reviews a document side by side', async ({ wb, workspace, picture }) => {
  await wb.openFile(handoff);
  await wb.runCommand('Phase Docs: Review Document');
  await wb.treeLabels('Review', ['COMPLETE AND SUCCESSFUL, unsupported']);
  await wb
    .tree('Review')
    .locator('.pane-header', { hasText: /0 of \d+ answered/ })
    .waitFor();
  await wb.openBeside('Review', ', supported, ');
  await picture('review');

  await wb.treeRow('Review', '100% ACHIEVED').click();
  await wb.press('Control+Enter');
  await wb.choose('Your answer to this claim', 'needs evidence');
  await wb.answerInput('A note for the author', 'Which report shows it?');
  await wb.treeLabels('Review', ['100% ACHIEVED, unsupported, Hand-off, phase 2, line 11, needs evidence']);
  // The next claim comes by itself.
  await wb.tree('Review').locator('.monaco-list-row.selected[aria-label*="Response Time"]').waitFor();
  const file = path.join(workspace, folder, `${handoff}.review.yaml`);
  const text = readFileSync(file, 'utf8');
  assert.match(
    text,
    /answer: needs evidence\n {4}note: Which report shows it\?\n {4}reviewer: Ada Example <ada@example.org>/,
  );
});

uiTest('shows the answer as a comment, and takes another one from there', async ({ wb, workspace, picture }) => {
  await wb.runCommand('View: Close All Editors');
  await wb.openFile(handoff);
  await wb.editor(handoff).locator('.comment-thread-unresolved').first().click();
  const thread = wb.page.locator('.monaco-editor .review-widget', { hasText: 'Which report shows it?' });
  await thread.getByText('Ada Example').first().waitFor();
  await picture('review-comment');
  await thread.locator('.review-thread-reply-button').click();
  await thread.locator('.comment-form .monaco-editor').first().click();
  await wb.type('Seen in the run of May.');
  await thread.locator('.form-actions .monaco-button', { hasText: 'Accept' }).click();
  await wb.treeLabels('Review', ['100% ACHIEVED, unsupported, Hand-off, phase 2, line 11, accepted']);
  await wb.waitFor(
    () =>
      readFileSync(path.join(workspace, folder, `${handoff}.review.yaml`), 'utf8').includes(
        'note: Seen in the run of May.',
      ),
    'the answer on disk',
  );
  await wb.tree('Review').hover();
  await wb.tree('Review').locator('a[aria-label="End Review"], a[aria-label^="End Review"]').first().click();
  await wb.tree('Review').waitFor({ state: 'detached' });
});

uiTest(
  'a reviewer walks the initiative without the mouse, and tells what was seen',
  async ({ wb, workspace, picture }) => {
    await wb.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await wb.runCommand('View: Close All Editors');

    // From one claim that its evidence contradicts to the next, over the documents.
    const visited = new Set();
    for (let step = 0; step < 2; step++) {
      await wb.runCommand('Phase Docs: Go to Next Claim by Verdict...');
      await wb.quickRow('contradicted').waitFor();
      await wb.quickInputBox.fill('contradicted');
      await wb.press('Enter');
      await wb.page.locator('.statusbar-item', { hasText: new RegExp(`${step + 1} of \\d+: `) }).waitFor();
      await wb.press('Escape');
      visited.add(await wb.page.locator('.statusbar-item[id="status.editor.selection"]').textContent());
    }
    assert.equal(visited.size, 2, 'two claims');

    // What the report says, at its line.
    await wb.runCommand('Phase Docs: Show Measured Value');
    await wb.page.locator('.statusbar-item', { hasText: /85\.71 % of lines/ }).waitFor();
    await wb.tab('coverage-summary.json').waitFor();
    await picture('reviewer-measured');

    // The review of the document, answered by keys alone; the next claim comes by itself.
    await wb.openFile('TODO001_phase2_testing_summary.md');
    await wb.runCommand('Phase Docs: Review Document');
    await wb
      .tree('Review')
      .locator('.pane-header', { hasText: /0 of \d+ answered/ })
      .waitFor();
    for (let answered = 1; answered <= 3; answered++) {
      const answer = answered === 1 ? 'needs evidence' : 'accepted';
      // While the evidence of the next claim is still being opened, the key goes to its editor.
      await wb.waitFor(async () => {
        await wb.press('Control+Enter');
        return wb
          .quickRow(answer)
          .waitFor({ timeout: 3000 })
          .then(
            () => true,
            () => false,
          );
      }, 'the question for an answer');
      await wb.quickInputBox.fill(answer);
      await wb.press('Enter');
      await wb.answerInput('A note for the author', answered === 1 ? 'The report says another number.' : '');
      await wb
        .tree('Review')
        .locator('.pane-header', { hasText: new RegExp(`${answered} of \\d+ answered`) })
        .waitFor();
      // The next one has the focus.
      await wb.tree('Review').locator(`.monaco-list-row.selected[data-index="${answered}"]`).waitFor();
    }
    await picture('reviewer-answered');
    const kept = readFileSync(path.join(workspace, folder, 'TODO001_phase2_testing_summary.md.review.yaml'), 'utf8');
    assert.equal(kept.match(/^ {4}answer: /gm)?.length, 3, kept);

    await wb.runCommand('Phase Docs: Copy Review as Markdown');
    const text = () => wb.page.evaluate(() => navigator.clipboard.readText());
    await wb.waitFor(async () => (await text()).startsWith('## Review of claims'), 'the review on the clipboard');
    assert.match(await text(), /The report says another number\./);
    await wb.runCommand('Phase Docs: End Review');
    await wb.tree('Review').waitFor({ state: 'detached' });
  },
);
