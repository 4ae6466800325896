import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchGolden, runCli, writeFiles } from './support/runCli';

const harbor = 'examples/harbor';

test('the schema of the hand-offs of the example', async () => {
  const { code, stdout, stderr } = await runCli('derive . --kind handoff', { cwd: harbor });
  assert.deepEqual([code, stderr], [0, '']);
  matchGolden('harbor/derived-handoff.yaml', stdout);
});

const files = {
  'minutes/a.md': '# A\n\n## People\n\n- x\n',
  'minutes/b.md': '# B\n\n## People\n\n- y\n',
  'schemas/there.yaml': 'kind: notes\n',
  '.phase-docs.yaml': 'schemas: [schemas/minutes.yaml]\ndocuments:\n  - { pattern: "minutes/*.md", kind: notes }\n',
};

test('a schema of a kind of its own is written, and works', async (context) => {
  const cwd = writeFiles(context, { 'minutes/a.md': files['minutes/a.md'], 'minutes/b.md': files['minutes/b.md'] });
  const { code, stdout } = await runCli('derive minutes/a.md minutes/b.md --kind minutes --output minutes.yaml', {
    cwd,
  });
  assert.deepEqual(
    [code, stdout],
    [0, 'Wrote minutes.yaml, a schema of the kind minutes: 2 of 2 documents pass under it.\n'],
  );
  assert.match(
    readFileSync(join(cwd, 'minutes.yaml'), 'utf8'),
    /kind: minutes\n[^]*- name: People # in 2 of 2 \(100%\)/,
  );
});

test('the folder of the schema is made', async (context) => {
  const cwd = writeFiles(context, { 'minutes/a.md': files['minutes/a.md'] });
  const { code, stderr } = await runCli('derive minutes/a.md --kind minutes --output new/schemas/minutes.yaml', {
    cwd,
  });
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(readFileSync(join(cwd, 'new/schemas/minutes.yaml'), 'utf8'), /kind: minutes/);
});

test('hand-offs say nothing of what notes are, documents of no kind may', async (context) => {
  const cwd = writeFiles(context, {
    'docs/TODO001_phase1_handoff.md': '# Phase 1 Handoff\n\n## People\n\n- x\n',
    'minutes/a.md': files['minutes/a.md'],
  });
  const { code, stderr } = await runCli('derive docs --kind notes', { cwd });
  assert.deepEqual([code, stderr.includes('There are no documents of the kind `notes`')], [2, true]);
  const { stdout } = await runCli('derive minutes/a.md --kind notes', { cwd });
  assert.match(stdout, /- name: People/);
});

test('nothing is overwritten', async (context) => {
  const cwd = writeFiles(context, { ...files, '.phase-docs.yaml': '' });
  const { code, stderr } = await runCli('derive minutes/a.md --kind minutes -o schemas/there.yaml', { cwd });
  assert.equal(code, 2);
  assert.match(stderr, /is there already, and nothing is overwritten/);
  assert.equal(readFileSync(join(cwd, 'schemas/there.yaml'), 'utf8'), files['schemas/there.yaml']);
});

test('what cannot be done is told', async (context) => {
  const cwd = writeFiles(context, { 'a.txt': '' });
  for (const [line, message] of [
    ['derive', /Name the documents/],
    ['derive . --kind handoff', /There are no documents of the kind `handoff`/],
    ['derive . --kind "X Y"', /is no name of a kind|Unknown|There is no/],
  ] as const) {
    const { code, stderr } = await runCli(line, { cwd });
    assert.equal(code, 2);
    assert.match(stderr, message);
  }
});

test('a mistake in a schema file stops the run, wherever it lies', async (context) => {
  const cwd = writeFiles(context, { ...files, 'schemas/minutes.yaml': 'kind: notes\ncolour: blue\n' });
  const { code, stderr } = await runCli('check minutes', { cwd });
  assert.equal(code, 2);
  assert.match(stderr, /schemas\/minutes\.yaml:2:1 {2}Unknown key "colour"/);
});

test('a schema of the team counts on the command line', async (context) => {
  const cwd = writeFiles(context, {
    ...files,
    'schemas/minutes.yaml': 'kind: notes\nsections: [{ name: Thanks, required: true }]\n',
  });
  const { code, stdout } = await runCli('check minutes', { cwd });
  assert.equal(code, 1);
  assert.match(stdout, /There is no section "Thanks"[^]*required by minutes\.yaml:2/);
});
