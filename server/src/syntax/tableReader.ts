import type { TreeCursor } from '@lezer/common';
import type { Inline, Table, TableRow } from './document';
import { tableFields } from './fields';
import { EMPTY_INLINE_PARTS, parseInline } from './inlineParser';
import type { NodePlaces } from './nodePlaces';

/** Reads a table. */
export function readTable(cursor: TreeCursor, places: NodePlaces): Table {
  const range = places.range(cursor.from, cursor.to);
  let header: TableRow = { range, cells: [] };
  const rows: TableRow[] = [];
  if (cursor.firstChild()) {
    do {
      if (cursor.name === 'TableHeader') header = readRow(cursor, places);
      else if (cursor.name === 'TableRow') rows.push(readRow(cursor, places));
    } while (cursor.nextSibling());
    cursor.parent();
  }
  return { type: 'table', range, header, rows, fields: tableFields(header, rows) };
}

function readRow(cursor: TreeCursor, places: NodePlaces): TableRow {
  const range = places.range(cursor.from, cursor.to);
  const known = places.knownRow(cursor.from, range);
  if (known !== undefined) return known;
  const cells: Inline[] = [];
  const { from } = cursor;
  let isInCell = false;
  if (cursor.firstChild()) {
    do {
      if (cursor.name === 'TableCell') {
        const { text, range: cellRange } = places.run(cursor, cursor.from, cursor.to);
        cells.push(parseInline(text, cellRange));
        isInCell = true;
      } else if (cursor.name === 'TableDelimiter') {
        // An empty cell has no node: only the pipe after it tells of it, unless that is the first of the row.
        if (!isInCell && cursor.from > from) cells.push(emptyCell(cursor.from, places));
        isInCell = false;
      }
    } while (cursor.nextSibling());
    cursor.parent();
  }
  return { range, cells };
}

function emptyCell(offset: number, places: NodePlaces): Inline {
  return { range: places.range(offset, offset), text: '', ...EMPTY_INLINE_PARTS };
}
