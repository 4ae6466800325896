/**
 * CSV, RFC 4180, separated by comma, semicolon or tab. Nothing in a table tells what it counts, so a fragment has to:
 *
 * - `#cell=4,2` (RFC 7111): the second column of the fourth row; rows count from 1, the header included;
 * - `#4,2`, the same; `*` is the last row or column;
 * - `#Total,pass_rate` or `#cell=Total,pass_rate`: the row whose first cell is `Total`, the column headed `pass_rate`;
 * - `#column=pass_rate`: that column of a table with one row below its header.
 *
 * Names match up to case and white space; a name is preferred to a number.
 */
import Papa from 'papaparse';
import { absent, measured, unbound, unreadable, vacuous } from '../artifact';
import type { ArtifactOptions, Content, ContentReader } from '../artifact';
import { decodeFragment, sameName } from '../fragment';
import { quantityOf } from '../json/keyMeaning';
import { readBoundNumber } from '../json/jsonPointer';
import { MOST_RECORD } from '../limits';
import { quoted } from '../numbers';

interface Cell {
  /** Undefined: the only row below the header. */
  readonly row: string | undefined;
  readonly column: string;
}

interface Row {
  readonly cells: readonly string[];
  readonly number: number;
}

export function createCsvReader({ fragment }: ArtifactOptions): ContentReader {
  const wanted = fragment === undefined ? undefined : readCellFragment(decodeFragment(fragment));
  let rest = '';
  let delimiter: string | undefined;
  let header: Row | undefined;
  let rows = 0;
  let named: Row | undefined;
  let numbered: Row | undefined;
  let last: Row | undefined;
  let repeated = false;
  let verdict: Content | undefined;

  function take(final: boolean): void {
    // Papa Parse keeps one kind of line ending apart; a `\r` at the end waits for its `\n`.
    const ready = final || !rest.endsWith('\r') ? rest : rest.slice(0, -1);
    const held = rest.slice(ready.length);
    const text = ready.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    delimiter ??= delimiterOf(text);
    const { data, errors, meta } = new Papa.Parser({ delimiter, newline: '\n' }).parse(text, 0, !final);
    rest = text.slice(meta.cursor) + held;
    for (const cells of data) addRow(cells);
    if (final && errors.length > 0) verdict ??= unreadable(`a quote is not closed after row ${rows}`);
    if (rest.length > MOST_RECORD) verdict ??= unreadable(`row ${rows + 1} is longer than ${MOST_RECORD} characters`);
  }

  function addRow(cells: readonly string[]): void {
    if (cells.length === 1 && cells[0]?.trim() === '') return;
    const row = { cells, number: ++rows };
    header ??= row;
    last = row;
    if (wanted?.row === undefined) return;
    if (row !== header && sameName(cells[0] ?? '', wanted.row)) {
      repeated ||= named !== undefined;
      named ??= row;
    }
    if (String(rows) === wanted.row) numbered = row;
  }

  function end(): Content {
    if (!header || !last) return vacuous('the file is empty');
    if (header === last) return vacuous('no rows below the header');
    if (fragment === undefined || wanted === undefined) {
      return fragment === undefined
        ? { state: 'unknown-format', quantities: [], reason: 'write row and column behind "#": #Total,pass_rate' }
        : absent(`${quoted(decodeFragment(fragment))} is no row and column, such as #Total,pass_rate`);
    }
    if (repeated) return unbound(`several rows begin with ${quoted(wanted.row ?? '')}`);
    const row = wanted.row === undefined || wanted.row === '*' ? last : (named ?? numbered);
    if (!row) return absent(`no row ${quoted(wanted.row ?? '')}`);
    if (wanted.row === undefined && rows > 2) {
      return unbound(`${rows - 1} rows have a column ${quoted(wanted.column)}: write row and column`);
    }
    return readCell(header, row, wanted.column);
  }

  return {
    format: 'csv',
    get done() {
      return verdict !== undefined;
    },
    push(block) {
      if (verdict) return;
      rest += block;
      take(false);
    },
    end() {
      if (!verdict) take(true);
      return verdict ?? end();
    },
  };
}

function readCell(header: Row, row: Row, column: string): Content {
  const index = columnIndex(header, row, column);
  if (typeof index === 'string') return absent(index);
  const text = row.cells[index] ?? '';
  const label = header.cells[index] ?? '';
  const number = readBoundNumber(text);
  if (typeof number === 'string') {
    return unbound(`row ${row.number}, column ${index + 1} holds ${quoted(text)}, not a plain number`);
  }
  // The first column names the row: `Total,98.2` says what 98.2 is.
  const quantity = quantityOf([row.cells[0] ?? '', label], number);
  const fragment = `cell=${row.number},${index + 1}`;
  return measured([{ ...quantity, scope: fragment, scopeKind: 'pointer', fragment }]);
}

function columnIndex(header: Row, row: Row, column: string): number | string {
  const heads = header.cells.flatMap((cell, index) => (sameName(cell, column) ? [index] : []));
  if (heads.length > 1) return `several columns are headed ${quoted(column)}`;
  const [head] = heads;
  const count = row.cells.length;
  const index = head ?? (column === '*' ? count - 1 : /^[1-9]\d{0,5}$/.test(column) ? Number(column) - 1 : undefined);
  if (index === undefined) return `no column ${quoted(column)}`;
  return index < count ? index : `row ${row.number} has only ${count} columns`;
}

/** @returns undefined when it names no cell */
function readCellFragment(fragment: string): Cell | undefined {
  const column = /^(?:column|col)=(.+)$/i.exec(fragment)?.[1];
  if (column !== undefined) return { row: undefined, column: column.trim() };
  const pair = fragment.replace(/^cell=/i, '');
  // The last comma: a row may be called "Smith, Ltd".
  const comma = pair.lastIndexOf(',');
  const row = pair.slice(0, comma).trim();
  const rest = pair.slice(comma + 1).trim();
  return comma <= 0 || row === '' || rest === '' ? undefined : { row, column: rest };
}

/** The separator that the first line has most of. */
function delimiterOf(text: string): string {
  const line =
    text
      .slice(0, 4096)
      .split('\n')
      .find((candidate) => candidate.trim() !== '') ?? '';
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (separator: string) => bare.split(separator).length - 1;
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}
