import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchGolden, runCli, writeFiles } from './support/runCli';

const files = {
  'docs/TODO001.md': '# To-do\n',
  'docs/TODO001_phase1_notes.md': '# Phase 1\n',
  'docs/TODO001_phase1_handoff.md': '# Phase 1\n',
  'docs/HANDOFF_TEMPLATE.md': '# Phase N\n',
};

test('init --dry-run prints and writes nothing', async (context) => {
  const cwd = writeFiles(context, files);
  const { code, stdout, stderr } = await runCli('init --dry-run', { cwd });
  assert.deepEqual([code, stderr], [0, '']);
  assert.ok(!existsSync(join(cwd, '.phase-docs.yaml')));
  matchGolden('init.txt', stdout);
});

test('init writes a configuration that can be used, once', async (context) => {
  const cwd = writeFiles(context, files);
  const first = await runCli('init docs', { cwd });
  assert.deepEqual(
    [first.code, first.stdout],
    [0, 'Found: 3 documents of 1 phase in 1 initiative.\nWritten: docs/.phase-docs.yaml\n'],
  );
  const written = readFileSync(join(cwd, 'docs/.phase-docs.yaml'), 'utf8');
  const second = await runCli('init docs', { cwd });
  assert.equal(second.code, 2);
  assert.match(second.stderr, /There is a `docs\/\.phase-docs\.yaml` already; it is left as it is\./);
  assert.equal(readFileSync(join(cwd, 'docs/.phase-docs.yaml'), 'utf8'), written);
  assert.equal((await runCli('status', { cwd })).code, 0);
});

test('init takes one folder', async (context) => {
  const cwd = writeFiles(context, files);
  assert.match((await runCli('init docs/TODO001.md', { cwd })).stderr, /is a file\. Name the folder/);
  assert.match((await runCli('init a b', { cwd })).stderr, /one folder at a time/);
});
