import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createGitAuthorship } from '../../server/src/node/gitAuthorship';

describe('git authorship', () => {
  const authorship = createGitAuthorship();
  let repository = '';
  const root = (folder = '') => pathToFileURL(path.join(repository, folder)).href;
  const run = (...args: string[]) => execFileSync('git', args, { cwd: repository, encoding: 'utf8' });
  const write = (file: string, text: string) => writeFileSync(path.join(repository, file), text);
  const commitAs = (name: string) => {
    run('add', '-A');
    run('-c', `user.name=${name}`, '-c', `user.email=${name}@example.org`, 'commit', '-q', '-m', 'change');
  };

  before(() => {
    repository = mkdtempSync(path.join(tmpdir(), 'phase-docs-authors-'));
    run('init', '-q', '-b', 'main');
    run('config', 'user.name', 'Test User');
    run('config', 'user.email', 'test@example.org');
    run('config', 'commit.gpgsign', 'false');
    mkdirSync(path.join(repository, 'docs'));
    write('docs/ä b.md', 'one\ntwo äöü\n');
    write('docs/c.md', 'c\n');
    commitAs('ada');
    run('checkout', '-q', '-b', 'work');
    write('docs/ä b.md', 'one\ntwo äöü\nthree\n');
    write('docs/new.md', 'new\n');
    commitAs('bob');
    run('checkout', '-q', 'main');
    write('docs/c.md', 'changed on main\n');
    commitAs('ada');
    run('checkout', '-q', 'work');
  });
  after(() => rmSync(repository, { recursive: true, force: true }));

  it('gives files as they were where the branch parted, and not those that are new', async () => {
    const texts = await authorship.textsSince(root(), 'main', ['docs/ä b.md', 'docs/new.md', 'docs/c.md', 'docs']);
    assert.deepEqual(
      [...(texts ?? [])],
      [
        ['docs/ä b.md', 'one\ntwo äöü\n'],
        ['docs/c.md', 'c\n'],
      ],
    );
  });

  it('counts from the folder that it is asked about', async () => {
    assert.deepEqual([...((await authorship.textsSince(root('docs'), 'main', ['c.md'])) ?? [])], [['c.md', 'c\n']]);
  });

  it('knows no such branch, and takes no ref for an option', async () => {
    for (const ref of ['nonsense', '--help', '-1', '', 'main:docs/c.md', 'HEAD\nmain']) {
      assert.equal(await authorship.textsSince(root(), ref, ['docs/c.md']), undefined, ref);
    }
  });

  it('tells who wrote each line, and who writes now', async () => {
    write('docs/ä b.md', 'changed and not committed\n');
    const lines = await authorship.authoredLines(root(), 'docs/ä b.md');
    assert.deepEqual(lines, [
      { text: 'one', author: 'ada <ada@example.org>' },
      { text: 'two äöü', author: 'ada <ada@example.org>' },
      { text: 'three', author: 'bob <bob@example.org>' },
    ]);
    assert.equal(await authorship.user(root()), 'Test User <test@example.org>');
    assert.equal(await authorship.authoredLines(root(), 'docs/nowhere.md'), undefined);
  });

  it('says nothing where there is no repository', async () => {
    assert.equal(await authorship.textsSince('vscode-vfs://x/y', 'main', []), undefined);
    assert.equal(await authorship.user('vscode-vfs://x/y'), undefined);
    assert.equal(await authorship.authoredLines('vscode-vfs://x/y', 'a.md'), undefined);
  });

  it('starts nothing that the repository names', async () => {
    const trap = path.join(repository, 'trap.sh');
    const sprung = path.join(repository, 'sprung');
    write('trap.sh', `#!/bin/sh\ntouch '${sprung}'\ncat\n`);
    execFileSync('chmod', ['+x', trap]);
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'diff.trap.textconv',
      'filter.trap.clean',
      'filter.trap.smudge',
      'diff.external',
    ]) {
      run('config', key, trap);
    }
    write('.gitattributes', '*.md diff=trap filter=trap\n');
    await authorship.textsSince(root(), 'main', ['docs/ä b.md']);
    await authorship.authoredLines(root(), 'docs/ä b.md');
    await authorship.user(root());
    assert.ok(!existsSync(sprung));
  });
});
