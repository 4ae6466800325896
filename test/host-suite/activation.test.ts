import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, ruleOf, uriOf, waitFor } from './support/harbor';

// First of the suites: nothing has opened a document or called the extension yet.
suite('Activation', () => {
  test('comes by itself in a workspace with phase documents', async () => {
    const extension = vscode.extensions.getExtension('phase-docs.phase-docs');
    assert.ok(extension !== undefined, 'the extension is not installed');
    await waitFor('the activation', () => extension.isActive);
  });

  test('brings findings for documents that are not open', async () => {
    const handoff = uriOf('TODO001_phase2_handoff.md').toString();
    const found = await findings('TODO001_phase2_handoff.md', 'unsupported-claim');
    const rules = found.map(ruleOf);
    assert.ok(rules.includes('broken-evidence'), `found only ${rules.join(', ')}`);
    assert.ok(vscode.workspace.textDocuments.every(({ uri }) => uri.toString() !== handoff));
  });
});
