/** Blocks that hold text, while their lines are being read. */
import type { Position } from 'vscode-languageserver-types';
import type { CodeBlock, HtmlBlock, Table, TableRow } from './document';
import type { HtmlEnd } from './blockStarts';
import { findComments } from './comments';
import { tableFields } from './fields';
import { EMPTY_INLINE_PARTS, parseInline } from './inlineParser';
import type { LineCursor, Source } from './lineCursor';
import { rangeBetween } from './positions';
import { splitRow } from './tableRows';

export type Leaf = ParagraphLeaf | CodeLeaf | HtmlLeaf | TableLeaf;

/** Words of a paragraph or heading with their absolute place. */
export interface TextRun {
  readonly text: string;
  readonly from: Position;
  readonly to: Position;
}

/** A line of a paragraph: its text without container marks. */
export interface TextLine {
  readonly line: number;
  readonly offset: number;
  readonly text: string;
  readonly isFirst: boolean;
}

export class ParagraphLeaf {
  readonly type = 'paragraph';
  readonly #source: Source;
  readonly #from: Position;
  /** Where the text of each line begins, after indentation and marks. */
  readonly #offsets: number[];
  #end: number;
  #endPosition: Position;
  /** Whether a line after the first has quote marks before its text. */
  #hasMarks = false;

  constructor(cursor: LineCursor) {
    this.#source = cursor.source;
    this.#from = cursor.position;
    this.#offsets = [cursor.offset];
    this.#end = cursor.contentEnd();
    this.#endPosition = cursor.contentEndPosition();
  }

  get from(): Position {
    return this.#from;
  }

  addLine(cursor: LineCursor): void {
    this.#offsets.push(cursor.offset);
    this.#end = cursor.contentEnd();
    this.#endPosition = cursor.contentEndPosition();
    if (!this.#hasMarks) this.#hasMarks = cursor.text.slice(cursor.lineStart, cursor.offset).trim() !== '';
  }

  lastLine(): TextLine {
    const offset = this.#offsets.at(-1) ?? 0;
    return {
      line: this.#from.line + this.#offsets.length - 1,
      offset,
      text: this.#source.text.slice(offset, this.#end),
      isFirst: this.#offsets.length === 1,
    };
  }

  /** Gives the last line away; returns whether nothing is left. */
  removeLastLine(): boolean {
    this.#offsets.pop();
    const { text, lineStarts } = this.#source;
    const line = this.#from.line + this.#offsets.length - 1;
    const lineStart = lineStarts[line] ?? 0;
    this.#end = (lineStarts[line + 1] ?? 1) - 1;
    while (this.#end > lineStart && /[ \t]/.test(text.charAt(this.#end - 1))) this.#end--;
    this.#endPosition = { line, character: this.#end - lineStart };
    return this.#offsets.length === 0;
  }

  run(): TextRun {
    const from = this.#offsets[0] ?? 0;
    return {
      text: this.#hasMarks ? this.#withoutMarks() : this.#source.slice(from, this.#end),
      from: this.#from,
      to: this.#endPosition,
    };
  }

  /** The text with the marks of block quotes replaced by spaces, so that columns stay. */
  #withoutMarks(): string {
    const { text, lineStarts } = this.#source;
    const lines = this.#offsets.map((offset, index) => {
      const line = this.#from.line + index;
      const isLast = index === this.#offsets.length - 1;
      const end = isLast ? this.#end : (lineStarts[line + 1] ?? text.length + 1) - 1;
      const padding = index === 0 ? '' : ' '.repeat(offset - (lineStarts[line] ?? 0));
      return padding + text.slice(offset, end);
    });
    return lines.join('\n');
  }
}

export class CodeLeaf {
  readonly type = 'code';
  /** Undefined for indented code. */
  readonly fence: { readonly mark: string; readonly length: number } | undefined;
  readonly #source: Source;
  readonly #from: Position;
  readonly #info: string;
  readonly #indent: number;
  readonly #lines: { readonly offset: number; readonly end: number; readonly padding: string }[] = [];
  #end: Position;
  #closed = false;

  constructor(cursor: LineCursor, fence: { readonly mark: string; readonly length: number } | undefined) {
    this.fence = fence;
    this.#source = cursor.source;
    this.#from = cursor.position;
    this.#end = cursor.contentEndPosition();
    this.#info =
      fence === undefined ? '' : cursor.source.slice(cursor.offset + fence.length, cursor.contentEnd()).trim();
    this.#indent = fence === undefined ? 4 : cursor.indent;
    if (fence === undefined) this.addLine(cursor);
  }

