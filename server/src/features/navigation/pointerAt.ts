/** The reference that is written at a position. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { Block, ParsedDocument, Pointer } from '../../syntax/document';
import { pointersOf } from '../../model/pointersOf';
import { sectionAt, shiftRange } from '../../syntax/positions';
import { walkBlocks } from '../../syntax/walk';

export interface PlacedPointer {
  readonly pointer: Pointer;
  /** Absolute, of the target as written. */
  readonly range: Range;
}

/** All references of a document in their order, those in headings included. */
export function* placedPointers(parsed: ParsedDocument): Iterable<PlacedPointer> {
  for (const section of parsed.sections) {
    const { heading } = section.content;
    for (const pointer of heading?.inline.pointers ?? [])
      yield { pointer, range: shiftRange(pointer.range, section.line) };
    for (const { block, line } of walkBlocks(section)) yield* pointersIn(block, line);
  }
}

export function pointerAt(parsed: ParsedDocument, position: Position): PlacedPointer | undefined {
  const section = sectionAt(parsed, position.line);
  const { heading } = section.content;
  for (const pointer of heading?.inline.pointers ?? []) {
    const range = shiftRange(pointer.range, section.line);
    if (holds(range, position)) return { pointer, range };
  }
  for (const { block, line } of walkBlocks(section)) {
    for (const placed of pointersIn(block, line)) if (holds(placed.range, position)) return placed;
  }
  return undefined;
}

/** The part behind `#`; undefined if there is none. */
export function fragmentRange({ pointer: { fragment }, range: { end } }: PlacedPointer): Range | undefined {
  if (fragment === undefined) return undefined;
  return { start: { line: end.line, character: end.character - fragment.length }, end };
}

function* pointersIn(block: Block, line: number): Iterable<PlacedPointer> {
  for (const pointer of pointersOf(block)) yield { pointer, range: shiftRange(pointer.range, line) };
}

/** Whether a position is in a range or at one of its ends. */
export function holds({ start, end }: Range, { line, character }: Position): boolean {
  const isAfter = line > start.line || (line === start.line && character >= start.character);
  return isAfter && (line < end.line || (line === end.line && character <= end.character));
}
