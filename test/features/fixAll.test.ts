/** All safe fixes at once: nothing fixable is left, a second time changes nothing. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { neverCancelled } from '../../server/src/host';
import { applyEdits } from '../../server/src/features/applyEdits';
import { builtinSchema, builtinSchemaKinds } from '../../server/src/schema/builtinSchemas';
import { plainDocumentStyle, renderDocument } from '../../server/src/schema/renderDocument';
import { openWorkspace, type InMemoryWorkspace } from '../support/inMemoryWorkspace';

/** Fixes a file, and checks that a second time there is nothing to do. */
async function fixTwice(workspace: InMemoryWorkspace, path: string): Promise<string> {
  const uri = workspace.uri(path);
  const before = workspace.files.get(path) ?? '';
  const result = await workspace.service.fixAll(uri);
  const after = applyEdits(before, result?.edits ?? []);
  workspace.files.set(path, after);
  await workspace.service.filesChanged([{ uri, type: 'changed' }], neverCancelled);
  const left = (await workspace.service.fixes(uri)).filter(({ fixes }) => fixes.some(({ safe }) => safe));
  assert.deepEqual(
    left.map(({ diagnostic }) => diagnostic.message),
    [],
    path,
  );
  assert.deepEqual((await workspace.service.fixAll(uri))?.edits ?? [], [], path);
  assert.deepEqual(workspace.errors, []);
  return after;
}

const handoff = '/docs/001/TODO001_phase4_handoff.md';
const stale = '<!-- phase-docs-disable-next-line missing-section -- no longer needed -->\n';

test('several safe fixes, with the line ends of the file', async () => {
  const text = `\uFEFF# Phase 4 Handoff\n\nSee [notes](old/moved.md) and [again](gone/moved.md).\n\n${stale}Words 😀.\n`;
  const workspace = await openWorkspace({
    [handoff]: text.replace(/\n/g, '\r\n'),
    '/docs/001/deep/moved.md': '# Moved\n',
  });
  assert.equal(
    await fixTwice(workspace, handoff),
    '\uFEFF# Phase 4 Handoff\n\nSee [notes](deep/moved.md) and [again](deep/moved.md).\n\nWords 😀.\n'.replace(
      /\n/g,
      '\r\n',
    ),
  );
});

test('what has to be judged stays: sections, files of other initiatives', async () => {
  const text = '# Phase 4 Handoff\n\nSee [notes](old/TODO002.md).\n';
  const workspace = await openWorkspace({ [handoff]: text, '/docs/002/TODO002.md': '# Moved\n' });
  assert.equal(await fixTwice(workspace, handoff), text);
});

test('archived and other documents are left alone', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': "archive: ['**/001/**']\n",
    [handoff]: `# Phase 4 Handoff\n\n${stale}Words.\n`,
    '/README.md': stale,
  });
  for (const path of [handoff, '/README.md'])
    assert.equal(await workspace.service.fixAll(workspace.uri(path)), undefined);
});

test('documents made of the templates, mixed with what can be fixed', async () => {
  const texts = builtinSchemaKinds.flatMap((kind) => {
    const schema = builtinSchema(kind);
    const values = { phase: '4', date: '2026-01-05' };
    return schema ? [renderDocument(schema, values, plainDocumentStyle(values))] : [];
  });
  const pieces = fc.constantFrom(
    stale,
    '\n## Next Steps\n\n',
    '**Status**: ✅ IN PROGRESS\n',
    'See [it](x/moved.md).\n',
    'âœ… done\n',
    '- [ ] [TBD]\n',
    '\n',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(pieces, fc.nat()), { maxLength: 6 }),
      async (text, added) => {
        const lines = text.split(/(?<=\n)/);
        for (const [piece, at] of added) lines.splice(at % (lines.length + 1), 0, piece);
        const workspace = await openWorkspace({ [handoff]: lines.join(''), '/docs/001/deep/moved.md': '# Moved\n' });
        await fixTwice(workspace, handoff);
      },
    ),
    { numRuns: 60 },
  );
});

/** Real documents, where somebody has put them beside the project. */
const corpus = process.env.PHASE_DOCS_CORPUS ?? '';

test('real documents', { skip: corpus === '' || !existsSync(corpus) }, async () => {
  const paths = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  const workspace = await openWorkspace(
    Object.fromEntries(paths.map((path) => [`/${path}`, readFileSync(join(corpus, path), 'utf8')])),
  );
  for (const { uri } of workspace.service.documents()) {
    await fixTwice(workspace, decodeURIComponent(uri.slice(workspace.uri('').length)));
  }
});
