import type { TableRow } from './document';
import { ownString } from './sourceLines';

/** A text and what its blocks are made of. */
export interface Source {
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** Offset of the first character after front matter. */
  readonly bodyStart: number;
  /** The part between two offsets, to be kept in a block. */
  slice(from: number, to: number): string;
  /** A row of an earlier version that equals the one that stands here, if there is one. */
  knownRow(place: RowPlace): TableRow | undefined;
}

/** Where a table's row stands and what it says. */
export interface RowPlace {
  /** Absolute line of the first line of the unit that holds the table. */
  readonly origin: number;
  /** Of the row, relative to the origin. */
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

/** A text whose blocks live no longer than the text itself: their strings may be views of it. */
export function wholeSource(text: string, lineStarts: readonly number[], bodyStart: number): Source {
  return { text, lineStarts, bodyStart, slice: (from, to) => text.slice(from, to), knownRow: () => undefined };
}

/** A text of which a few blocks are kept for later versions: they own their strings, see {@link ownString}. */
export function editedSource(
  text: string,
  lineStarts: readonly number[],
  bodyStart: number,
  knownRow: Source['knownRow'],
): Source {
  return { text, lineStarts, bodyStart, slice: (from, to) => ownString(text.slice(from, to)), knownRow };
}

/** The text after front matter. */
export function bodyOf({ text, bodyStart }: Pick<Source, 'text' | 'bodyStart'>): string {
  return bodyStart === 0 ? text : text.slice(bodyStart);
}
