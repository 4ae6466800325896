/**
 * Block structure, line by line, in the way the CommonMark specification describes it: match the open containers, open
 * new ones, add the rest of the line to the open leaf. At the start of an outermost block nothing is open, so parsing can
 * begin there and, after an edit, end at the first such place that was one before: see `updateDocument`.
 */
import type { Position } from 'vscode-languageserver-types';
import type { Block, Heading } from './document';
import {
  isFenceClosing,
  isThematicBreak,
  matchAtxHeading,
  matchFenceOpening,
  matchHtmlStart,
  matchListMarker,
  matchSetextUnderline,
} from './blockStarts';
import { CodeLeaf, HtmlLeaf, ParagraphLeaf, TableLeaf, type Leaf, type TextLine, type TextRun } from './leaves';
import { extendTo, finishItem, finishQuote, isEmptyItem, type Container } from './containers';
import { findFields } from './fields';
import { LineCursor, type Source } from './lineCursor';
import { isDelimiterRow, splitRow } from './tableRows';
import { rangeBetween } from './positions';
import { parseInline } from './inlineParser';

/** An outermost block or a heading, in its place. */
export interface Unit {
  /** Absolute line of its first line, which is its origin. */
  readonly line: number;
  readonly content: Block | Heading;
}

/** Containers deeper than this are read as text, so that hostile input costs no more than its length. */
const MAX_DEPTH = 40;
/** White space of four columns or more. */
const INDENTED = /^(?: {4}| {0,3}\t)/;
/** A line that starts so may open something other than a paragraph. */
const SPECIAL_START = /[>#`~*+\-_<=\d]/;

/**
 * Parses outermost blocks from a line where one starts. Before each of them `stopsAt` is asked whether to end there.
 * Returns the units and the line where parsing ended: that one, or the number of lines.
 */
export function parseUnits(
  source: Source,
  fromLine: number,
  stopsAt: (line: number) => boolean,
): { units: Unit[]; endLine: number } {
  const parser = new BlockParser(source, stopsAt);
  return parser.parse(fromLine);
}

class BlockParser {
  readonly #source: Source;
  readonly #stopsAt: (line: number) => boolean;
  readonly #cursor: LineCursor;
  readonly #units: Unit[] = [];
  readonly #containers: Container[] = [];
  #leaf: Leaf | undefined;
  /** First line of the outermost block being parsed. */
  #origin = 0;
  #stopLine: number | undefined;

  constructor(source: Source, stopsAt: (line: number) => boolean) {
    this.#source = source;
    this.#stopsAt = stopsAt;
    this.#cursor = new LineCursor(source);
  }

  parse(fromLine: number): { units: Unit[]; endLine: number } {
    const count = this.#source.lineStarts.length;
    for (let line = fromLine; line < count; line++) {
      this.#cursor.moveTo(line);
      this.#parseLine();
      if (this.#stopLine !== undefined) return { units: this.#units, endLine: this.#stopLine };
    }
    this.#closeTo(0);
    return { units: this.#units, endLine: count };
  }

  #parseLine(): void {
    const matched = this.#matchContainers();
    const allMatched = matched === this.#containers.length;
    if (allMatched && this.#leaf !== undefined && this.#leaf.type !== 'paragraph' && this.#continueLeaf(this.#leaf))
      return;
    this.#openBlocks(matched);
  }

  /** Consumes the marks of the open containers; returns how many of them go on in this line. */
  #matchContainers(): number {
    const cursor = this.#cursor;
    let matched = 0;
    for (; matched < this.#containers.length; matched++) {
      const container = this.#containers[matched];
      if (container === undefined) break;
      if (container.type === 'quote') {
        if (cursor.indent > 3 || !cursor.consumeQuoteMark()) break;
        extendTo(container, cursor.contentEndPosition());
      } else if (cursor.isBlank) {
        const isInnermost = matched === this.#containers.length - 1 && this.#leaf === undefined;
        if (isInnermost && isEmptyItem(container)) break;
        cursor.skipIndent();
      } else if (cursor.indent >= container.contentIndent) {
        cursor.advanceColumns(container.contentIndent);
      } else break;
    }
    return matched;
  }

  /** Gives the line to the open code, HTML or table. Returns false when that ends before the line. */
  #continueLeaf(leaf: CodeLeaf | HtmlLeaf | TableLeaf): boolean {
    const cursor = this.#cursor;
    if (leaf instanceof CodeLeaf && leaf.fence !== undefined) {
      const closes = cursor.indent <= 3 && isFenceClosing(cursor.rest(), leaf.fence.mark, leaf.fence.length);
      if (closes) {
        leaf.close(cursor);
        this.#closeLeaf();
      } else leaf.addLine(cursor);
      return true;
    }
    if (leaf instanceof CodeLeaf) {
      if (!cursor.isBlank && cursor.indent < 4) return false;
      leaf.addLine(cursor);
      return true;
    }
    if (leaf instanceof HtmlLeaf) {
      if (leaf.endsBefore(cursor)) return false;
      if (leaf.addLine(cursor)) this.#closeLeaf();
      return true;
    }
    if (cursor.isBlank || this.#startsBlock()) return false;
    leaf.addRow(cursor);
    return true;
  }

  /** Opens the blocks that start in this line below the matched containers and adds the rest to a leaf. */
  #openBlocks(matched: number): void {
    const cursor = this.#cursor;
    let depth = matched;
    let opened = false;
    for (;;) {
      const paragraph = opened || depth < this.#containers.length ? undefined : this.#openParagraph();
      if (cursor.isBlank) break;
      if (cursor.indent > 3) {
        if (!opened && this.#openParagraph() !== undefined) break;
        if (this.#begin(depth, cursor.line)) this.#openIndentedCode();
        return;
      }
      const rest = cursor.rest();
      if (!SPECIAL_START.test(rest.charAt(0))) break;
      if (paragraph !== undefined && this.#finishSetextHeading(paragraph, rest)) return;
      const container = depth < MAX_DEPTH ? this.#matchContainerStart(rest, paragraph) : undefined;
      if (container === undefined) {
        if (this.#openLeaf(depth, rest, paragraph !== undefined)) return;
        break;
      }
      if (!this.#begin(depth, cursor.line)) return;
      this.#pushContainer(container);
      depth = this.#containers.length;
      opened = true;
    }
    this.#addRest(depth, opened);
  }

  /** Adds the rest of the line to the open paragraph or to a new one. */
  #addRest(depth: number, opened: boolean): void {
    const cursor = this.#cursor;
    const paragraph = opened ? undefined : this.#openParagraph();
    if (cursor.isBlank) {
      this.#closeTo(depth);
      return;
    }
    if (paragraph !== undefined) {
      // Also a lazy continuation line, which leaves the unmatched containers open.
      if (depth === this.#containers.length && this.#startTable(paragraph)) return;
      paragraph.addLine(cursor);
      return;
    }
    if (this.#begin(depth, cursor.line)) this.#leaf = new ParagraphLeaf(cursor);
  }

  /** Closes what is open below `depth` for a new block. Returns false where parsing ends instead. */
  #begin(depth: number, line: number): boolean {
    this.#closeTo(depth);
    if (depth > 0) return true;
    if (this.#stopsAt(line)) {
      this.#stopLine = line;
      return false;
    }
    this.#origin = line;
    return true;
  }

  #openParagraph(): ParagraphLeaf | undefined {
    return this.#leaf?.type === 'paragraph' ? this.#leaf : undefined;
  }

  #openIndentedCode(): void {
    this.#leaf = new CodeLeaf(this.#cursor, undefined);
  }

  /** Opens a fence, an HTML block, a heading or a thematic break. */
  #openLeaf(depth: number, rest: string, interruptsParagraph: boolean): boolean {
    const cursor = this.#cursor;
    const first = rest.charAt(0);
    if (first === '#') {
      const heading = matchAtxHeading(rest);
      if (heading === undefined) return false;
      if (this.#begin(depth, cursor.line)) this.#addAtxHeading(rest, heading);
      return true;
    }
    if (first === '`' || first === '~') {
      const length = matchFenceOpening(rest);
      if (length === undefined) return false;
      if (this.#begin(depth, cursor.line)) this.#leaf = new CodeLeaf(cursor, { mark: first, length });
      return true;
    }
    if (first === '<') {
      const end = matchHtmlStart(
        rest,
        interruptsParagraph || (depth < this.#containers.length && this.#openParagraph() !== undefined),
      );
      if (end === undefined) return false;
      if (this.#begin(depth, cursor.line)) this.#openHtml(new HtmlLeaf(cursor, end));
      return true;
    }
    if (!isThematicBreak(rest)) return false;
    if (this.#begin(depth, cursor.line)) {
      const from = cursor.position;
      const to = { line: cursor.line, character: from.character + rest.trimEnd().length };
      this.#addBlock({ type: 'break', range: rangeBetween(from, to, this.#origin) });
    }
    return true;
  }

  #openHtml(leaf: HtmlLeaf): void {
    this.#leaf = leaf;
    if (leaf.isComplete) this.#closeLeaf();
  }

  #matchContainerStart(
    rest: string,
    paragraph: ParagraphLeaf | undefined,
  ): 'quote' | { marker: string; number: number | undefined } | undefined {
    if (rest.startsWith('>')) return 'quote';
    const list = matchListMarker(rest);
    if (list === undefined || isThematicBreak(rest)) return undefined;
    if (paragraph !== undefined) {
      // A list interrupts a paragraph only with an item that is not empty and, if ordered, is number 1.
      if (rest.slice(list.marker.length).trim() === '') return undefined;
      if (list.number !== undefined && list.number !== 1) return undefined;
    }
    return list;
  }

  #pushContainer(start: 'quote' | { marker: string; number: number | undefined }): void {
    const cursor = this.#cursor;
    const from = cursor.position;
    if (start === 'quote') {
      cursor.consumeQuoteMark();
      this.#containers.push({ type: 'quote', from, children: [], end: cursor.contentEndPosition() });
      return;
    }
    const contentIndent = cursor.indent + cursor.consumeListMarker(start.marker.length);
    this.#containers.push({
      type: 'item',
      from,
      children: [],
      end: { line: from.line, character: from.character + start.marker.length },
      contentIndent,
      marker: start.marker,
      ordered: start.number !== undefined,
      head: undefined,
    });
  }

  /** Whether the rest of the line would interrupt a table. */
  #startsBlock(): boolean {
    const cursor = this.#cursor;
    if (cursor.indent > 3) return false;
    const rest = cursor.rest();
    if (!SPECIAL_START.test(rest.charAt(0))) return false;
    const list = matchListMarker(rest);
    return (
      rest.startsWith('>') ||
      matchAtxHeading(rest) !== undefined ||
      matchFenceOpening(rest) !== undefined ||
      isThematicBreak(rest) ||
      (list !== undefined && rest.length > list.marker.length && (list.number ?? 1) === 1) ||
      matchHtmlStart(rest, true) !== undefined
    );
  }

  /** Turns the last line of the paragraph into a table's header when this line is the delimiter row below it. */
  #startTable(paragraph: ParagraphLeaf): boolean {
    const cursor = this.#cursor;
    const rest = cursor.rest();
    if (cursor.indent > 3 || !isDelimiterRow(rest)) return false;
    const header = paragraph.lastLine();
    if (!header.text.includes('|') || splitRow(header.text).length !== splitRow(rest).length) return false;
    // A table begins an outermost block at its header: parsing must be able to begin there, and find a table.
    if (!header.isFirst && !this.#opensParagraph(header)) return false;
    if (paragraph.removeLastLine()) this.#leaf = undefined;
    else this.#closeLeaf();
    const depth = this.#containers.length;
    // The origin was already set when the header line began the block.
    if (depth === 0 && header.line !== this.#origin && !this.#begin(0, header.line)) return true;
    this.#leaf = new TableLeaf(this.#source, header, this.#origin, cursor);
    return true;
  }

  /** Whether a line that goes on a paragraph would also begin one. */
  #opensParagraph({ text, line, offset }: TextLine): boolean {
    if (matchListMarker(text) !== undefined || matchHtmlStart(text, false) !== undefined) return false;
    const indent = this.#source.text.slice(this.#source.lineStarts[line] ?? 0, offset);
    return this.#containers.length > 0 || !INDENTED.test(indent);
  }

  #finishSetextHeading(paragraph: ParagraphLeaf, rest: string): boolean {
    const level = matchSetextUnderline(rest);
    if (level === undefined) return false;
    this.#leaf = undefined;
    this.#addHeading(level, paragraph.run(), paragraph.from, this.#cursor.contentEndPosition());
    return true;
  }

  #addAtxHeading(rest: string, { level, from, to }: { level: number; from: number; to: number }): void {
    const { line, character } = this.#cursor.position;
    const text = this.#source.slice(this.#cursor.offset + from, this.#cursor.offset + to);
    const run = { text, from: { line, character: character + from }, to: { line, character: character + to } };
    this.#addHeading(level, run, { line, character }, { line, character: character + rest.trimEnd().length });
  }

  /** Only outermost headings make sections; those in containers are read as paragraphs. */
  #addHeading(level: number, run: TextRun, from: Position, to: Position): void {
    const parent = this.#containers.at(-1);
    if (parent !== undefined) {
      this.#addText(run);
      extendTo(parent, to);
      return;
    }
    const inline = parseInline(run.text, rangeBetween(run.from, run.to, this.#origin));
    this.#units.push({ line: this.#origin, content: { level, range: rangeBetween(from, to, this.#origin), inline } });
  }

  /** Adds a paragraph: to an item without any text as its head. */
  #addText(run: TextRun): void {
    const parent = this.#containers.at(-1);
    if (parent?.type === 'item' && isEmptyItem(parent)) {
      parent.head = run;
      extendTo(parent, run.to);
      return;
    }
    const range = rangeBetween(run.from, run.to, this.#origin);
    const inline = parseInline(run.text, range);
    this.#addBlock({ type: 'paragraph', range, inline, fields: findFields(inline, 'paragraph') });
  }

  #addBlock(block: Block): void {
    const parent = this.#containers.at(-1);
    if (parent === undefined) {
      this.#units.push({ line: this.#origin, content: block });
      return;
    }
    const { line, character } = block.range.end;
    extendTo(parent, { line: line + this.#origin, character });
    parent.children.push(block);
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    if (leaf === undefined) return;
    this.#leaf = undefined;
    if (leaf.type === 'paragraph') this.#addText(leaf.run());
    else this.#addBlock(leaf.finish(this.#origin));
  }

  /** Closes the open leaf and the containers below `depth`. */
  #closeTo(depth: number): void {
    this.#closeLeaf();
    while (this.#containers.length > depth) {
      const container = this.#containers.pop();
      if (container === undefined) return;
      this.#addBlock(
        container.type === 'quote' ? finishQuote(container, this.#origin) : finishItem(container, this.#origin),
      );
    }
  }
}
