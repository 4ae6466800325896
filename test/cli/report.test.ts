import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { runCli, writeFiles } from './support/runCli';

const harbor = 'examples/harbor';
const files = {
  '.git/HEAD': '',
  'docs/001/TODO001_phase1_handoff.md': '# Phase 1 Handoff\n\n100% of the records were imported\n',
};

for (const format of ['html', 'markdown', 'json'])
  test(`the example as ${format}: the same bytes each time`, async () => {
    const { code, stdout, stderr } = await runCli(`report --no-trend --format ${format}`, { cwd: harbor });
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /TODO001_phase2_handoff\.md/);
    assert.equal((await runCli(`report --no-trend --format ${format}`, { cwd: harbor })).stdout, stdout);
  });

test('every link of the example leads to a line that is there, from wherever the report is', async (context) => {
  const folder = writeFiles(context, {});
  const { code, stdout } = await runCli(`report --no-trend --output ${folder}/report.html`, { cwd: harbor });
  assert.deepEqual([code, stdout], [0, '']);
  const page = readFileSync(join(folder, 'report.html'), 'utf8');
  const targets = [...page.matchAll(/ href="([^"#]+)#L(\d+)"/g)];
  assert.ok(targets.length > 50);
  for (const [, target = '', line] of targets) {
    const file = join(folder, decodeURIComponent(target));
    assert.ok(existsSync(file), `${target} is not there`);
    assert.ok(Number(line) <= readFileSync(file, 'utf8').split('\n').length, `${target} has no line ${line}`);
  }
});

test('links can lead to a forge', async (context) => {
  const cwd = writeFiles(context, files);
  const { stdout } = await runCli('report --format markdown --links http://forge.test/p/blob/main/', { cwd });
  assert.match(stdout, /\(http:\/\/forge\.test\/p\/blob\/main\/docs\/001\/TODO001_phase1_handoff\.md#L1\)/);
});

test('only what was asked for is told', async (context) => {
  const cwd = writeFiles(context, { ...files, 'docs/002/TODO002_phase1_notes.md': '# Phase 1 Notes\n' });
  const names = async (path: string) => {
    const { stdout } = await runCli(`report ${path} --format json`, { cwd });
    const { initiatives } = JSON.parse(stdout) as { initiatives: { path: string }[] };
    return initiatives.map((initiative) => initiative.path);
  };
  assert.deepEqual(await names(''), ['docs/001', 'docs/002']);
  assert.deepEqual(await names('docs/002'), ['docs/002']);
  assert.deepEqual(await names('docs/001/TODO001_phase1_handoff.md'), ['docs/001']);
});

test('a report never takes the place of a phase document', async (context) => {
  const cwd = writeFiles(context, files);
  const path = 'docs/001/TODO001_phase1_handoff.md';
  const { code, stderr } = await runCli(`report --format markdown --output ${path}`, { cwd });
  assert.equal(code, 2);
  assert.match(stderr, /is a phase document; the report would overwrite it/);
  assert.match(readFileSync(join(cwd, path), 'utf8'), /^# Phase 1 Handoff/);
});

test('the trend comes from git; without it, it is unknown', async (context) => {
  const cwd = writeFiles(context, { 'docs/001/TODO001_phase1_handoff.md': '# Phase 1 Handoff\n' });
  const trendOf = async () => {
    const { stdout } = await runCli('report --format json', { cwd });
    return (JSON.parse(stdout) as { trend: { state: string; points?: { date?: string }[] } }).trend;
  };
  assert.equal((await trendOf()).state, 'unknown');
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd,
        env: { ...process.env, GIT_COMMITTER_DATE: '1700000000 +0000', GIT_CEILING_DIRECTORIES: dirname(cwd) },
      },
    );
  git('init', '-q');
  assert.equal((await trendOf()).state, 'unknown', 'nothing was ever committed');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  const { state, points } = await trendOf();
  assert.equal(state, 'known');
  assert.deepEqual(
    points?.map(({ date }) => date),
    ['2023-11-14', undefined],
  );
});
