import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withWindow } from './support.mjs';

const folder = 'docs/initiatives/booking/berth_planner/001';
const document = 'TODO001_phase4_handoff.md';
const claim = 'All 12 tests passed';

const uiTest = withWindow({
  settings: { 'workbench.colorTheme': 'Default Light Modern', 'phaseDocs.inlayHints.enabled': true },
});

/** @param {string} workspace */
const file = (workspace) => path.join(workspace, folder, document);

uiTest('tells what is claimed, on what evidence, and what became of it', async ({ wb, workspace, picture }) => {
  writeFileSync(
    path.join(workspace, 'reports/junit-pontoons.xml'),
    '<testsuite name="pontoons" tests="12" failures="0" errors="0" skipped="0"></testsuite>\n',
  );
  writeFileSync(
    file(workspace),
    `# Phase 4 Handoff\n\n## Results\n\n- ${claim}\n- All berths are booked: \`reports/junit-pontoons.xml\`\n`,
  );
  await wb.openFile(document);
  await wb.codeLenses(['2 claims without evidence', 'Evidence: junit-pontoons.xml']);
  await wb.editor(document).locator('text=no evidence').first().waitFor();
  await picture('author-lenses');
});

uiTest('a lens shows the evidence', async ({ wb }) => {
  await wb.codeLens('Evidence: junit-pontoons.xml', document).click();
  await wb.tab('junit-pontoons.xml').waitFor();
});

uiTest('a pasted path becomes the evidence of the claim', async ({ wb, workspace, picture }) => {
  await wb.openFile(document);
  await wb.goTo(7, 1);
  await wb.focusEditor();
  await wb.type('reports/junit-pontoons.xml');
  await wb.press('Shift+Home');
  await wb.press('Control+X');
  await wb.goTo(5, 3);
  await wb.focusEditor();
  await wb.press('Control+V');
  await wb.waitFor(
    async () => (await wb.editorText(document)).includes(`${claim} (evidence: [junit-pontoons.xml]`),
    'the evidence behind the claim',
  );
  await picture('author-pasted');
  await wb.save(() => readFileSync(file(workspace), 'utf8').includes(`${claim} (evidence: [junit-pontoons.xml](`));
});
