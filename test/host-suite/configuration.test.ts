import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { exists, findings, openDocument, ruleOf, startedExtension, uriOf, waitFor } from './support/harbor';

const handoff = 'TODO001_phase2_handoff.md';
const config = '.phase-docs.yaml';
const schema = 'own-handoff.yaml';
const shared = 'docs/initiatives/booking/berth_planner/001/phase-docs.yaml';
const schemaBelow = 'docs/initiatives/booking/berth_planner/001/schemas/own.yaml';
const { executeCommand } = vscode.commands;

const write = (file: string, text: string) =>
  Promise.resolve(vscode.workspace.fs.writeFile(uriOf(file), new TextEncoder().encode(text)));
const read = async (file: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(file)));
const messages = (file: string, rule: string) =>
  vscode.languages
    .getDiagnostics(uriOf(file))
    .filter((diagnostic) => ruleOf(diagnostic) === rule)
    .map(({ message }) => message);

suite('Configuration', () => {
  suiteSetup(async () => {
    await startedExtension();
  });
  teardown(async () => {
    await executeCommand('workbench.action.revertAndCloseActiveEditor');
    for (const file of [config, schema, shared, schemaBelow])
      if (await exists(file)) await vscode.workspace.fs.delete(uriOf(file));
  });

  test('Create Configuration writes down what the documents show, and overwrites nothing', async () => {
    const folder = vscode.Uri.joinPath(uriOf(handoff), '..');
    await executeCommand('phaseDocs.createConfiguration', folder);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(config).toString());
    assert.match(await read(config), /^presets: \[todo-phase\b/m);

    await write(config, '# Mine\n');
    await executeCommand('phaseDocs.createConfiguration', folder);
    assert.equal(await read(config), '# Mine\n');
  });

  test('Derive Schema shows a schema made of the documents', async () => {
    await executeCommand('phaseDocs.deriveSchema', undefined, 'handoff');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.deepEqual([document.uri.scheme, document.languageId], ['untitled', 'yaml']);
    assert.match(document.getText(), /^kind: handoff$/m);
  });

  test('mistakes in a schema and in a shared configuration show in their editor', async () => {
    await write(config, 'extends: ./phase-docs.yaml\nschemas: [schemas/own.yaml]\n');
    for (const [file, text, typed, meant] of [
      [shared, 'rules: {}\n', 'rulez: {}\n', 'Did you mean `rules`?'],
      [schemaBelow, 'kind: notes\n', 'titel: Notes\n', 'Did you mean "title"?'],
    ] as const) {
      await write(file, text);
      const editor = await vscode.window.showTextDocument(uriOf(file));
      const { document } = editor;
      await editor.edit((change) => change.insert(document.positionAt(text.length), typed));
      await waitFor(`the mistake in ${file}`, () =>
        vscode.languages.getDiagnostics(document.uri).some(({ message }) => message.includes(meant)),
      );
      await executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  }).timeout(60_000);

  test('a schema of the team counts at once in the open editor', async () => {
    await openDocument(handoff);
    await findings(handoff, 'unsupported-claim');
    await write(schema, 'kind: handoff\nextends: handoff\nsections:\n  - name: Tides\n    required: true\n');
    await write(config, `schemas: [${schema}]\n`);
    await waitFor('the section of the team', () =>
      messages(handoff, 'missing-section').some((message) => message.includes('"Tides"')),
    );
    await write(schema, 'kind: handoff\nextends: handoff\nsection: []\n');
    await waitFor('the mistake in the schema', () =>
      vscode.languages
        .getDiagnostics(uriOf(schema))
        .some(({ message }) => message.includes('Did you mean "sections"?')),
    );
    await waitFor('the section to be wanted no more', () => messages(handoff, 'missing-section').length === 0);
    await vscode.workspace.fs.delete(uriOf(config));
    await waitFor('the mistake to go', () => vscode.languages.getDiagnostics(uriOf(schema)).length === 0);
  }).timeout(60_000);
});
