import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { ParsedDocument, SectionContent } from '../../server/src/syntax/document';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { positionAt } from '../../server/src/syntax/positions';
import { normalizeLineEnds } from '../../server/src/syntax/sourceLines';
import { updateDocument, type DocumentEdit } from '../../server/src/syntax/updateDocument';
import { arbitraryEdit, arbitraryMarkdown, placeEdit } from '../support/arbitraryMarkdown';

const RUNS = Number(process.env.FC_RUNS ?? 300);

/** Applies an edit both ways and checks that they agree. */
function checkUpdate(before: ParsedDocument, edit: DocumentEdit): ParsedDocument {
  const after = updateDocument(before, edit);
  const text = before.text.slice(0, edit.from) + normalizeLineEnds(edit.insert) + before.text.slice(edit.to);
  assert.deepStrictEqual(after, parseDocument(text));
  return after;
}

/** Replaces the first occurrence of some words. */
function replace(before: ParsedDocument, words: string, insert: string): ParsedDocument {
  const from = before.text.indexOf(words);
  assert.notEqual(from, -1, `"${words}" is in the text`);
  return checkUpdate(before, { from, to: from + words.length, insert });
}

function contentsOf(document: ParsedDocument): SectionContent[] {
  return document.sections.map(({ content }) => content);
}

