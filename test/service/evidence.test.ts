/** What the service finds out about the things that claims point to: large files, tests, candidates. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neverCancelled, type Host, type ReadOutcome } from '../../server/src/host';
import { diagnose, fixesOf, openWorkspace, rootUri, type InMemoryWorkspace } from '../support/inMemoryWorkspace';

const path = '/docs/001/TODO001_phase4_handoff.md';
const handoff = (line: string) => `# Phase 4 Handoff\n\n## Results\n\n${line}\n`;

async function findings(workspace: InMemoryWorkspace): Promise<readonly string[]> {
  const found = await diagnose(workspace, path);
  return found.filter(({ rule }) => !rule.startsWith('missing-')).map(({ rule, message }) => `${rule}: ${message}`);
}

async function tell(workspace: InMemoryWorkspace, file: string, type: 'created' | 'changed' | 'deleted') {
  return workspace.service.filesChanged([{ uri: workspace.uri(file), type }], neverCancelled);
}

/** A report of many tests, one of which fails at the end, in pieces that are made when they are read. */
function* report(tests: number): Generator<string> {
  yield '<testsuites><testsuite name="all">';
  for (let index = 1; index < tests; index++) yield `<testcase name="test ${index}"/>`;
  yield '<testcase name="last"><failure/></testcase></testsuite></testsuites>';
}

interface Reads {
  readonly sizes: number[];
  stoppedAt: number | undefined;
}

/** A host for which reports are larger than what is read at once. */
function largeFiles(reads: Reads, outcome: ReadOutcome = { status: 'read' }): NonNullable<Host['readChunks']> {
  return (_uri, mostBytes, take) => {
    reads.sizes.push(mostBytes);
    if (mostBytes < 100_000_000) return Promise.resolve({ status: 'too-large', mostBytes });
    if (outcome.status !== 'read') return Promise.resolve(outcome);
    let count = 0;
    for (const chunk of report(2000)) {
      count++;
      if (!take(chunk)) {
        reads.stoppedAt = count;
        break;
      }
    }
    return Promise.resolve(outcome);
  };
}

test('a report that is too large to wait for is read later, in pieces', async () => {
  const reads: Reads = { sizes: [], stoppedAt: undefined };
  const files = { [path]: handoff('- All 2000 tests passed, see `big.xml`'), '/docs/001/big.xml': 'x' };
  const workspace = await openWorkspace(files, undefined, largeFiles(reads));
  assert.deepEqual(await findings(workspace), []);
  assert.deepEqual(await findings(workspace), [], 'nobody waits for it');
  assert.deepEqual(reads.sizes, [16 * 1024 * 1024]);
  assert.deepEqual(await workspace.service.settle(), [workspace.uri(path)]);
  assert.match((await findings(workspace)).join(), /^contradicted-claim: .*its evidence says 1999 of 2000 passed/);
  assert.deepEqual(reads.sizes, [16 * 1024 * 1024, 1024 * 1024 * 1024]);
  assert.deepEqual(await workspace.service.settle(), [], 'only once');
});

test('a report without end, or one that cannot be read, says so', async () => {
  for (const [outcome, reason] of [
    [{ status: 'too-large', mostBytes: 1024 * 1024 * 1024 }, 'larger than 1 GiB'],
    [{ status: 'too-large', mostBytes: 16 * 1024 * 1024 }, 'larger than 16 MiB'],
    [{ status: 'not-text' }, 'it is not UTF-8 text'],
    [{ status: 'missing' }, 'it is gone'],
    [{ status: 'unreadable' }, 'too large, protected or no text'],
  ] as const) {
    const files = { [path]: handoff('- All 2000 tests passed, see `big.xml`'), '/docs/001/big.xml': 'x' };
    const workspace = await openWorkspace(files, undefined, largeFiles({ sizes: [], stoppedAt: undefined }, outcome));
    await findings(workspace);
    await workspace.service.settle();
    const [finding = ''] = await findings(workspace);
    assert.match(finding, /^vacuous-evidence: /);
    assert.ok(finding.includes(`it cannot be read: ${reason}`), finding);
  }
});

test('reading is given up when the file goes', async () => {
  const files = { [path]: handoff('- All 2000 tests passed, see `big.xml`'), '/docs/001/big.xml': 'x' };
  let taken = 0;
  let isRefused = false;
  const workspace = await openWorkspace(files, undefined, async (_uri, mostBytes, take) => {
    if (mostBytes < 100_000_000) return { status: 'too-large', mostBytes };
    for (const chunk of report(2000)) {
      taken++;
      isRefused = !take(chunk);
      if (isRefused) break;
      if (taken === 10) {
        workspace.files.delete('/docs/001/big.xml');
        await tell(workspace, '/docs/001/big.xml', 'deleted');
      }
    }
    return { status: 'read' };
  });
  await findings(workspace);
  assert.deepEqual(await workspace.service.settle(), []);
  assert.deepEqual([taken, isRefused], [11, true]);
  assert.match((await findings(workspace)).join(), /^broken-evidence: "big.xml" does not exist/);
});

