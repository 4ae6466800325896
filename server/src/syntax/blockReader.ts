/** Makes our blocks of the nodes of the tree. */
import type { TreeCursor } from '@lezer/common';
import type { Position } from 'vscode-languageserver-types';
import type { Block, BlockQuote, Heading, HtmlBlock, ListItem } from './document';
import { readIndentedCode, readFencedCode } from './codeReader';
import { findComments } from './comments';
import { finishItem, readParagraph } from './textBlocks';
import { parseInline } from './inlineParser';
import { headingLevel, isList, isText } from './nodeNames';
import { integer } from './nodeOffsets';
import { NodePlaces, type Span, type TextRun } from './nodePlaces';
import type { Source } from './source';
import { readTable } from './tableReader';

/** Reads one unit after the other; each begins with {@link begin}. */
export class BlockReader {
  readonly #places: NodePlaces;

  constructor(source: Source) {
    this.#places = new NodePlaces(source);
  }

  /** Makes the first line of a unit the origin of all its positions and returns it. */
  begin(cursor: TreeCursor): number {
    // An item's node begins before its indentation: on the same line as its marker.
    return this.#places.beginAt(cursor.from);
  }

  /** Reads a heading or an outermost block. */
  readUnit(cursor: TreeCursor): Block | Heading | undefined {
    const level = headingLevel(cursor.name);
    return level === undefined ? this.#readBlock(cursor, 0) : this.#readHeading(cursor, level);
  }

  /** `base` is the column where the content of the innermost item begins; undefined directly in a quote. */
  #readBlock(cursor: TreeCursor, base: number | undefined): Block | undefined {
    switch (cursor.name) {
      case 'ListItem':
        return this.#readItem(cursor);
      case 'Table':
        return readTable(cursor, this.#places);
      case 'FencedCode':
        return readFencedCode(cursor, this.#places, base);
      case 'CodeBlock':
        return readIndentedCode(cursor, this.#places);
      case 'Blockquote':
        return this.#readQuote(cursor);
      case 'HTMLBlock':
      case 'CommentBlock':
      case 'ProcessingInstructionBlock':
        return this.#readHtml(cursor);
      case 'HorizontalRule':
        return { type: 'break', range: this.#places.range(cursor.from, cursor.to) };
      default:
        // Headings make sections only where nothing contains them; marks of quotes and items are no blocks.
        return isText(cursor.name) ? readParagraph(this.#textRun(cursor)) : undefined;
    }
  }

  #readHeading(cursor: TreeCursor, level: number): Heading {
    const range = this.#places.range(cursor.from, cursor.to);
    const { text, range: inlineRange } = this.#textRun(cursor);
    return { level, range, inline: parseInline(text, inlineRange) };
  }

  /** The words of a paragraph, or those between a heading's marks. */
  #textRun(cursor: TreeCursor): TextRun {
    let { from, to } = cursor;
    const start = from;
    if (cursor.firstChild()) {
      do {
        if (cursor.name !== 'HeaderMark') continue;
        if (cursor.from === start) from = cursor.to;
        else to = cursor.from;
      } while (cursor.nextSibling());
      cursor.parent();
    }
    return this.#places.run(cursor, from, to);
  }

  #readHtml(cursor: TreeCursor): HtmlBlock {
    const range = this.#places.range(cursor.from, cursor.to);
    const text = this.#places.slice(cursor.from, this.#places.trimEnd(cursor.from, cursor.to));
    return { type: 'html', range, text, comments: findComments(text, range.start) };
  }

  #readQuote(cursor: TreeCursor): BlockQuote {
    const range = this.#places.range(cursor.from, cursor.to);
    return { type: 'quote', range, children: this.#readChildren(cursor, undefined) };
  }

  #readItem(cursor: TreeCursor): ListItem {
    const places = this.#places;
    const from = integer(cursor.from);
    let marker: Span = { from, to: from };
    let head: TextRun | undefined;
    let end: Position | undefined;
    const children: Block[] = [];
    if (cursor.firstChild()) {
      let base = 0;
      do {
        if (cursor.name === 'ListMark') {
          marker = { from: integer(cursor.from), to: integer(cursor.to) };
          base = places.contentColumn(marker.to);
        } else if (head === undefined && children.length === 0 && isText(cursor.name)) {
          head = this.#textRun(cursor);
          end = places.range(cursor.from, cursor.to).end;
        } else this.#addBlocks(cursor, base, children);
      } while (cursor.nextSibling());
      cursor.parent();
    }
    const start = places.position(marker.from);
    end = children.at(-1)?.range.end ?? end ?? places.position(marker.to);
    return finishItem(places.slice(marker.from, marker.to), { start, end }, head, children);
  }

  /** The blocks directly below the cursor's node. */
  #readChildren(cursor: TreeCursor, base: number | undefined): Block[] {
    const children: Block[] = [];
    if (!cursor.firstChild()) return children;
    do this.#addBlocks(cursor, base, children);
    while (cursor.nextSibling());
    cursor.parent();
    return children;
  }

  /** Adds the block at the cursor. The items of a list stand beside other blocks. */
  #addBlocks(cursor: TreeCursor, base: number | undefined, blocks: Block[]): void {
    if (isList(cursor.name)) {
      for (const item of this.#readChildren(cursor, base)) blocks.push(item);
      return;
    }
    const block = this.#readBlock(cursor, base);
    if (block !== undefined) blocks.push(block);
  }
}
