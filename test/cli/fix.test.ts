import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCli, writeFiles } from './support/runCli';

const moved = '# Phase 4 Handoff\r\n\r\nSee [notes](old/moved.md).\r\n';
const files = {
  'docs/001/TODO001_phase4_handoff.md': moved,
  'docs/001/deep/moved.md': '# Moved\n',
  'README.md': 'See [notes](old/moved.md).\n',
};

test('a dry run says what would be done', async (context) => {
  const cwd = writeFiles(context, files);
  const { code, stdout } = await runCli('fix docs --dry-run', { cwd });
  assert.equal(code, 0);
  assert.match(
    stdout,
    /^docs\/001\/TODO001_phase4_handoff\.md\n {2}3 {2}Change to \S+ {2}unresolved-reference\n\nWould fix 1 finding in 1 file\.\n$/,
  );
  assert.equal(readFileSync(join(cwd, 'docs/001/TODO001_phase4_handoff.md'), 'utf8'), moved);
});

test('fixes keep all other bytes, and there is nothing left to fix', async (context) => {
  const cwd = writeFiles(context, files);
  assert.match((await runCli('fix .', { cwd })).stdout, /Fixed 1 finding in 1 file\.\n$/);
  assert.equal(
    readFileSync(join(cwd, 'docs/001/TODO001_phase4_handoff.md'), 'utf8'),
    moved.replace('old/moved.md', 'deep/moved.md'),
  );
  assert.equal((await runCli('fix .', { cwd })).stdout, 'Nothing to fix.\n');
  assert.equal(readFileSync(join(cwd, 'README.md'), 'utf8'), files['README.md']);
});

test('a file that is there under two names is fixed once', async (context) => {
  const cwd = writeFiles(context, files);
  symlinkSync('TODO001_phase4_handoff.md', join(cwd, 'docs/001/PHASE4_HANDOFF.md'));
  assert.match((await runCli('fix . --dry-run', { cwd })).stdout, /Would fix 1 finding in 1 file\.\n$/);
  assert.match((await runCli('fix .', { cwd })).stdout, /Fixed 1 finding in 1 file\.\n$/);
  assert.equal(
    readFileSync(join(cwd, 'docs/001/TODO001_phase4_handoff.md'), 'utf8'),
    moved.replace('old/moved.md', 'deep/moved.md'),
  );
});

test('a byte order mark stays, and moves nothing', async (context) => {
  const name = 'docs/001/TODO001_phase4_handoff.md';
  const cwd = writeFiles(context, { ...files, [name]: '\uFEFF# Phase 4 Handoff, see [notes](old/moved.md)\n' });
  await runCli('fix .', { cwd });
  assert.equal(readFileSync(join(cwd, name), 'utf8'), '\uFEFF# Phase 4 Handoff, see [notes](deep/moved.md)\n');
});

test('a path is needed, and one that is there', async (context) => {
  const cwd = writeFiles(context, files);
  for (const line of ['fix', 'fix nowhere']) {
    const { code, stderr } = await runCli(line, { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /Name what is to be fixed|There is no `nowhere`/);
  }
});
