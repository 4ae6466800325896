import type { Range } from 'vscode-languageserver-types';

/** Whether something in this range is new. @param lines for each line of the document, whether it is */
export function touchesChange({ start, end }: Range, lines: readonly boolean[]): boolean {
  for (let line = start.line; line <= end.line; line++) if (lines[line] === true) return true;
  return false;
}
