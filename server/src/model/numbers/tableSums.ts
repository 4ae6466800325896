/** Tables whose numbers do not add up: rows against their total row, counts of a row against each other and their rate. */
import type { Table } from '../../syntax/document';
import { placeOf, type NumberConflict, type NumberPlace } from './conflict';
import { wordsOf, type NumberLine } from './lines';
import { isPlain, type Quantity } from './quantity';
import { fitsShare } from './shares';
import { tallyConflicts, type Counted } from './tally';
import { cellCount, onlyColumn, readTable, totalRowName, type ColumnRole, type NumberTable } from './tables';
import { groupConflicts, tallyRole, type TallyMember } from './tallyGroup';
import { noUnit } from './units';
import { countedWords } from './words';

/** The conflicts between the numbers of a table. */
export function* tableSumConflicts(table: Table): Iterable<NumberConflict> {
  const read = readTable(table);
  if (read.columns.some(({ role }) => countRoles.has(role))) {
    yield* fractions(read);
    for (const row of read.rows) yield* rowConflicts(read, row);
  }
  if (mayBeTotal.test(table.rows.at(-1)?.cells[0]?.text ?? '')) yield* totalRowConflicts(read);
  else if (table.rows.some(({ cells }) => mayBeTotal.test(cells[0]?.text ?? ''))) yield* rowTallyConflicts(read);
}

/** Rows `Total tests`, `Passed`, `Failed` with their numbers beside them. */
function* rowTallyConflicts({ columns, rows }: NumberTable): Iterable<NumberConflict> {
  if (columns.length > 3 || countRoles.has(columns[1]?.role ?? 'none')) return;
  const members = rows.flatMap((row): TallyMember[] => {
    const [name, line] = row;
    const role = name && tallyRole(wordsOf(name.tokens));
    return role && line ? [{ role, line, quantity: line.quantities[0], at: 0 }] : [];
  });
  yield* groupConflicts(members);
}

/** Roles of columns that count. */
const countRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['total', 'passed', 'failed', 'other-count']);

/** Most tables have no row of totals, and need not be read for it. */
const mayBeTotal = /total|sum|overall|計/i;

/** Columns in which numbers of tests stand, with parts of tests in them: one finding for each column. */
function* fractions({ columns, rows }: NumberTable): Iterable<NumberConflict> {
  for (const [at, column] of columns.entries()) {
    const counts = countRoles.has(column.role);
    const named = column.words.some((word) => countedWords.has(word));
    if (!counts || !(named || columns.some(({ role }, i) => i !== at && (role === 'total' || role === 'passed'))))
      continue;
    const found = rows.flatMap((row) => {
      const line = row[at];
      const quantity = cellCount(line);
      return line && quantity && !Number.isInteger(quantity.value) ? [placeOf(line, quantity)] : [];
    });
    const [wrong, ...others] = found;
    if (wrong && columns.some(({ words }) => words.some((word) => countedWords.has(word))))
      yield { kind: 'fraction', wrong, others };
  }
}

/** Total, passed, failed, skipped and rate of one row. */
function* rowConflicts(table: NumberTable, row: readonly NumberLine[]): Iterable<NumberConflict> {
  const count = (at: number | undefined): Counted | undefined => {
    const line = at === undefined ? undefined : row[at];
    const quantity = cellCount(line);
    return line && quantity ? { line, quantity } : undefined;
  };
  const total = count(onlyColumn(table, 'total'));
  const passed = count(onlyColumn(table, 'passed'));
  if (!total || !passed) return;
  const failedAt = onlyColumn(table, 'failed');
  const otherAt = table.columns.flatMap(({ role }, i) => (role === 'other-count' ? [i] : []));
  const rateLine = row[onlyColumn(table, 'rate') ?? -1];
  const rate = rateLine?.quantities[0];
  const isLast = row === table.rows.at(-1);
  const isAverage = isLast && totalRowName(row) !== undefined && rate !== undefined && isMeanOfRates(table, rate);
  yield* tallyConflicts({
    total,
    passed,
    failed: count(failedAt),
    others: otherAt.flatMap((at) => count(at) ?? []),
    complete: otherAt.length > 0 && otherAt.every((at) => count(at)),
    rate:
      rateLine && rate && rateLine.quantities.length === 1 && !isAverage
        ? { line: rateLine, quantity: rate }
        : undefined,
  });
}

/** The overall rate may be the mean of the rates above it. */
function isMeanOfRates(table: NumberTable, rate: Quantity): boolean {
  const at = onlyColumn(table, 'rate') ?? -1;
  const rates = table.rows
    .filter((row) => totalRowName(row) === undefined)
    .map((row) => row[at]?.quantities[0]?.value ?? 0);
  const mean = rates.reduce((sum, value) => sum + value, 0) / rates.length;
  return fitsShare(rate.value, rate.decimals, mean, 100, false);
}

/** Each column of numbers against the row of its total. */
function* totalRowConflicts({ columns, rows }: NumberTable): Iterable<NumberConflict> {
  const names = rows.map(totalRowName);
  const at = names.findIndex((name) => name !== undefined);
  // Subtotals, several totals and totals that come first are read by nobody but people.
  if (at < 2 || at !== rows.length - 1 || names[at] === 'subtotal') return;
  if (rows.some(([name]) => partOfRow.test(name?.inline.text ?? ''))) return;
  for (const [i, column] of columns.entries()) {
    const counts = countRoles.has(column.role);
    if (!counts && (column.role !== 'amount' || names[at] === 'overall')) continue;
    const found = columnConflict(
      rows.map((row) => row[i]),
      column.name,
    );
    if (found) yield found;
  }
}

/** Rows that are part of the row above. Matches `of which slow`, `- slow`, `↳ slow`; does not match `slow`. */
const partOfRow = /^\W{0,3}(?:of which|thereof|including|incl\b)|^(?:[-–—↳└├]|&nbsp;)/i;

/** @param cells of one column, that of the total last */
function columnConflict(cells: readonly (NumberLine | undefined)[], name: string): NumberConflict | undefined {
  const line = cells.at(-1);
  const total = line && sumCell(line);
  if (!line || !total) return undefined;
  const parts: NumberPlace[] = [];
  let sum = 0;
  let decimals = total.decimals;
  for (const cell of cells.slice(0, -1)) {
    const part = cell && sumCell(cell);
    const { dimension, factor } = total.unit;
    if (!cell || part?.unit.dimension !== dimension || part.unit.factor !== factor) return undefined;
    sum += part.value;
    decimals = Math.max(decimals, part.decimals);
    parts.push(placeOf(cell, part));
  }
  // Rounded parts may miss a rounded total by a unit of the last digit each.
  const tolerance = decimals === 0 ? 0 : (parts.length + 1) * 10 ** -Math.min(decimals, total.decimals) * 0.5;
  if (Math.abs(sum - total.value) <= tolerance + 1e-9) return undefined;
  return { kind: 'sum', wrong: placeOf(line, total), others: parts, name, sum: shown(sum, decimals) };
}

/** A cell of nothing but a number of things or an amount of money. */
function sumCell({ quantities, tokens }: NumberLine): Quantity | undefined {
  const only = quantities.length === 1 ? quantities[0] : undefined;
  if (!only || !isPlain(only) || tokens.some(({ kind }) => kind === 'stop')) return undefined;
  return only.unit === noUnit || only.unit.dimension === 'money' ? only : undefined;
}

function shown(sum: number, decimals: number): string {
  return decimals === 0 ? String(sum) : sum.toFixed(decimals);
}
