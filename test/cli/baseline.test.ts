import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkSarif } from './support/checkSarif';
import { runCli, writeFiles } from './support/runCli';

const document = 'docs/001/TODO001_phase1_handoff.md';
const file = '.phase-docs-baseline.yaml';
const text = '# Phase 1 Handoff\n\n## Results\n\n- 100% of the records were imported\n';
const files = { '.git/HEAD': '', [document]: text };

test('existing findings do not fail the run, new ones do', async (context) => {
  const cwd = writeFiles(context, files);
  assert.equal((await runCli('check', { cwd })).code, 1);
  const { code, stdout } = await runCli('baseline docs', { cwd });
  assert.equal(code, 0);
  assert.match(stdout, /^\d+ known findings in 1 document\.\nWritten: \.phase-docs-baseline\.yaml\n$/);
  const clean = await runCli('check', { cwd });
  assert.equal(clean.code, 0);
  assert.match(clean.stdout, /^Nothing to report in 1 document\. \d+ known findings in the baseline\.\n/);
  const results = checkSarif((await runCli('check --format sarif', { cwd })).stdout);
  assert.ok(results.length > 0 && results.every(({ suppressions }) => suppressions?.length === 1));
  writeFileSync(join(cwd, document), `${text}- 100% of the users migrated\n`);
  const { code: failed, stdout: found } = await runCli('check', { cwd });
  assert.equal(failed, 1);
  assert.match(found, /1 warning in 1 of 1 document/);
  assert.match(found, /6:\d+ .*users migrated/);
});

test('a baseline is never overwritten unless that is asked for', async (context) => {
  const cwd = writeFiles(context, files);
  await runCli('baseline', { cwd });
  const first = readFileSync(join(cwd, file), 'utf8');
  writeFileSync(join(cwd, document), `${text}- 100% of the users migrated\n`);
  const { code, stdout, stderr } = await runCli('baseline', { cwd });
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /There is a `\.phase-docs-baseline\.yaml` already; it is left as it is/);
  assert.equal(readFileSync(join(cwd, file), 'utf8'), first);
  assert.match((await runCli('baseline --prune', { cwd })).stdout, /: 0 new, 0 settled\./);
  assert.equal(readFileSync(join(cwd, file), 'utf8'), first, 'pruning adds nothing');
  assert.match((await runCli('baseline --update', { cwd })).stdout, /: 1 new, 0 settled\./);
  assert.match(readFileSync(join(cwd, file), 'utf8'), /100% of the users migrated/);
  assert.equal((await runCli('check', { cwd })).code, 0);
});

test('what is settled can be taken out', async (context) => {
  const cwd = writeFiles(context, files);
  await runCli('baseline', { cwd });
  writeFileSync(join(cwd, document), text.replace('- 100% of the records were imported', 'Work goes on.'));
  assert.match((await runCli('baseline --prune', { cwd })).stdout, /: 0 new, 1 settled\./);
  assert.doesNotMatch(readFileSync(join(cwd, file), 'utf8'), /records/);
});

test('a dry run prints what would be written', async (context) => {
  const cwd = writeFiles(context, files);
  const { stdout } = await runCli('baseline --dry-run', { cwd });
  assert.ok(!existsSync(join(cwd, file)));
  await runCli('baseline', { cwd });
  assert.equal(readFileSync(join(cwd, file), 'utf8'), stdout);
});

test('a baseline that cannot be read makes the run fail', async (context) => {
  const cwd = writeFiles(context, { ...files, [file]: 'version: 3\n' });
  const { code, stderr } = await runCli('check', { cwd });
  assert.equal(code, 2);
  assert.match(stderr, /\.phase-docs-baseline\.yaml:1:1 .*version: 1/);
  assert.equal((await runCli('baseline --prune', { cwd: writeFiles(context, files) })).code, 2, 'there is none');
});
