import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createGitHistory } from '../../server/src/node/gitHistory';

describe('git history', () => {
  const history = createGitHistory();
  let repository = '';
  let hash = '';
  const root = (folder = '') => pathToFileURL(path.join(repository, folder)).href;
  const run = (...args: string[]) => execFileSync('git', args, { cwd: repository, encoding: 'utf8' });
  const commit = (seconds: number, files: Record<string, string>) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(repository, file)), { recursive: true });
      writeFileSync(path.join(repository, file), text);
    }
    const date = `${seconds} +0000`;
    run('add', '-A');
    execFileSync('git', ['commit', '-q', '-m', 'change'], {
      cwd: repository,
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    });
  };

  before(() => {
    repository = mkdtempSync(path.join(tmpdir(), 'phase-docs-git-'));
    run('init', '-q');
    run('config', 'user.name', 'Test');
    run('config', 'user.email', 'test@example.org');
    run('config', 'commit.gpgsign', 'false');
    commit(1_000_000_000, { 'reports/run.xml': '1', 'src/ä b.ts': '1', 'docs/a.md': '1' });
    commit(1_100_000_000, { 'src/ä b.ts': '2', 'docs/edited.md': '1' });
    hash = run('rev-parse', 'HEAD').trim();
    writeFileSync(path.join(repository, 'docs/edited.md'), 'edited since');
    writeFileSync(path.join(repository, 'new.md'), 'never committed');
  });
  after(() => rmSync(repository, { recursive: true, force: true }));

  it('tells when files were last committed, and nothing of those that have changed since', async () => {
    const times = await history.committedAt(root(), [
      'reports/run.xml',
      'src/ä b.ts',
      'docs/edited.md',
      'new.md',
      'gone.md',
    ]);
    assert.deepEqual([...times].sort(), [
      ['reports/run.xml', 1_000_000_000],
      ['src/ä b.ts', 1_100_000_000],
    ]);
  });

  it('counts from the folder that it is asked about', async () => {
    assert.deepEqual([...(await history.committedAt(root('docs'), ['a.md', 'edited.md']))], [['a.md', 1_000_000_000]]);
  });

  it('knows its commits, in full and in short', async () => {
    const short = hash.slice(0, 8);
    const nobody = '0123456789abcdef0123456789abcdef01234567';
    assert.deepEqual(
      [...(await history.hasCommits(root(), [hash, short, nobody, 'not a hash', '--help']))],
      [
        [hash, true],
        [short, true],
        [nobody, false],
      ],
    );
  });

  it('tells the newest commits that touched files', async () => {
    const touching = await history.commitsTouching?.(root(), ['src/ä b.ts', 'reports/run.xml', 'gone.md']);
    assert.deepEqual(
      [...(touching ?? [])].map(([file, commits]) => [file, commits.map(({ time, subject }) => `${time} ${subject}`)]),
      [
        ['src/ä b.ts', ['1100000000 change', '1000000000 change']],
        ['reports/run.xml', ['1000000000 change']],
      ],
    );
    assert.equal(touching?.get('src/ä b.ts')?.[0]?.hash, hash);
    assert.deepEqual(
      [...((await history.commitsTouching?.(root('docs'), ['a.md'])) ?? [])].map(([file]) => file),
      ['a.md'],
    );
  });

  it('says nothing where there is no repository', async () => {
    const elsewhere = pathToFileURL(mkdtempSync(path.join(tmpdir(), 'phase-docs-nogit-'))).href;
    assert.equal((await history.committedAt(elsewhere, ['a.md'])).size, 0);
    assert.equal((await history.hasCommits('vscode-vfs://x/y', [hash])).size, 0);
    assert.equal((await history.commitsTouching?.(elsewhere, ['a.md']))?.size, 0);
    rmSync(new URL(elsewhere), { recursive: true });
  });

  it('starts nothing that the repository names', async () => {
    const trap = path.join(repository, 'trap.sh');
    const sprung = path.join(repository, 'sprung');
    writeFileSync(trap, `#!/bin/sh\ntouch '${sprung}'\n`, { mode: 0o755 });
    run('config', 'core.fsmonitor', trap);
    run('config', 'core.pager', trap);
    await history.committedAt(root(), ['reports/run.xml']);
    await history.hasCommits(root(), [hash]);
    assert.throws(() => execFileSync('ls', [sprung], { stdio: 'ignore' }));
  });

  it('tells where files were moved, however often', async () => {
    run('mv', 'docs/a.md', 'docs/b.md');
    commit(1_200_000_000, {});
    mkdirSync(path.join(repository, 'docs/old'));
    run('mv', 'docs/b.md', 'docs/old/c d.md');
    commit(1_300_000_000, {});
    assert.deepEqual([...((await history.renames?.(root())) ?? [])].sort(), [
      ['docs/a.md', 'docs/old/c d.md'],
      ['docs/b.md', 'docs/old/c d.md'],
    ]);
    assert.deepEqual([...((await history.renames?.(root('docs'))) ?? [])].sort(), [
      ['a.md', 'old/c d.md'],
      ['b.md', 'old/c d.md'],
    ]);
  });
});