test('what was read of a file that changed meanwhile does not count', async () => {
  const suite = (failures: number) => `<testsuite name="a" tests="40" failures="${failures}" errors="0"/>`;
  const files = { [path]: handoff('- All 40 tests passed, see `run.xml`'), '/docs/001/run.xml': suite(0) };
  let changes: Promise<unknown> | undefined;
  const workspace = await openWorkspace(files, undefined, async (uri, _mostBytes, take) => {
    const text = workspace.files.get(uri.slice(rootUri.length)) ?? '';
    if (!changes) {
      workspace.files.set('/docs/001/run.xml', suite(3));
      changes = tell(workspace, '/docs/001/run.xml', 'changed');
      await changes;
    }
    take(text);
    return { status: 'read' };
  });
  await findings(workspace);
  assert.match((await findings(workspace)).join(), /37 of 40 passed, 3 failed/);
});

test('places of one report are read in one go', async () => {
  const files = {
    [path]: handoff('- 12/12 unit tests passed: `run.xml#unit`\n- 3/3 api tests passed: `run.xml#api`'),
    '/docs/001/run.xml':
      '<testsuites><testsuite name="unit" tests="12" failures="0"/><testsuite name="api" tests="3" failures="1"/></testsuites>',
  };
  const workspace = await openWorkspace(files);
  assert.match((await findings(workspace)).join(), /^contradicted-claim: "3\/3 api tests[^;]*2 of 3 passed, 1 failed/);
  assert.equal(workspace.reads.filter((uri) => uri.endsWith('run.xml')).length, 1);
});

const python = 'def test_login():\n    assert True\n';
const named = handoff('- All login tests passed: `tests/test_auth.py::test_login`');

test('a test is looked for in the file that its id names', async () => {
  const workspace = await openWorkspace({ [path]: named, '/tests/test_auth.py': python });
  assert.deepEqual(await findings(workspace), []);
  workspace.files.set('/tests/test_auth.py', 'def test_logout():\n    assert True\n');
  assert.deepEqual(await tell(workspace, '/tests/test_auth.py', 'changed'), [workspace.uri(path)]);
  const [finding = ''] = await findings(workspace);
  assert.match(
    finding,
    /^broken-evidence: "tests\/test_auth.py" holds no test "test_login", and no report lists it, so/,
  );
  workspace.files.set('/tests/test_auth.py', python);
  await tell(workspace, '/tests/test_auth.py', 'changed');
  assert.deepEqual(await findings(workspace), []);
});

test('else in the reports of the project', async () => {
  const reported = '<testsuite><testcase classname="tests.test_auth" name="test_login"/></testsuite>';
  const workspace = await openWorkspace({ [path]: named, '/tests/test_auth.py': '# made by a macro\n' });
  assert.match((await findings(workspace)).join(), /^broken-evidence/);
  workspace.files.set('/reports/junit.xml', reported);
  assert.deepEqual(await tell(workspace, '/reports/junit.xml', 'created'), [workspace.uri(path)]);
  assert.deepEqual(await findings(workspace), []);
  const [claim] = await workspace.service.claims(workspace.uri(path));
  assert.deepEqual([claim?.verdict, claim?.pointers[0]?.path], ['supported', 'reports/junit.xml']);
  workspace.files.delete('/reports/junit.xml');
  await tell(workspace, '/reports/junit.xml', 'deleted');
  assert.match((await findings(workspace)).join(), /^broken-evidence/);
});

test('a test of a file that is not here counts if a report names both', async () => {
  const report = (file: string) => `<testsuite><testcase classname="${file}" name="test_login"/></testsuite>`;
  const right = await openWorkspace({ [path]: named, '/reports/junit.xml': report('tests.test_auth') });
  assert.deepEqual(await findings(right), []);
  const wrong = await openWorkspace({ [path]: named, '/reports/junit.xml': report('tests.test_other') });
  assert.match((await findings(wrong)).join(), /^broken-evidence: "tests\/test_auth.py::test_login" does not exist/);
});

test('where titles are computed nobody can tell', async () => {
  const workspace = await openWorkspace({
    [path]: handoff('- All berth tests passed: `tests/berth.spec.ts > berths > frees 3 berths`'),
    '/tests/berth.spec.ts': "it.each([1, 3])('frees %i berths', () => {});\n",
  });
  assert.deepEqual(await findings(workspace), []);
});

test('one evidence that leads somewhere is enough', async () => {
  const workspace = await openWorkspace({
    [path]: handoff('- All login tests passed: `tests/test_auth.py::test_gone`, `tests/test_auth.py::test_login`'),
    '/tests/test_auth.py': python,
  });
  assert.deepEqual(await findings(workspace), []);
});

test('lines of an artifact bind nothing', async () => {
  const workspace = await openWorkspace({
    [path]: handoff('- All 40 tests passed, see [the run](run.xml#L3-L9)'),
    '/docs/001/run.xml': '<testsuite name="a" tests="40" failures="2" errors="0"/>',
  });
  assert.match((await findings(workspace)).join(), /^contradicted-claim: .*38 of 40 passed/);
});

test('candidates are named with what they measure when the fixes are asked for', async () => {
  const suite = (failures: number) => `<testsuite name="a" tests="40" failures="${failures}" errors="0"/>`;
  const workspace = await openWorkspace({ [path]: handoff('- Zero data loss'), '/reports/junit.xml': suite(0) });
  const titles = async () => {
    await diagnose(workspace, path);
    const [first] = await fixesOf(workspace, path, ({ rule }) => rule === 'unsupported-claim');
    return first?.title;
  };
  assert.equal(await titles(), 'Point to evidence: reports/junit.xml (40 of 40 passed)');
  workspace.files.set('/reports/junit.xml', suite(2));
  assert.deepEqual(await tell(workspace, '/reports/junit.xml', 'changed'), [], 'no finding depends on it');
  assert.equal(await titles(), 'Point to evidence: reports/junit.xml (38 of 40 passed, 2 failed)');
});

test('a log without a word shows nothing', async () => {
  const files = { [path]: handoff('- Zero data loss: `run.log`'), '/docs/001/run.log': ' \n\n' };
  const workspace = await openWorkspace(files);
  assert.match(
    (await findings(workspace)).join(),
    /^vacuous-evidence: "run.log" does not show .*: the file is empty\./,
  );
  workspace.files.set('/docs/001/run.log', 'records lost: 0\n');
  await tell(workspace, '/docs/001/run.log', 'changed');
  assert.deepEqual(await findings(workspace), []);
});

test('nor do headings without a word below them', async () => {
  const notes = '/docs/001/TODO001_phase4_notes.md';
  const line = '- Zero data loss, see `TODO001_phase4_notes.md`';
  const workspace = await openWorkspace({ [path]: handoff(line), [notes]: '# Phase 4 Notes\n\n## Results\n' });
  assert.match((await findings(workspace)).join(), /^vacuous-evidence: .*: the file is empty\./);
  workspace.files.set(notes, '# Phase 4 Notes\n\n## Results\n\nThe protocol lists no loss.\n');
  await tell(workspace, notes, 'changed');
  assert.deepEqual(await findings(workspace), []);
});

test('nor does a document of any kind that only says the same again', async () => {
  const claim = '- All importers were migrated without loss';
  const files = (readme: string) => ({
    [path]: handoff(`${claim}, see [the guide](../guide.md)`),
    '/docs/guide.md': readme,
  });
  const again = await openWorkspace(files(`# Guide\n\n${claim}\n`));
  assert.match(
    (await findings(again)).join(),
    /^vacuous-evidence: "..\/guide.md" does not show .*: it only says the same/,
  );
  const other = await openWorkspace(files('# Guide\n\nThe importers ran on the copies of May; their logs are kept.\n'));
  assert.deepEqual(await findings(other), []);
});

test('lines that are pointed to have to be there', async () => {
  const files = (line: string) => ({ [path]: handoff(line), '/src/tide.ts': 'one\ntwo\nthree\n' });
  assert.deepEqual(await findings(await openWorkspace(files('- All tides are computed: `src/tide.ts:2-3`'))), []);
  assert.deepEqual(await findings(await openWorkspace(files('- All tides are computed: `src/tide.ts:3`'))), []);
  const beyond = await findings(await openWorkspace(files('- All tides are computed: `src/tide.ts:4`')));
  assert.match(
    beyond.join(),
    /^broken-evidence: "src\/tide.ts:4" leads to nothing in its file \(it has only 3 lines\), so/,
  );
  const linked = await findings(await openWorkspace(files('- All tides are computed: [here](/src/tide.ts#L9-L12)')));
  assert.match(linked.join(), /^broken-evidence: "\/src\/tide.ts#L9-L12" leads to nothing in its file/);
});
