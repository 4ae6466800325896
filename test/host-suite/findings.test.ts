import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, openDocument, ruleOf, startedExtension, uriOf, waitFor } from './support/harbor';

const handoff = 'TODO001_phase2_handoff.md';

suite('Findings', () => {
  suiteSetup(startedExtension);

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

  test('can be avoided: missing headings are completed', async () => {
    const editor = await openDocument(handoff);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n\n## '));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uriOf(handoff),
      editor.document.lineAt(editor.document.lineCount - 1).range.end,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(
      labels.some((label) => label.includes('Evidence')),
      `offered: ${labels.join(', ')}`,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
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

  test('are fixed on saving for those who want it', async () => {
    const notes = 'TODO001_phase3_notes.md';
    const settings = vscode.workspace.getConfiguration('editor');
    const onSave = (value: object | undefined) =>
      settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Workspace);
    const editor = await openDocument(notes);
    await findings(notes, 'mixed-status');
    const before = editor.document.getText();
    const save = async () => {
      const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
      await editor.edit((edit) => edit.insert(end, '\n'));
      await editor.document.save();
    };
    await save();
    assert.match(editor.document.getText(), /✅ IN PROGRESS/, 'fixed without being asked');
    try {
      await onSave({ 'source.fixAll.phaseDocs': 'explicit' });
      await save();
      assert.doesNotMatch(editor.document.getText(), /✅ IN PROGRESS/);
    } finally {
      await onSave(undefined);
      await vscode.workspace.fs.writeFile(uriOf(notes), new TextEncoder().encode(before));
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await findings(notes, 'mixed-status');
  });

  test('colour claims by verdict for those who want it', async () => {
    const uri = uriOf(handoff);
    const settings = vscode.workspace.getConfiguration('phaseDocs');
    const turn = (value: true | undefined) =>
      settings.update('semanticHighlighting.enabled', value, vscode.ConfigurationTarget.Workspace);
    await openDocument(handoff);
    const tokens = () =>
      vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', uri);
    assert.equal((await tokens())?.data.length ?? 0, 0);
    await turn(true);
    try {
      await waitFor('coloured claims', async () => ((await tokens())?.data.length ?? 0) > 0);
    } finally {
      await turn(undefined);
    }
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
