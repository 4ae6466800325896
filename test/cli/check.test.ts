import assert from 'node:assert/strict';
import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findTargets } from '../../server/src/cli/targets';
import { checkSarif } from './support/checkSarif';
import { diagnose, openWorkspace } from '../support/inMemoryWorkspace';
import { matchGolden, runCli, writeFiles } from './support/runCli';

const harbor = 'examples/harbor';
const phases = `${harbor}/docs/initiatives/booking/berth_planner/001`;
const unclaimed = '# Closing words\n\n## Results\n\n**Success Criteria**: 100% ACHIEVED\n';
const unsupported = '# Phase 4 Handoff\n\n## Results\n\n**Success Criteria**: 100% ACHIEVED\n';

interface JsonReport {
  readonly schemaVersion: number;
  readonly summary: Readonly<Record<string, number>>;
  readonly documents: readonly {
    readonly path: string;
    readonly kind: string;
    readonly phase?: string;
    readonly findings: readonly { readonly rule: string; readonly severity: string; readonly line: number }[];
  }[];
}

async function checkJson(line: string, cwd?: string): Promise<JsonReport> {
  const { stdout, stderr } = await runCli(`check ${line} --format json`, cwd === undefined ? {} : { cwd });
  assert.equal(stderr, '');
  return JSON.parse(stdout) as JsonReport;
}

const pathsOf = ({ documents }: JsonReport) => documents.map(({ path }) => path);
const rulesOf = ({ documents }: JsonReport) => documents.flatMap(({ findings }) => findings.map(({ rule }) => rule));

test('the example project', async () => {
  const { code, stdout, stderr } = await runCli('check', { cwd: harbor });
  assert.deepEqual([code, stderr], [1, '']);
  matchGolden('harbor/check.txt', stdout);
});

test('the hand-off with claims that nothing shows', async () => {
  const { code, stdout } = await runCli(`check ${phases}/TODO001_phase2_handoff.md --format json`, {});
  assert.equal(code, 1);
  matchGolden('harbor/handoff.json', stdout);
});

test('honest documents have nothing to report', async () => {
  const honest = ['handoff', 'notes', 'testing_summary'].map((kind) => `${phases}/TODO001_phase1_${kind}.md`).join(' ');
  const { code, stdout } = await runCli(`check ${honest}`);
  assert.deepEqual([code, stdout], [0, 'Nothing to report in 3 documents.\n']);
});

test('SARIF says the same as JSON', async () => {
  const { stdout } = await runCli(`check ${harbor} --format sarif`);
  const results = checkSarif(stdout);
  const { documents } = await checkJson(harbor);
  const expected = documents.flatMap(({ path, findings }) =>
    findings.map(({ rule, line }) => `${path}:${line} ${rule}`),
  );
  assert.deepEqual(
    results.map(({ location, ruleId }) => `${location.uri}:${location.startLine} ${ruleId}`),
    expected,
  );
  assert.equal(new Set(results.map(({ fingerprint }) => fingerprint)).size, results.length);
  assert.ok(results.some(({ related }) => related.length > 0));
});

test('the same input gives the same bytes, in order of paths', async () => {
  for (const format of ['text', 'json', 'sarif', 'junit', 'github', 'markdown']) {
    const [first, second] = [
      await runCli(`check ${harbor} -f ${format}`),
      await runCli(`check ${harbor} -f ${format}`),
    ];
    assert.equal(first.stdout, second.stdout);
  }
  const paths = pathsOf(await checkJson(harbor));
  assert.deepEqual(paths, [...paths].sort());
  assert.equal(paths.length, 14);
});

test('paths are relative to the current folder', async () => {
  const inside = pathsOf(await checkJson('.', phases));
  assert.equal(inside[0], 'PHASE1_PROMPT.md');
  const beside = pathsOf(await checkJson('../docs/initiatives', `${harbor}/src`));
  assert.equal(beside[0], '../docs/initiatives/booking/berth_planner/001/PHASE1_PROMPT.md');
});

