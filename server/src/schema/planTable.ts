/** Edits of tables: a new column at the right, a new row at the end. */
import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { Table } from '../syntax/document';

/**
 * @param line absolute line of the table's origin
 * @param textOf the text of an absolute line
 */
export function planColumn(
  table: Table,
  line: number,
  name: string,
  textOf: (line: number) => string,
): readonly TextEdit[] {
  const { header, rows } = table;
  const closed = endsWithPipe(table);
  const at = (position: Position, text: string): TextEdit => {
    const place = { line: line + position.line, character: position.character };
    return { range: { start: place, end: place }, newText: closed ? ` ${text} |` : ` | ${text}` };
  };
  const delimiter = {
    line: header.range.end.line + 1,
    character: textOf(line + header.range.end.line + 1).trimEnd().length,
  };
  return [at(header.range.end, name), at(delimiter, '---'), ...rows.map((row) => at(row.range.end, ''))];
}

/** A row of empty cells. */
export function planRow(table: Table, line: number): readonly TextEdit[] {
  const end = { line: line + table.range.end.line, character: table.range.end.character };
  const cells = table.header.cells.map(() => ' ').join(' | ');
  return [{ range: { start: end, end }, newText: `\n| ${cells} |` }];
}

/** Whether lines of the table end with a pipe, as its header does. */
function endsWithPipe({ header }: Table): boolean {
  const last = header.cells.at(-1);
  return last === undefined || header.range.end.character > last.range.end.character;
}
