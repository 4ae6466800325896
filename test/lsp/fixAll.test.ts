/** All safe fixes: of a rule or of all, in a document or in all. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-protocol';
import type { FixAllOutcome } from '../../server/src/protocol';
import { connect, type TestClient } from './connect';

const handoff = '/docs/001/TODO001_phase4_handoff.md';
const notes = '/docs/001/TODO001_phase4_notes.md';
const waiver = '<!-- phase-docs-disable-next-line missing-field -- gone -->\n';
const files = {
  [handoff]: `# Phase 4 Handoff\n\nSee [plan](old/plan.md).\n\n${waiver}Words.\n`,
  [notes]: '# Phase 4 Notes\n\nSee [plan](elsewhere/plan.md) and [plan](old/plan.md).\n',
  '/docs/001/deep/plan.md': '# Plan\n',
};

async function withServer(run: (client: TestClient) => Promise<void>, commandLinks = true) {
  const client = await connect(files, { commandLinks });
  try {
    await run(client);
    assert.deepEqual(client.errors, []);
  } finally {
    await client.close();
  }
}

const fix = (client: TestClient, params: object) =>
  client.connection.sendRequest<FixAllOutcome>('phaseDocs/fixAll', params);

const actionsAt = (client: TestClient, line: number) =>
  client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: client.uri(handoff) },
    range: { start: { line, character: 13 }, end: { line, character: 13 } },
    context: { diagnostics: [] },
  });

test('those of a document, of a rule, of the workspace; nothing is written', () =>
  withServer(async (client) => {
    const all = await fix(client, { uri: client.uri(handoff) });
    assert.deepEqual([all.findings, all.documents], [2, 1]);
    const one = await fix(client, { uri: client.uri(handoff), rule: 'unresolved-reference' });
    assert.deepEqual([one.findings, one.edit.changes?.[client.uri(handoff)]?.length], [1, 1]);
    const everywhere = await fix(client, { rule: 'unresolved-reference' });
    assert.deepEqual([everywhere.findings, everywhere.documents], [3, 2]);
    assert.deepEqual((await fix(client, {})).findings, 4);
    assert.deepEqual(await fix(client, { rule: 'empty-section' }), {
      edit: { changes: {} },
      findings: 0,
      documents: 0,
    });
    assert.equal(client.files.get(notes), files[notes]);
  }));

test('quick fixes: the preferred one first, then all of the rule', () =>
  withServer(async (client) => {
    const actions = await actionsAt(client, 2);
    assert.equal(actions[0]?.isPreferred, true);
    assert.deepEqual(
      actions.flatMap(({ title, command }) => (command ? [[title, command.command, command.arguments]] : [])),
      [
        [
          'Fix all of unresolved-reference in this document',
          'phaseDocs.fixAll',
          [{ uri: client.uri(handoff), rule: 'unresolved-reference' }],
        ],
        ['Fix all of unresolved-reference in the workspace', 'phaseDocs.fixAll', [{ rule: 'unresolved-reference' }]],
      ],
    );
  }));

test('a client without our commands is not offered them', () =>
  withServer(async (client) => {
    const actions = await actionsAt(client, 2);
    assert.ok(actions.length > 0);
    assert.deepEqual(
      actions.filter(({ command }) => command),
      [],
    );
  }, false));
