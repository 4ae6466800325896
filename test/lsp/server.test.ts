import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  CodeAction,
  CompletionItem,
  DocumentDiagnosticReport,
  DocumentLink,
  DocumentSymbol,
  Hover,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import type { NextFinding, PhaseTree } from '../../server/src/protocol';
import { connect, type TestClient } from './connect';

const handoff = '/docs/001/TODO001_phase4_handoff.md';
const notes = '/docs/001/TODO001_phase4_notes.md';
const text = `# Phase 4 Handoff

## Summary

**Status**: ✅ COMPLETE

## Results

- All 40 tests passed, see \`run.xml\`
`;
const project = {
  [handoff]: text,
  [notes]: '# Phase 4 Notes\n\nAll 12 importers were migrated.\n',
  '/README.md': '# 100% done\n',
};

async function withServer(run: (client: TestClient) => Promise<void>, options?: Parameters<typeof connect>[1]) {
  const client = await connect(project, options);
  try {
    await run(client);
    assert.deepEqual(client.errors, []);
  } finally {
    await client.close();
  }
}

const open = (client: TestClient, path: string, content = client.files.get(path) ?? '') =>
  client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: client.uri(path), languageId: 'markdown', version: 1, text: content },
  });

const pull = async (client: TestClient, path: string, previousResultId?: string) =>
  client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: client.uri(path) },
    previousResultId,
  });

/** `line rule` of each finding that is not a hint. */
const found = (report: DocumentDiagnosticReport) =>
  report.kind === 'full'
    ? report.items.filter(({ severity }) => severity !== 4).map(({ range, code }) => `${range.start.line} ${code}`)
    : report.kind;

test('an opened document has its findings, a README has none', () =>
  withServer(async (client) => {
    await open(client, handoff);
    const lines = found(await pull(client, handoff));
    assert.ok(lines.includes('4 unsupported-claim') && lines.includes('8 broken-evidence'), String(lines));
    await open(client, '/README.md');
    assert.deepEqual(found(await pull(client, '/README.md')), []);
  }));

test('findings follow incremental edits, and what did not change is not sent again', () =>
  withServer(async (client) => {
    await open(client, handoff);
    const first = await pull(client, handoff);
    assert.equal(found(await pull(client, handoff, first.resultId)), 'unchanged');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: client.uri(handoff), version: 2 },
      contentChanges: [
        { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 23 } }, text: 'Work goes on.' },
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '<!-- first -->\n\n' },
      ],
    });
    const second = found(await pull(client, handoff, first.resultId));
    assert.ok(!second.includes('6 unsupported-claim'), String(second));
    assert.ok(second.includes('10 broken-evidence'), String(second));
  }));

test('an edit where nothing is found sends no findings again, one that moves them does', () =>
  withServer(async (client) => {
    await open(client, handoff);
    const first = await pull(client, handoff);
    const type = (version: number, line: number, text: string) =>
      client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: client.uri(handoff), version },
        contentChanges: [{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text }],
      });
    await type(2, 1, 'Some words');
    assert.equal(found(await pull(client, handoff, first.resultId)), 'unchanged');
    // Also where the client asks about a version that it has seen long ago.
    assert.ok(Array.isArray(found(await pull(client, handoff))));
    await type(3, 1, '\n');
    const moved = await pull(client, handoff, first.resultId);
    assert.ok(found(moved).includes('9 broken-evidence'), String(found(moved)));
    assert.equal(found(await pull(client, handoff, moved.resultId)), 'unchanged');
  }));

test('evidence that comes and goes on disk changes the findings of who points to it', () =>
  withServer(async (client) => {
    await open(client, handoff);
    assert.ok(found(await pull(client, handoff)).includes('8 broken-evidence'));
    const changed = client.next('phaseDocs/projectChanged');
    client.files.set('/docs/001/run.xml', '<testsuite/>');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('/docs/001/run.xml'), type: 1 }],
    });
    await changed;
    assert.ok(!found(await pull(client, handoff)).includes('8 broken-evidence'));
  }));

