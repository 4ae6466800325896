/** Random Markdown that looks like what people write, and random edits of it. */
import * as fc from 'fast-check';

/** Lines and parts of lines that open, continue or close something. */
const FRAGMENTS = [
  '',
  '',
  '   ',
  '# Phase 8 Handoff',
  '## Status ✅',
  '### 1. Scope ###',
  '  #### Nested',
  '#tag',
  'Title',
  '=====',
  '---',
  '-----',
  '...',
  '***',
  'Plain words of a paragraph.',
  'More **bold** words, _slanted_ and ~~gone~~.',
  '**Status**: ✅ COMPLETE',
  '- **Evidence:** `reports/junit.xml`',
  'Owner: nobody yet',
  '- item',
  '- [ ] open task',
  '- [x] done, see docs/notes.md',
  '- [-] dropped',
  '  - nested item',
  '    - nested deeper',
  '    indented code',
  '\tafter a tab',
  '1. first',
  '2. second',
  '10) tenth',
  '+ plus',
  '* star',
  '-',
  '1.',
  '> quote',
  '> - item in a quote',
  '>',
  '>> deeper',
  '> ```',
  '```',
  '```yaml',
  '~~~',
  '- ```',
  '  ```',
  '| Field | Value |',
  '| --- | --- |',
  '|---|---|',
  '| **Status** | done \\| tested |',
  'a | b',
  '--|--',
  '<!-- a comment -->',
  '<!-- opens',
  'closes -->',
  '<details>',
  '</details>',
  '<custom_tag>',
  'text <b>bold</b> `code` and `` a ` tick ``',
  '[link](docs/a.md#part) and ![image](x.png "title")',
  '[ref]: https://example.org/x',
  'unclosed `code and **bold',
  '*a **b* c** `d* e`',
  '[a [b](c.md) d](e.md)',
  '🎉 emoji 𝒜 then `src/x.ts:12`',
  'âœ… mojibake',
  'nul \u0000 byte',
  'key: value',
  '\\* escaped \\`',
] as const;

/** A line of Markdown: mostly whole fragments, sometimes indented or joined. */
export const arbitraryLine: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...FRAGMENTS) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('', ' ', '  ', '   ', '    ', '\t', '> ', '- ', '1. ', '>'), fc.constantFrom(...FRAGMENTS))
      .map(([prefix, fragment]) => prefix + fragment),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...FRAGMENTS), fc.constantFrom(...FRAGMENTS)).map((pair) => pair.join(' ')),
  },
);

/** Lines of a document; some are so many that the parser takes over what stands far from an edit. */
const arbitraryLines: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 3, arbitrary: fc.array(arbitraryLine, { maxLength: 40, size: 'max' }) },
  { weight: 1, arbitrary: fc.array(arbitraryLine, { minLength: 60, maxLength: 120, size: 'max' }) },
);

/** A document of such lines; some begin with front matter. */
export const arbitraryMarkdown: fc.Arbitrary<string> = fc
  .tuple(fc.boolean(), arbitraryLines)
  .map(([hasFrontMatter, lines]) => (hasFrontMatter ? ['---', ...lines] : lines).join('\n'));

/** An edit whose place is a share of the text it is applied to. */
export interface ArbitraryEdit {
  readonly at: number;
  readonly removed: number;
  readonly insert: string;
}

/** Typing, deleting, pasting lines, opening and closing fences. */
export const arbitraryEdit: fc.Arbitrary<ArbitraryEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 80 })),
  insert: fc.oneof(
    fc.constantFrom('', 'x', ' ', '\n', '\n\n', '`', '*', '|', '-', '#', '>', '```\n', '\n---\n', '\r\n', '  ', '\t'),
    arbitraryLine,
    fc.array(arbitraryLine, { maxLength: 4 }).map((lines) => `\n${lines.join('\n')}\n`),
  ),
});

/** Where an arbitrary edit applies in a text. */
export function placeEdit(
  text: string,
  { at, removed, insert }: ArbitraryEdit,
): { from: number; to: number; insert: string } {
  const from = Math.floor(at * text.length);
  return { from, to: Math.min(text.length, from + removed), insert };
}
