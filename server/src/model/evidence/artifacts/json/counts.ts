import type { Quantity, QuantityName } from '../artifact';
import { isCount } from '../numbers';
import { member } from './jsonValue';
import type { JsonValue } from './jsonValue';

/** A count; 0 when the key is not there, undefined when something else stands there. */
export function countAt(value: JsonValue | undefined, key: string): number | undefined {
  const found = member(value, key);
  if (found === undefined || found === null) return 0;
  return isCount(found) ? found : undefined;
}

/** Adds where each quantity of the whole stands. @param pointers by the name of the quantity */
export function withPointers(
  quantities: readonly Quantity[],
  pointers: Partial<Record<QuantityName, string>>,
): readonly Quantity[] {
  return quantities.map((quantity) => {
    const fragment = quantity.scope === undefined ? pointers[quantity.name] : undefined;
    return fragment === undefined ? quantity : { ...quantity, fragment };
  });
}

/** From two instants in milliseconds, as Jest and CTRF write them. */
export function elapsed(start: JsonValue | undefined, end: JsonValue | undefined): readonly Quantity[] {
  if (typeof start !== 'number' || typeof end !== 'number') return [];
  const value = end - start;
  // Longer than a month is a clock that was wrong, or an instant that was not written.
  return value > 0 && value < 31 * 86_400_000 ? [{ name: 'duration', value, unit: 'milliseconds' }] : [];
}
