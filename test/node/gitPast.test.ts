import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { neverCancelled } from '../../server/src/host';
import { createGitPast } from '../../server/src/node/gitPast';

describe('earlier versions from git', () => {
  const past = createGitPast();
  let repository = '';
  const root = (folder = '') => pathToFileURL(path.join(repository, folder)).href;
  const commit = (seconds: number, files: Record<string, string | Uint8Array>) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(repository, file)), { recursive: true });
      writeFileSync(path.join(repository, file), text);
    }
    const date = `${seconds} +0000`;
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    execFileSync('git', ['add', '-A'], { cwd: repository });
    execFileSync('git', ['commit', '-q', '-m', 'change'], { cwd: repository, env });
  };

  before(() => {
    repository = mkdtempSync(path.join(tmpdir(), 'phase-docs-past-'));
    for (const args of [
      ['init', '-q'],
      ['config', 'user.name', 'Test'],
      ['config', 'user.email', 'test@example.org'],
      ['config', 'commit.gpgsign', 'false'],
    ])
      execFileSync('git', args, { cwd: repository });
    commit(1_000_000_000, { 'docs/ä (b).md': 'one\n', 'docs/empty.md': '', 'src/a.ts': '1' });
    symlinkSync('docs/empty.md', path.join(repository, 'link.md'));
    commit(1_100_000_000, { 'docs/ä (b).md': `two ${'x'.repeat(200_000)}`, 'docs/binary.md': Uint8Array.of(35, 0) });
    commit(1_200_000_000, { 'src/a.ts': '2' });
    writeFileSync(path.join(repository, 'docs/new.md'), 'not committed');
  });
  after(() => rmSync(repository, { recursive: true, force: true }));

  const at = async (folder: string, index: number) => {
    const revisions = (await past.revisions(root(folder), [''])) ?? [];
    const version = await past.at(root(folder), revisions[index]?.hash ?? '');
    assert.ok(version);
    return version;
  };

  it('tells the commits that changed something below the folders, the newest first', async () => {
    const times = async (folder: string, folders: string[]) =>
      (await past.revisions(root(folder), folders))?.map(({ committedAt }) => committedAt);
    assert.deepEqual(await times('', ['']), [1_200_000_000, 1_100_000_000, 1_000_000_000]);
    assert.deepEqual(await times('', ['docs']), [1_100_000_000, 1_000_000_000]);
    assert.deepEqual(await times('', ['docs', 'src']), [1_200_000_000, 1_100_000_000, 1_000_000_000]);
    assert.deepEqual(await times('src', ['']), [1_200_000_000, 1_000_000_000]);
  });

  it('shows the files of a commit, whatever is on disk now', async () => {
    const version = await at('', 2);
    const { host } = version;
    const files = (await host.listFiles(root(), neverCancelled)).map((file) => file.path);
    assert.deepEqual(files.sort(), ['docs/empty.md', 'docs/ä (b).md', 'src/a.ts']);
    const read = (file: string) => host.readFile(root(file));
    assert.deepEqual(await Promise.all(['docs/ä (b).md', 'src/a.ts', 'docs/empty.md', 'docs/new.md'].map(read)), [
      'one\n',
      '1',
      '',
      undefined,
    ]);
    version.dispose();
    assert.equal(await read('src/a.ts'), undefined, 'nothing hangs once it is over');
  });

  it('counts from a folder inside, reads what comes in pieces, and leaves out links and what is no text', async () => {
    const version = await at('docs', 0);
    const { host } = version;
    const files = (await host.listFiles(root('docs'), neverCancelled)).map((file) => file.path);
    assert.deepEqual(files.sort(), ['binary.md', 'empty.md', 'ä (b).md']);
    assert.equal((await host.readFile(root('docs/ä (b).md')))?.length, 200_004);
    assert.equal(await host.readFile(root('docs/binary.md')), undefined);
    version.dispose();
    const whole = await at('', 0);
    const all = (await whole.host.listFiles(root(), neverCancelled)).map((file) => file.path);
    assert.ok(!all.includes('link.md'));
    whole.dispose();
  });

  it('knows nothing where there is no repository or no such commit', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'phase-docs-no-git-'));
    assert.equal(await past.revisions(pathToFileURL(outside).href, ['']), undefined);
    rmSync(outside, { recursive: true });
    assert.equal(await past.revisions('memory:/w', ['']), undefined);
    assert.equal(await past.at(root(), '0'.repeat(40)), undefined);
    assert.equal(await past.at(root(), '--output=x'), undefined);
  });
});
