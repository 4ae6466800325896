import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Block, ListItem, Table } from '../../server/src/syntax/document';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { walkDocument } from '../../server/src/syntax/walk';
import { arbitraryMarkdown } from '../support/arbitraryMarkdown';

function outline(text: string): string[] {
  return parseDocument(text).sections.map(
    ({ content, line, parent }) =>
      `${String(line)}+${String(content.lineCount)} ^${String(parent)} ${content.heading?.inline.text ?? '-'}`,
  );
}

function blocksOf(text: string): readonly Block[] {
  return parseDocument(text).sections.flatMap(({ content }) => content.blocks.map(({ block }) => block));
}

function firstBlock<Type extends Block['type']>(text: string, type: Type): Extract<Block, { type: Type }> {
  const block = blocksOf(text)[0];
  assert.ok(block !== undefined && isOfType(block, type), `the first block is ${block?.type ?? 'missing'}`);
  return block;
}

function isOfType<Type extends Block['type']>(block: Block, type: Type): block is Extract<Block, { type: Type }> {
  return block.type === type;
}

function describeTypes(text: string): string[] {
  return [...walkDocument(parseDocument(text))].map(({ block, depth }) => `${'  '.repeat(depth)}${block.type}`);
}

describe('parseDocument: sections', () => {
  it('cuts at headings of any level and finds parents', () => {
    assert.deepEqual(outline('intro\n# A\n### B\ntext\n## C\n# D'), [
      '0+1 ^-1 -',
      '1+1 ^-1 A',
      '2+2 ^1 B',
      '4+1 ^1 C',
      '5+1 ^-1 D',
    ]);
  });

  it('always has a first section', () => {
    assert.deepEqual(outline(''), ['0+1 ^-1 -']);
    assert.deepEqual(outline('   \n\t\n'), ['0+3 ^-1 -']);
    assert.deepEqual(outline('# A'), ['0+0 ^-1 -', '0+1 ^-1 A']);
  });

  it('knows setext headings and their two lines', () => {
    const document = parseDocument('Title\nmore\n=====\n\nSub\n---\n');
    assert.deepEqual(
      document.sections.map(({ content }) => [content.heading?.level, content.heading?.range.end.line]),
      [
        [undefined, undefined],
        [1, 2],
        [2, 1],
      ],
    );
  });

  it('reads the words between the marks of a heading', () => {
    assert.deepEqual(
      ['## Scope ##', '##  C#  ', '# `a#`', '#', '### ###', '#no', '####### seven'].map((text) => {
        const heading = parseDocument(text).sections[1]?.content.heading;
        return heading && [heading.level, heading.inline.text, heading.inline.range.start.character];
      }),
      [[2, 'Scope', 3], [2, 'C#', 4], [1, '`a#`', 2], [1, '', 1], [3, '', 4], undefined, undefined],
    );
  });

  it('makes no section of a heading in a quote, an item, a fence or a comment', () => {
    assert.equal(outline('> # A\n\n- # B\n\n```\n# C\n```\n\n<!--\n# D\n-->\n').length, 1);
  });

  it('accounts for every line once', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, (text) => {
        const document = parseDocument(text);
        let line = document.frontMatter === undefined ? 0 : document.frontMatter.range.end.line + 1;
        for (const section of document.sections) {
          assert.equal(section.line, line);
          line += section.content.lineCount;
        }
        assert.equal(line, document.lineStarts.length);
      }),
    );
  });
});

describe('parseDocument: text', () => {
  it('treats CRLF and lone CR as LF and drops a byte order mark', () => {
    const text = '---\na: 1\n---\n# A\n\n| a | b |\n|---|---|\n| c | d |\n\n- [ ] x\n';
    const expected = parseDocument(text);
    assert.deepEqual(parseDocument(text.replaceAll('\n', '\r\n')), expected);
    assert.deepEqual(parseDocument(text.replaceAll('\n', '\r')), expected);
    assert.deepEqual(parseDocument(`\ufeff${text}`), expected);
  });

  it('counts columns in UTF-16 units', () => {
    const block = firstBlock('🎉𝒜 **b** `src/x.ts`', 'paragraph');
    assert.deepEqual(block.inline.spans[0], { type: 'strong', from: 5, to: 10, innerFrom: 7, innerTo: 8 });
    assert.equal(block.inline.pointers[0]?.range.start.character, 12);
  });

  it('survives anything', () => {
    for (const text of ['\u0000', '\ud800', 'âœ… MojibÃ¤ke ✅\n', '\u2028', '|', '`', '[', '<!--', '- ', '>'])
      parseDocument(text);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void parseDocument(text)));
    assert.equal(blocksOf('x'.repeat(1_000_000)).length, 1);
  });
});

