import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, openDocument, ruleOf, startedExtension, uriOf, waitFor } from './support/harbor';

const handoff = 'TODO001_phase2_handoff.md';

suite('Findings', () => {
  suiteSetup(startedExtension);

  test('arrive for documents that are not open', async () => {
    const found = await findings(handoff, 'unsupported-claim');
    const rules = found.map(ruleOf);
    assert.ok(rules.includes('broken-evidence'), `found only ${rules.join(', ')}`);
    assert.ok(vscode.workspace.textDocuments.every(({ uri }) => uri.toString() !== uriOf(handoff).toString()));
  });

  test('do not arrive for Markdown that is no phase document', async () => {
    await findings(handoff, 'unsupported-claim');
    await openDocument('./README.md');
    for (const file of ['./README.md', 'docs/operations/harbor_office.md']) {
      assert.deepEqual(vscode.languages.getDiagnostics(uriOf(file)), []);
    }
  });

  test('link to the page of their rule', async () => {
    const [first] = await findings(handoff, 'unsupported-claim');
    assert.ok(first && typeof first.code === 'object');
    assert.equal(first.code.target.scheme, 'command');
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('phase-docs-rule:/unsupported-claim.md'));
    assert.match(page.getText(), /^# /);
  });

  test('follow the text while it is typed', async () => {
    const editor = await openDocument(handoff);
    const before = (await findings(handoff, 'unsupported-claim')).length;
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n\n## Load\n\n- **Uptime**: 100% achieved\n'));
    await waitFor('a finding for the new claim', () => vscode.languages.getDiagnostics(uriOf(handoff)).length > before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await waitFor('it to go', () => vscode.languages.getDiagnostics(uriOf(handoff)).length === before);
  });

  test('have fixes', async () => {
    await openDocument(handoff);
    const found = await findings(handoff, 'unsupported-claim');
    const claim = found.find((diagnostic) => ruleOf(diagnostic) === 'unsupported-claim');
    assert.ok(claim);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uriOf(handoff),
      claim.range,
    );
    assert.ok(actions.some(({ edit }) => edit !== undefined));
  });

  test('explain themselves in a hover', async () => {
    await openDocument(handoff);
    const found = await findings(handoff, 'unsupported-claim');
    const claim = found.find((diagnostic) => ruleOf(diagnostic) === 'unsupported-claim');
    assert.ok(claim);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uriOf(handoff),
      claim.range.start,
    );
    const contents = hovers.flatMap((hover) => hover.contents);
    const texts = contents.map((part) => (part instanceof vscode.MarkdownString ? part.value : ''));
    assert.match(texts.join('\n'), /unsupported/i);
  });
});
