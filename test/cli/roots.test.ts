/** Which folder is the workspace, and that the editor's service sees the same. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { matchGolden, runCli, writeFiles } from './support/runCli';

const junit = '<testsuites tests="1"><testsuite name="s"><testcase name="a" time="1"/></testsuite></testsuites>\n';
const handoff = '# Phase 4 Handoff\n\n- All tests passed, see `reports/junit.xml`\n';
const document = 'docs/001/TODO001_phase4_handoff.md';

function repository(context: TestContext, files: Readonly<Record<string, string>>): string {
  const root = writeFiles(context, files);
  mkdirSync(join(root, '.git'));
  return root;
}

const broken = /unresolved-reference|broken-evidence/;

test('the repository is the root, though a configuration stands nearer', async (context) => {
  const cwd = repository(context, {
    'docs/.phase-docs.yaml': 'rules: { missing-section: off, missing-field: off, missing-document: off }\n',
    [document]: handoff,
    'reports/junit.xml': junit,
  });
  for (const path of ['.', 'docs', document]) {
    const { stdout } = await runCli(`check ${path}`, { cwd });
    assert.doesNotMatch(stdout, broken, path);
    assert.doesNotMatch(stdout, /missing-section/, 'the configuration in docs counts');
  }
});

test('without a repository the topmost configuration is', async (context) => {
  const cwd = writeFiles(context, {
    '.phase-docs.yaml': '# the root\n',
    'docs/.phase-docs.yaml': '# inner\n',
    [document]: handoff,
    'reports/junit.xml': junit,
  });
  assert.doesNotMatch((await runCli('check docs', { cwd })).stdout, broken);
});

test('a folder that says so is a root, whether it is named or found', async (context) => {
  const cwd = repository(context, {
    'app/.phase-docs.yaml': 'root: true\n',
    [`app/${document}`]: handoff,
    'app/reports/junit.xml': junit,
    'TODO001_phase1_notes.md': '# Phase 1\n',
  });
  const inside = await runCli('check . --format json', { cwd: join(cwd, 'app') });
  const outside = await runCli('check . --format json', { cwd });
  const findings = (text: string, path: string) =>
    (JSON.parse(text) as { documents: { path: string; findings: unknown[] }[] }).documents.find(
      (one) => one.path === path,
    )?.findings;
  assert.doesNotMatch(outside.stdout, broken);
  assert.ok(findings(inside.stdout, document));
  assert.deepEqual(findings(outside.stdout, `app/${document}`), findings(inside.stdout, document));
  const status = await runCli('status', { cwd });
  assert.match(status.stdout, /^app\/docs\/001$/m);
});

test('the example is a workspace of its own in this repository', async () => {
  const { stdout } = await runCli('status examples');
  assert.match(stdout, /^examples\/harbor\/docs\/initiatives\/booking\/berth_planner\/001$/m);
  const json = (text: string) => text.replaceAll('examples/harbor/', '');
  const [outer, inner] = await Promise.all([
    runCli('check examples --format json'),
    runCli('check . --format json', { cwd: 'examples/harbor' }),
  ]);
  assert.equal(json(outer.stdout), inner.stdout);
});

test('status --explain says why', async (context) => {
  const cwd = repository(context, {
    'TODO001.md': '# To-do\n',
    'PHASE4_CLOSEOUT_PROMPT.md': '# Phase 4 Prompt\n',
    'notes.md': '---\nkind: notes\nphase: 2\n---\n',
    'HANDOFF_TEMPLATE.md': '# Phase 3 Hand-off\n',
    'README.md': '# Phase 3 Hand-off\n',
    'specs/002-export/spec.md': '# Export\n',
    'data.json': '{}\n',
  });
  const names = [
    'PHASE4_CLOSEOUT_PROMPT.md',
    'notes.md',
    'HANDOFF_TEMPLATE.md',
    'README.md',
    'specs/002-export/spec.md',
    'data.json',
  ];
  const { code, stdout } = await runCli(`status --explain ${names.join(' ')}`, { cwd });
  assert.equal(code, 0);
  matchGolden('explain-identity.txt', stdout);
  const json = await runCli('status --explain notes.md --format json', { cwd });
  matchGolden('explain-identity.json', json.stdout);
  assert.match((await runCli('status --explain specs', { cwd })).stderr, /takes files, and `specs` is a folder/);
  assert.match((await runCli('status --explain', { cwd })).stderr, /needs a file/);
});

test('folders without repository and configuration are one workspace below the current folder, and beside it', async (context) => {
  const root = writeFiles(context, {
    [`here/docs/quay/${document}`]: handoff,
    'here/docs/pier/001/TODO001_phase4_handoff.md': '# Phase 4 Handoff\n\nWords.\n',
    'elsewhere/notes.md': '# Notes\n',
  });
  const documents = [`docs/quay/${document}`, 'docs/pier/001/TODO001_phase4_handoff.md'];
  const below = await runCli(`derive ${documents.join(' ')} --kind handoff`, { cwd: join(root, 'here') });
  assert.equal(below.stderr.includes('several workspaces'), false, below.stderr);
  assert.match(below.stdout, /2 documents/);
  const there = documents.map((path) => `../here/${path}`).join(' ');
  const beside = await runCli(`derive ${there} --kind handoff`, { cwd: join(root, 'elsewhere') });
  assert.match(beside.stdout, /2 documents/);
  // What holds the current folder too may be anything: a home folder, or the whole disk.
  const apart = await runCli('check ../here/docs/quay ../elsewhere/notes.md --format json', {
    cwd: join(root, 'elsewhere'),
  });
  assert.equal(apart.stderr, '');
});
