import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchGolden, runCli, writeFiles } from './support/runCli';

test('the example project', async () => {
  const { code, stdout, stderr } = await runCli('status', { cwd: 'examples/harbor' });
  assert.deepEqual([code, stderr], [0, '']);
  matchGolden('harbor/status.txt', stdout);
});

test('JSON has the same initiatives, phases and documents', async () => {
  const { stdout } = await runCli('status examples/harbor --format json');
  const { schemaVersion, initiatives } = JSON.parse(stdout) as {
    schemaVersion: number;
    initiatives: { path: string; documents: object[]; phases: { name: string; documents: { path: string }[] }[] }[];
  };
  assert.equal(schemaVersion, 1);
  const [initiative, ...others] = initiatives;
  assert.ok(initiative && others.length === 0);
  assert.equal(initiative.path, 'examples/harbor/docs/initiatives/booking/berth_planner/001');
  assert.deepEqual(
    initiative.phases.map(({ name, documents }) => [name, documents.length]),
    [
      ['Phase 1', 5],
      ['Phase 2', 4],
      ['Phase 3', 3],
    ],
  );
  assert.equal(initiative.phases[0]?.documents[0]?.path, `${initiative.path}/PHASE1_PROMPT.md`);
});

test('JSON has the chain: declared beside found, what is open, what contradicts', async () => {
  const { stdout } = await runCli('status --format json', { cwd: 'examples/harbor' });
  const { initiatives } = JSON.parse(stdout) as { initiatives: { chain: object }[] };
  matchGolden('harbor/chain.json', `${JSON.stringify(initiatives[0]?.chain, undefined, 2)}\n`);
});

test('shows the initiatives below a folder, and the one that holds it', async (context) => {
  const text = '# Phase 1 Notes\n';
  const cwd = writeFiles(context, {
    '.git/HEAD': '',
    'docs/a/001/TODO001_phase1_notes.md': text,
    'docs/b/001/TODO001_phase1_notes.md': text,
    'docs/b/001/extra/x.txt': '',
  });
  const shown = async (path: string) => {
    const { stdout } = await runCli(`status ${path}`, { cwd });
    return ['a/001', 'b/001'].filter((name) => stdout.includes(name));
  };
  assert.deepEqual(await shown(''), ['a/001', 'b/001']);
  assert.deepEqual(await shown('docs/a'), ['a/001']);
  assert.deepEqual(await shown('docs/b/001/extra'), ['b/001']);
  assert.deepEqual(await shown('docs/b/001/TODO001_phase1_notes.md'), ['b/001']);
});

test('without phase documents', async (context) => {
  const cwd = writeFiles(context, { 'README.md': '# Read me\n' });
  assert.deepEqual(await runCli('status', { cwd }), { code: 0, stdout: 'No phase documents found.\n', stderr: '' });
});
