import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weakClaim } from '../../server/src/rules/weak-claim';
import { defaultPath } from '../support/checkRule';
import { diagnose, openWorkspace } from '../support/inMemoryWorkspace';

const text = `# Phase 4 Handoff

## Results

- Implemented the retry logic of the importer
- Added a parser for invoices
- Created the export dialog, see \`src/export.ts\`
- All 40 tests passed

## Work done

- Implemented the retry logic of the importer
- [x] Added a second parser
`;

async function findings(config: string) {
  const files = { '/.phase-docs.yaml': config, [defaultPath]: text, '/src/export.ts': '' };
  const found = await diagnose(await openWorkspace(files), defaultPath);
  return found
    .filter(({ rule }) => rule === weakClaim.id)
    .map(({ severity, range, related }) => [
      severity,
      range.start.line,
      related.map((place) => place.range.start.line),
    ]);
}

test('is off unless switched on', async () => {
  assert.deepEqual(await findings(''), []);
});

test('reports a section once, and nothing that is told again, ticked, strong or shown', async () => {
  assert.deepEqual(await findings('rules:\n  weak-claim: information\n'), [
    ['information', 4, [5]],
    ['hint', 5, [4]],
  ]);
});

test('one finding for each claim, if the team wants that', async () => {
  assert.deepEqual(await findings('rules:\n  weak-claim: warning\nclaims:\n  report: each\n'), [
    ['warning', 4, []],
    ['warning', 5, []],
  ]);
});

test('what is waived leaves the rest of its section', async () => {
  const waived = text.replace(
    '- Implemented',
    '<!-- phase-docs-disable-next-line weak-claim -- shown in the demo -->\n- Implemented',
  );
  const files = { '/.phase-docs.yaml': 'rules:\n  weak-claim: information\n', [defaultPath]: waived };
  const found = (await diagnose(await openWorkspace(files), defaultPath)).filter(
    ({ rule, severity }) => rule === weakClaim.id && severity !== 'hint',
  );
  assert.deepEqual(
    found.map(({ range }) => range.start.line),
    [6, 12],
  );
});
