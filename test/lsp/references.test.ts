import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Location } from 'vscode-languageserver-protocol';
import { connect } from './connect';

test('definition and references over a connection', async () => {
  const prd = '/docs/001/PRD001.md';
  const todo = '/docs/001/TODO001.md';
  const client = await connect({
    [prd]: '# PRD\n\n## Requirements\n\n- **FR-1**: Bells ring\n',
    [todo]: '# To do\n\n- [ ] Bells (FR-1)\n',
  });
  try {
    const ask = (method: string, path: string, line: number, character: number) =>
      client.connection.sendRequest<Location[]>(`textDocument/${method}`, {
        textDocument: { uri: client.uri(path) },
        position: { line, character },
        context: { includeDeclaration: true },
      });
    const lines = (found: Location[]) => found.map(({ uri, range }) => [uri, range.start.line]);
    assert.deepEqual(lines(await ask('definition', todo, 2, 14)), [[client.uri(prd), 4]]);
    assert.deepEqual(lines(await ask('references', prd, 4, 6)), [
      [client.uri(prd), 4],
      [client.uri(todo), 2],
    ]);
    assert.deepEqual(await ask('definition', todo, 1, 0), []);
    assert.deepEqual(client.errors, []);
  } finally {
    await client.close();
  }
});
