/** `| --- | :-: |`, `---|---`; at least one pipe, unlike the underline `---` of a heading. */
const DELIMITER_ROW = /^\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/;

/** Where a cell's trimmed text stands in its row. */
export interface CellSpan {
  readonly from: number;
  readonly to: number;
}

/** Whether a line is the row of dashes below a table's header. */
export function isDelimiterRow(row: string): boolean {
  const first = row.charCodeAt(0);
  // Cheap test first: `|`, `-` or `:`.
  return (first === 0x7c || first === 0x2d || first === 0x3a) && DELIMITER_ROW.test(row.trimEnd());
}

/** Splits a row at its pipes, those escaped by a backslash aside; outer pipes are optional. */
export function splitRow(row: string): CellSpan[] {
  const cells: CellSpan[] = [];
  const end = row.trimEnd().length;
  let from = row.length - row.trimStart().length;
  if (row.charCodeAt(from) === 0x7c) from++;
  let at = from;
  for (; at < end; at++) {
    const code = row.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x7c) {
      cells.push(trimmedSpan(row, from, at));
      from = at + 1;
    }
  }
  if (from < end) cells.push(trimmedSpan(row, from, end));
  return cells;
}

function trimmedSpan(row: string, from: number, to: number): CellSpan {
  let start = from;
  let end = to;
  while (start < end && isSpace(row.charCodeAt(start))) start++;
  while (end > start && isSpace(row.charCodeAt(end - 1))) end--;
  return { from: start, to: end };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}