test('a folder that is renamed is one event for each end', () =>
  withServer(async (client) => {
    const move = async (from: string, to: string) => {
      const moved = [...client.files].filter(([path]) => path.startsWith(`${from}/`));
      for (const [path, content] of moved) {
        client.files.delete(path);
        client.files.set(to + path.slice(from.length), content);
      }
      const changed = client.next('phaseDocs/projectChanged');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [
          { uri: client.uri(from), type: 3 },
          { uri: client.uri(to), type: 1 },
        ],
      });
      await changed;
    };
    await client.connection.sendRequest('phaseDocs/tree', {});
    await move('/docs/001', '/docs/002');
    const tree = await client.connection.sendRequest<PhaseTree>('phaseDocs/tree', {});
    assert.deepEqual(
      tree.initiatives.map(({ label }) => label),
      ['docs/002'],
    );
  }));

test('a document that was deleted while open is gone once it is closed', () =>
  withServer(async (client) => {
    await open(client, notes);
    client.files.delete(notes);
    let changed = client.next('phaseDocs/projectChanged');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri(notes), type: 3 }],
    });
    await changed;
    changed = client.next('phaseDocs/projectChanged');
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: client.uri(notes) } });
    await changed;
    const tree = await client.connection.sendRequest<PhaseTree>('phaseDocs/tree', {});
    assert.deepEqual(
      tree.initiatives.flatMap(({ phases }) => phases.flatMap(({ documents }) => documents.map(({ label }) => label))),
      ['Hand-off'],
    );
  }));

test('the workspace request covers files that are not open, then waits for news', () =>
  withServer(async (client) => {
    const ask = (previousResultIds: { uri: string; value: string }[], token = new CancellationTokenSource().token) =>
      client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds }, token);
    const { items } = await ask([]);
    assert.deepEqual(items.map(({ uri }) => uri).sort(), [client.uri(handoff), client.uri(notes)]);
    const waiting = ask(items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })));
    await open(client, notes, '# Phase 4 Notes\n\nAll 13 importers were migrated.\n');
    assert.deepEqual(
      (await waiting).items.map(({ uri }) => uri),
      [client.uri(notes)],
    );
    const source = new CancellationTokenSource();
    const cancelled = ask(
      (await waiting).items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })),
      source.token,
    );
    source.cancel();
    await cancelled.catch(() => undefined);
  }));

test('offers to point to the measured value as a rewriting, of the kind that is asked for', () =>
  withServer(async (client) => {
    client.files.set('/docs/001/run.xml', '<testsuites><testsuite name="all" tests="40" failures="0"/></testsuites>');
    const changed = client.next('phaseDocs/projectChanged');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('/docs/001/run.xml'), type: 1 }],
    });
    await changed;
    await open(client, handoff);
    const at = { line: 8, character: 4 };
    const ask = async (only?: readonly string[]) => {
      const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: client.uri(handoff) },
        range: { start: at, end: at },
        context: { diagnostics: [], ...(only && { only }) },
      });
      return actions.map(({ title, kind }) => `${kind ?? ''}: ${title}`);
    };
    const rewriting = ['refactor.rewrite: Point to the measured value: docs/001/run.xml#all (40 of 40 passed)'];
    assert.deepEqual(await ask(), rewriting);
    assert.deepEqual(await ask(['refactor']), rewriting);
    assert.deepEqual(await ask(['quickfix']), []);
    assert.deepEqual(await ask(['source.fixAll']), []);
  }));

test('quick fixes, hover, links, outline, lens and completion answer', () =>
  withServer(async (client) => {
    await open(client, handoff);
    const document = { textDocument: { uri: client.uri(handoff) } };
    const at = (line: number, character: number) => ({ ...document, position: { line, character } });
    const ask = <T>(method: string, params: object) => client.connection.sendRequest<T>(method, params);
    const range = { start: { line: 4, character: 14 }, end: { line: 4, character: 14 } };
    const actions = await ask<CodeAction[]>('textDocument/codeAction', {
      ...document,
      range,
      context: { diagnostics: [] },
    });
    assert.ok(actions.some(({ title }) => title === 'Say that it is not verified'));
    const hover = await ask<Hover>('textDocument/hover', at(4, 14));
    assert.match(JSON.stringify(hover.contents), /Unsupported/);
    client.files.set('/docs/001/run.xml', '');
    const changed = client.next('phaseDocs/projectChanged');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('/docs/001/run.xml'), type: 1 }],
    });
    await changed;
    const links = await ask<DocumentLink[]>('textDocument/documentLink', document);
    assert.deepEqual(
      links.map(({ target }) => target),
      [client.uri('/docs/001/run.xml')],
    );
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', document);
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, children?.map((child) => child.name)]),
      [['Phase 4 Handoff', ['Summary', 'Results']]],
    );
    const lenses = await ask<{ command: { title: string } }[]>('textDocument/codeLens', document);
    assert.match(lenses[0]?.command.title ?? '', /^\d of \d claims? (?:without evidence|not supported)/);
    const items = await ask<CompletionItem[]>('textDocument/completion', at(5, 0));
    assert.ok(Array.isArray(items));
  }));