describe('parseDocument: front matter', () => {
  it('reads up to the closing fence', () => {
    const { frontMatter, sections } = parseDocument('---\na: 1\nb: 2\n---  \n\n# A\n');
    assert.deepEqual(frontMatter, {
      range: { start: { line: 0, character: 0 }, end: { line: 3, character: 5 } },
      text: 'a: 1\nb: 2',
      textLine: 1,
    });
    assert.equal(sections[0]?.line, 4);
  });

  it('closes with dots, may be empty, and must be closed', () => {
    assert.equal(parseDocument('---\na\n...\n').frontMatter?.text, 'a');
    assert.equal(parseDocument('---\n---\n').frontMatter?.text, '');
    assert.equal(parseDocument('---\na: 1\n').frontMatter, undefined);
    assert.equal(parseDocument('\n---\na: 1\n---\n').frontMatter, undefined);
  });
});

describe('parseDocument: lists', () => {
  it('makes each outermost item a block and nests the others', () => {
    assert.deepEqual(describeTypes('- a\n  - b\n    - c\n- d\n\n  second\n1. e\n'), [
      'item',
      '  item',
      '    item',
      'item',
      '  paragraph',
      'item',
    ]);
  });

  it('knows any mark of a check box', () => {
    const marks = ['[ ]', '[x]', '[X]', '[-]', '[~]', '[!]', '[✅]', '[🔄]', '[1]', '[x](y)', '[]', '[ab]'];
    assert.deepEqual(
      marks.map((mark) => firstBlock(`- ${mark} words`, 'item').task?.mark),
      [' ', 'x', 'X', '-', '~', '!', '✅', '🔄', undefined, undefined, undefined, undefined],
    );
    const item = firstBlock('  * [x] words', 'item');
    assert.equal(item.inline?.text, 'words');
    assert.deepEqual(item.task?.range, { start: { line: 0, character: 4 }, end: { line: 0, character: 7 } });
    assert.equal(item.inline.range.start.character, 8);
  });

  it('reads numbers, markers and empty items', () => {
    const items = blocksOf('3) a\n4) b\n+ c\n-\n').filter((block): block is ListItem => block.type === 'item');
    assert.deepEqual(
      items.map(({ marker, ordered, inline }) => [marker, ordered, inline?.text]),
      [
        ['3)', true, 'a'],
        ['4)', true, 'b'],
        ['+', false, 'c'],
        ['-', false, undefined],
      ],
    );
  });

  it('measures everything in an item from its first line', () => {
    const document = parseDocument('# A\n\n- a\n  1. b `x.md`\n');
    const placed = document.sections[1]?.content.blocks[0];
    assert.equal(placed?.line, 2);
    const nested = placed.block.type === 'item' ? placed.block.children[0] : undefined;
    assert.deepEqual(nested?.range, { start: { line: 1, character: 2 }, end: { line: 1, character: 13 } });
  });
});

describe('parseDocument: tables', () => {
  it('keeps escaped pipes in a cell and reads rows of any length', () => {
    const table = firstBlock('| a | b |\n|:--|--:|\n| `x \\| y` | z | more |\n| one\n', 'table');
    assert.deepEqual(rowsOf(table), [['a', 'b'], ['`x \\| y`', 'z', 'more'], ['one']]);
    assert.equal(table.rows[0]?.cells[1]?.range.start.character, 13);
  });

  it('needs a delimiter row with as many cells', () => {
    assert.deepEqual(describeTypes('a | b\n---|---|---\n'), ['paragraph']);
    assert.deepEqual(describeTypes('words\na | b\n--|--\nc | d\n\nwords'), ['paragraph', 'table', 'paragraph']);
  });

  it('knows empty cells, which have no node in the tree', () => {
    const table = firstBlock('| a | |\n|---|---|\n|| x |\n|   | y\nz ||\n', 'table');
    assert.deepEqual(rowsOf(table), [
      ['a', ''],
      ['', 'x'],
      ['', 'y'],
      ['z', ''],
    ]);
    assert.equal(table.rows[1]?.cells[0]?.range.start.character, 4);
  });

  function rowsOf(table: Table): string[][] {
    return [table.header, ...table.rows].map(({ cells }) => cells.map(({ text }) => text));
  }
});

