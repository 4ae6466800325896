import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { URI } from 'vscode-uri';
import { neverCancelled, type Host } from '../../server/src/host';
import { createNodeHost } from '../../server/src/node/nodeHost';
import { writeFiles } from './support/runCli';

const uriOf = (...parts: readonly string[]) => URI.file(join(...parts)).toString();

async function list(root: string): Promise<readonly string[]> {
  const files = await createNodeHost().listFiles(uriOf(root), neverCancelled);
  return files.map(({ path }) => path).sort();
}

test('lists all files but those of version control and packages', async (context) => {
  const root = writeFiles(context, {
    'a.md': '',
    'docs/deep/er/b.md': '',
    'docs/ü #%.md': '',
    'coverage/coverage-summary.json': '{}',
    'dist/out.txt': '',
    '.github/c.yml': '',
    '.git/HEAD': '',
    'docs/node_modules/x/README.md': '',
  });
  assert.deepEqual(await list(root), [
    '.github/c.yml',
    'a.md',
    'coverage/coverage-summary.json',
    'dist/out.txt',
    'docs/deep/er/b.md',
    'docs/ü #%.md',
  ]);
});

test('links to files below the root count, other links and cycles do not', async (context) => {
  const outside = writeFiles(context, { 'secret.md': '' });
  const root = writeFiles(context, { 'docs/a.md': '' });
  symlinkSync(join(root, 'docs/a.md'), join(root, 'linked.md'));
  symlinkSync(join(outside, 'secret.md'), join(root, 'secret.md'));
  symlinkSync(outside, join(root, 'outside'));
  symlinkSync(root, join(root, 'docs/cycle'));
  symlinkSync('nowhere', join(root, 'broken.md'));
  assert.deepEqual(await list(root), ['docs/a.md', 'linked.md']);
});

test('a root that is not there has no files', async () => {
  assert.deepEqual(await list('/nowhere/at/all'), []);
  assert.deepEqual(await createNodeHost().listFiles('untitled:folder', neverCancelled), []);
});

test('a cancelled listing ends', async (context) => {
  const root = writeFiles(context, { 'a.md': '' });
  assert.deepEqual(await createNodeHost().listFiles(uriOf(root), { isCancellationRequested: true }), []);
});

test('reads text, without a byte order mark', async (context) => {
  const root = writeFiles(context, {
    'a.md': '# Grün ✅\r\n',
    'bom.md': '\ufeff# Title',
    'ü #%.md': 'x',
    'empty.md': '',
  });
  const host = createNodeHost();
  assert.equal(await host.readFile(uriOf(root, 'a.md')), '# Grün ✅\r\n');
  assert.equal(await host.readFile(uriOf(root, 'bom.md')), '# Title');
  assert.equal(await host.readFile(uriOf(root, 'ü #%.md')), 'x');
  assert.equal(await host.readFile(uriOf(root, 'empty.md')), '');
});

test('does not read what is no text', async (context) => {
  const root = writeFiles(context, { 'image.png': Uint8Array.of(137, 80, 78, 71, 0, 1), 'large.md': 'x'.repeat(101) });
  const host = createNodeHost({ maxBytes: 100 });
  assert.equal(await host.readFile(uriOf(root, 'image.png')), undefined);
  assert.equal(await host.readFile(uriOf(root, 'large.md')), undefined);
  assert.equal(await host.readFile(uriOf(root)), undefined, 'a folder');
  assert.equal(await host.readFile(uriOf(root, 'gone.md')), undefined);
  assert.equal(await host.readFile('/dev/zero'), undefined);
  assert.equal(await host.readFile(uriOf('/dev/zero')), undefined);
  assert.equal(await host.readFile('untitled:a.md'), undefined);
});

test('more reads at once than file descriptors', async (context) => {
  const root = writeFiles(context, { 'a.md': 'text' });
  const host = createNodeHost();
  const texts = await Promise.all(Array.from({ length: 20_000 }, () => host.readFile(uriOf(root, 'a.md'))));
  assert.ok(texts.every((text) => text === 'text'));
});

test('reads a file in pieces, up to a size, as far as is wanted', async (context) => {
  const long = `${'grün ✅ '.repeat(200_000)}end`;
  const root = writeFiles(context, { 'long.xml': long, 'bom.xml': '\uFEFF<a/>', 'empty.xml': '' });
  const host = createNodeHost();
  const readChunks: NonNullable<Host['readChunks']> = (...args) => host.readChunks?.(...args) ?? assert.fail();
  const read = async (path: string, mostBytes: number, mostChunks = Infinity) => {
    const chunks: string[] = [];
    const outcome = await readChunks(uriOf(root, path), mostBytes, (chunk) => chunks.push(chunk) < mostChunks);
    return { outcome, chunks: chunks.filter((chunk) => chunk !== ''), text: chunks.join('') };
  };
  const whole = await read('long.xml', 1 << 30);
  assert.deepEqual(whole.outcome, { status: 'read' });
  assert.ok(whole.chunks.length > 1, 'in pieces');
  assert.equal(whole.text, long);
  const begun = await read('long.xml', 1 << 30, 1);
  assert.deepEqual([begun.outcome.status, begun.chunks.length], ['read', 1]);
  assert.deepEqual((await read('long.xml', 1000)).outcome, { status: 'too-large', mostBytes: 1000 });
  assert.equal((await read('bom.xml', 1000)).text, '<a/>');
  assert.deepEqual([(await read('empty.xml', 1000)).outcome.status, (await read('empty.xml', 1)).text], ['read', '']);
  assert.deepEqual((await read('gone.xml', 1000)).outcome, { status: 'missing' });
  assert.deepEqual((await read('', 1000)).outcome, { status: 'unreadable' });
  assert.deepEqual(await readChunks(uriOf('/dev/zero'), 1000, () => true), { status: 'unreadable' });
});
