import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { neverCancelled } from '../../../server/src/host';
import {
  baselineFileName,
  formatBaseline,
  parseBaseline,
  type Baseline,
} from '../../../server/src/model/baseline/baselineFile';
import { countMissing, pruneBaseline } from '../../../server/src/model/baseline/collectBaseline';
import { lineWords } from '../../../server/src/model/baseline/lineWords';
import { diagnose, openWorkspace, type InMemoryWorkspace } from '../../support/inMemoryWorkspace';

const path = '/docs/001/TODO001_phase1_handoff.md';
const text = `# Phase 1 Handoff

## Results

- 100% of the records were imported
- All tests passed

## Next Steps

- Begin the export
`;

/** A workspace whose baseline knows what is found in it now. */
async function withBaseline(files: Readonly<Record<string, string>> = { [path]: text }): Promise<InMemoryWorkspace> {
  const workspace = await openWorkspace(files);
  const baseline = new Map();
  for (const { uri, path: file } of workspace.service.documents())
    baseline.set(file, await workspace.service.knownFindings(uri));
  return openWorkspace({ ...files, [`/${baselineFileName}`]: formatBaseline(baseline) });
}

const rulesOf = async (workspace: InMemoryWorkspace) =>
  (await diagnose(workspace, path)).map(({ rule, range }) => `${range.start.line} ${rule}`);

test('what the baseline knows is not reported, hints included, and counts as waived', async () => {
  assert.ok((await rulesOf(await openWorkspace({ [path]: text }))).length > 1);
  const workspace = await withBaseline();
  assert.deepEqual(await rulesOf(workspace), []);
  const claims = await workspace.service.claims(workspace.uri(path));
  assert.deepEqual(
    claims.map(({ verdict, judged, waiver }) => [verdict, judged, waiver?.reason]),
    [
      ['waived', 'unsupported', 'known, in the baseline'],
      ['waived', 'unsupported', 'known, in the baseline'],
    ],
  );
});

test('lines may move and be marked up differently', async () => {
  const workspace = await withBaseline();
  workspace.service.openDocument(
    workspace.uri(path),
    text
      .replace('## Results\n', '## Summary\n\nA word first.\n\n## Results\n')
      .replace('- All tests', '* **All** tests'),
  );
  assert.deepEqual(await rulesOf(workspace), []);
});

test('a new claim is reported, also in a section whose other claims are known', async () => {
  const workspace = await withBaseline();
  workspace.service.openDocument(
    workspace.uri(path),
    text.replace('- All tests', '- 100% of the users migrated\n- All tests'),
  );
  assert.deepEqual(await rulesOf(workspace), ['5 unsupported-claim']);
});

test('of lines with the same words as many are known as there were', async () => {
  const workspace = await withBaseline();
  workspace.service.openDocument(workspace.uri(path), `${text}\n## Again\n\n- All tests passed\n`);
  assert.deepEqual(await rulesOf(workspace), ['13 unsupported-claim']);
});

test('a line that is worded anew has to be answered for again', async () => {
  const workspace = await withBaseline();
  workspace.service.openDocument(workspace.uri(path), text.replace('100% of the records', '100% of all records'));
  assert.deepEqual(await rulesOf(workspace), ['4 unsupported-claim']);
});

test('another section that is missing is new, though it is reported at the same line', async () => {
  const workspace = await withBaseline();
  workspace.service.openDocument(workspace.uri(path), text.slice(0, text.indexOf('## Next Steps')));
  const [found, ...others] = await diagnose(workspace, path);
  assert.deepEqual([found?.rule, others], ['missing-section', []]);
  assert.match(found?.message ?? '', /Next Steps/);
});

test('the editor follows a baseline that comes, changes and goes', async () => {
  const workspace = await openWorkspace({ [path]: text });
  const before = await rulesOf(workspace);
  const file = `/${baselineFileName}`;
  const known = await withBaseline();
  workspace.files.set(file, known.files.get(file) ?? '');
  const affected = await workspace.service.filesChanged(
    [{ uri: workspace.uri(file), type: 'created' }],
    neverCancelled,
  );
  assert.ok(affected.includes(workspace.uri(path)));
  assert.deepEqual(await rulesOf(workspace), []);
  workspace.files.delete(file);
  await workspace.service.filesChanged([{ uri: workspace.uri(file), type: 'deleted' }], neverCancelled);
  assert.deepEqual(await rulesOf(workspace), before);
});

test('the nearest baseline upwards counts; paths are those of its folder', async () => {
  const entries = await (await openWorkspace({ [path]: text })).service.knownFindings(`file:///w${path}`);
  const inner = formatBaseline(new Map([['001/TODO001_phase1_handoff.md', entries]]));
  assert.deepEqual(await rulesOf(await openWorkspace({ [path]: text, [`/docs/${baselineFileName}`]: inner })), []);
});

test('what cannot be read is told at its place, and knows nothing', async () => {
  for (const [broken, line] of [
    ['nonsense', 0],
    ['version: 2\n', 0],
    ['version: 1\ndocuments:\n  a.md:\n    - rule: x\n', 3],
    ['version: 1\ndocuments:\n  a.md:\n    - { rule: x, words: y, lines: -1 }\n', 3],
    ['a: [', 0],
    ['['.repeat(10_000), 0],
  ] as const) {
    const { baseline, problems } = parseBaseline(broken, 'file:///b');
    assert.deepEqual([[...baseline.values()].flat(), problems.length > 0], [[], true], broken.slice(0, 40));
    assert.equal(problems[0]?.range.start.line, line, broken.slice(0, 40));
  }
  assert.deepEqual(parseBaseline('', 'file:///b').problems, []);
  const workspace = await openWorkspace({ [path]: text, [`/${baselineFileName}`]: 'version: 2\n' });
  assert.ok((await rulesOf(workspace)).length > 0);
  assert.equal(workspace.service.configProblems().length, 1);
});

test('pruning takes out what is settled and adds nothing', () => {
  const entry = (words: string, lines = 1) => ({ rule: 'r', words, about: '', lines });
  const known: Baseline = new Map([
    ['a.md', [entry('one', 3), entry('two')]],
    ['b.md', [entry('one')]],
  ]);
  const current: Baseline = new Map([['a.md', [entry('one'), entry('three')]]]);
  const pruned = pruneBaseline(known, current);
  assert.deepEqual(
    [...pruned],
    [
      ['a.md', [entry('one')]],
      ['b.md', []],
    ],
  );
  assert.deepEqual([countMissing(current, known), countMissing(known, pruned)], [1, 2]);
});

test('a baseline is read as it was written', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  const entry = fc.record({ rule: words, words, about: fc.string(), lines: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(fc.dictionary(words, fc.array(entry, { minLength: 1, maxLength: 3 })), (documents) => {
      const written: Baseline = new Map(Object.entries(documents));
      const { baseline, problems } = parseBaseline(formatBaseline(written), 'file:///b');
      assert.deepEqual(problems, []);
      assert.equal(formatBaseline(baseline), formatBaseline(written));
    }),
    { numRuns: 200 },
  );
});

test('long lines are told apart by what follows the cut', () => {
  const long = 'word '.repeat(60);
  assert.notEqual(lineWords(`${long} a`), lineWords(`${long} b`));
  assert.ok(lineWords(long.repeat(100)).length < 140);
  assert.equal(lineWords('* **Success** Criteria: ✅ 100%'), 'success criteria 100%');
});
