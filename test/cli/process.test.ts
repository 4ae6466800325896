/** The built program in a process of its own: what `run()` cannot show. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const cli = 'dist/cli.js';

function phaseDocs(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
}

test('version and exit codes', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const { status, stdout, stderr } = phaseDocs('--version');
  assert.deepEqual([status, stdout, stderr], [0, `${version}\n`, '']);
  assert.equal(phaseDocs('check', 'examples/harbor').status, 1);
  assert.equal(phaseDocs('check', 'nowhere').status, 2);
});

test('a reader that stops early is no error', async () => {
  const child = spawn(process.execPath, [cli, 'check', 'examples/harbor', '--format', 'sarif'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  assert.equal(errors, '');
});

test('`lsp --stdio` serves the protocol', async () => {
  const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: process.pid, rootUri: null, capabilities: {} },
  });
  child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (output.includes('"serverInfo"')) resolve();
    });
    child.once('exit', () => reject(new Error(`ended: ${output}`)));
  });
  assert.match(output, /"name":"phase-docs"/);
  child.kill();
});

test('the help of `lsp` does not start a server', () => {
  assert.match(phaseDocs('lsp', '--stdio', '--help').stdout, /^Usage: phase-docs lsp/);
});
