/** What the service remembers of files that come, go, and are open, in any order and in several folders. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neverCancelled, type Host } from '../../server/src/host';
import { createPhaseDocsService } from '../../server/src/service/createService';

const claim = '# Phase 4 Notes\n\nAll 12 importers were migrated.\n';
const plain = '# Phase 4 Notes\n\nThe importers are read one by one.\n';

function openService(contents: Readonly<Record<string, string>>, options: Partial<Host> = {}) {
  const files = new Map(Object.entries(contents));
  const errors: string[] = [];
  const host: Host = {
    listFiles: (rootUri) => {
      const below = `${rootUri.replace(/\/$/, '')}/`;
      const inside = [...files.keys()].filter((uri) => uri.startsWith(below));
      return Promise.resolve(inside.map((uri) => ({ path: decodeURIComponent(uri.slice(below.length)) })));
    },
    readFile: (uri) => Promise.resolve(files.get(uri)),
    ...options,
  };
  const logger = { info: () => undefined, error: (message: string) => void errors.push(message) };
  const service = createPhaseDocsService({ host, logger });
  return {
    files,
    errors,
    service,
    scan: (...roots: string[]) => {
      for (const root of roots) service.addFolder(root);
      return service.scan(neverCancelled);
    },
    /** Those that are about its words or its neighbours, not about its shape. */
    rules: async (uri: string) =>
      (await service.diagnose(uri, neverCancelled))
        .map(({ rule }) => rule)
        .filter((rule) => rule === 'unsupported-claim' || rule === 'missing-document'),
  };
}

const notes = 'file:///w/docs/PHASE4_NOTES.md';

test('a drive letter is the same in either case', async () => {
  const spellings = ['file:///C:/work', 'file:///c:/work', 'file:///c%3A/work', 'file:///C%3A/work'];
  for (const root of spellings) {
    const workspace = openService(
      {},
      {
        listFiles: () => Promise.resolve([{ path: 'PHASE4_NOTES.md' }]),
        readFile: () => Promise.resolve(claim),
      },
    );
    await workspace.scan(root);
    for (const spelling of spellings) {
      assert.deepEqual(
        await workspace.rules(`${spelling}/PHASE4_NOTES.md`),
        ['unsupported-claim'],
        `${root} ${spelling}`,
      );
    }
    workspace.service.openDocument(`${spellings[0]}/PHASE4_NOTES.md`, plain);
    assert.deepEqual(await workspace.rules(`${root}/PHASE4_NOTES.md`), []);
  }
});

test('a document that is opened while the scan reads it stays as the editor has it', async () => {
  let reading: (() => void) | undefined;
  const started = new Promise<void>((resolve) => (reading = resolve));
  let finish: ((text: string) => void) | undefined;
  const workspace = openService(
    { [notes]: claim },
    {
      readFile: () => {
        reading?.();
        return new Promise((resolve) => (finish = resolve));
      },
    },
  );
  const scanned = workspace.scan('file:///w');
  await started;
  workspace.service.openDocument(notes, plain);
  finish?.(claim);
  await scanned;
  assert.deepEqual(await workspace.rules(notes), []);
});

test('a document that is closed unsaved is again what its file says', async () => {
  const uri = 'file:///w/docs/closing.md';
  const config = 'file:///w/.phase-docs.yaml';
  const { service, scan, rules } = openService({ [uri]: claim, [config]: 'rules: {}\n' });
  await scan('file:///w');
  assert.deepEqual(await rules(uri), ['unsupported-claim']);
  service.openDocument(uri, claim);
  service.changeDocument(uri, [{ text: 'Nothing of a phase any more.\n' }]);
  assert.deepEqual(await rules(uri), []);
  await service.closeDocument(uri);
  assert.deepEqual(await rules(uri), ['unsupported-claim']);

  service.openDocument(config, 'rulez: {}\n');
  assert.equal(service.configProblems().length, 1);
  await service.closeDocument(config);
  assert.deepEqual(service.configProblems(), []);
});

test('a file that was gone for a moment does not get the result ids of before', async () => {
  const { service, scan, files } = openService({ [notes]: claim });
  await scan('file:///w');
  // The number of changes is not enough to tell versions apart.
  await service.filesChanged([{ uri: notes, type: 'changed' }], neverCancelled);
  const before = await service.report(notes, neverCancelled);
  await service.filesChanged([{ uri: notes, type: 'deleted' }], neverCancelled);
  files.set(notes, plain);
  await service.filesChanged([{ uri: notes, type: 'created' }], neverCancelled);
  const after = await service.report(notes, neverCancelled);
  assert.notEqual(after.resultId, before.resultId);
  assert.notDeepEqual(after.diagnostics, before.diagnostics);
});

