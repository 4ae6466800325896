/** JSON Pointer, RFC 6901, with errors that say how far it leads. */
import { decodeFragment } from '../fragment';
import { quoted, readDecimal, digitsOf } from '../numbers';
import { escapeToken, isArray, isObject, member } from './jsonValue';
import type { JsonValue } from './jsonValue';

export type ResolvedPointer =
  | { readonly value: JsonValue; readonly tokens: readonly string[]; readonly reason?: undefined }
  | { readonly value?: undefined; readonly reason: string };

/** @param fragment what follows `#`, undecoded */
export function resolvePointer(root: JsonValue, fragment: string): ResolvedPointer {
  const pointer = decodeFragment(fragment);
  if (pointer !== '' && !pointer.startsWith('/')) {
    return { reason: `${quoted(pointer)} is no JSON Pointer: it has to start with "/"` };
  }
  const tokens: string[] = [];
  let value = root;
  for (const written of pointer.split('/').slice(1)) {
    if (/~(?![01])/.test(written)) return { reason: `${quoted(pointer)} is no JSON Pointer: "~" is written "~0"` };
    const token = written.replaceAll('~1', '/').replaceAll('~0', '~');
    const here = tokens.length === 0 ? 'the top level' : quoted(pointerOf(tokens));
    const nothing = (why: string) => ({ reason: `${quoted(pointer)} leads to nothing: ${here} ${why}` });
    let next: JsonValue | undefined;
    if (isArray(value)) {
      if (!/^(?:0|[1-9]\d{0,14})$/.test(token)) return nothing(`is a list, and ${quoted(token)} is no index`);
      next = value[Number(token)];
      if (next === undefined) return nothing(`has only ${value.length} entries`);
    } else if (isObject(value)) {
      next = member(value, token);
      if (next === undefined) return nothing(`has no ${quoted(token)}`);
    } else {
      return nothing(`is ${describe(value)}`);
    }
    value = next;
    tokens.push(token);
  }
  return { value, tokens };
}

export function pointerOf(tokens: readonly string[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join('');
}

export interface BoundNumber {
  readonly value: number;
  /** Digits of a number that was written as text; JSON keeps no others. */
  readonly digits?: number;
  readonly percent: boolean;
}

/** A number, or a text that is plainly one (`"92.5%"`, `"40"`); else what it is instead. */
export function readBoundNumber(value: JsonValue): BoundNumber | string {
  if (typeof value === 'number') return Number.isFinite(value) ? { value, percent: false } : 'a number without end';
  if (typeof value === 'string') {
    const text = value.length > 50 ? '' : value.trim();
    const number = readDecimal(text.replace(/\s?%$/, ''));
    // A comma may group digits or separate decimals, and the file does not say.
    if (number === undefined || text.includes(',')) return describe(value);
    return { value: number, digits: digitsOf(text.replace(/\s?%$/, '')), percent: text.endsWith('%') };
  }
  return describe(value);
}

/** `an object`, `a string ("PASS")`. */
function describe(value: JsonValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `a string (${quoted(value)})`;
  if (typeof value === 'number') return `a number (${value})`;
  if (typeof value === 'boolean') return String(value);
  return isArray(value) ? 'a list' : 'an object';
}
