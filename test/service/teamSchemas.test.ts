/** A team's own schema files: read through the host, followed while the documents stay open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neverCancelled } from '../../server/src/host';
import { diagnose, openWorkspace, type InMemoryWorkspace } from '../support/inMemoryWorkspace';

const handoff = '/docs/001/TODO001_phase4_handoff.md';
const text = '# Phase 4 Handoff\n\n**Status**: In progress\n\n## Results\n\n- one\n';

async function missing(workspace: InMemoryWorkspace, path = handoff): Promise<readonly string[]> {
  const found = await diagnose(workspace, path);
  return found
    .filter(({ rule }) => rule === 'missing-section')
    .map(({ message }) => /"([^"]*)"/.exec(message)?.[1] ?? '');
}

async function change(
  workspace: InMemoryWorkspace,
  path: string,
  content: string | undefined,
): Promise<readonly string[]> {
  const known = workspace.files.has(path);
  if (content === undefined) workspace.files.delete(path);
  else workspace.files.set(path, content);
  const type = content === undefined ? 'deleted' : known ? 'changed' : 'created';
  return workspace.service.filesChanged([{ uri: workspace.uri(path), type }], neverCancelled);
}

const problemsOf = (workspace: InMemoryWorkspace) =>
  workspace.service.configProblems().map(({ uri, range, message }) => `${uri}:${range.start.line + 1} ${message}`);

test('a schema of the team replaces the one of its kind', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'schemas: [schemas/ours.yaml]\n',
    '/schemas/ours.yaml': 'kind: handoff\nsections:\n  - name: Results\n  - name: Thanks\n    required: true\n',
    [handoff]: text,
  });
  assert.deepEqual(await missing(workspace), ['Thanks']);
  assert.deepEqual(problemsOf(workspace), []);
});

test('findings cite the line of the schema, as text and as a place', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'schemas: [schemas/ours.yaml]\n',
    '/schemas/ours.yaml':
      'kind: handoff\nextends: handoff\nsections:\n  - name: Thanks\n    required: true\n    severity: error\n',
    [handoff]: text,
  });
  const found = (await diagnose(workspace, handoff)).filter(({ message }) => message.includes('Thanks'));
  assert.deepEqual(
    found.map(({ severity, message, related }) => [
      severity,
      message.slice(message.lastIndexOf('(')),
      related.map((place) => `${place.uri}:${place.range.start.line + 1}`),
    ]),
    [['error', '(required by ours.yaml:4).', ['file:///w/schemas/ours.yaml:4']]],
  );
});

test('a schema that extends changes, adds and takes away', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'schemas: [schemas/*.yaml]\n',
    '/schemas/ours.yaml':
      'kind: handoff\nextends: handoff\nsections:\n  - name: Completion Status\n    aliases: [results]\n  - name: Next Steps\n    remove: true\n  - name: Evidence\n    required: true\n',
    [handoff]: text,
  });
  assert.deepEqual(await missing(workspace), ['Evidence']);
});

test('files extend each other, and no circle ends the run', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'schemas: [schemas/ours.yaml]\n',
    '/schemas/ours.yaml': 'kind: handoff\nextends: ../base/base.yaml\n',
    '/base/base.yaml': 'kind: handoff\nsections:\n  - slot: middle\n  - name: Thanks\n    required: true\n',
    [handoff]: text,
  });
  assert.deepEqual(await missing(workspace), ['Thanks']);
  await change(
    workspace,
    '/base/base.yaml',
    'kind: handoff\nextends: ../schemas/ours.yaml\nsections: [{ name: A, required: true }]\n',
  );
  assert.deepEqual(await missing(workspace), []);
  assert.equal(problemsOf(workspace).length, 2);
});

test('changes count at once, in open documents too', async () => {
  const workspace = await openWorkspace({ [handoff]: text });
  workspace.service.openDocument(workspace.uri(handoff), text);
  assert.deepEqual(await missing(workspace), ['Completion Status', 'Next Steps']);
  await change(workspace, '/.phase-docs.yaml', 'schemas: [schemas]\n');
  assert.match(problemsOf(workspace).join(), /\.phase-docs\.yaml:1 There is no schema file `schemas`/);
  assert.deepEqual(await missing(workspace), ['Completion Status', 'Next Steps']);
  const affected = await change(
    workspace,
    '/schemas/ours.yaml',
    'kind: handoff\nsections: [{ name: Thanks, required: true }]\n',
  );
  assert.ok(affected.includes(workspace.uri(handoff)));
  assert.deepEqual([await missing(workspace), problemsOf(workspace)], [['Thanks'], []]);
  await change(workspace, '/schemas/ours.yaml', 'kind: handoff\nsections: [{ name: Results, required: true }]\n');
  assert.deepEqual(await missing(workspace), []);
  await change(workspace, '/.phase-docs.yaml', undefined);
  assert.deepEqual(await missing(workspace), ['Completion Status', 'Next Steps']);
});

test('mistakes in a schema are told at their line, and what is right counts', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'schemas: [schemas/*.yaml]\n',
    '/schemas/ours.yaml': 'kind: handoff\nsections:\n  - name: Thanks\n    required: true\n    colour: blue\n',
    '/schemas/twin.yaml': 'kind: handoff\n',
    [handoff]: text,
  });
  assert.deepEqual(await missing(workspace), ['Thanks']);
  const [first = '', second = ''] = problemsOf(workspace);
  assert.match(first, /ours\.yaml:5 Unknown key "colour"/);
  assert.match(second, /twin\.yaml:1 The kind "handoff" has a schema already, in ours\.yaml/);
});

test('a schema of an unknown kind defines that kind', async () => {
  const report = '/waves/wave-3.md';
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'schemas: [schemas/*.yaml]\ndocuments:\n  - { pattern: wave-<phase>.md, kind: wave-report }\n',
    '/schemas/wave.yaml': 'kind: wave-report\nsections: [{ name: Thanks, required: true }]\n',
    [report]: '# Wave\n',
  });
  assert.deepEqual(problemsOf(workspace), []);
  assert.deepEqual(await missing(workspace, report), ['Thanks']);
  const status = await workspace.service.documentStatus(workspace.uri(report), neverCancelled);
  assert.equal(status?.title, 'Wave report, phase 3');
  await change(workspace, '/schemas/wave.yaml', 'kind: wave-reports\n');
  assert.match(
    problemsOf(workspace).join(),
    /\.phase-docs\.yaml:3 Unknown document kind `wave-report`: no schema defines it\. Did you mean `wave-reports`/,
  );
});

test('mistakes show while a schema is edited; what it says counts once it is saved', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'schemas: [schemas/*.yaml]\n',
    '/schemas/ours.yaml': 'kind: handoff\nsections: [{ name: Thanks, required: true }]\n',
    [handoff]: text,
  });
  const uri = workspace.uri('/schemas/ours.yaml');
  workspace.service.openDocument(uri, 'kind: handoff\nsection:\n');
  assert.match(problemsOf(workspace).join(), /ours\.yaml:2 Unknown key "section"/);
  assert.deepEqual(await missing(workspace), ['Thanks']);
  workspace.service.changeDocument(uri, [{ text: 'kind: handoff\n' }]);
  assert.deepEqual(problemsOf(workspace), []);
});

test('nested configurations have schemas of their own', async () => {
  const workspace = await openWorkspace({
    '/docs/001/.phase-docs.yaml': 'schemas: [../../schemas/ours.yaml]\n',
    '/schemas/ours.yaml': 'kind: handoff\nsections: [{ name: Thanks, required: true }]\n',
    [handoff]: text,
    '/docs/002/TODO002_phase4_handoff.md': text,
  });
  assert.deepEqual(await missing(workspace), ['Thanks']);
  assert.deepEqual(await missing(workspace, '/docs/002/TODO002_phase4_handoff.md'), [
    'Completion Status',
    'Next Steps',
  ]);
});

test('a kind of the team is known by its name, in patterns of its own and in those of the conventions', async () => {
  const schema = 'kind: flight-log\nsections:\n  - name: Landing\n    required: true\n';
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'documents: [wave-<phase>-<kind>.md]\nschemas: [schemas/*.yaml]\n',
    '/schemas/log.yaml': schema,
    '/docs/wave-3-flight-log.md': '# Wave 3\n\n## Takeoff\n\nWe went.\n',
    '/docs/PHASE3_FLIGHT_LOG.md': '# Phase 3\n\n## Takeoff\n\nWe went.\n',
    '/docs/wave-3-notes.md': '# Wave 3\n\n## Takeoff\n\nWe went.\n',
  });
  assert.deepEqual(await missing(workspace, '/docs/wave-3-flight-log.md'), ['Landing']);
  assert.deepEqual(await missing(workspace, '/docs/PHASE3_FLIGHT_LOG.md'), ['Landing']);
  assert.ok(!(await missing(workspace, '/docs/wave-3-notes.md')).includes('Landing'));

  await change(workspace, '/schemas/log.yaml', schema.replace('flight-log', 'cargo-list'));
  assert.deepEqual(await missing(workspace, '/docs/wave-3-flight-log.md'), []);
  await change(workspace, '/schemas/log.yaml', schema);
  assert.deepEqual(await missing(workspace, '/docs/wave-3-flight-log.md'), ['Landing']);
});

test('mistakes of a schema go with the configuration that names it', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': '{}\n',
    '/docs/001/.phase-docs.yaml': 'schemas: [ours.yaml]\n',
    '/docs/001/ours.yaml': 'kind: handoff\nsection: []\n',
    [handoff]: text,
  });
  assert.deepEqual(problemsOf(workspace).length, 1);
  // Editors keep a file open for a while that nobody looks at any more.
  workspace.service.openDocument(workspace.uri('/docs/001/.phase-docs.yaml'), 'schemas: [ours.yaml]\n');
  await change(workspace, '/docs/001/.phase-docs.yaml', undefined);
  assert.deepEqual(problemsOf(workspace), []);
});
