import { ownString } from './sourceLines';

/** A text and what its blocks are made of. */
export interface Source {
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** Offset of the first character after front matter. */
  readonly bodyStart: number;
  /** The part between two offsets, to be kept in a block. */
  slice(from: number, to: number): string;
}

/** A text whose blocks live no longer than the text itself: their strings may be views of it. */
export function wholeSource(text: string, lineStarts: readonly number[], bodyStart: number): Source {
  return { text, lineStarts, bodyStart, slice: (from, to) => text.slice(from, to) };
}

/** A text of which a few blocks are kept for later versions: they own their strings, see {@link ownString}. */
export function editedSource(text: string, lineStarts: readonly number[], bodyStart: number): Source {
  return { text, lineStarts, bodyStart, slice: (from, to) => ownString(text.slice(from, to)) };
}

/** The text after front matter. */
export function bodyOf({ text, bodyStart }: Pick<Source, 'text' | 'bodyStart'>): string {
  return bodyStart === 0 ? text : text.slice(bodyStart);
}
