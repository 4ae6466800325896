import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Inline } from '../../server/src/syntax/document';
import { maskedText, plainText } from '../../server/src/syntax/inlineText';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { offsetAt, positionAt, rangeInInline, sectionAt } from '../../server/src/syntax/positions';
import { createSlugger, slugify, slugsOfDocument } from '../../server/src/syntax/slugs';
import { arbitraryMarkdown } from '../support/arbitraryMarkdown';

function inlineOf(text: string): Inline {
  const block = parseDocument(text).sections[0]?.content.blocks[0]?.block;
  assert.ok(block?.type === 'paragraph');
  return block.inline;
}

describe('plainText', () => {
  it('keeps what a reader sees', () => {
    const text = 'a **b _c_** `d*` [e](f.md) ![g](h.png) ~~i~~ <b>j</b> <!-- k -->\\*\n  l';
    assert.equal(plainText(inlineOf(text)), 'a b c d* e g i j * l');
  });
});

describe('maskedText', () => {
  it('keeps offsets', () => {
    assert.equal(maskedText(inlineOf('**a** `b` [c](d) <!-- e -->\nf')), `  a    b   c${' '.repeat(15)}\nf`);
    assert.equal(maskedText(inlineOf('**a** `b` c'), { code: true }), '  a       c');
  });
});

describe('positions', () => {
  it('map offsets of later lines from column 0', () => {
    const inline = inlineOf('  a\n  `b.md`');
    assert.deepEqual(rangeInInline(inline, 0, 5), { start: { line: 0, character: 2 }, end: { line: 1, character: 3 } });
  });

  it('go from offset to position and back', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, fc.nat(), (text, seed) => {
        const document = parseDocument(text);
        const offset = seed % (document.text.length + 1);
        assert.equal(offsetAt(document, positionAt(document, offset)), offset);
      }),
    );
  });

  it('find the section of a line', () => {
    const document = parseDocument('# A\n\ntext\n# B\n');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 99].map((line) => sectionAt(document, line).index),
      [1, 1, 1, 2, 2, 2],
    );
  });
});

describe('slugs', () => {
  it('are those of GitHub', () => {
    assert.equal(slugify('  Phase 8: Hand-off & ✅ Done_1 (MVP) '), 'phase-8-hand-off---done_1-mvp');
    assert.equal(slugify('Überblick 2.5'), 'überblick-25');
    const next = createSlugger();
    assert.deepEqual(['A', 'A', 'A-1', 'A'].map(next), ['a', 'a-1', 'a-1-1', 'a-2']);
    assert.deepEqual([...slugsOfDocument(parseDocument('# A `b`\n## [C](d)\n'))], ['a-b', 'c']);
  });
});
