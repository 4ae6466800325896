import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtinSchema } from '../../server/src/schema/builtinSchemas';
import { matchSections } from '../../server/src/schema/matchSections';
import { planInsertion } from '../../server/src/schema/planInsertion';
import { offsetAt } from '../../server/src/syntax/positions';
import { parseDocument } from '../../server/src/syntax/parseDocument';

/** Lines of documents that people write, well formed or not, but without code or HTML that is never closed. */
const line = fc.constantFrom(
  '',
  'Words.',
  '# Title',
  '## Overview',
  '## 1. Overview',
  '## 2. Known Issues',
  '### Next Steps',
  '### 1.1 Details',
  '## **Conclusion**',
  'Conclusion\n----------',
  '- [ ] task',
  '  - nested',
  '---',
  '**Status**: open',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  '```\n## code\n```',
  '> ## quoted',
  '    indented',
);

test('an inserted section is found where the plan says, and nothing else changes', () => {
  const schema = builtinSchema('handoff');
  assert.ok(schema);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), fc.boolean(), (lines, endsWithLine) => {
      const parsed = parseDocument(lines.join('\n') + (endsWithLine ? '\n' : ''));
      const { matches } = matchSections(parsed, schema);
      for (const section of schema.sections) {
        if (matches.get(section)?.state !== 'missing') continue;
        const { edits, heading } = planInsertion(parsed, schema, section, { phase: '4' });
        let text = parsed.text;
        for (const { range, newText } of [...edits].sort(
          (a, b) => offsetAt(parsed, b.range.start) - offsetAt(parsed, a.range.start),
        )) {
          text = text.slice(0, offsetAt(parsed, range.start)) + newText + text.slice(offsetAt(parsed, range.end));
        }
        const after = parseDocument(text);
        const match = matchSections(after, schema).matches.get(section);
        assert.ok(match?.state === 'found', `${section.name} is ${match?.state ?? 'unknown'} in\n${text}`);
        assert.equal(after.sections[match.index]?.line, heading.start.line);
        assert.equal(after.sections.length, parsed.sections.length + 1);
      }
    }),
    { numRuns: 300 },
  );
});

test('a comment that waives a finding of the next line stays with its heading', () => {
  const schema = builtinSchema('handoff');
  assert.ok(schema);
  const waiver = '<!-- phase-docs-disable-next-line empty-section -- later -->';
  for (const above of [waiver, `${waiver}\n`, `${waiver}\n\n${waiver}`]) {
    const text = `# Phase 4 Handoff\n\n## Deliverables\n\nWords.\n\n${above}\n## Conclusion\n\nWords.\n`;
    const parsed = parseDocument(text);
    const { matches } = matchSections(parsed, schema);
    let planned = 0;
    for (const section of schema.sections) {
      if (matches.get(section)?.state !== 'missing') continue;
      planned++;
      const [edit] = planInsertion(parsed, schema, section, { phase: '4' }).edits;
      assert.ok(edit);
      const at = offsetAt(parsed, edit.range.start);
      const after = text.slice(0, at) + edit.newText + text.slice(at);
      assert.ok(after.includes(`${above}\n## Conclusion`), after);
    }
    assert.ok(planned > 0);
  }
});
