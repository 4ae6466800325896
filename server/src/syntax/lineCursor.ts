import type { Position } from 'vscode-languageserver-types';
import type { TableRow } from './document';
import { lineEnd, ownString } from './sourceLines';

/** The text being parsed. */
export interface Source {
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** The part between two offsets, to be kept in a block. */
  slice(from: number, to: number): string;
  /** The same row of the same table in the previous version of the text: what makes typing in large tables cheap. */
  knownRow(place: RowPlace): TableRow | undefined;
}

/** A table row: the first line of its outermost block, its own absolute line, its column and its text. */
export interface RowPlace {
  readonly origin: number;
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

/** A text whose blocks live no longer than the text itself: their strings may be views of it. */
export function wholeSource(text: string, lineStarts: readonly number[]): Source {
  return { text, lineStarts, slice: (from, to) => text.slice(from, to), knownRow: () => undefined };
}

/** A text of which a few blocks are kept for later versions: they own their strings, see {@link ownString}. */
export function editedSource(text: string, lineStarts: readonly number[], knownRow: Source['knownRow']): Source {
  return { text, lineStarts, slice: (from, to) => ownString(text.slice(from, to)), knownRow };
}

/** Walks over the indentation and the container marks of one line; a tab goes to the next multiple of four columns. */
export class LineCursor {
  readonly #source: Source;
  line = 0;
  /** Where the line begins and ends, without its line end. */
  lineStart = 0;
  lineEnd = 0;
  /** What has been consumed so far, in characters and columns; a tab may be consumed in part. */
  #offset = 0;
  #column = 0;
  /** The first character after the indentation that follows, and its column. */
  offset = 0;
  #nextColumn = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  get text(): string {
    return this.#source.text;
  }

  get source(): Source {
    return this.#source;
  }

  moveTo(line: number): void {
    this.line = line;
    this.lineStart = this.#source.lineStarts[line] ?? 0;
    this.lineEnd = lineEnd(this.#source.text, this.#source.lineStarts, line);
    this.#offset = this.lineStart;
    this.#column = 0;
    this.#findText();
  }

  get isBlank(): boolean {
    return this.offset === this.lineEnd;
  }

  /** Columns of white space between what has been consumed and the text. */
  get indent(): number {
    return this.#nextColumn - this.#column;
  }

  /** The character code of the text's first character, NaN for none. */
  get firstCode(): number {
    return this.isBlank ? NaN : this.text.charCodeAt(this.offset);
  }

  /** The line from its text on. */
  rest(): string {
    return this.text.slice(this.offset, this.lineEnd);
  }

  /** Where the text begins. */
  get position(): Position {
    return { line: this.line, character: this.offset - this.lineStart };
  }

  /** Offset after the last character that is not white space. */
  contentEnd(): number {
    let end = this.lineEnd;
    while (end > this.offset && isSpace(this.text.charCodeAt(end - 1))) end--;
    return end;
  }

  /** {@link contentEnd} as a position. */
  contentEndPosition(): Position {
    return { line: this.line, character: this.contentEnd() - this.lineStart };
  }

  /** Consumes the indentation. */
  skipIndent(): void {
    this.#offset = this.offset;
    this.#column = this.#nextColumn;
  }

  /** Consumes `>` and one column of white space after it. */
  consumeQuoteMark(): boolean {
    if (this.firstCode !== 0x3e) return false;
    this.skipIndent();
    this.#offset++;
    this.#column++;
    this.#consumeColumns(1);
    this.#findText();
    return true;
  }

  /** Consumes a list marker and the white space that belongs to it; returns the columns of both. */
  consumeListMarker(length: number): number {
    this.skipIndent();
    this.#offset += length;
    this.#column += length;
    this.#findText();
    const spaces = this.indent;
    // An empty item and one that begins with indented code own one column only.
    const owned = this.isBlank || spaces > 4 ? 1 : spaces;
    this.#consumeColumns(owned);
    this.#findText();
    return length + owned;
  }

  /** Consumes up to `count` columns of white space. */
  advanceColumns(count: number): void {
    this.#consumeColumns(count);
    this.#findText();
  }

  /** What is left of the line when at most `columns` of its indentation are dropped, and where that begins. */
  contentAfterIndent(columns: number): { readonly offset: number; readonly padding: string } {
    const before = this.#column;
    const dropped = Math.min(columns, this.indent);
    this.#consumeColumns(dropped);
    const target = before + dropped;
    // The rest of a tab that was consumed in part counts as spaces.
    const isSplitTab =
      this.text.charCodeAt(this.#offset) === 9 && target % 4 !== 0 && this.#offset < this.lineEnd && this.#splitTab;
    if (isSplitTab) return { offset: this.#offset + 1, padding: ' '.repeat(4 - (target % 4)) };
    return { offset: this.#offset, padding: '' };
  }

  #splitTab = false;

  #consumeColumns(count: number): void {
    let left = count;
    while (left > 0 && this.#offset < this.lineEnd) {
      const code = this.text.charCodeAt(this.#offset);
      if (code === 9) {
        const width = 4 - (this.#column % 4);
        if (width > left) {
          this.#column += left;
          this.#splitTab = true;
          return;
        }
        this.#column += width;
        left -= width;
      } else if (code === 32) {
        this.#column++;
        left--;
      } else return;
      this.#splitTab = false;
      this.#offset++;
    }
  }

  #findText(): void {
    let offset = this.#offset;
    let column = this.#column;
    for (; offset < this.lineEnd; offset++) {
      const code = this.text.charCodeAt(offset);
      if (code === 32) column++;
      else if (code === 9) column += 4 - (column % 4);
      else break;
    }
    this.offset = offset;
    this.#nextColumn = column;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}
