import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileGlobs } from '../../server/src/model/glob';

const cases: readonly [glob: string, path: string, matches: boolean][] = [
  ['archive/**', 'archive/a/b.md', true],
  ['archive/', 'archive/a/b.md', true],
  ['**/archive/**', 'docs/archive/b.md', true],
  ['archive', 'docs/archive/a/b.md', true],
  ['docs/archive', 'docs/archive/a/b.md', true],
  ['docs/archive', 'docs/archived/b.md', false],
  ['docs/a*', 'docs/archive/b.md', false],
  ['', 'a.md', false],
  ['/', 'a.md', false],
  ['archive/**', 'docs/archive/b.md', false],
  ['*.tmp.md', 'docs/a.tmp.md', true],
  ['/*.md', 'docs/a.md', false],
  ['docs/*.md', 'docs/a/b.md', false],
  ['docs/?.md', 'docs/a.md', true],
  ['a*b*c.md', 'aXbXbXc.md', true],
  ['a*b*c.md', 'aXbXbX.md', false],
];

for (const [glob, path, matches] of cases) {
  test(`${glob} ${matches ? 'matches' : 'does not match'} ${path}`, () => {
    assert.equal(compileGlobs([glob])(path), matches);
  });
}

test('a hostile glob stays fast', () => {
  assert.equal(compileGlobs([`${'**/a*a*'.repeat(50)}b`])(`${'aaaaaaaaaa/'.repeat(200)}c`), false);
});
