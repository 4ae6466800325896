/** Where in a fence of YAML or JSON the cursor is: line by line and sign by sign, because what is being typed cannot be parsed. */

export interface DataPlace {
  /** Keys from the outermost on; undefined for an entry of a list. */
  readonly path: readonly (string | undefined)[];
  readonly slot: 'key' | 'value';
  /** Keys that are there beside the one that is being typed. */
  readonly siblings: readonly string[];
  /** Column where what is being typed begins, in the line of the cursor; a quotation mark included. */
  readonly from: number;
}

interface YamlLine {
  /** Columns of the dashes in front. */
  readonly dashes: readonly number[];
  /** Column of what follows them. */
  readonly column: number;
  readonly key: string | undefined;
}

const YAML_LINE = /^(\s*)((?:-\s+)*)(.*)$/;
const YAML_KEY = /^["']?([\p{L}_][\p{L}\p{N}_ -]*)["']?\s*:(?=\s|$)/u;
/** What may be the beginning of a key. */
const KEY_START = /^["']?[\p{L}\p{N}_ -]*$/u;

/** @param line zero-based index of the cursor's line; character its column */
export function yamlPlace(lines: readonly string[], line: number, character: number): DataPlace | undefined {
  const typed = (lines[line] ?? '').slice(0, character);
  const own = readLine(typed);
  const rest = typed.slice(own.column);
  const value = own.key === undefined ? undefined : /:\s*/.exec(rest);
  if (!value && !KEY_START.test(rest)) return undefined;
  const { path, siblings } = climb(lines, line, own);
  if (!value) return { path, slot: 'key', siblings, from: own.column };
  return {
    path: [...path, own.key],
    slot: 'value',
    siblings: [],
    from: own.column + value.index + value[0].length,
  };
}

function readLine(text: string): YamlLine {
  const [, space = '', marks = '', rest = ''] = YAML_LINE.exec(text) ?? [];
  const dashes = [...marks.matchAll(/-/g)].map(({ index }) => space.length + index);
  return { dashes, column: space.length + marks.length, key: YAML_KEY.exec(rest)?.[1]?.trim() };
}

function climb(
  lines: readonly string[],
  line: number,
  own: YamlLine,
): { readonly path: readonly (string | undefined)[]; readonly siblings: readonly string[] } {
  const path: (string | undefined)[] = own.dashes.map(() => undefined);
  const siblings = own.dashes.length > 0 ? [] : keysFrom(lines, line + 1, own.column);
  let column = own.dashes[0] ?? own.column;
  let isEntry = own.dashes.length > 0;
  let isBeside = !isEntry;
  for (let at = line - 1; at >= 0 && (column > 0 || isEntry || isBeside); at--) {
    const text = lines[at] ?? '';
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    const { dashes, column: keyColumn, key } = readLine(text);
    const isParent = keyColumn < column || (isEntry && keyColumn === column && dashes.length === 0);
    if (isBeside && keyColumn === column && key !== undefined) siblings.push(key);
    else if (!isParent) continue;
    else if (key !== undefined) path.unshift(key);
    if (isParent || dashes.length > 0) {
      path.unshift(...dashes.map(() => undefined));
      column = dashes[0] ?? keyColumn;
      isEntry = dashes.length > 0;
      isBeside = false;
    }
  }
  return { path, siblings };
}

/** The keys below that stand in the same column, up to the first line further left. */
function keysFrom(lines: readonly string[], from: number, column: number): string[] {
  const keys: string[] = [];
  for (const text of lines.slice(from)) {
    if (text.trim() === '') continue;
    const line = readLine(text);
    if (line.column < column || line.dashes.some((dash) => dash < column)) break;
    if (line.column === column && line.key !== undefined) keys.push(line.key);
  }
  return keys;
}

interface JsonFrame {
  readonly type: 'map' | 'list';
  readonly keys: string[];
  /** The key whose value is being written. */
  key: string | undefined;
}

/** @param line zero-based index of the cursor's line; character its column */
export function jsonPlace(lines: readonly string[], line: number, character: number): DataPlace | undefined {
  const text = lines.join('\n');
  const lineStart = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
  const cursor = lineStart + character;
  const frames: JsonFrame[] = [];
  let found: { readonly frame: JsonFrame; readonly place: DataPlace } | undefined;
  for (let at = 0; at < text.length; at++) {
    const frame = frames.at(-1);
    if (!found && frame && at >= cursor) found = placeIn(frames, frame, cursor, lineStart);
    const sign = text.charAt(at);
    if (sign === '"') {
      const end = endOfString(text, at);
      if (!found && frame && cursor > at && cursor < end) found = placeIn(frames, frame, at, lineStart);
      const isKey = frame?.type === 'map' && frame.key === undefined && /^\s*:/.test(text.slice(end, end + 20));
      if (isKey && !(cursor > at && cursor < end)) {
        frame.key = text.slice(at + 1, end - 1);
        frame.keys.push(frame.key);
      }
      at = end - 1;
    } else if (sign === '{' || sign === '[') {
      frames.push({ type: sign === '{' ? 'map' : 'list', keys: [], key: undefined });
    } else if (sign === '}' || sign === ']') {
      // The rest only shows what else there is beside the place.
      if (frames.pop() === found?.frame && found) break;
    } else if (sign === ',' && frame) {
      frame.key = undefined;
    }
  }
  const last = frames.at(-1);
  if (!found && last && cursor >= text.length) found = placeIn(frames, last, cursor, lineStart);
  return found && { ...found.place, siblings: found.frame.keys };
}

function placeIn(
  frames: readonly JsonFrame[],
  frame: JsonFrame,
  start: number,
  lineStart: number,
): { readonly frame: JsonFrame; readonly place: DataPlace } {
  const outer = frames.slice(0, -1).map(({ key }) => key);
  const isKey = frame.type === 'map' && frame.key === undefined;
  const path = isKey ? outer : [...outer, frame.key];
  return { frame, place: { path, slot: isKey ? 'key' : 'value', siblings: [], from: start - lineStart } };
}

/** Behind the closing mark; a string that is being typed ends with its line. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '"') return at + 1;
    else if (sign === '\n') return at;
  }
  return text.length;
}