test('a path given twice, or within another, counts once', async () => {
  const paths = pathsOf(await checkJson(`${harbor} ${phases} ${phases}/PRD001.md ${harbor}/`));
  assert.equal(new Set(paths).size, paths.length);
  assert.equal(paths.length, 14);
});

test('a folder is searched for phase documents only', async (context) => {
  const cwd = writeFiles(context, { 'README.md': unclaimed, 'docs/guide.md': unclaimed });
  const { code, stdout } = await runCli('check', { cwd });
  assert.equal(code, 0);
  assert.match(stdout, /^No phase documents found/);
});

test('a named file is checked whatever it is called', async (context) => {
  const cwd = writeFiles(context, { 'words.md': unclaimed, 'other.md': unclaimed, 'last.md': unsupported });
  const report = await checkJson('words.md last.md', cwd);
  assert.deepEqual(pathsOf(report), ['last.md', 'words.md']);
  assert.deepEqual(report.documents[0]?.kind, 'handoff', 'from its title');
  assert.deepEqual(rulesOf(report).filter((rule) => rule === 'unsupported-claim').length, 2);
});

test('references are looked up in the workspace, up to its configuration or repository', async (context) => {
  const text = '# Phase 4 Handoff\n\n## Results\n\n- 100% of the tests passed, see `reports/junit.xml`\n';
  const files = { 'reports/junit.xml': '<testsuites/>', 'docs/a/TODO001_phase4_handoff.md': text };
  const rulesIn = async (marker: Readonly<Record<string, string>>) => {
    const root = writeFiles(context, { ...files, ...marker });
    return rulesOf(await checkJson('docs/a', root)).filter((rule) => rule === 'broken-evidence');
  };
  assert.deepEqual(await rulesIn({}), ['broken-evidence'], 'without a marker the folder itself is the workspace');
  assert.deepEqual(await rulesIn({ '.phase-docs.yaml': '' }), []);
  assert.deepEqual(await rulesIn({ '.git/HEAD': '' }), []);
});

test('severity', async () => {
  const all = await checkJson(harbor);
  const errors = await checkJson(`${harbor} --severity error`);
  assert.ok((all.summary.informations ?? 0) > 0 && (all.summary.warnings ?? 0) > 0 && (all.summary.errors ?? 0) > 0);
  assert.deepEqual(
    [errors.summary.informations, errors.summary.warnings, errors.summary.errors],
    [0, 0, all.summary.errors],
  );
  assert.equal((await runCli(`check ${phases}/TODO001_phase2_notes.md --severity error`)).code, 0);
  const { code, stdout } = await runCli(`check ${phases}/PHASE3_PROMPT.md`);
  assert.equal(code, 0, 'information alone is no reason to fail');
  assert.match(stdout, /information/);
});

test('hints are never reported', async () => {
  const { documents } = await checkJson(harbor);
  assert.ok(documents.every(({ findings }) => findings.every(({ severity }) => severity !== 'hint')));
});

test('quiet leaves the summary out', async () => {
  assert.equal((await runCli(`check ${phases}/PHASE1_PROMPT.md --quiet`)).stdout, '');
  assert.doesNotMatch((await runCli(`check ${harbor} --quiet`)).stdout, /explain RULE/);
});

test('colours', async () => {
  const isColored = async (line: string, setting: Parameters<typeof runCli>[1]) =>
    (await runCli(`check ${harbor} ${line}`, setting)).stdout.includes('\u001b[');
  assert.equal(await isColored('', { isTerminal: false }), false);
  assert.equal(await isColored('', { isTerminal: true }), true);
  assert.equal(await isColored('', { isTerminal: true, env: { NO_COLOR: '1' } }), false);
  assert.equal(await isColored('--color always', { isTerminal: false }), true);
  assert.equal(await isColored('--color never', { isTerminal: true }), false);
});

