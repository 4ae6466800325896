import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkspace } from '../support/inMemoryWorkspace';
import { parseMarkedFiles } from '../support/markers';

/** The heading that *New decision* writes at the cursor, and its label. */
async function newDecision(marked: string): Promise<readonly [label: string, heading: string]> {
  const files = parseMarkedFiles(marked, '/docs/001/TODO001_phase4_decisions.md');
  const file = files.find(({ cursor }) => cursor);
  assert.ok(file?.cursor);
  const workspace = await openWorkspace(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  const items = await workspace.service.completion(workspace.uri(file.path), file.cursor);
  const item = items.find(({ label }) => /^New decision/i.test(label));
  assert.ok(item?.textEdit, items.map(({ label }) => label).join());
  return [item.label, item.textEdit.newText.split('\n')[0] ?? ''];
}

const cases: readonly (readonly [why: string, text: string, label: string, heading: string])[] = [
  [
    'ids',
    '### DEC-003: Use a queue\n\n- **Rationale**: Load\n\n### $0\n',
    'New decision DEC-004',
    '### DEC-004: Title of the decision',
  ],
  [
    'numbers',
    '### 1. Use a queue\n\n- **Rationale**: Load\n\n### $0\n',
    'New decision 2',
    '### 2. Title of the decision',
  ],
  [
    'words',
    '### Decision 9 – Use a queue\n\nText\n\n### $0\n',
    'New Decision 10',
    '### Decision 10 – Title of the decision',
  ],
  [
    'nothing counted',
    '### Use a queue\n\n- **Rationale**: Load\n\n### $0\n',
    'New decision',
    '### Title of the decision',
  ],
  ['nothing there', '### $0\n', 'New decision', '### Title of the decision'],
  ['ids of something else', '### LL-003: Do not wait\n\nText\n\n### $0\n', 'New decision', '### Title of the decision'],
  [
    'the last form that is used',
    '### DEC-001: Use a queue\n\nText\n\n### DEC-2: Keep it\n\nText\n\n### $0\n',
    'New decision DEC-3',
    '### DEC-3: Title of the decision',
  ],
];

for (const [why, text, label, heading] of cases) {
  test(`a new record goes on counting: ${why}`, async () => {
    assert.deepEqual(await newDecision(`# Phase 4 Decisions\n\n## Decisions\n\n${text}`), [label, heading]);
  });
}

test('numbers begin anew in each section, ids do not in an initiative', async () => {
  const numbered = '# Phase 4 Decisions\n\n## Context\n\n### 7. Old\n\nText\n\n## Decisions\n\n### $0\n';
  assert.equal((await newDecision(numbered))[1], '### Title of the decision');
  const elsewhere = `//- /docs/001/TODO001_phase4_decisions.md
# Phase 4 Decisions

## Decisions

### DEC-003: Use a queue

Text

### $0

## Other Decisions

### DEC-005: Keep the port

Text
//- /docs/001/TODO001_phase5_decisions.md
# Phase 5 Decisions

## Decisions

### DEC-017: Drop the queue

Text
`;
  assert.equal((await newDecision(elsewhere))[1], '### DEC-018: Title of the decision');
});

test('ids of other sections of the document count too', async () => {
  const text =
    '# Phase 4 Decisions\n\n## Decisions\n\n### DEC-003: One\n\nText\n\n### $0\n\n## More Decisions\n\n### DEC-009: Two\n\nText\n';
  assert.equal((await newDecision(text))[1], '### DEC-010: Title of the decision');
});
