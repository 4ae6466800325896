/** Tables against a schema: columns that are missing, cells that hold something else, conditions that do not hold. */
import type { Range } from 'vscode-languageserver-types';
import type { Inline, Table, TableRow } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { isBroken, isEmptyValue, type ValueLookup, type ValueReader } from './conditions';
import { NameIndex, readHeadings } from './headingWords';
import { citation } from './schema';
import type { ColumnSchema, TableSchema } from './schema';
import { mistakeInValue } from './valueTypes';

export interface TableMistake {
  readonly type: 'column' | 'cell' | 'condition' | 'rows';
  /** What is wrong and where that is required, without what to do. */
  readonly message: string;
  /** Relative to the block's origin. */
  readonly range: Range;
  /** The column that is missing, or that the cell is in. */
  readonly column: ColumnSchema | undefined;
  readonly cell: Inline | undefined;
}

/** Columns of the schema that a header has: their indices. */
export type TableColumns = ReadonlyMap<ColumnSchema, number>;

const columnsOfTable = new WeakMap<TableSchema, WeakMap<TableRow, TableColumns>>();
const namesOfTable = new WeakMap<TableSchema, NameIndex<ColumnSchema>>();
interface KeptMistakes {
  readonly reader: ValueReader;
  readonly outside: string;
  readonly mistakes: readonly TableMistake[];
}
const keptMistakes = new WeakMap<TableSchema, WeakMap<Table, KeptMistakes>>();

/** @returns the columns, if the header has two of the schema's or the only one; undefined for other tables */
export function matchTable(table: Table, schema: TableSchema): TableColumns | undefined {
  const known = columnsOfTable.get(schema) ?? new WeakMap<TableRow, TableColumns>();
  columnsOfTable.set(schema, known);
  const columns = known.get(table.header) ?? readColumns(table.header, schema);
  known.set(table.header, columns);
  return columns.size >= Math.min(2, schema.columns.length) ? columns : undefined;
}

/** @param lookup for conditions that speak of fields of the document */
export function checkTable(
  table: Table,
  schema: TableSchema,
  columns: TableColumns,
  lookup: (name: string) => string | undefined,
  reader: ValueReader,
): readonly TableMistake[] {
  const outside = outsideValues(schema, lookup);
  const known = keptMistakes.get(schema) ?? new WeakMap<Table, KeptMistakes>();
  keptMistakes.set(schema, known);
  const kept = known.get(table);
  if (kept?.reader === reader && kept.outside === outside) return kept.mistakes;
  const mistakes = [...findMistakes(table, schema, columns, lookup, reader)];
  known.set(table, { reader, outside, mistakes });
  return mistakes;
}

function readColumns({ cells }: TableRow, schema: TableSchema): TableColumns {
  const names = namesOfTable.get(schema) ?? indexColumns(schema);
  const columns = new Map<ColumnSchema, number>();
  // The very words come first: `Evidence status` is a status only where no column is called `Evidence status`.
  for (const wanted of ['exact', 'similar'] as const) {
    for (const [index, cell] of cells.entries()) {
      if ([...columns.values()].includes(index)) continue;
      for (const [column, likeness] of names.find(readHeadings(plainText(cell)))) {
        if (likeness !== wanted || columns.has(column)) continue;
        columns.set(column, index);
        break;
      }
    }
  }
  return columns;
}

function indexColumns(schema: TableSchema): NameIndex<ColumnSchema> {
  const index = new NameIndex<ColumnSchema>();
  for (const column of schema.columns) for (const pattern of column.patterns) index.add(pattern, column);
  namesOfTable.set(schema, index);
  return index;
}

function outsideValues({ conditions }: TableSchema, lookup: (name: string) => string | undefined): string {
  const clauses = conditions.flatMap(({ when, then }) => [when, then]).filter(({ ofDocument }) => ofDocument);
  return clauses.map(({ name }) => lookup(name) ?? '').join('\n');
}

function* findMistakes(
  table: Table,
  schema: TableSchema,
  columns: TableColumns,
  ofDocument: (name: string) => string | undefined,
  reader: ValueReader,
): Generator<TableMistake> {
  for (const column of schema.columns) {
    if (column.requirement !== 'required' || columns.has(column)) continue;
    const message = `The table has no column "${column.name}" (required by ${citation(column)}).`;
    yield { type: 'column', message, range: table.header.range, column, cell: undefined };
  }
  if (table.rows.length < schema.minimumRows) {
    const count = schema.minimumRows === 1 ? 'a row' : `${schema.minimumRows} rows`;
    const message = `The table needs at least ${count} (required by ${citation(schema)}).`;
    yield { type: 'rows', message, range: table.header.range, column: undefined, cell: undefined };
  }
  for (const row of table.rows) {
    const cellOf = (column: ColumnSchema): Inline | undefined => row.cells[columns.get(column) ?? -1];
    for (const column of columns.keys()) {
      const cell = cellOf(column);
      const text = cell ? plainText(cell) : '';
      const expected = cell && mistakeInValue(text, column, withPointersOf(cell, reader));
      if (!cell || expected === undefined) continue;
      const message = `"${shorten(text)}" is not ${expected}, as the column "${column.name}" wants (${citation(column)}).`;
      yield { type: 'cell', message, range: cell.range, column, cell };
    }
    const lookup: ValueLookup = {
      own: (name) => {
        const column = schema.columns.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
        const cell = column && cellOf(column);
        return cell && plainText(cell);
      },
      ofDocument,
    };
    for (const condition of schema.conditions) {
      // Where a column is missing altogether, that is what has to be said.
      if (!speaksOfColumns(condition.then, columns) || !isBroken(condition, lookup, reader)) continue;
      const column = schema.columns.find(({ name }) => name.toLowerCase() === condition.then.name.toLowerCase());
      const cell = column && cellOf(column);
      const range = cell && !isEmptyValue(cell.text) ? cell.range : row.range;
      const message = `In this row does not hold: ${condition.text} (${citation(condition)}).`;
      yield { type: 'condition', message, range, column, cell };
    }
  }
}

function speaksOfColumns({ ofDocument, name }: { ofDocument: boolean; name: string }, columns: TableColumns): boolean {
  return ofDocument || [...columns.keys()].some((column) => column.name.toLowerCase() === name.toLowerCase());
}

/** What a cell points to is known already. */
function withPointersOf(cell: Inline, reader: ValueReader): ValueReader {
  return { statusOf: (text) => reader.statusOf(text), hasPointer: () => cell.pointers.length > 0 };
}

/** Words for a message. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
