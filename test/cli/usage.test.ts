import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchGolden, runCli } from './support/runCli';

test('help', async () => {
  const outputs: string[] = [];
  for (const line of ['--help', 'check --help', 'claims --help', 'status -h', 'help explain', 'lsp --help']) {
    const { code, stdout, stderr } = await runCli(line);
    assert.deepEqual([code, stderr], [0, ''], line);
    outputs.push(`$ phase-docs ${line}\n${stdout}`);
    for (const text of stdout.split('\n')) assert.ok(text.length <= 100, text);
  }
  matchGolden('help.txt', outputs.join('\n'));
});

test('version', async () => {
  assert.deepEqual(await runCli('--version'), { code: 0, stdout: '0.0.0-test\n', stderr: '' });
});

test('without a command the overview goes to standard error', async () => {
  const { code, stdout, stderr } = await runCli('');
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /^Usage: phase-docs COMMAND/);
});

const mistakes: readonly (readonly [line: string, words: RegExp])[] = [
  ['chekc', /Unknown command `chekc`\. Did you mean `check`\?/],
  ['examples/harbor', /Unknown command `examples\/harbor`.*\n.*phase-docs check PATH/],
  ['help chekc', /Unknown command `chekc`/],
  ['--verison', /Unknown option `--verison`\. Did you mean `--version`\?/],
  ['check --fromat json', /Unknown option `--fromat`\. Did you mean `--format`\?/],
  ['check -x', /Unknown option `-x`/],
  ['check --format', /`--format` needs a value: one of text, json, sarif, junit, github, markdown\./],
  ['check --format --quiet', /`--format` needs a value/],
  ['check --format=', /`--format` needs a value/],
  [
    'check --format jsno',
    /`--format jsno` is not possible\. Did you mean `json`\? Choose one of text, json, sarif, junit, github, markdown\./,
  ],
  ['check --severity hint', /`--severity hint` is not possible\. Choose one of information, warning, error\./],
  ['check --quiet=yes', /`--quiet` takes no value\./],
  ['check --output', /`--output` needs a value\./],
  ['check examples/harbro', /There is no `examples\/harbro`\. Did you mean `examples\/harbor`\?/],
  ['check nowhere/at/all', /There is no `nowhere\/at\/all`\. Its folder `nowhere\/at` is not there either\./],
  ['status examples/harbro', /There is no `examples\/harbro`\. Did you mean/],
  ['claims --verdict', /`--verdict` needs a value/],
  ['claims --verdict suported', /`suported` is no verdict\. Did you mean `supported`\?/],
  ['claims examples/harbro', /There is no `examples\/harbro`\. Did you mean/],
  ['explain unsuported-claim', /There is no rule `unsuported-claim`\. Did you mean `unsupported-claim`\?/],
  ['explain a b', /one rule at a time/],
  ['lsp', /phase-docs lsp --stdio/],
];

for (const [line, words] of mistakes) {
  test(`phase-docs ${line}`, async () => {
    const { code, stdout, stderr } = await runCli(line);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, words);
    assert.match(stderr, /^phase-docs: /);
    assert.doesNotMatch(stderr, /internal error/);
  });
}
