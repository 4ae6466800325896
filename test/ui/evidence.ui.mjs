import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { projectDir } from '../editor/builds.mjs';
import { makeScratch } from '../editor/cleanup.mjs';
import { placeOf, withWindow } from './support.mjs';

const document = 'TODO001_phase4_handoff.md';
const report = 'pontoon_tests.xml';
const claim = 'All 12 tests passed';

// The first phase of the example and one more hand-off, whose claim a report of its own supports: few enough problems
// that the view shows all of them.
const scratch = makeScratch('ui-evidence');
after(scratch.discard);
const project = path.join(scratch.dir, 'harbor');
cpSync(path.join(projectDir, 'examples/harbor'), project, {
  recursive: true,
  filter: (file) => !/phase[23]_|PHASE[23]_|TODO001\.md$/.test(path.basename(file)),
});
writeFileSync(
  path.join(project, 'reports', report),
  '<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="pontoons" tests="12" failures="0" errors="0" skipped="0">\n</testsuite>\n',
);
writeFileSync(
  path.join(project, 'docs/initiatives/booking/berth_planner/001', document),
  `# Phase 4 Handoff\n\n## Results\n\n- ${claim}: \`reports/${report}\`\n`,
);

const uiTest = withWindow({ copyOf: project, settings: { 'workbench.colorTheme': 'Default Light Modern' } });
const contradiction = 'but its evidence says 11 of 12 passed, 1 failed';

uiTest('a claim that its report supports is no problem', async ({ wb }) => {
  await wb.openFile(document);
  await wb.codeLenses(['The only claim has evidence']);
  // What the document lacks is listed: it has been checked.
  const rows = await wb.problems(['There is no section']);
  assert.ok(!rows.some((row) => row.includes(contradiction)), rows.join('\n'));
});

uiTest('a change of the report, saved in the editor, contradicts the claim', async ({ wb, workspace, picture }) => {
  await wb.openFile(report);
  const [line, column] = placeOf(workspace, report, 'failures="0"');
  await wb.goTo(line, column + 'failures="'.length);
  await wb.focusEditor();
  await wb.press('Delete');
  await wb.type('1');
  await wb.waitFor(async () => (await wb.editorText(report)).includes('failures="1"'), 'the changed report');
  await wb.save(() => onDisk(workspace).includes('failures="1"'));
  const rows = await wb.problems([contradiction]);
  assert.ok(
    rows.some((row) => row.startsWith('Error') && row.includes(claim)),
    rows.join('\n'),
  );
  await wb.openFile(document);
  await wb.editor(document).locator('.squiggly-error').first().waitFor();
  await wb.codeLenses(['1 of 1 claim not supported: 1 contradicted']);
  await wb.problems([contradiction]);
  await picture('contradicted');
});

uiTest('undone and saved, it supports the claim again', async ({ wb, workspace }) => {
  await wb.openFile(report);
  await wb.focusEditor();
  await wb.waitFor(async () => {
    if ((await wb.editorText(report)).includes('failures="0"')) return true;
    await wb.press('Control+Z');
    return false;
  }, 'the report as it was');
  await wb.save(() => onDisk(workspace).includes('failures="0"'));
  const isListed = async () => (await wb.problems(['There is no section'])).some((row) => row.includes(contradiction));
  await wb.waitFor(async () => !(await isListed()), 'the contradiction to go');
  await wb.openFile(document);
  await wb.codeLenses(['The only claim has evidence']);
  await wb.editor(document).locator('.squiggly-error').first().waitFor({ state: 'detached' });
});

/** @param {string} workspace */
function onDisk(workspace) {
  return readFileSync(path.join(workspace, 'reports', report), 'utf8');
}
