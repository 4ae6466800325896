import type { Quantity } from '../artifact';
import { MOST_DEPTH, MOST_VALUES } from '../limits';
import { pointerOf, readBoundNumber } from './jsonPointer';
import { isArray, isObject } from './jsonValue';
import type { JsonValue } from './jsonValue';
import { quantityOf } from './keyMeaning';

/** The numbers of a file in its order, each with the JSON Pointer that binds it. Those in lists are left out. */
export function listValues(root: JsonValue): readonly Quantity[] {
  const quantities: Quantity[] = [];
  const visit = (value: JsonValue, tokens: readonly string[]): void => {
    if (quantities.length >= MOST_VALUES || tokens.length > MOST_DEPTH || isArray(value)) return;
    if (isObject(value)) {
      for (const [key, member] of Object.entries(value)) if (member !== undefined) visit(member, [...tokens, key]);
      return;
    }
    const number = readBoundNumber(value);
    if (typeof number === 'string' || tokens.length === 0) return;
    const fragment = pointerOf(tokens);
    quantities.push({ ...quantityOf(tokens, number), scope: fragment, scopeKind: 'pointer', fragment });
  };
  visit(root, []);
  return quantities;
}
