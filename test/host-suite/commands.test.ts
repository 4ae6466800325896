import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PhaseDocs } from '../../client/src/phaseDocs';
import { exists, findings, openDocument, startedExtension, uriOf, waitFor } from './support/harbor';

const handoff = 'TODO001_phase2_handoff.md';
const { executeCommand } = vscode.commands;

function place(): string {
  const editor = vscode.window.activeTextEditor;
  return editor ? `${editor.document.uri.path}:${editor.selection.active.line}` : 'nowhere';
}

suite('Commands', () => {
  let phaseDocs: PhaseDocs;
  suiteSetup(async () => {
    phaseDocs = await startedExtension();
  });

  test('Go to Next Missing Evidence leads through all documents and back to the first', async () => {
    await findings(handoff, 'unsupported-claim');
    await openDocument(handoff);
    await executeCommand('phaseDocs.nextMissingEvidence');
    const start = place();
    const visited = [start];
    do {
      await executeCommand('phaseDocs.nextMissingEvidence');
      visited.push(place());
    } while (place() !== start && visited.length < 100);
    const files = new Set(visited.map((visit) => visit.split(':')[0]));
    assert.ok(files.size > 2, `only ${[...files].join(', ')}`);
    assert.equal(visited.at(-1), start);
    await executeCommand('phaseDocs.previousMissingEvidence');
    assert.equal(place(), visited.at(-2));
  });

  test('Insert Section adds a section that the document lacks', async () => {
    const editor = await openDocument(handoff);
    assert.doesNotMatch(editor.document.getText(), /^## Evidence$/m);
    await executeCommand('phaseDocs.insertSection', 'Evidence');
    assert.match(editor.document.getText(), /^## Evidence$/m);
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /Evidence/);
    await executeCommand('workbench.action.files.revert');
  });

  test('Scaffold Next Phase creates the documents and overwrites none', async () => {
    const created = ['TODO001_phase4_notes.md', 'TODO001_phase4_handoff.md'];
    const [initiative] = await waitFor('the tree', async () => {
      const nodes = await phaseDocs.phases.getChildren();
      return nodes.length > 0 && nodes;
    });
    const request = { initiativeId: initiative?.data.id, phase: '3', nextPhase: '4', kinds: ['notes', 'handoff'] };
    await executeCommand('phaseDocs.scaffoldNextPhase', request);
    for (const file of created) assert.ok(await exists(file), `${file} is not there`);
    assert.ok(created.some((file) => vscode.window.activeTextEditor?.document.uri.path.endsWith(file)));

    const notes = uriOf('TODO001_phase4_notes.md');
    await vscode.workspace.fs.writeFile(notes, new TextEncoder().encode('# Mine\n'));
    await executeCommand('phaseDocs.scaffoldNextPhase', request);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(notes)), '# Mine\n');
    for (const file of created) await vscode.workspace.fs.delete(uriOf(file));
  });

  test('Restart Server brings the findings back', async () => {
    await executeCommand('phaseDocs.restartServer');
    await findings(handoff, 'unsupported-claim');
  });
});
