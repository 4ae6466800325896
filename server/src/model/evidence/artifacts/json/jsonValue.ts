/** JSON as data that nobody vouches for. */
import { MOST_DEPTH } from '../limits';
import { quoted } from '../numbers';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The value of a key of its own: `constructor` is no key of `{}`. */
export function member(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export type ParsedJson =
  | { readonly value: JsonValue; readonly reason?: undefined }
  /** Why it cannot be read. */
  | { readonly value?: undefined; readonly reason: string };

/**
 * Parses JSON strictly, and refuses what parsers read differently: objects inside each other without end, and keys that
 * are written twice, of which each reader sees another one.
 */
export function parseJson(text: string): ParsedJson {
  const reason = walkJson(text);
  if (reason !== undefined) return { reason };
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch {
    // What is left to the engine: escapes and control characters in strings.
    return { reason: 'not well-formed JSON' };
  }
}

/** Whether each line is a JSON value of its own, as `go test -json` writes them; the last one is whole. */
export function isJsonLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => parseJson(line).value !== undefined);
}

interface Level {
  /** Of an object; undefined for a list. */
  readonly keys: Set<string> | undefined;
  /** Undefined where nothing below is wanted. */
  readonly path: string | undefined;
  index: number;
  key: string;
}

/** What may come next. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing';

const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/**
 * Goes over JSON without recursion, and without the messages of the engine, which differ.
 *
 * @param wanted JSON Pointers; the zero-based lines of their values are written into it
 * @returns what is wrong with it
 */
export function walkJson(text: string, wanted?: Map<string, number>): string | undefined {
  const prefixes = wanted && new Set([...wanted.keys()].flatMap(prefixesOf));
  const levels: Level[] = [];
  let expected: Expected = 'value';
  let line = 0;

  const childPath = (): string | undefined => {
    const top = levels.at(-1);
    if (!top) return '';
    if (top.path === undefined) return undefined;
    return `${top.path}/${top.keys ? escapeToken(top.key) : top.index}`;
  };
  const startValue = (): string | undefined => {
    expected = levels.length === 0 ? 'nothing' : ', or end';
    if (!wanted || !prefixes) return undefined;
    const path = childPath();
    if (path === undefined || !prefixes.has(path)) return undefined;
    if (wanted.has(path)) wanted.set(path, line);
    return path;
  };
  const wrong = () => `not well-formed JSON at line ${line + 1}`;
  const truncated = () => `truncated at line ${line + 1}`;

  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) line++;
    if (code === LINE_FEED || code === SPACE || code === TAB || code === RETURN) continue;
    const top = levels.at(-1);
    const wantsValue = expected === 'value' || expected === 'value or ]';
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (end === undefined) return truncated();
      if (wantsValue) startValue();
      else if (top?.keys && (expected === 'key' || expected === 'key or }')) {
        top.key = keyOf(text.slice(at, end));
        if (top.keys.has(top.key)) return `the key ${quoted(top.key)} is written twice, again at line ${line + 1}`;
        top.keys.add(top.key);
        expected = ':';
      } else return wrong();
      at = end - 1;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      if (!wantsValue) return wrong();
      if (levels.length >= MOST_DEPTH) return `nested more than ${MOST_DEPTH} deep`;
      const path = startValue();
      levels.push({ keys: code === OPEN_OBJECT ? new Set() : undefined, path, index: 0, key: '' });
      expected = code === OPEN_OBJECT ? 'key or }' : 'value or ]';
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      const first = code === CLOSE_OBJECT ? 'key or }' : 'value or ]';
      const closes = top !== undefined && (top.keys !== undefined) === (code === CLOSE_OBJECT);
      if (!closes || (expected !== first && expected !== ', or end')) return wrong();
      levels.pop();
      expected = levels.length === 0 ? 'nothing' : ', or end';
    } else if (code === COMMA) {
      if (!top || expected !== ', or end') return wrong();
      top.index++;
      expected = top.keys ? 'key' : 'value';
    } else if (code === COLON) {
      if (expected !== ':') return wrong();
      expected = 'value';
    } else {
      let end = at + 1;
      while (continuesLiteral(text.charCodeAt(end))) end++;
      if (!wantsValue) return wrong();
      // `1.` and `tru` at the end of the text go on in what is missing.
      if (end - at > MOST_LITERAL || !LITERAL.test(text.slice(at, end)))
        return end === text.length ? truncated() : wrong();
      startValue();
      at = end - 1;
    }
  }
  return expected === 'nothing' ? undefined : truncated();
}

/** A number of more digits is an attack on who converts it. */
const MOST_LITERAL = 1000;

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Inside `-1.5e3`, `true`, `null`; false at the end of the text, where the code is no number. */
function continuesLiteral(code: number): boolean {
  return code > SPACE && code !== COMMA && code !== COLON && code !== CLOSE_LIST && code !== CLOSE_OBJECT;
}

function keyOf(literal: string): string {
  return literal.includes('\\') ? (JSON.parse(literal) as string) : literal.slice(1, -1);
}

/** @param start offset of the opening quote @returns offset behind the closing one */
function endOfString(text: string, start: number): number | undefined {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return at + 1;
  }
  return undefined;
}

/** `/a/b` → ``, `/a`, `/a/b`. */
function prefixesOf(pointer: string): readonly string[] {
  const tokens = pointer.split('/');
  return tokens.map((_, index) => tokens.slice(0, index + 1).join('/'));
}

/** A key as it stands in a JSON Pointer. */
export function escapeToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
