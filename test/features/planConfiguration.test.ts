import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neverCancelled } from '../../server/src/host';
import { parseConfig } from '../../server/src/model/configFile';
import { openWorkspace, rootUri } from '../support/inMemoryWorkspace';

async function plan(files: Readonly<Record<string, string>>, folder = rootUri) {
  const workspace = await openWorkspace(files);
  const found = workspace.service.planConfiguration(folder);
  assert.ok(found);
  const { config, problems } = parseConfig(found.text, found.uri, ['missing-document', 'weak-claim']);
  assert.deepEqual(problems, [], found.text);
  return { ...found, config, workspace };
}

const documents = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [`/docs/${name}`, `# ${name}\n`]));

test('names the conventions that are used and what most phases have', async () => {
  const { config, summary, text } = await plan(
    documents([
      'TODO001.md',
      ...[1, 2, 3, 4, 5].flatMap((phase) => [`TODO001_phase${phase}_notes.md`, `PHASE_${phase}_COMPLETE.md`]),
      ...[1, 2, 3].map((phase) => `TODO001_phase${phase}_decisions.md`),
      'TODO001_phase1_handoff.md',
    ]),
  );
  assert.equal(summary, 'Found: 15 documents of 5 phases in 1 initiative.');
  assert.deepEqual(config.presets, ['todo-phase', 'phase-reports']);
  assert.deepEqual(config.required, [
    { kind: 'notes', severity: 'warning' },
    { kind: 'decisions', severity: 'information' },
    { kind: 'completion', severity: 'warning' },
  ]);
  assert.match(text, /notes 5.*hand-off 1|hand-off 1.*notes 5/);
});

test('sees two series, dotted phases and words that may mean a phase', async () => {
  const { config } = await plan(
    documents([
      'PHASE1_COMPLETE.md',
      'PHASE_1_COMPLETE.md',
      'PHASE1.2.3_NOTES.md',
      'wave-1-notes.md',
      'wave-2-handover.md',
      'version-1-notes.md',
      'version-2-notes.md',
    ]),
  );
  assert.deepEqual(config.phases, {
    prefixes: ['wave'],
    order: 'dotted',
    declared: [],
    series: 'separator',
    gaps: 'allow',
  });
});

test('asks for no documents where a tool writes them', async () => {
  const stages = [
    '01_design/output/design',
    '02_implementation/output/implementation',
    '03_test_implementation/output/notes',
  ];
  const files = [7, 8].flatMap((issue) => stages.map((stage) => `/.ai-workflow/issue-${issue}/${stage}.md`));
  const { config } = await plan(Object.fromEntries(files.map((path) => [path, '# Log\n'])));
  assert.deepEqual([config.presets, config.required], [['stage-pipeline'], undefined]);
});

test('finds nothing where there is nothing, and what it writes changes nothing', async () => {
  const { config, summary } = await plan({ '/README.md': '# Hello\n' });
  assert.equal(summary, 'No phase documents were found here yet.');
  assert.deepEqual(config.presets, 'auto');
});

test('a configuration for a folder counts from there', async () => {
  const files = {
    '/docs/TODO001.md': '# To-do\n',
    '/docs/TODO001_phase1_notes.md': '# Phase 1\n',
    '/other/PHASE1_NOTES.md': '# Phase 1\n',
  };
  const { config, text, uri, workspace } = await plan(files, `${rootUri}/docs`);
  assert.equal(uri, `${rootUri}/docs/.phase-docs.yaml`);
  assert.deepEqual(config.presets, ['todo-phase']);
  assert.match(text, /for example TODO001\.md/);
  const before = workspace.service.documents().map(({ path }) => path);
  workspace.files.set('/docs/.phase-docs.yaml', text);
  await workspace.service.filesChanged([{ uri, type: 'created' }], neverCancelled);
  assert.deepEqual(
    workspace.service.documents().map(({ path }) => path),
    before,
  );
});
