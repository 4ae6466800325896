import type { Range } from 'vscode-languageserver-types';

/** As editors count: from one. */
export function toJsonRange({ start, end }: Range): object {
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}
