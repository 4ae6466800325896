import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkspace } from '../support/inMemoryWorkspace';

const path = '/docs/001/TODO001_phase4_handoff.md';

async function sectionsOf(text: string) {
  const { service, uri } = await openWorkspace({ [path]: text });
  return service.insertableSections(uri(path));
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
    const [change] = Object.values(edit.changes ?? {}).flat();
    assert.ok(change);
    const lines = text.split('\n');
    const at = change.range.start;
    lines.splice(
      at.line,
      1,
      lines[at.line]?.slice(0, at.character) + change.newText + lines[at.line]?.slice(at.character),
    );
    const line = lines.join('\n').split('\n')[range.start.line];
    assert.equal(line, `## ${title}`);
    assert.equal(range.end.character, line.length);
  }
});

test('there is nothing to offer where there is no schema', async () => {
  const { service, uri } = await openWorkspace({ '/docs/001/TODO001.md': '# To do\n' });
  assert.deepEqual(await service.insertableSections(uri('/docs/001/TODO001.md')), []);
});
