import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkspace } from '../support/inMemoryWorkspace';

const path = '/docs/001/TODO001_phase4_handoff.md';

async function sectionsOf(text: string) {
  const workspace = await openWorkspace({ [path]: text });
  return workspace.service.insertableSections(workspace.uri(path));
}

test('what the document lacks is offered, required sections first', async () => {
  const sections = await sectionsOf('# Phase 4 Handoff\n\n## Overview\n\n## Conclusion\n');
  assert.deepEqual(
    sections.map(({ title, required }) => `${title}${required ? '!' : ''}`),
    ['Completion Status!', 'Next Steps!', 'Known Issues', 'Evidence', 'Success Criteria', 'References'],
  );
  assert.match(sections[0]?.description ?? '', /^Missing\. What the phase has delivered/);
});

test('the range is that of the new heading', async () => {
  const text = '# Phase 4 Handoff\n\n## Overview\n\nWords.\n\n## Conclusion\n';
  for (const { edit, range, title } of await sectionsOf(text)) {
    const lines = text.split('\n');
    const [change] = Object.values(edit.changes ?? {}).flat();
    assert.ok(change);
    const at = change.range.start;
    const before = lines[at.line] ?? '';
    lines[at.line] = before.slice(0, at.character) + change.newText + before.slice(at.character);
    const line = lines.join('\n').split('\n')[range.start.line];
    assert.equal(line, `## ${title}`);
    assert.equal(range.end.character, line.length);
  }
});

test('there is nothing to offer where there is no schema', async () => {
  const workspace = await openWorkspace({ '/docs/001/TODO001_phase1_minutes.md': '# Minutes\n' });
  assert.deepEqual(
    await workspace.service.insertableSections(workspace.uri('/docs/001/TODO001_phase1_minutes.md')),
    [],
  );
});
