import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchGolden, runCli, writeFiles } from './support/runCli';

const ferry = {
  '.phase-docs.yaml': '',
  'docs/ferry/001/TODO001.md': '# To do\n',
  'docs/ferry/001/TODO001_phase3_notes.md': '# Phase 3 Notes\n\n## Implementation\n\n- one\n',
  'docs/ferry/001/TODO001_phase4_notes.md': '# Phase 4 Notes\n\n## Implementation\n\n- two\n',
  'docs/ferry/001/TODO001_phase4_handoff.md': '# Phase 4 Handoff\n\n## Deferred\n\n- [ ] Winter timetable\n',
};
const folder = 'docs/ferry/001';

test('phase 4 of the example project', async () => {
  const { code, stdout, stderr } = await runCli('new --phase 4 --dry-run', { cwd: 'examples/harbor' });
  assert.deepEqual([code, stderr], [0, '']);
  matchGolden('harbor/new.txt', stdout);
});

test('writes what is not there, and nothing else', async (context) => {
  const cwd = writeFiles(context, { ...ferry, [`${folder}/TODO001_phase5_notes.md`]: '# Mine\n' });
  const { code, stdout } = await runCli('new --phase 5 --kinds notes,handoff', { cwd });
  assert.deepEqual(
    [code, stdout],
    [
      0,
      `There already, left as it is: ${folder}/TODO001_phase5_notes.md\nWritten: ${folder}/TODO001_phase5_handoff.md\n`,
    ],
  );
  assert.equal(readFileSync(join(cwd, folder, 'TODO001_phase5_notes.md'), 'utf8'), '# Mine\n');
  assert.match(readFileSync(join(cwd, folder, 'TODO001_phase5_handoff.md'), 'utf8'), /^# Phase 5/);
});

test('without a phase the one that follows; an inserted one comes after the phase before it', async (context) => {
  const cwd = writeFiles(context, ferry);
  const next = await runCli('new --kinds prompt --dry-run', { cwd });
  assert.match(next.stdout, /^==> docs\/ferry\/001\/PHASE5_PROMPT\.md\n\n# Phase 5[^]*Winter timetable/);
  const inserted = await runCli(`new ${folder} --phase 3.5 --kinds notes --dry-run`, { cwd });
  assert.match(inserted.stdout, /^==> docs\/ferry\/001\/TODO001_phase3\.5_notes\.md\n/);
  assert.doesNotMatch(inserted.stdout, /Winter timetable/);
  assert.ok(!existsSync(join(cwd, folder, 'PHASE5_PROMPT.md')));
});

test('the folder of an initiative means it, though another lies inside', async (context) => {
  const inner = `${folder}/TVD/001/TODO001_phase7_notes.md`;
  const cwd = writeFiles(context, {
    ...ferry,
    [`${folder}/TVD/001/TODO001.md`]: '# To do\n',
    [inner]: '# Phase 7 Notes\n',
  });
  const { stdout, stderr } = await runCli(`new ${folder} --kinds notes --dry-run`, { cwd });
  assert.deepEqual([stdout.split('\n')[0], stderr], [`==> ${folder}/TODO001_phase5_notes.md`, '']);
});

test('what cannot be made is explained', async (context) => {
  const cwd = writeFiles(context, { ...ferry, 'docs/piers/001/TODO001_phase1_notes.md': '# Phase 1 Notes\n' });
  const failing = async (line: string) => {
    const { code, stderr } = await runCli(line, { cwd });
    assert.equal(code, 2);
    return stderr;
  };
  assert.match(
    await failing('new'),
    /several initiatives in `\.`\. Name one of `docs\/ferry\/001`, `docs\/piers\/001`/,
  );
  assert.match(await failing(`new ${folder} --phase next`), /"next" is no phase/);
  assert.match(await failing(`new ${folder} --kinds diary`), /`diary` cannot be written/);
  assert.match(await failing(`new ${folder} --after 2 --phase 5`), /no documents of phase 2/);
  assert.match(await failing('new docs/nowhere'), /There is no `docs\/nowhere`/);
});
