import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLens } from 'vscode-languageserver-types';
import { neverCancelled } from '../../server/src/host';
import type { CodeLensSettings } from '../../server/src/protocol';
import { openWorkspace } from '../support/inMemoryWorkspace';

const handoff = '/docs/001/TODO001_phase4_handoff.md';
const files = {
  [handoff]:
    '# Phase 4 Handoff\n\n## Results\n\n- All 12 tests passed: `reports/junit.xml`\n- All 40 imports passed\n' +
    '- All requirements are met: `reports/gone.xml`\n\n## Import\n\nAll 12 tests passed: `reports/junit.xml`\n\n## Notes\n\nWords.\n',
  '/reports/junit.xml': '<testsuite name="a" tests="12" failures="0" errors="0" skipped="0"></testsuite>',
  '/docs/001/TODO001_phase5_prompt.md':
    '# Phase 5 Prompt\n\nSee @TODO001_phase4_handoff.md and [notes](TODO001_phase4_handoff.md#notes).\n',
  '/docs/001/TODO001_phase4_notes.md': '# Phase 4 Notes\n\nFor `TODO001_phase4_handoff.md`.\n',
};
const all: CodeLensSettings = { enabled: true, document: true, sections: true, obligations: true, references: true };

async function lensesOf(wanted?: CodeLensSettings, path = handoff): Promise<readonly CodeLens[]> {
  const workspace = await openWorkspace(files);
  const lenses = await workspace.service.codeLenses(workspace.uri(path), neverCancelled, wanted);
  assert.deepEqual(workspace.errors, []);
  return lenses;
}

function told(lenses: readonly CodeLens[]): readonly string[] {
  return lenses.map(({ range, command }) => `${range.start.line} ${command?.title ?? ''}`);
}

test('claims by verdict, evidence, and who refers to the document and its headings', async () => {
  assert.deepEqual(told(await lensesOf()), [
    '0 2 of 4 claims not supported: 1 broken, 1 unsupported',
    '2 2 of 3 claims not supported: 1 broken, 1 unsupported',
    '2 Evidence: junit.xml',
    '8 Evidence: junit.xml',
    '0 Referred to by 2 documents',
    '12 Referred to in 1 place',
  ]);
});

test('each group can be turned off, or all of them', async () => {
  assert.deepEqual(told(await lensesOf({ ...all, document: false, references: false })), [
    '2 2 of 3 claims not supported: 1 broken, 1 unsupported',
    '2 Evidence: junit.xml',
    '8 Evidence: junit.xml',
  ]);
  assert.deepEqual(told(await lensesOf({ ...all, sections: false, references: false })), [
    '0 2 of 4 claims not supported: 1 broken, 1 unsupported',
  ]);
  assert.deepEqual(told(await lensesOf({ ...all, enabled: false })), []);
});

test('a click leads to the next claim without evidence, or shows the places', async () => {
  const lenses = await lensesOf();
  const uri = 'file:///w/docs/001/TODO001_phase4_handoff.md';
  assert.deepEqual(lenses[1]?.command?.arguments, [uri, { line: 2, character: 0 }]);
  assert.equal(lenses[2]?.command?.command, 'phaseDocs.showPlaces');
  const start = { line: 0, character: 0 };
  assert.deepEqual(lenses[2].command.arguments?.[2], [
    { uri: 'file:///w/reports/junit.xml', range: { start, end: start } },
  ]);
  const referring = lenses[4]?.command?.arguments?.[2] as { uri: string; range: { start: unknown } }[];
  assert.deepEqual(
    referring.map((place) => `${place.uri.split('TODO001_').at(-1) ?? ''} ${JSON.stringify(place.range.start)}`),
    [
      'phase4_notes.md {"line":2,"character":5}',
      'phase5_prompt.md {"line":2,"character":4}',
      'phase5_prompt.md {"line":2,"character":43}',
    ],
  );
});

test('a document to which nobody refers and that claims nothing has none', async () => {
  assert.deepEqual(told(await lensesOf(all, '/docs/001/TODO001_phase5_prompt.md')), []);
});

test('what a hand-off leaves to the next phase, and where it is answered', async () => {
  const workspace = await openWorkspace({
    [handoff]:
      '# Phase 4 Handoff\n\n**Status**: Complete\n\n## Deferred to Phase 5\n\n' +
      '- [ ] FR-12: Tell boats about closed berths\n- [ ] FR-13: Print the weekly harbour ledger\n',
    '/docs/001/TODO001_phase5_handoff.md':
      '# Phase 5 Handoff\n\n**Status**: Complete\n\n## Done\n\n- FR-12: boats are told about closed berths\n',
  });
  const lenses = await workspace.service.codeLenses(workspace.uri(handoff), neverCancelled, {
    ...all,
    document: false,
    sections: false,
    references: false,
  });
  assert.deepEqual(told(lenses), ['4 1 of 2 obligations answered in phase 5']);
  assert.deepEqual(
    (lenses[0]?.command?.arguments?.[2] as { uri: string; range: { start: unknown } }[]).map(
      ({ uri, range }) => `${uri.split('TODO001_').at(-1) ?? ''} ${JSON.stringify(range.start)}`,
    ),
    ['phase5_handoff.md {"line":6,"character":0}'],
  );
});