test('the report can be written to a file', async (context) => {
  const cwd = writeFiles(context, { 'TODO001_phase4_handoff.md': unsupported });
  const printed = await runCli('check --format sarif', { cwd });
  const { code, stdout } = await runCli('check --format sarif --output report.sarif', { cwd, isTerminal: true });
  assert.deepEqual([code, stdout], [1, '']);
  assert.equal(readFileSync(join(cwd, 'report.sarif'), 'utf8'), printed.stdout);
  const failed = await runCli('check --output no/such/folder.txt', { cwd });
  assert.equal(failed.code, 2);
  assert.match(failed.stderr, /cannot be written to `no\/such\/folder\.txt`/);
});

test('a mistake in the configuration stops the run and is told with its place', async (context) => {
  const cwd = writeFiles(context, {
    '.phase-docs.yaml': 'rules:\n  unsuported-claim: error\n',
    'TODO001_phase4_handoff.md': unsupported,
  });
  const { code, stdout, stderr } = await runCli('check', { cwd });
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /nothing was checked/);
  assert.match(stderr, /^\.phase-docs\.yaml:2:3 {2}.*`unsuported-claim`.*Did you mean `unsupported-claim`/m);
});

test('a mistake in the configuration of another folder does not matter', async (context) => {
  const cwd = writeFiles(context, {
    '.git/HEAD': '',
    'other/.phase-docs.yaml': 'rulse: {}\n',
    'docs/TODO001_phase4_handoff.md': unsupported,
  });
  assert.equal((await runCli('check docs', { cwd })).code, 1);
  assert.equal((await runCli('check', { cwd })).code, 2);
});

test('the configuration decides on severities', async (context) => {
  const cwd = writeFiles(context, {
    '.phase-docs.yaml': 'rules:\n  unsupported-claim: error\n  missing-section: off\n',
    'TODO001_phase4_handoff.md': unsupported,
  });
  const { documents } = await checkJson('', cwd);
  const findings = documents.flatMap((document) => document.findings);
  assert.deepEqual(
    findings.filter(({ rule }) => rule === 'unsupported-claim').map(({ severity }) => severity),
    ['error'],
  );
  assert.ok(findings.every(({ rule }) => rule !== 'missing-section'));
});

test('a file that is no text cannot be checked', async (context) => {
  const cwd = writeFiles(context, { 'image.md': Uint8Array.of(35, 32, 0, 1) });
  const { code, stdout, stderr } = await runCli('check image.md', { cwd });
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /`image\.md` cannot be read as text/);
});

test('comments waive the same as in the editor; without a reason the run fails', async (context) => {
  const path = 'TODO001_phase4_handoff.md';
  for (const [reason, expected] of [
    [' counted by the customer', []],
    ['', ['5 invalid-suppression']],
  ] as const) {
    const comment = `<!-- phase-docs-disable-line unsupported-claim:${reason} -->`;
    const text = unsupported.replace('ACHIEVED', `ACHIEVED ${comment}`);
    const config = 'rules:\n  missing-section: off\n  missing-field: off\n  missing-document: off\n';
    const cwd = writeFiles(context, { '.phase-docs.yaml': config, [path]: text });
    const { code, stdout } = await runCli(`check --format json`, { cwd });
    const { documents } = JSON.parse(stdout) as JsonReport;
    const found = documents.flatMap(({ findings }) => findings.map(({ rule, line }) => `${line} ${rule}`));
    assert.deepEqual([found, code], [expected, expected.length]);
    const workspace = await openWorkspace({ '/.phase-docs.yaml': config, [`/${path}`]: '# Phase 4 Handoff\n' });
    workspace.service.openDocument(workspace.uri(`/${path}`), text);
    const inEditor = await diagnose(workspace, `/${path}`);
    assert.deepEqual(
      inEditor.map(({ rule, range }) => `${range.start.line + 1} ${rule}`),
      expected,
    );
    const status = await runCli('status', { cwd });
    assert.match(status.stdout, reason === '' ? /0\/1 / : /1 waived/);
  }
});

