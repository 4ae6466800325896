import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neverCancelled, type History } from '../../server/src/host';
import { openWorkspace } from '../support/inMemoryWorkspace';

const path = '/docs/TODO001_phase4_handoff.md';
const document = `# Phase 4 Handoff

## ✅ Success Criteria Met

## Results

- All 40 tests passed

| Deliverable | Status |
| --- | --- |
| Import | ✅ Complete |

All 7 exporters were migrated.

## Tests

- All 12 tests of \`src/tide.ts\` passed: \`reports/tides.xml\`
`;
const files = {
  [path]: document,
  '/src/tide.ts': '',
  '/reports/tides.xml': '<testsuite name="tides" tests="12" failures="0" errors="0" skipped="0"></testsuite>',
};
const march5 = Date.UTC(2026, 2, 5) / 1000;
const history: History = {
  committedAt: (_root, paths) => Promise.resolve(new Map(paths.map((asked) => [asked, march5]))),
  hasCommits: () => Promise.resolve(new Map()),
};

test('tells where evidence was looked for, by the place of the claim', async () => {
  const workspace = await openWorkspace(files);
  const { service } = workspace;
  const claims = await service.claims(workspace.uri(path));
  assert.deepEqual(
    claims.map(({ range, verdict, lookedIn }) => [range.start.line + 1, verdict, lookedIn[0]]),
    [
      [3, 'unsupported', 'the heading'],
      [7, 'unsupported', 'its list item with all that is nested in it'],
      [11, 'unsupported', 'its table row'],
      [13, 'unsupported', 'its paragraph'],
      [17, 'supported', 'its list item with all that is nested in it'],
    ],
  );
});

test('the hover says where nothing was found, and how old an artifact is', async () => {
  const workspace = await openWorkspace(files, history);
  const { service } = workspace;
  await service.diagnose(workspace.uri(path), neverCancelled);
  await service.settle();
  const hover = async (line: number) =>
    JSON.stringify((await service.hover(workspace.uri(path), { line: line - 1, character: 6 }))?.contents);
  assert.match(await hover(7), /Looked in: its list item with all that is nested in it; evidence fields and pasted/);
  const supported = await hover(17);
  assert.doesNotMatch(supported, /Looked in/);
  assert.match(supported, /reports\/tides\.xml`: found, committed 2026-03-05/);
});

test('an unknown document has no claims', async () => {
  const workspace = await openWorkspace(files);
  const { service } = workspace;
  assert.deepEqual(await service.claims(workspace.uri('/docs/other.md')), []);
});