  addLine(cursor: LineCursor): void {
    const { offset, padding } = cursor.contentAfterIndent(this.#indent);
    this.#lines.push({ offset, end: cursor.lineEnd, padding });
    // Blank lines after indented code are not part of it.
    if (this.fence !== undefined || !cursor.isBlank)
      this.#end = { line: cursor.line, character: cursor.lineEnd - cursor.lineStart };
  }

  close(cursor: LineCursor): void {
    this.#closed = true;
    this.#end = cursor.contentEndPosition();
  }

  finish(origin: number): CodeBlock {
    const fenced = this.fence !== undefined;
    if (!fenced) this.#lines.length = this.#end.line - this.#from.line + 1;
    return {
      type: 'code',
      range: rangeBetween(this.#from, this.#end, origin),
      fenced,
      info: this.#info,
      content: this.#content(),
      contentLine: this.#from.line - origin + (fenced ? 1 : 0),
      closed: fenced ? this.#closed : true,
    };
  }

  #content(): string {
    const first = this.#lines[0];
    const last = this.#lines.at(-1);
    if (first === undefined || last === undefined) return '';
    const { text, lineStarts } = this.#source;
    const firstLine = this.#from.line + (this.fence === undefined ? 0 : 1);
    const isContiguous = this.#lines.every(
      (line, index) => line.offset === lineStarts[firstLine + index] && line.padding === '',
    );
    if (isContiguous) return this.#source.slice(first.offset, last.end);
    return this.#lines.map((line) => line.padding + text.slice(line.offset, line.end)).join('\n');
  }
}

export class HtmlLeaf {
  readonly type = 'html';
  readonly #source: Source;
  readonly #condition: HtmlEnd;
  readonly #from: Position;
  readonly #offset: number;
  #endOffset: number;
  #end: Position;
  /** Whether the first line ends the block. */
  readonly isComplete: boolean;

  constructor(cursor: LineCursor, condition: HtmlEnd) {
    this.#source = cursor.source;
    this.#condition = condition;
    this.#from = cursor.position;
    this.#offset = cursor.offset;
    this.#endOffset = cursor.contentEnd();
    this.#end = cursor.contentEndPosition();
    this.isComplete = this.#isEndedBy(cursor);
  }

  endsBefore(cursor: LineCursor): boolean {
    return this.#condition === 'blank-line' && cursor.isBlank;
  }

  /** Returns whether the line ends the block. */
  addLine(cursor: LineCursor): boolean {
    if (!cursor.isBlank) {
      this.#endOffset = cursor.contentEnd();
      this.#end = cursor.contentEndPosition();
    }
    return this.#isEndedBy(cursor);
  }

  finish(origin: number): HtmlBlock {
    const range = rangeBetween(this.#from, this.#end, origin);
    const text = this.#source.slice(this.#offset, this.#endOffset);
    return { type: 'html', range, text, comments: findComments(text, range.start) };
  }

  #isEndedBy(cursor: LineCursor): boolean {
    return this.#condition !== 'blank-line' && this.#condition.test(cursor.rest());
  }
}

export class TableLeaf {
  readonly type = 'table';
  readonly #source: Source;
  readonly #origin: number;
  readonly #header: TableRow;
  readonly #rows: TableRow[] = [];
  #end: Position;

  /** `cursor` stands on the delimiter row. */
  constructor(source: Source, header: TextLine, origin: number, cursor: LineCursor) {
    this.#source = source;
    this.#origin = origin;
    this.#header = this.#row(header.line, header.offset, header.text.length);
    this.#end = cursor.contentEndPosition();
  }

  addRow(cursor: LineCursor): void {
    this.#rows.push(this.#row(cursor.line, cursor.offset, cursor.contentEnd() - cursor.offset));
    this.#end = cursor.contentEndPosition();
  }

  finish(origin: number): Table {
    const range = { start: this.#header.range.start, end: rangeBetween(this.#end, this.#end, origin).end };
    return {
      type: 'table',
      range,
      header: this.#header,
      rows: this.#rows,
      fields: tableFields(this.#header, this.#rows),
    };
  }

  #row(line: number, offset: number, length: number): TableRow {
    const character = offset - (this.#source.lineStarts[line] ?? 0);
    const row = this.#source.text.slice(offset, offset + length);
    const known = this.#source.knownRow({ origin: this.#origin, line, character, text: row });
    if (known !== undefined) return known;
    const text = this.#source.slice(offset, offset + length);
    const at = (from: number, to: number) =>
      rangeBetween({ line, character: character + from }, { line, character: character + to }, this.#origin);
    const cells = splitRow(text).map(({ from, to }) =>
      from === to
        ? { range: at(from, to), text: '', ...EMPTY_INLINE_PARTS }
        : parseInline(text.slice(from, to), at(from, to)),
    );
    return { range: at(0, length), cells };
  }
}