for (const title of ['# Phase 4 Handoff', '# Phase4 Handoff', '# PHASE_4 Handoff', 'Phase 4 Handoff\n==='])
  for (const before of ['', '<!-- by hand -->\n\n', 'A word before.\n\n', '\n\n']) {
    test(`a title counts alike whether the document is open or not: ${JSON.stringify(before + title)}`, async () => {
      const uri = 'file:///w/docs/closing.md';
      const text = `${before}${title}\n\n## Results\n\nAll 12 importers were migrated.\n`;
      const { service, scan, rules } = openService({ [uri]: text });
      await scan('file:///w');
      const closed = await rules(uri);
      service.openDocument(uri, text);
      assert.deepEqual(closed, await rules(uri));
      assert.notDeepEqual(closed, []);
    });
  }

test('a document that becomes or ceases to be one by its content concerns its phase', async () => {
  const handoff = 'file:///w/docs/001/closing.md';
  const todo = 'file:///w/docs/001/TODO001_phase4_notes.md';
  const later = 'file:///w/docs/001/TODO001_phase5_notes.md';
  const { service, scan, rules, files } = openService({ [todo]: plain, [later]: plain, [handoff]: 'Later.\n' });
  await scan('file:///w');
  assert.ok((await rules(todo)).includes('missing-document'));
  files.set(handoff, '# Phase 4 Handoff\n');
  const affected = await service.filesChanged([{ uri: handoff, type: 'changed' }], neverCancelled);
  assert.ok(affected.includes(todo));
  assert.ok(!(await rules(todo)).includes('missing-document'));
});

test('of nested folders the inner one owns its documents, also if it comes or goes later', async () => {
  const inner = 'file:///w/sub/PHASE4_NOTES.md';
  const { service, scan } = openService({ [notes]: claim, [inner]: claim });
  const uris = () => service.documents().map(({ uri }) => uri);
  await scan('file:///w');
  await scan('file:///w/sub');
  assert.deepEqual(uris(), [notes, inner]);
  service.removeFolder('file:///w/sub');
  await service.scan(neverCancelled);
  assert.deepEqual(uris(), [notes, inner]);
});

test('a configuration that cannot be read is a mistake, not a default', async () => {
  const config = 'file:///w/.phase-docs.yaml';
  const { service, scan, files } = openService(
    { [notes]: claim, [config]: '' },
    { readFile: (uri) => Promise.resolve(uri === config ? undefined : claim) },
  );
  await scan('file:///w');
  assert.match(service.configProblems()[0]?.message ?? '', /cannot be read/);
  files.delete(config);
  await service.filesChanged([{ uri: config, type: 'deleted' }], neverCancelled);
  assert.deepEqual(service.configProblems(), []);
});

test('names the phase documents that cannot be read', async () => {
  const { service, scan, files } = openService(
    { [notes]: claim, 'file:///w/picture.md': '' },
    {
      readFile: () => Promise.resolve(undefined),
    },
  );
  await scan('file:///w');
  assert.deepEqual(service.unreadableDocuments(), [notes]);
  files.delete(notes);
  await service.filesChanged([{ uri: notes, type: 'deleted' }], neverCancelled);
  assert.deepEqual(service.unreadableDocuments(), []);
});

test('the phases of the document come first when a next one is scaffolded, whatever folder it is in', async () => {
  const other = 'file:///v/docs/PHASE7_NOTES.md';
  const { service, scan } = openService({ [notes]: claim, [other]: claim });
  await scan('file:///w', 'file:///v');
  assert.deepEqual(
    service.scaffoldSources(other).map(({ phase }) => phase),
    ['7', '4'],
  );
});

test('folders with the same structure are different initiatives', async () => {
  const other = 'file:///v/docs/PHASE4_NOTES.md';
  const { service, scan } = openService({ [notes]: claim, [other]: claim });
  await scan('file:///w', 'file:///v');
  const tree = await service.tree(neverCancelled);
  assert.equal(new Set(tree.initiatives.map(({ id }) => id)).size, 2);
  const [source] = service.scaffoldSources(other);
  assert.ok(source);
  const plan = await service.scaffold({ ...source, nextPhase: '5', kinds: ['notes'] });
  assert.deepEqual(
    plan.files.map(({ uri }) => uri),
    ['file:///v/docs/PHASE5_NOTES.md'],
  );
});

test('names with signs that are escaped in addresses belong to the initiative of their neighbours', async () => {
  const { service, scan } = openService({
    'file:///w/docs/PHASE4_NOTES.md': claim,
    'file:///w/docs/PHASE4_HANDOFF%20%281%29.md': claim,
    'file:///w/docs/PHASE4_%23_PROMPT.md': claim,
  });
  await scan('file:///w');
  assert.equal((await service.tree(neverCancelled)).initiatives.length, 1);
});

test('the phases of a folder are not gone through for each document', async () => {
  const count = 300;
  const paths = Array.from({ length: count }, (_, i) => `docs/001/TODO001_phase${i}_notes.md`);
  const { service, scan, rules } = openService(Object.fromEntries(paths.map((path) => [`file:///w/${path}`, plain])));
  await scan('file:///w');
  let looks = 0;
  for (const entry of service.documents()) {
    const { identity } = entry;
    Object.defineProperty(entry, 'identity', { get: () => (looks++, identity) });
  }
  for (const path of paths) await rules(`file:///w/${path}`);
  assert.ok(looks < 40 * count, `${looks} looks at ${count} documents`);
});
