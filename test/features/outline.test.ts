import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { openWorkspace } from '../support/inMemoryWorkspace';

const handoff = '/docs/001/TODO001_phase4_handoff.md';
const text = [
  '---',
  'phase: 4',
  '---',
  '',
  '# Phase 4 Handoff',
  '',
  '**Status**: In progress',
  '',
  '## Results',
  '',
  '- All 12 tests passed: `reports/junit.xml`',
  '- All 40 imports passed',
  '  and more',
  '',
  '### Import',
  '',
  'Words.',
  '',
  '## Notes',
  '',
  '',
].join('\n');

async function open() {
  const workspace = await openWorkspace({
    [handoff]: text,
    '/docs/001/reports/junit.xml': '<testsuite name="a" tests="12" failures="0" errors="0" skipped="0"></testsuite>',
  });
  return { ...workspace, uri: workspace.uri(handoff) };
}

test('the outline tells the declared status, and claims by verdict', async () => {
  const { service, uri } = await open();
  const told = (symbols: readonly DocumentSymbol[]): readonly string[] =>
    symbols.flatMap(({ name, detail, children = [] }) => [`${name} | ${detail ?? ''}`, ...told(children)]);
  assert.deepEqual(told(await service.documentSymbols(uri)), [
    'Phase 4 Handoff | In progress · 2 claims: 1 unsupported',
    'Results | 2 claims: 1 unsupported',
    'Import | ',
    'Notes | ',
  ]);
});

test('front matter, sections with what is below them and long items fold; blank lines below stay', async () => {
  const { service, uri } = await open();
  const ranges = await service.foldingRanges(uri);
  assert.deepEqual(
    ranges.map(({ startLine, endLine }) => `${startLine}-${endLine}`),
    ['0-2', '4-18', '8-16', '11-12', '14-16'],
  );
});