test('walks through missing evidence over files and around', () =>
  withServer(async (client) => {
    const seen: string[] = [];
    let from: Pick<NextFinding, 'location'> | undefined;
    for (let i = 0; i < 4; i++) {
      const next: NextFinding | null = await client.connection.sendRequest('phaseDocs/nextFinding', {
        direction: 'next',
        uri: from?.location.uri,
        position: from?.location.range.start,
      });
      assert.ok(next);
      seen.push(`${next.location.uri.split('_').at(-1)}:${next.location.range.start.line} ${next.index}/${next.total}`);
      from = next;
    }
    assert.deepEqual(seen, ['handoff.md:4 1/3', 'handoff.md:8 2/3', 'notes.md:2 3/3', 'handoff.md:4 1/3']);
  }));

test('the tree shows initiative, phase and documents', () =>
  withServer(async (client) => {
    const tree = await client.connection.sendRequest<PhaseTree>('phaseDocs/tree', {});
    assert.deepEqual(
      tree.initiatives.map(({ label, phases }) => [
        label,
        phases.map((phase) => [phase.label, phase.documents.map((d) => d.label)]),
      ]),
      [['docs/001', [['Phase 4', ['Notes', 'Hand-off']]]]],
    );
  }));

test('without a file system of its own the server asks the client', () =>
  withServer(
    async (client) => {
      await open(client, handoff);
      assert.ok(found(await pull(client, handoff)).includes('4 unsupported-claim'));
    },
    { clientFiles: true },
  ));

test('survives a host that fails and requests for documents that nobody knows', async () => {
  const client = await connect(project, { host: { readFile: () => Promise.reject(new Error('disk on fire')) } });
  try {
    await open(client, handoff);
    assert.equal((await pull(client, handoff)).kind, 'full');
    assert.equal((await pull(client, '/docs/unknown.md')).kind, 'full');
    assert.deepEqual(
      await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: 'untitled:x' } }),
      [],
    );
    assert.equal(await client.connection.sendRequest('phaseDocs/rulePage', { rule: 'nonsense' }), null);
    assert.match(client.errors.join('\n'), /disk on fire/);
  } finally {
    await client.close();
  }
});

test('quick fixes are given to who asks for them, or for anything', () =>
  withServer(async (client) => {
    await open(client, handoff);
    const ask = (only?: string[]) =>
      client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: client.uri(handoff) },
        range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
        context: { diagnostics: [], only },
      });
    assert.ok((await ask()).length > 0);
    assert.ok((await ask(['quickfix'])).length > 0);
    assert.deepEqual(await ask(['source.fixAll', 'refactor']), []);
  }));

test('mistakes of a configuration come and go, also where there is no document, and on closing it unsaved', () =>
  withServer(async (client) => {
    const config = '/.phase-docs.yaml';
    await open(client, config, 'rulez: {}\n');
    // Another spelling of the same address.
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: 'file:///w/%2Ephase-docs.yaml' },
    });
    assert.deepEqual(found(report), ['0 configuration']);
    const told = client.next('phaseDocs/projectChanged');
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: client.uri(config) } });
    await told;
    assert.deepEqual(found(await pull(client, config)), []);
  }));

test('all safe fixes at once, for those who ask for them', () =>
  withServer(async (client) => {
    await open(
      client,
      handoff,
      '# Phase 4 Handoff\n\n<!-- phase-docs-disable-next-line missing-field -- gone -->\n\nWords.\n',
    );
    const ask = (only: string[]) =>
      client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: client.uri(handoff) },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [], only },
      });
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.phaseDocs']) {
      const [action, ...others] = await ask([kind]);
      assert.deepEqual([action?.kind, others.length], ['source.fixAll.phaseDocs', 0], kind);
      assert.deepEqual(
        action?.edit?.changes?.[client.uri(handoff)]?.map(({ newText }) => newText),
        [''],
      );
    }
    assert.deepEqual(await ask(['source.organizeImports']), []);
    assert.deepEqual(await ask(['source.fixAll.others']), []);
  }));
