import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../server/src/rules/index';
import { runCli } from './support/runCli';

test('every rule has a page', async () => {
  for (const { id } of rules) {
    const { code, stdout, stderr } = await runCli(`explain ${id}`);
    assert.deepEqual([code, stderr], [0, ''], id);
    assert.ok(stdout.startsWith(`${id}\n\n`), stdout.slice(0, 80));
    assert.match(stdout, /\nWHY\n/);
  }
});

test('without a rule it lists them', async () => {
  const { code, stdout } = await runCli('explain');
  assert.equal(code, 0);
  assert.deepEqual(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]),
    rules.map(({ id }) => id),
  );
});
