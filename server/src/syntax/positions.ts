/** From offsets to positions and back. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { Inline, ParsedDocument, Section } from './document';
import { findLineStarts, lineAt, lineEnd } from './sourceLines';

/** A range between absolute positions, made relative to the line `origin`. */
export function rangeBetween(from: Position, to: Position, origin: number): Range {
  return {
    start: { line: from.line - origin, character: from.character },
    end: { line: to.line - origin, character: to.character },
  };
}

/** The same range `lines` further down: makes a range that is relative to an origin absolute. */
export function shiftRange(range: Range, lines: number): Range {
  return {
    start: { line: range.start.line + lines, character: range.start.character },
    end: { line: range.end.line + lines, character: range.end.character },
  };
}

/** Whether two ranges share a position; that they meet is enough. */
export function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** Gives the positions of offsets into a text that begins at `start` and its later lines at column 0. */
export function positionsIn(text: string, start: Position): (offset: number) => Position {
  if (!text.includes('\n')) return (offset) => ({ line: start.line, character: start.character + offset });
  const lineStarts = findLineStarts(text);
  return (offset) => {
    const line = lineAt(lineStarts, offset);
    const column = offset - (lineStarts[line] ?? 0);
    return { line: start.line + line, character: line === 0 ? start.character + column : column };
  };
}

const inlinePositions = new WeakMap<Inline, (offset: number) => Position>();

/** The position of an offset into `inline.text`, relative to the inline's origin. */
export function positionInInline(inline: Inline, offset: number): Position {
  const { start, end } = inline.range;
  if (start.line === end.line) return { line: start.line, character: start.character + offset };
  let positions = inlinePositions.get(inline);
  if (positions === undefined) {
    positions = positionsIn(inline.text, inline.range.start);
    inlinePositions.set(inline, positions);
  }
  return positions(offset);
}

/** The range between two offsets into `inline.text`, relative to the inline's origin. */
export function rangeInInline(inline: Inline, from: number, to: number): Range {
  return { start: positionInInline(inline, from), end: positionInInline(inline, to) };
}

/** The offset of a position; positions outside the text are moved to the nearest one inside. */
export function offsetAt(document: ParsedDocument, position: Position): number {
  if (position.line < 0) return 0;
  const start = document.lineStarts[position.line];
  if (start === undefined) return document.text.length;
  const end = lineEnd(document.text, document.lineStarts, position.line);
  return Math.min(start + Math.max(0, position.character), end);
}

/** The position of an offset into `document.text`. */
export function positionAt(document: ParsedDocument, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, document.text.length));
  const line = lineAt(document.lineStarts, inside);
  return { line, character: inside - (document.lineStarts[line] ?? 0) };
}

/** The text of an absolute line, without its line end; empty beyond the last one. */
export function lineText(document: ParsedDocument, line: number): string {
  const start = document.lineStarts[line];
  return start === undefined ? '' : document.text.slice(start, lineEnd(document.text, document.lineStarts, line));
}

/** The section that holds an absolute line. Lines of front matter count to the first section. */
export function sectionAt(document: ParsedDocument, line: number): Section {
  const { sections } = document;
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle]?.line ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  const section = sections[low];
  if (section === undefined) throw new Error('A document always has a first section.');
  return section;
}
