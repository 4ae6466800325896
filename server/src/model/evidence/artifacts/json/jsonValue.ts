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
  /** Why it cannot be read, and whether it only ends too early. */
  | { readonly value?: undefined; readonly reason: string };

/**
 * Parses JSON strictly, and refuses what parsers read differently: objects inside each other without end, and keys that
 * are written twice, of which each reader sees another one.
 */
export function parseJson(text: string): ParsedJson {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    return { reason: syntaxReason(text, error) };
  }
  const reason = walkJson(text);
  return reason === undefined ? { value } : { reason };
}

/** Messages of the engines differ; only V8 and Firefox say where. */
function syntaxReason(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/end of (?:JSON )?(?:input|data)|Unterminated|Unexpected EOF/i.test(message)) {
    return `truncated at line ${lineAt(text, text.length) + 1}`;
  }
  const position = /at position (\d+)/.exec(message)?.[1];
  const line = position === undefined ? undefined : lineAt(text, Number(position)) + 1;
  return line === undefined ? 'not well-formed JSON' : `not well-formed JSON at line ${line}`;
}

/** Zero-based. */
function lineAt(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

interface Level {
  readonly keys: Set<string> | undefined;
  /** Undefined where nothing below is wanted. */
  readonly path: string | undefined;
  index: number;
  key: string;
}

/**
 * Goes over well-formed JSON without recursion.
 *
 * @param wanted JSON Pointers; the zero-based lines of their values are written into it
 * @returns what is wrong with it
 */
export function walkJson(text: string, wanted?: Map<string, number>): string | undefined {
  const prefixes = wanted && new Set([...wanted.keys()].flatMap(prefixesOf));
  const levels: Level[] = [];
  let line = 0;
  let expectsKey = false;

  const childPath = (): string | undefined => {
    const top = levels.at(-1);
    if (!top) return '';
    if (top.path === undefined) return undefined;
    return `${top.path}/${top.keys ? escapeToken(top.key) : top.index}`;
  };
  const note = (): string | undefined => {
    if (!wanted || !prefixes) return undefined;
    const path = childPath();
    if (path === undefined || !prefixes.has(path)) return undefined;
    if (wanted.has(path)) wanted.set(path, line);
    return path;
  };

  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) line++;
    else if (code === QUOTE) {
      const end = endOfString(text, at);
      const top = levels.at(-1);
      if (expectsKey && top?.keys) {
        top.key = keyOf(text.slice(at, end));
        if (top.keys.has(top.key)) return `the key ${quoted(top.key)} is written twice, again at line ${line + 1}`;
        top.keys.add(top.key);
        expectsKey = false;
      } else note();
      at = end - 1;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      if (levels.length >= MOST_DEPTH) return `nested more than ${MOST_DEPTH} deep`;
      const path = note();
      levels.push({ keys: code === OPEN_OBJECT ? new Set() : undefined, path, index: 0, key: '' });
      expectsKey = code === OPEN_OBJECT;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      levels.pop();
      expectsKey = false;
    } else if (code === COMMA) {
      const top = levels.at(-1);
      if (top) top.index++;
      expectsKey = top?.keys !== undefined;
    } else if (code > SPACE && code !== COLON) {
      note();
      while (continuesLiteral(text.charCodeAt(at + 1))) at++;
    }
  }
  return undefined;
}

const LINE_FEED = 10;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Inside `-1.5e3`, `true`, `null`; not a number at the end of the text. */
function continuesLiteral(code: number): boolean {
  return code > SPACE && code !== COMMA && code !== CLOSE_LIST && code !== CLOSE_OBJECT;
}

function keyOf(literal: string): string {
  return literal.includes('\\') ? (JSON.parse(literal) as string) : literal.slice(1, -1);
}

/** @param start offset of the opening quote @returns offset behind the closing one */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return at + 1;
  }
  return text.length;
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
