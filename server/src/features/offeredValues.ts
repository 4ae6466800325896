import type { ValueSchema } from '../schema/schema';

/** Of a status for which the schema names no words: one for each state, the harmless first. */
const usualStatuses: readonly string[] = ['Not started', 'In progress', 'Partial', 'Blocked', 'Failed', 'Complete'];

/** The values that completion offers for a field, a cell or a key. */
export function offeredValues({ values, type }: ValueSchema): readonly string[] {
  if (values.length > 0) return values;
  if (type === 'status') return usualStatuses;
  return type === 'boolean' ? ['true', 'false'] : [];
}
