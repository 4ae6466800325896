/** Text as the parser wants it: LF line ends, no byte order mark, and where its lines begin. */

/** CRLF or a lone CR; not LF. */
const CARRIAGE_RETURN = /\r\n?/g;

/** Replaces CRLF and lone CR by LF and drops a byte order mark; lines and columns stay those of the original. */
export function normalizeText(text: string): string {
  return normalizeLineEnds(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
}

/** Replaces CRLF and lone CR by LF. */
export function normalizeLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(CARRIAGE_RETURN, '\n') : text;
}

/** The offset of the first character of each line. A text always has at least one line. */
export function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line starts after `[from, to)` has been replaced by `insert`. */
export function spliceLineStarts(starts: readonly number[], from: number, to: number, insert: string): number[] {
  const firstLine = lineAt(starts, from);
  const lastLine = lineAt(starts, to);
  const inserted = findLineStarts(insert);
  const shift = from + insert.length - to;
  const count = starts.length - (lastLine - firstLine) + inserted.length - 1;
  const result = new Array<number>(count);
  for (let line = 0; line <= firstLine; line++) result[line] = starts[line] ?? 0;
  for (let i = 1; i < inserted.length; i++) result[firstLine + i] = from + (inserted[i] ?? 0);
  const moved = inserted.length - 1 - (lastLine - firstLine);
  for (let line = lastLine + 1; line < starts.length; line++) result[line + moved] = (starts[line] ?? 0) + shift;
  return result;
}

/** The line that holds the offset: the last one that starts at or before it. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Offset after the last character of a line, without its line end. */
export function lineEnd(text: string, starts: readonly number[], line: number): number {
  const next = starts[line + 1];
  return next === undefined ? text.length : next - 1;
}

/**
 * A copy that owns its characters. A slice of a long string is, to V8, a view that keeps the whole string alive: a block
 * made after an edit would retain that version of the text for as long as the block stays unchanged.
 */
export function ownString(slice: string): string {
  return ` ${slice}`.slice(1);
}
