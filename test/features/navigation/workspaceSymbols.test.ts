import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SymbolKind } from 'vscode-languageserver-types';
import { findSymbols } from '../../../server/src/features/navigation/workspaceSymbols';
import { assertLinear, countWork } from '../../support/countWork';
import { openWorkspace } from '../../support/inMemoryWorkspace';

const folder = '/docs/locks/001';
const files = {
  [`${folder}/PRD001.md`]: '# Locks\n\n## Requirements\n\n- **FR-1**: Bells ring\n',
  [`${folder}/TODO001_phase4_handoff.md`]:
    '# Phase 4 Handoff\n\n## Deferred Items\n\n- Import of the old tide tables\n\n## Ringing `bells`\n\n### PD-1: Bells of brass\n',
};

async function symbols(query: string): Promise<readonly string[]> {
  const { service, errors } = await openWorkspace(files);
  const found = service.workspaceSymbols(query);
  assert.deepEqual(errors, []);
  return found.map(({ name, containerName, location: { range } }) => {
    return `${name}${containerName === undefined ? '' : ` (${containerName})`} ${range.start.line}`;
  });
}

test('documents, ids, headings and promises, the better match first', async () => {
  assert.deepEqual(await symbols('bells'), [
    'FR-1: Bells ring (PRD) 4',
    'PD-1: Bells of brass (Hand-off, phase 4) 8',
    '## Ringing bells 6',
  ]);
  assert.deepEqual(await symbols('phase 4 handoff'), ['Phase 4 Handoff (Hand-off, phase 4) 0']);
  assert.deepEqual(await symbols('IMPTIDE'), ['Import of the old tide tables (Deferred · Hand-off, phase 4) 4']);
  assert.deepEqual(await symbols('brass hand-off'), ['PD-1: Bells of brass (Hand-off, phase 4) 8']);
  assert.deepEqual(await symbols('nothing of the kind'), []);
});

test('without a query the documents', async () => {
  assert.deepEqual(await symbols(' '), ['Locks (PRD) 0', 'Phase 4 Handoff (Hand-off, phase 4) 0']);
});

test('follows edits, and reads nothing', async () => {
  const workspace = await openWorkspace(files);
  const { service, reads } = workspace;
  const at = workspace.uri(`${folder}/PRD001.md`);
  const before = reads.length;
  service.openDocument(at, '# Locks\n\n## Gates of steel\n');
  assert.deepEqual(
    service.workspaceSymbols('steel').map(({ name, kind }) => [name, kind]),
    [['## Gates of steel', SymbolKind.String]],
  );
  assert.deepEqual(service.workspaceSymbols('FR-1'), []);
  assert.equal(reads.length, before);
});

test('few of many, by work that grows with their number', async () => {
  const text = `# Phase 4 Notes\n${Array.from({ length: 50 }, (_, index) => `\n## Gate ${index}\n`).join('')}`;
  const many = Object.fromEntries(
    Array.from({ length: 80 }, (_, index) => [`/docs/${100 + index}/TODO${100 + index}_phase4_notes.md`, text]),
  );
  const { service } = await openWorkspace(many);
  const entries = service.documents();
  assert.equal(findSymbols(entries, 'gate').length, 200);
  assertLinear(20, (length) => countWork(() => void findSymbols(entries.slice(0, length), 'gt9')));
});
