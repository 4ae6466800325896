/**
 * Tests as text. `$0` is the cursor; a line of carets marks a range on the line above and says what is expected there;
 * a line `//- /path` begins the next file.
 *
 *     - **Import**: 100% of the records
 *                   ^^^^^^^^^^^^^^^^^^^ warning: "Import: 100%
 */
import type { Position, Range } from 'vscode-languageserver-types';

export interface MarkedFile {
  /** With leading slash, as written after `//-`. */
  readonly path: string;
  /** Without any marks. */
  readonly text: string;
  readonly cursor: Position | undefined;
  readonly expected: readonly Expectation[];
}

export interface Expectation {
  readonly range: Range;
  /** What stands before a colon, if it is a severity. */
  readonly severity: string | undefined;
  /** The beginning of the message. */
  readonly message: string;
}

const FILE = /^\/\/- (\/\S+)$/;
const CARETS = /^(\s*)(\^+)(?: (?:(error|warning|information|hint): ?)?(.*))?$/;
const CURSOR = '$0';

/** @param defaultPath of a text that does not begin with `//-` */
export function parseMarkedFiles(marked: string, defaultPath: string): readonly MarkedFile[] {
  const files: { path: string; lines: string[] }[] = [];
  for (const line of marked.replace(/^\n/, '').split('\n')) {
    const path = FILE.exec(line)?.[1];
    if (path !== undefined) files.push({ path, lines: [] });
    else if (files.length === 0) files.push({ path: defaultPath, lines: [line] });
    else files.at(-1)?.lines.push(line);
  }
  return files.map(({ path, lines }) => ({ path, ...readMarks(lines) }));
}

function readMarks(lines: readonly string[]): Omit<MarkedFile, 'path'> {
  const kept: string[] = [];
  const expected: Expectation[] = [];
  let cursor: Position | undefined;
  for (const line of lines) {
    const carets = CARETS.exec(line);
    if (carets) {
      const [, indent = '', marks = '', severity, message = ''] = carets;
      const above = kept.length - 1;
      const start = { line: above, character: indent.length };
      expected.push({
        range: { start, end: { line: above, character: indent.length + marks.length } },
        severity,
        message,
      });
      continue;
    }
    const at = line.indexOf(CURSOR);
    if (at >= 0) cursor = { line: kept.length, character: at };
    kept.push(at >= 0 ? line.slice(0, at) + line.slice(at + CURSOR.length) : line);
  }
  return { text: kept.join('\n'), cursor, expected };
}
