/** What new documents hold besides their schema: measured values, the team's own templates, the shape of earlier ones. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neverCancelled } from '../../server/src/host';
import { diagnose, openWorkspace } from '../support/inMemoryWorkspace';

const berths = {
  '/docs/berths/003/TODO003_phase8_handoff.md':
    '# Phase 8 Handoff\n\n**Status**: In progress\n\n## Completion Status\n\n- [ ] Draught is checked against the chart\n',
};

async function plan(
  files: Readonly<Record<string, string>>,
  phase: string,
  nextPhase: string,
  kinds: readonly string[],
) {
  const workspace = await openWorkspace(files);
  const [source] = workspace.service.scaffoldSources(undefined);
  assert.ok(source);
  const result = await workspace.service.scaffold({ initiativeId: source.initiativeId, phase, nextPhase, kinds });
  return { workspace, result };
}

const junit = `<testsuites name="quay" tests="5" failures="1" skipped="1">
<testsuite name="Lamps" tests="3" failures="1" skipped="0"><testcase name="is lit" classname="Lamps"/><testcase name="is dark by day" classname="Lamps"><failure/></testcase><testcase name="is cheap" classname="Lamps"/></testsuite>
<testsuite name="Tides (north)" tests="2" failures="0" skipped="1"><testcase name="rises"/><testcase name="falls"><skipped/></testcase></testsuite>
</testsuites>`;

test('a testing summary says what the reports measure, each value with its place', async () => {
  const files = {
    ...berths,
    '/docs/berths/003/TODO003_phase8_testing_summary.md': '# Phase 8 Testing Summary\n\nAll 99 tests passed.\n',
    '/reports/junit.xml': junit,
    '/reports/TEST-old.xml': '<testsuite name="old" tests="0"></testsuite>',
    '/coverage/coverage-summary.json': '{"total":{"lines":{"total":3,"covered":2,"skipped":0,"pct":66.66}}}',
  };
  const { result, workspace } = await plan(files, '8', '9', ['testing-summary']);
  const [summary] = result.files;
  assert.ok(summary);
  const link = '[junit.xml](../../../reports/junit.xml';
  const measured = summary.text.split('\n').filter((line) => line.includes(']('));
  assert.deepEqual(measured, [
    '- [ ] [TEST-old.xml](../../../reports/TEST-old.xml) shows nothing (no tests): run it again',
    `- Whole run: 3 of 5 passed, 1 failed, 1 skipped (${link}))`,
    `- Lamps: 2 of 3 passed, 1 failed (${link}#Lamps))`,
    `- Tides (north): 1 of 2 passed, 1 skipped (${link}#Tides%20%28north%29))`,
    '- Lines: 66.66% covered ([coverage-summary.json](../../../coverage/coverage-summary.json#/total/lines/pct))',
    `- [ ] \`Lamps.is dark by day\` fails: ${link})`,
  ]);
  assert.doesNotMatch(summary.text, /99/);
  workspace.files.set(`/${summary.path}`, summary.text);
  await workspace.service.filesChanged([{ uri: summary.uri, type: 'created' }], neverCancelled);
  assert.deepEqual(await diagnose(workspace, `/${summary.path}`), []);
  const verdicts = (await workspace.service.claims(summary.uri)).map(({ verdict }) => verdict);
  assert.ok(verdicts.length >= 4 && verdicts.every((verdict) => verdict === 'supported'), verdicts.join());
});

test("the team's own template comes before everything else, and loses nothing that is open", async () => {
  const files = {
    ...berths,
    '/.phase-docs.yaml': 'templates: [skeletons/]\n',
    '/skeletons/PROMPT.md':
      '# Phase {{phase}} Prompt\r\n\r\nAfter phase {previous} comes {phase}, then {next}. Ask {captain}.\r\n',
    '/skeletons/phase-N-handoff-template.md': '# Phase N Handoff\n\nFrom PHASE_N to X.\n',
    '/other/notes.md': '# Notes of nobody\n',
  };
  const { result } = await plan(files, '8', '9', ['prompt', 'notes', 'handoff']);
  const [prompt, notes, handoff] = result.files.map(({ text }) => text);
  assert.match(
    prompt ?? '',
    /^# Phase 9 Prompt\n\nAfter phase 8 comes 9, then 10\. Ask \{captain\}\.\n\n## Carried Over\n\n- \[ \] Draught/,
  );
  assert.match(notes ?? '', /^# Phase 9 Notes\n/);
  assert.equal(handoff, '# Phase 9 Handoff\n\nFrom PHASE_9 to X.\n');
});

test('a document takes the shape of the earlier ones of its kind', async () => {
  const handoff = (phase: number, own: string) => `# Phase ${phase} Handoff

**Status**: ✅ Complete

## 1. Overview of Phase ${phase}

All is well.

## What Phase ${phase + 1} Finds

- Lamps

## ${own}

Only in this phase.

## All Tests Passed

## Moorings and Ropes ✅

- Rope 1

## Next Steps for Phase ${phase + 1}

- Oil the winches
`;
  const { result } = await plan(
    {
      '/docs/quay/001/TODO001_phase1_handoff.md': handoff(1, 'Fenders'),
      '/docs/quay/001/TODO001_phase2_handoff.md': handoff(2, 'Bollards'),
    },
    '2',
    '2.5',
    ['handoff'],
  );
  const text = result.files[0]?.text ?? '';
  assert.deepEqual(
    text.split('\n').filter((line) => line.startsWith('#')),
    [
      '# Phase 2.5 Hand-off',
      '## Overview',
      '## Completion Status',
      '## What Phase 3 Finds',
      '## Moorings and Ropes',
      '## Next Steps',
    ],
  );
  assert.doesNotMatch(text, /Rope 1|All is well|Oil the winches|Complete$/m);
});
