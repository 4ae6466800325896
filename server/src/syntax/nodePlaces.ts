/** Where the nodes of the tree stand: their offsets count from the end of front matter, ours from a unit's first line. */
import type { TreeCursor } from '@lezer/common';
import type { Position, Range } from 'vscode-languageserver-types';
import type { TableRow } from './document';
import { integer } from './nodeOffsets';
import type { Source } from './source';
import { lineAt, lineEnd } from './sourceLines';

/** Offsets as the tree counts them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The words of a paragraph, heading or cell. */
export interface TextRun {
  readonly text: string;
  readonly range: Range;
}

/** Tells places and texts of nodes; is asked about one unit after the other. */
export class NodePlaces {
  readonly #source: Source;
  /** First line of the unit that is being read. */
  #origin = 0;
  /** The line of the last place that was asked for: the next one is mostly on the same or the next line. */
  #line = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  /** Makes the line that holds an offset the origin and returns it. */
  beginAt(offset: number): number {
    this.#moveTo(integer(offset + this.#source.bodyStart));
    this.#origin = this.#line;
    return this.#line;
  }

  /** The position of an offset, relative to the origin. */
  position(offset: number): Position {
    const absolute = integer(offset + this.#source.bodyStart);
    this.#moveTo(absolute);
    return { line: this.#line - this.#origin, character: absolute - this.#lineStart(this.#line) };
  }

  /** The range of a node without white space at its end. */
  range(from: number, to: number): Range {
    return { start: this.position(from), end: this.position(this.trimEnd(from, to)) };
  }

  /** The text between two offsets, to be kept in a block. */
  slice(from: number, to: number): string {
    const { bodyStart } = this.#source;
    return this.#source.slice(from + bodyStart, to + bodyStart);
  }

  /** The same row in an earlier version. */
  knownRow(from: number, { start, end }: Range): TableRow | undefined {
    const absolute = from + this.#source.bodyStart;
    const text = this.#source.text.slice(absolute, absolute + end.character - start.character);
    return this.#source.knownRow({ origin: this.#origin, line: start.line, character: start.character, text });
  }

  /** The character at an offset; empty outside the text. */
  charAt(offset: number): string {
    return this.#source.text.charAt(offset + this.#source.bodyStart);
  }

  /** Where the white space before `to` begins. */
  trimEnd(from: number, to: number): number {
    let end = to;
    while (end > from && isSpace(this.charAt(end - 1))) end--;
    return end;
  }

  /** The words between two offsets of the cursor's node, without white space around them and marks of quotes in them. */
  run(cursor: TreeCursor, from: number, to: number): TextRun {
    let start = from;
    while (start < to && isSpace(this.charAt(start))) start++;
    const end = this.trimEnd(start, to);
    let text = this.slice(start, end);
    if (cursor.firstChild()) {
      do if (cursor.name === 'QuoteMark') text = blankOut(text, cursor.from - start);
      while (cursor.nextSibling());
      cursor.parent();
    }
    return { text, range: { start: this.position(start), end: this.position(end) } };
  }

  /** The column of an offset, with tabs to multiples of four. */
  column(offset: number): number {
    const absolute = offset + this.#source.bodyStart;
    this.#moveTo(absolute);
    let column = 0;
    for (let at = this.#lineStart(this.#line); at < absolute; at++) {
      column += this.#source.text.charCodeAt(at) === 9 ? 4 - (column % 4) : 1;
    }
    return column;
  }

  /** The column where the content of an item begins whose marker ends at an offset. */
  contentColumn(markerEnd: number): number {
    const { text, lineStarts } = this.#source;
    const end = this.column(markerEnd);
    let start = markerEnd;
    while (this.charAt(start) === ' ' || this.charAt(start) === '\t') start++;
    // An empty item and one that begins with indented code own one column only.
    const isEmpty = start + this.#source.bodyStart === lineEnd(text, lineStarts, this.#line);
    const column = this.column(start);
    return isEmpty || column - end > 4 ? end + 1 : column;
  }

  #lineStart(line: number): number {
    return this.#source.lineStarts[line] ?? 0;
  }

  #moveTo(absolute: number): void {
    const { lineStarts, text } = this.#source;
    const beyond = text.length + 1;
    if (absolute >= this.#lineStart(this.#line)) {
      if (absolute < (lineStarts[this.#line + 1] ?? beyond)) return;
      if (absolute < (lineStarts[this.#line + 2] ?? beyond)) {
        this.#line++;
        return;
      }
    }
    this.#line = lineAt(lineStarts, absolute);
  }
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n';
}

function blankOut(text: string, at: number): string {
  return at < 0 || at >= text.length ? text : `${text.slice(0, at)} ${text.slice(at + 1)}`;
}
