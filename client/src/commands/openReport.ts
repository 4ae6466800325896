import type { Command } from '../services';
import type { PhaseTreeNode } from '../views/phaseItems';

/** Shows the report of everything, or of the initiative of a row. */
export const openReport: Command<[row?: PhaseTreeNode]> =
  ({ report }) =>
  (row) =>
    report().show(initiativeOf(row));

/** The initiative that a row belongs to. */
export function initiativeOf(row: PhaseTreeNode | undefined): string | undefined {
  if (!row) return undefined;
  return row.type === 'initiative' ? row.data.id : initiativeOf(row.parent);
}
