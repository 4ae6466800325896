/** Rows whose status says that the target was met, though the value misses it. */
import type { Table } from '../../syntax/document';
import type { NumberConflict } from './conflict';
import type { NumberLine } from './lines';
import type { Quantity } from './quantity';
import {
  isWantedHigh,
  measureOf,
  metVerdict,
  missesTarget,
  sameMeasure,
  targetConflict,
  verdictPlace,
} from './targets';
import { onlyColumn, readTable, type NumberTable } from './tables';

/** The rows of a table with one column each for target, reached value and verdict. */
export function* tableTargetConflicts(table: Table): Iterable<NumberConflict> {
  const read = readTable(table);
  const target = onlyColumn(read, 'target');
  const reached = onlyColumn(read, 'reached') ?? valueColumn(read);
  const status = onlyColumn(read, 'status');
  if (target === undefined || reached === undefined || status === undefined) return;
  for (const row of read.rows) {
    const found = rowConflict(row[0], row[target], row[reached], row[status]);
    if (found) yield found;
  }
}

/** Without a column called so, the reached value stands under `Current`, `Result`, `Value` or what is measured. */
function valueColumn({ columns }: NumberTable): number | undefined {
  const named = columns.flatMap(({ words, role }, i) =>
    i > 0 && role !== 'status' && role !== 'target' && words.some((word) => valueNames.has(word)) ? [i] : [],
  );
  return named.length === 1 ? named[0] : undefined;
}

const valueNames = new Set(['current', 'result', 'results', 'value', 'now', 'time', 'latency', 'coverage']);

function rowConflict(
  name: NumberLine | undefined,
  target: NumberLine | undefined,
  reached: NumberLine | undefined,
  status: NumberLine | undefined,
): NumberConflict | undefined {
  if (!name || !target || !reached || !status || !metVerdict(status)) return undefined;
  const wanted = mainQuantity(target);
  const value = mainQuantity(reached);
  if (!wanted || !value) return undefined;
  if (!sameMeasure(measureOf(target.tokens, wanted), measureOf(reached.tokens, value))) return undefined;
  if (!missesTarget(value, wanted, isWantedHigh(name.tokens))) return undefined;
  const verdict = verdictPlace(status, status.tokens);
  return targetConflict({ line: reached, quantity: value }, { line: target, quantity: wanted }, verdict);
}

/** The number that a cell is about: the only one outside brackets. */
function mainQuantity({ tokens, quantities }: NumberLine): Quantity | undefined {
  const bracket = tokens.findIndex(({ word }) => word === '(' || word === '（');
  const outside = bracket < 0 ? quantities : quantities.filter(({ firstToken }) => firstToken < bracket);
  return outside.length === 1 ? outside[0] : undefined;
}
