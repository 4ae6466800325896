import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchGolden, runCli, writeFiles } from './support/runCli';

const gates = {
  '.phase-docs.yaml': '',
  'docs/001/PRD001.md': '# PRD\n\n## Requirements\n\n- **FR-1**: Gates | "close", =fast\n- Bells ring twice\n',
  'docs/001/TODO001.md': '# To do\n\n- [x] Gates (FR-1)\n',
  'docs/001/TODO001_phase1_handoff.md':
    '# Phase 1 Handoff\n\n## Results\n\n- FR-1: all 12 tests passed: `reports/gates.xml`\n',
  'docs/002/TODO002_phase1_notes.md': '# Phase 1 Notes\n',
  'reports/gates.xml': '<testsuite name="gates" tests="12" failures="0" errors="0" skipped="0"></testsuite>\n',
};

test('the example project', async () => {
  const { code, stdout, stderr } = await runCli('trace', { cwd: 'examples/harbor' });
  assert.deepEqual([code, stderr], [0, '']);
  matchGolden('harbor/trace.txt', stdout);
});

test('each format tells the same', async (context) => {
  const cwd = writeFiles(context, gates);
  for (const [format, name] of [
    ['text', 'trace.txt'],
    ['markdown', 'trace.md'],
    ['csv', 'trace.csv'],
    ['json', 'trace.json'],
  ] as const) {
    const { code, stdout, stderr } = await runCli(`trace --format ${format}`, { cwd });
    assert.deepEqual([code, stderr], [0, ''], format);
    matchGolden(`gates/${name}`, stdout);
  }
});

test('paths are those of the current folder; a folder without requirements says so', async (context) => {
  const cwd = writeFiles(context, gates);
  const { stdout } = await runCli('trace --format csv', { cwd: `${cwd}/docs` });
  assert.match(stdout, /001\/TODO001_phase1_handoff\.md:5 supported,\.\.\/reports\/gates\.xml,/);
  assert.equal((await runCli('trace docs/002', { cwd })).stdout, 'No requirements found in: docs/002.\n');
  assert.equal((await runCli('trace reports', { cwd })).stdout, 'No phase documents found.\n');
});
