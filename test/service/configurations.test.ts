/** Configurations as the service takes them: of inner and outer folders, with what they extend, while files change. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neverCancelled } from '../../server/src/host';
import { diagnose, openWorkspace, type InMemoryWorkspace } from '../support/inMemoryWorkspace';

const claim = '# Phase 4 Handoff\n\n- All tests passed, 100% of the imports work\n';
const handoff = '/docs/001/TODO001_phase4_handoff.md';

async function severities(workspace: InMemoryWorkspace, path = handoff): Promise<readonly string[]> {
  const found = await diagnose(workspace, path);
  return found.filter(({ rule }) => rule === 'unsupported-claim').map(({ severity }) => severity);
}

const problems = (workspace: InMemoryWorkspace) =>
  workspace.service
    .configProblems()
    .map(({ uri, range, message }) => `${uri.slice(10)}:${range.start.line + 1} ${message}`);

async function change(workspace: InMemoryWorkspace, path: string, text: string | undefined): Promise<void> {
  const existed = workspace.files.has(path);
  if (text === undefined) workspace.files.delete(path);
  else workspace.files.set(path, text);
  const type = text === undefined ? 'deleted' : existed ? 'changed' : 'created';
  await workspace.service.filesChanged([{ uri: workspace.uri(path), type }], neverCancelled);
}

test('an inner folder has the last word, and inherits the rest', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'rules: { unsupported-claim: error, missing-section: off }\n',
    '/docs/.phase-docs.yaml': 'rules: { unsupported-claim: information }\n',
    [handoff]: claim,
    '/other/TODO001_phase4_handoff.md': claim,
  });
  assert.deepEqual(await severities(workspace), ['information']);
  assert.deepEqual(await severities(workspace, '/other/TODO001_phase4_handoff.md'), ['error']);
  assert.ok(!(await diagnose(workspace, handoff)).some(({ rule }) => rule === 'missing-section'));
});

test('globs count from the folder of their configuration', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'ignore: [drafts/]\narchive: [docs/old/**]\n',
    '/docs/.phase-docs.yaml': 'ignore: [sketches/]\n',
    '/docs/drafts/TODO001_phase1_notes.md': '# Phase 1\n',
    '/docs/sketches/TODO001_phase2_notes.md': '# Phase 2\n',
    '/sketches/TODO001_phase3_notes.md': '# Phase 3\n',
    '/docs/old/TODO001_phase4_notes.md': '# Phase 4\n',
    '/docs/TODO001_phase5_notes.md': '# Phase 5\n',
  });
  assert.deepEqual(
    workspace.service.documents().map(({ path, identity }) => `${path}${identity.archived ? ' archived' : ''}`),
    ['docs/TODO001_phase5_notes.md', 'docs/old/TODO001_phase4_notes.md archived', 'sketches/TODO001_phase3_notes.md'],
  );
});

test('a root is a workspace of its own, also while it becomes one', async () => {
  const reference = '# Phase 4 Handoff\n\nSee `reports/junit.xml` for the results.\n';
  const unresolved = async (workspace: InMemoryWorkspace) =>
    (await diagnose(workspace, '/app/docs/TODO001_phase4_handoff.md')).some(
      ({ rule }) => rule === 'unresolved-reference',
    );
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'rules: { unsupported-claim: error }\n',
    '/app/.phase-docs.yaml': 'presets: [todo-phase]\n',
    '/app/docs/TODO001_phase4_handoff.md': reference,
    '/app/reports/junit.xml': '<testsuites tests="1"><testsuite><testcase name="a"/></testsuite></testsuites>',
    '/docs/TODO001_phase1_notes.md': '# Phase 1\n',
  });
  const paths = () => workspace.service.documents().map(({ path }) => path);
  assert.deepEqual(paths(), ['app/docs/TODO001_phase4_handoff.md', 'docs/TODO001_phase1_notes.md']);
  assert.ok(!(await unresolved(workspace)), 'found upwards of the document');
  await change(workspace, '/app/.phase-docs.yaml', 'root: true\nrule: {}\n');
  assert.deepEqual(paths(), ['docs/TODO001_phase1_notes.md', 'docs/TODO001_phase4_handoff.md']);
  assert.ok(!(await unresolved(workspace)));
  // Told once, though the outer folder reads it too.
  assert.equal(problems(workspace).length, 1);
  await change(workspace, '/app/.phase-docs.yaml', 'rules: {}\n');
  assert.deepEqual(paths(), ['app/docs/TODO001_phase4_handoff.md', 'docs/TODO001_phase1_notes.md']);
  assert.deepEqual(problems(workspace), []);
});

test('what stands above a root does not count in it', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'rules: { unsupported-claim: error }\n',
    '/docs/.phase-docs.yaml': 'root: true\n',
    [handoff]: claim,
  });
  assert.deepEqual(await severities(workspace), ['warning']);
});

test('extends files and presets, the own word last', async () => {
  const workspace = await openWorkspace({
    '/shared/base.yaml': 'rules: { unsupported-claim: error }\nignore: [drafts/]\nextends: ./deeper.yaml\n',
    '/shared/deeper.yaml': 'rules: { unsupported-claim: hint, missing-section: off }\n',
    '/docs/.phase-docs.yaml': 'extends: [incident, ../shared/base.yaml]\n',
    [handoff]: claim,
    '/docs/drafts/TODO001_phase1_notes.md': '# Phase 1\n',
    '/docs/incidents/fm_014/FRACAS_FM_014.md': '# What failed\n',
  });
  assert.deepEqual(problems(workspace), []);
  assert.deepEqual(await severities(workspace), ['error']);
  assert.ok(!(await diagnose(workspace, handoff)).some(({ rule }) => rule === 'missing-section'));
  const kinds = workspace.service.documents().map(({ identity }) => `${identity.kind} ${identity.preset}`);
  assert.deepEqual(kinds.sort(), ['analysis incident', 'handoff todo-phase']);
  await change(workspace, '/shared/deeper.yaml', 'rules: { missing-section: error }\n');
  assert.ok(
    (await diagnose(workspace, handoff)).some(
      ({ rule, severity }) => rule === 'missing-section' && severity === 'error',
    ),
  );
});

test('tells what cannot be extended, where it is written', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml':
      'extends:\n  - ../outside.yaml\n  - /etc/phase-docs.yaml\n  - https://example.org/x.yaml\n  - ./gone.yaml\n  - ./a.yaml\n',
    '/a.yaml': 'extends: ./b.yaml\nrule: {}\n',
    '/b.yaml': 'extends: ./a.yaml\n',
    [handoff]: claim,
  });
  assert.deepEqual(
    problems(workspace).map((problem) => problem.slice(0, 60)),
    [
      '.phase-docs.yaml:2 `../outside.yaml` lies outside of the wor',
      '.phase-docs.yaml:3 `/etc/phase-docs.yaml` lies outside of th',
      '.phase-docs.yaml:4 `https://example.org/x.yaml` lies outside',
      '.phase-docs.yaml:5 There is no file `gone.yaml` that can be ',
      'a.yaml:2 Unknown setting `rule`. Did you mean `rules`?',
      'b.yaml:1 `./a.yaml` extends this file in turn. Leave out one',
    ],
  );
  assert.deepEqual(await severities(workspace), ['warning']);
  assert.ok(workspace.reads.every((uri) => uri.startsWith('file:///w/')));
  await change(workspace, '/gone.yaml', 'rules: { unsupported-claim: error }\n');
  assert.deepEqual(await severities(workspace), ['error']);
});

test('schemas count from the file that names them', async () => {
  const workspace = await openWorkspace({
    '/shared/base.yaml': 'schemas: [./kinds/*.yaml]\n',
    '/docs/.phase-docs.yaml': 'extends: ../shared/base.yaml\nschemas: [own.yaml]\n',
    [handoff]: claim,
  });
  assert.deepEqual(workspace.service.configOf(workspace.uri(handoff)).schemas, [
    'docs/own.yaml',
    'shared/kinds/*.yaml',
  ]);
});

test('a convention begins with its first marker, and ends with its last', async () => {
  const workspace = await openWorkspace({ '/docs/PRD001.md': '# Product\n', '/docs/README.md': '# Docs\n' });
  assert.equal(workspace.service.documents().length, 0);
  await change(workspace, '/docs/TODO001.md', '# To-do\n');
  assert.deepEqual(
    workspace.service.documents().map(({ identity }) => identity.kind),
    ['prd', 'todo'],
  );
  await change(workspace, '/docs/TODO001.md', undefined);
  assert.equal(workspace.service.documents().length, 0);
});

test('without configuration and marker what is unfinished is information', async () => {
  const workspace = await openWorkspace({ '/docs/PHASE4_HANDOFF.md': claim });
  assert.deepEqual(await severities(workspace, '/docs/PHASE4_HANDOFF.md'), ['information']);
  await change(workspace, '/.phase-docs.yaml', '# nothing yet\n');
  assert.deepEqual(await severities(workspace, '/docs/PHASE4_HANDOFF.md'), ['warning']);
  await change(workspace, '/.phase-docs.yaml', undefined);
  assert.deepEqual(await severities(workspace, '/docs/PHASE4_HANDOFF.md'), ['information']);
  await workspace.service.adopt(workspace.uri('/docs/PHASE4_HANDOFF.md'));
  assert.deepEqual(await severities(workspace, '/docs/PHASE4_HANDOFF.md'), ['warning'], 'the user has named it');
});

test('mistakes show while typing, also in a file that others extend', async () => {
  const shared = 'rules: { unsupported-claim: error }\n';
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'extends: ./shared/base.yaml\n',
    '/docs/.phase-docs.yaml': 'extends: ../shared/base.yaml\n',
    '/shared/base.yaml': shared,
    [handoff]: claim,
  });
  const { service } = workspace;
  service.openDocument(workspace.uri('/shared/base.yaml'), 'rulez: {}\n');
  assert.deepEqual(problems(workspace), ['shared/base.yaml:1 Unknown setting `rulez`. Did you mean `rules`?']);
  assert.deepEqual(await severities(workspace), ['error'], 'what it says counts once it is saved');
  // Typing in one that extends it leaves its mistakes.
  service.openDocument(workspace.uri('/.phase-docs.yaml'), 'extends: ./shared/base.yaml\nclaim: {}\n');
  assert.deepEqual(problems(workspace), [
    'shared/base.yaml:1 Unknown setting `rulez`. Did you mean `rules`?',
    '.phase-docs.yaml:2 Unknown setting `claim`. Did you mean `claims`?',
  ]);
  service.openDocument(workspace.uri('/shared/base.yaml'), shared);
  assert.deepEqual(problems(workspace), ['.phase-docs.yaml:2 Unknown setting `claim`. Did you mean `claims`?']);
});

test('status words of the team count from the moment they are saved', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'required: []\n',
    [handoff]: '# Phase 4 Handoff\n\n**Status**: ⚓ moored\n\n## Deliverables\n\n- one\n\n## Next Steps\n\n- two\n',
  });
  const invalid = async () =>
    (await diagnose(workspace, handoff)).filter(({ rule }) => rule === 'invalid-field').length;
  workspace.service.openDocument(workspace.uri(handoff), workspace.files.get(handoff) ?? '');
  assert.equal(await invalid(), 1);
  await change(workspace, '/.phase-docs.yaml', 'required: []\nwords:\n  statuses: { done: [moored] }\n');
  assert.equal(await invalid(), 0);
  assert.equal(workspace.service.documents()[0]?.facts.status?.class, 'done');
});

test('what is saved counts, whatever an editor shows', async () => {
  const workspace = await openWorkspace({ '/.phase-docs.yaml': 'required: []\n', [handoff]: claim });
  // The file is changed by another program: its event may come before the editor has read it again.
  workspace.service.openDocument(workspace.uri('/.phase-docs.yaml'), 'required: []\n');
  await change(workspace, '/.phase-docs.yaml', 'rules: { unsupported-claim: error }\n');
  assert.deepEqual(await severities(workspace), ['error']);
});
