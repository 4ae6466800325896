/** A table as numbers: what each column is for, and the quantities of each cell. */
import type { Table } from '../../syntax/document';
import { wholeLine, wordsOf, type NumberLine } from './lines';
import { isCount, type Quantity } from './quantity';

/** What a column holds, by the words of its header. */
export type ColumnRole =
  | 'label'
  | 'total'
  | 'passed'
  | 'failed'
  /** Skipped, pending, partly passed: neither passed nor failed. */
  | 'other-count'
  | 'rate'
  | 'target'
  | 'reached'
  | 'status'
  /** Any other that can be added up. */
  | 'amount'
  /** Names, notes, rates of something else, times: never added up. */
  | 'none';

export interface NumberColumn {
  readonly role: ColumnRole;
  /** Without markup, as written. */
  readonly name: string;
  /** It says what is counted: `Tests passed`. */
  readonly words: readonly string[];
}

export interface NumberTable {
  readonly columns: readonly NumberColumn[];
  /** The cells of each row; read when asked for, as most tables hold no numbers. */
  readonly rows: readonly (readonly NumberLine[])[];
}

const roleWords: readonly (readonly [ColumnRole, string])[] = [
  ['target', 'target goal threshold requirement required budget limit sla'],
  ['status', 'status verdict met outcome state'],
  ['failed', 'failed failing failures fail'],
  ['other-count', 'skipped pending partial partially blocked ignored errors errored xfail todo'],
  ['passed', 'passed passing pass successful succeeded'],
  ['reached', 'achieved actual measured reached observed'],
  [
    'none',
    'id no version week phase year date port priority score coverage time duration latency max min average avg mean median p50 p90 p95 p99 ' +
      'unique notes note description improvement factor speedup change delta ratio size throughput cumulative running impact level effort ' +
      'hours days weeks months estimate estimated variance remaining left balance start end from to',
  ],
];

const roles = new Map(roleWords.flatMap(([role, list]) => list.split(' ').map((word) => [word, role] as const)));

const kept = new WeakMap<Table, NumberTable>();

/** Reads a table once. */
export function readTable(table: Table): NumberTable {
  let read = kept.get(table);
  if (!read) {
    read = new LazyTable(table);
    kept.set(table, read);
  }
  return read;
}

class LazyTable implements NumberTable {
  readonly columns: readonly NumberColumn[];
  readonly #table: Table;
  #rows: NumberTable['rows'] | undefined;

  constructor(table: Table) {
    this.#table = table;
    this.columns = table.header.cells.map((cell, i) => columnOf(wholeLine(cell), i));
  }

  get rows(): NumberTable['rows'] {
    return (this.#rows ??= this.#table.rows.map((row) => row.cells.map(wholeLine)));
  }
}

function columnOf(header: NumberLine, index: number): NumberColumn {
  const words = wordsOf(header.tokens);
  const name = header.inline.text.replace(/[*_`]/g, '').trim();
  return { role: index === 0 ? 'label' : roleOf(words, name), name, words };
}

function roleOf(words: readonly string[], name: string): ColumnRole {
  if (name === '') return 'none';
  if (name.includes('%') || words.some((word) => rateNames.has(word))) return isRateOfPassed(words) ? 'rate' : 'none';
  const found = new Set(words.map((word) => roles.get(word)));
  for (const [role] of roleWords) if (found.has(role)) return role;
  if (words.includes('total') || words.every((word) => totalNames.has(word))) return 'total';
  return 'amount';
}

const rateNames = new Set(['rate', 'percentage', 'percent']);

/** `Success rate`, `Pass %`, `%`; not `Error rate`, `% coverage`. */
function isRateOfPassed(words: readonly string[]): boolean {
  return words.every((word) => rateNames.has(word) || shareNames.has(word));
}

const shareNames = new Set(['success', 'pass', 'passed', 'passing', 'completion', 'test', 'tests']);

/** Headers that name the whole beside `Passed`, without saying total. */
const totalNames = new Set(['tests', 'total', 'cases', 'executed', 'run', 'test', 'checks', 'count']);

/** The only column of a role, if there is just one. */
export function onlyColumn({ columns }: NumberTable, role: ColumnRole): number | undefined {
  const at = columns.findIndex((column) => column.role === role);
  return at < 0 || columns.some((column, i) => i > at && column.role === role) ? undefined : at;
}

/** The number of a cell that holds a plain number and nothing else but a name for it. */
export function cellCount(line: NumberLine | undefined): Quantity | undefined {
  const only = line?.quantities.length === 1 ? line.quantities[0] : undefined;
  return only && isCount(only) ? only : undefined;
}

/** Does a row stand for the sum of others by its name alone: `Total`, `**TOTAL**`, `Overall`? */
export function totalRowName(row: readonly NumberLine[]): 'sum' | 'overall' | 'subtotal' | undefined {
  const words = wordsOf(row[0]?.tokens ?? []);
  const text = words.join(' ');
  if (text === 'overall') return 'overall';
  if (sumNames.has(text)) return 'sum';
  return words.some((word) => word.startsWith('subtotal') || word === 'sub-total') ? 'subtotal' : undefined;
}

const sumNames = new Set(['total', 'totals', 'sum', 'grand total', 'total sum', '合計', '総計']);