test('a folder that may not be read makes the run fail, not pass', async (context) => {
  if (process.platform === 'win32') {
    context.skip('there are no modes of folders');
    return;
  }
  const root = writeFiles(context, { 'a/PHASE5_HANDOFF.md': '# Phase 5\n', 'b/x.md': '# X\n' });
  chmodSync(root, 0o755);
  chmodSync(join(root, 'a'), 0);
  // Nothing is protected from root.
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    const all = await runCli('check', { cwd: root });
    assert.deepEqual(
      [all.code, all.stderr],
      [2, 'phase-docs: The folder `a` is protected. What lies in it was not checked.\n'],
    );
    assert.equal((await runCli('check b', { cwd: root })).code, 0);
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(join(root, 'a'), 0o755);
  }
});

test('a phase document that cannot be read makes the run fail, not pass', async (context) => {
  const root = writeFiles(context, {
    'a/PHASE5_HANDOFF.md': Buffer.from('\ufeff# Phase 5 Handoff\n', 'utf16le'),
    'b/PHASE6_PROMPT.md': '# Phase 6\n',
    'b/picture.md': Buffer.from([0, 1, 2]),
  });
  const { code, stderr } = await runCli('check', { cwd: root });
  assert.equal(code, 2);
  assert.match(stderr, /`a\/PHASE5_HANDOFF\.md` was not checked/);
  assert.equal((await runCli('check b', { cwd: root })).stderr, '');
  assert.equal((await runCli('status', { cwd: root })).code, 2);
  const { stdout } = await runCli('check --format sarif', { cwd: root });
  assert.match(stdout, /"executionSuccessful": false/);
});

test('what a document says cannot steer the terminal', async (context) => {
  const steer = '\u001b]0;title\u0007\u001b[2J\u202e';
  const root = writeFiles(context, {
    'PHASE4_HANDOFF.md': `# Phase 4 Handoff\n\n## Results\n\n**100% ${steer}ACHIEVED**, see [x](${steer}.md)\n`,
    [`d${steer.replaceAll('/', '')}/PHASE5_NOTES.md`]: '# Phase 5\n\n100% ACHIEVED\n',
    '.phase-docs.yaml': '',
  });

  const controls = /[\u0000-\u0009\u000b-\u001f\u202e]/;
  assert.doesNotMatch((await runCli('check', { cwd: root })).stdout, controls);
  assert.doesNotMatch((await runCli('status', { cwd: root })).stdout, controls);
  assert.doesNotMatch((await runCli(`check ${steer}`, { cwd: root })).stderr, controls);
});

test('thousands of findings in one line keep their fingerprints apart', async (context) => {
  const count = 20_000;
  const root = writeFiles(context, { 'PHASE4_PROMPT.md': `# Phase 4\n\n${'[a](none.md) '.repeat(count)}\n` });
  const results = checkSarif((await runCli('check --format sarif', { cwd: root })).stdout);
  const fingerprints = results
    .filter(({ ruleId }) => ruleId === 'unresolved-reference')
    .map((result) => result.fingerprint);
  assert.equal(new Set(fingerprints).size, count);
});

test('a link that leads nowhere, and no path at all', async (context) => {
  const root = writeFiles(context, { 'a.md': '# A\n' });
  symlinkSync('nowhere', join(root, 'PHASE4_HANDOFF.md'));
  const { code, stderr } = await runCli('check PHASE4_HANDOFF.md', { cwd: root });
  assert.deepEqual(
    [code, stderr],
    [2, 'phase-docs: There is no `PHASE4_HANDOFF.md`. It is a link that leads nowhere.\n'],
  );
  await assert.rejects(findTargets([''], root), /empty/);
});