describe('parseDocument: code, quotes and HTML', () => {
  it('reads fences, closed or not', () => {
    const closed = firstBlock('```yaml title\na: 1\n\n```\n', 'code');
    assert.deepEqual(
      [closed.info, closed.content, closed.contentLine, closed.closed],
      ['yaml title', 'a: 1\n', 1, true],
    );
    const open = firstBlock('~~~\n# no heading\n\nmore', 'code');
    assert.deepEqual([open.content, open.closed], ['# no heading\n\nmore', false]);
  });

  it('drops the indentation of a fence in an item and of indented code', () => {
    const item = firstBlock('- a\n\n  ```sh\n  run\n    it\n  ```\n', 'item');
    const fence = item.children[0];
    assert.equal(fence?.type === 'code' && fence.content, 'run\n  it');
    assert.equal(firstBlock('    a\n\n      b\n\n', 'code').content, 'a\n\n  b');
    assert.equal(firstBlock('\t\ta', 'code').content, '\ta');
  });

  it('drops what a fence is indented in a quote or on the line of a marker', () => {
    const codes = [
      '>   ```\n>   a\n>    b\n>   ```',
      '- ```\n  a\n   b\n  ```',
      '> - x\n>    ```\n>    a\n>     b\n>    ```',
    ];
    for (const text of codes) {
      const code = [...walkDocument(parseDocument(text))].map(({ block }) => block).find(({ type }) => type === 'code');
      assert.equal(code?.type === 'code' && code.content, 'a\n b', text);
    }
    assert.equal(firstBlock('  ```\n  a\n b\n  ```', 'code').content, 'a\nb');
  });

  it('reads fences without lines and with a blank one', () => {
    assert.deepEqual(
      ['```\n```', '```\n\n```', '```\n\n\n```', '```'].map((text) => firstBlock(text, 'code').content),
      ['', '', '\n', ''],
    );
  });

  it('reads quotes and replaces their marks by spaces', () => {
    const quote = firstBlock('> a **b\n> c** d\nlazy\n', 'quote');
    const paragraph = quote.children[0];
    assert.equal(paragraph?.type === 'paragraph' && paragraph.inline.text, 'a **b\n  c** d\nlazy');
  });

  it('finds comments over several lines', () => {
    const html = firstBlock('<!-- phase-docs\nignore -->\n', 'html');
    assert.deepEqual(html.comments, [
      { text: 'phase-docs\nignore', range: { start: { line: 0, character: 0 }, end: { line: 1, character: 10 } } },
    ]);
    assert.equal(firstBlock('a <!-- b --> c', 'paragraph').inline.comments[0]?.text, 'b');
  });

  it('reads tags with underscores as HTML', () => {
    assert.deepEqual(describeTypes('<success_criteria>\n- a\n</success_criteria>\n'), ['html']);
  });
});

describe('parseDocument: inline markup', () => {
  function spansOf(text: string): string[] {
    const { inline } = firstBlock(text, 'paragraph');
    return inline.spans.map(({ type, from, to, innerFrom, innerTo }) => {
      const inner = inline.text.slice(innerFrom, innerTo);
      return `${type} ${from}-${to} ${inner}`;
    });
  }

  it('gives each span the words inside its marks', () => {
    assert.deepEqual(
      spansOf('**a** _b_ ~~c~~ ``d`e`` [f](g "h") ![i](<j k>) <https://l.m> <b> <!-- n --> [o][p] <?q?>'),
      [
        'strong 0-5 a',
        'emphasis 6-9 b',
        'strikethrough 10-15 c',
        'code 16-23 d`e',
        'link 24-34 f',
        'image 35-46 i',
        'autolink 47-60 https://l.m',
        'html 61-64 b',
        'comment 65-75  n ',
        'link 76-82 o',
        'html 83-88 ?q?',
      ],
    );
  });

  it('puts nested spans after the one that contains them', () => {
    assert.deepEqual(spansOf('[**a** ![b](c)](d) *e **f***'), [
      'link 0-18 **a** ![b](c)',
      'strong 1-6 a',
      'image 7-14 b',
      'emphasis 19-28 e **f**',
      'strong 22-27 f',
    ]);
  });

  it('makes no link of brackets alone', () => {
    assert.deepEqual(spansOf('[a] [b][] array[0][1] [ ] ~95% [^1]'), []);
    assert.deepEqual(spansOf('[see [1] **b**](c.md)'), ['link 0-21 see [1] **b**', 'strong 9-14 b']);
    assert.deepEqual(spansOf('**[x] a** [d [e](f) g](h)'), ['strong 0-9 [x] a', 'link 13-19 e']);
  });

  it('reads a very long text in pieces', () => {
    const words = 'some `code` and **bold** words, ';
    assert.equal(spansOf(words.repeat(500)).length, 1000);
  });
});