describe('updateDocument', () => {
  it('equals a full parse after any sequence of edits', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, fc.array(arbitraryEdit, { minLength: 1, maxLength: 8 }), (text, edits) => {
        let document = parseDocument(text);
        for (const edit of edits) document = checkUpdate(document, placeEdit(document.text, edit));
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps all sections that end three lines above an edit', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, arbitraryEdit, (text, arbitrary) => {
        const before = parseDocument(text);
        const edit = placeEdit(before.text, arbitrary);
        const after = updateDocument(before, edit);
        fc.pre(before.frontMatter === undefined && after.frontMatter === undefined);
        const edited = positionAt(before, edit.from).line;
        // A heading of several lines is underlined by the last: without its underline it belongs to the section above.
        const heading = before.sections.find(({ content, line: start }) => {
          const last = content.heading?.range.end.line;
          return last !== undefined && start < edited && edited <= start + last + 2;
        });
        const line = heading?.line ?? edited;
        for (const { content, line: start, index } of before.sections) {
          if (start + content.lineCount < line - 2) assert.equal(after.sections[index]?.content, content);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps the other rows of a table', () => {
    const rows = Array.from({ length: 20 }, (_, index) => `| **row ${index}** | value |`);
    const before = parseDocument(['| a | b |', '|---|---|', ...rows].join('\n'));
    const after = replace(before, 'row 7*', 'row seven*');
    const [oldTable, newTable] = [before, after].map((document) => document.sections[0]?.content.blocks[0]?.block);
    assert.ok(oldTable?.type === 'table' && newTable?.type === 'table');
    for (const [index, row] of newTable.rows.entries()) {
      assert.equal(row === oldTable.rows[index], index !== 7, `row ${index}`);
      assert.equal(newTable.fields[index] === oldTable.fields[index], index !== 7, `field ${index}`);
    }
  });

  it('does not take the rest of a line at the beginning of the text for a whole one', () => {
    let document = parseDocument('');
    for (const edit of [
      { from: 0, to: 0, insert: '\n    > quote\n\nwords\n' },
      { from: 0, to: 2, insert: '' },
    ])
      document = checkUpdate(document, edit);
  });

  it('gives back the same document for an edit that changes nothing', () => {
    const before = parseDocument('# A\n\ntext\n');
    assert.equal(updateDocument(before, { from: 3, to: 3, insert: '' }), before);
  });

  it('keeps the contents of all other sections', () => {
    const before = parseDocument('# A\n\none\n\n## B\n\ntwo\nwords\n\n## C\n\n- three\n- four\n\n# D\n\nfive\n');
    const after = replace(before, 'words', 'word');
    for (const [index, content] of contentsOf(after).entries()) {
      assert.equal(content === contentsOf(before)[index], index !== 2, `section ${String(index)}`);
    }
    assert.equal(after.sections[4], before.sections[4], 'a section that did not move is the same object');
  });

  it('keeps the contents of the sections below when lines are inserted', () => {
    const before = parseDocument('# A\n\none\n\n## B\n\ntwo\n\n## C\n\nthree\n');
    const after = replace(before, 'two', 'two\n\nmore\n\neven more');
    assert.equal(after.sections[3]?.content, before.sections[3]?.content);
    assert.equal(after.sections[3]?.line, 12);
    assert.equal(after.sections[1]?.content, before.sections[1]?.content);
  });

  it('keeps every other item of a list', () => {
    const items = Array.from({ length: 50 }, (_, index) => `- item ${String(index)}.`);
    const before = parseDocument(items.join('\n'));
    const after = replace(before, 'item 20.', 'item twenty\n  more of it');
    const [oldBlocks, newBlocks] = [before, after].map((document) => document.sections[0]?.content.blocks ?? []);
    assert.equal(newBlocks?.length, 50);
    for (let index = 0; index < 50; index++) {
      assert.equal(newBlocks[index]?.block === oldBlocks?.[index]?.block, index !== 20, `item ${String(index)}`);
    }
  });

  it('makes a list item and the one below it different blocks when the marker between them goes', () => {
    const after = replace(parseDocument('- a\n- b\n- c\n'), '- b', 'b');
    assert.deepEqual(
      after.sections[0]?.content.blocks.map(({ block }) => block.type === 'item' && block.inline?.text),
      ['a\nb', 'c'],
    );
  });

  it('follows a fence that opens and closes far away', () => {
    const body = Array.from({ length: 40 }, (_, index) => `## Section ${String(index)}\n\n- text\n`).join('\n');
    const before = parseDocument(`# A\n\nstart here\n\n${body}`);
    const opened = replace(before, 'start here', '```');
    assert.equal(opened.sections.length, 2);
    const closed = replace(opened, '```', 'start here');
    assert.equal(closed.sections.length, before.sections.length);
  });

  it('follows a closing fence of front matter that comes and goes', () => {
    const body = Array.from({ length: 20 }, (_, index) => `## Section ${String(index)}\n\ntext\n`).join('\n');
    const before = parseDocument(`---\ntitle: x\n${body}\nEND\n\n# After\n`);
    assert.equal(before.frontMatter, undefined);
    const closed = replace(before, 'END', '---');
    assert.equal(closed.frontMatter?.range.end.line, 82);
    assert.equal(closed.sections.length, 2);
    const edited = replace(closed, 'title', 'titles');
    assert.equal(edited.sections[1], closed.sections[1]);
    assert.equal(replace(edited, '\n---\n', '\nEND\n').frontMatter, undefined);
  });

  it('sees a header row when its delimiter row appears below it', () => {
    const before = parseDocument('words\na | b\n\n# Next\n');
    const after = replace(before, 'a | b\n', 'a | b\n- | -\n');
    assert.equal(after.sections.length, 2);
    replace(parseDocument('words\na | b\nx\n'), 'x', '|--|--|');
  });

  it('does not keep an old version of the text alive in a new block', { skip: globalThis.gc === undefined }, () => {
    // Run with --expose-gc: a thousand versions of 400 kB would be 400 MB.
    let document = parseDocument(
      Array.from({ length: 10_000 }, (_, i) => `Paragraph ${String(i)} with some words.\n`).join('\n'),
    );
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 1000; i++) {
      const from = document.lineStarts[i * 10] ?? 0;
      document = updateDocument(document, { from, to: from, insert: 'x' });
    }
    globalThis.gc?.();
    assert.ok(process.memoryUsage().heapUsed - before < 40e6);
  });

  it('equals a full parse over real documents', { skip: !existsSync('../shared/corpus') }, () => {
    const files = markdownFiles('../shared/corpus').filter((_, index) => index % 12 === 0);
    for (const file of files) {
      let document = parseDocument(readFileSync(file, 'utf8'));
      for (const [index, insert] of ['x', '\n', '```\n', '', '\n\n- item\n', '# '].entries()) {
        const from = Math.floor((document.text.length * (index + 1)) / 7);
        document = checkUpdate(document, { from, to: Math.min(document.text.length, from + index * 3), insert });
      }
    }
  });
});

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
