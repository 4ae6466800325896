import { withWindow } from './support.mjs';

// In the web: the server is a worker, the workspace virtual.
const uiTest = withWindow({ web: true });
const handoff = 'TODO001_phase2_handoff.md';

uiTest('shows findings and phases in a browser', async ({ wb, picture }) => {
  await wb.openFile(handoff);
  await wb.editor(handoff).locator('.squiggly-warning').first().waitFor();
  await wb.openContainer('Phase Docs');
  await wb.treeLabels('Phases', ['Phase 1', 'Phase 2']);
  await picture('browser');
});
