/** Edits as data, applied to a text. */
import type { Position, TextEdit } from 'vscode-languageserver-types';

/**
 * Applies edits that do not overlap. Positions are zero-based lines and UTF-16 columns; beyond the end of a line they mean
 * its end. What is inserted gets the line ends of the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const offset = ({ line, character }: Position): number => {
    const place = lines[line];
    return place ? Math.min(place.from + character, place.to) : text.length;
  };
  const ordered = edits
    .map(({ range, newText }, index) => ({ from: offset(range.start), to: offset(range.end), newText, index }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { from, to, newText } of ordered) {
    result += text.slice(at, Math.max(at, from)) + newText.replace(/\r?\n/g, lineEnd);
    at = Math.max(at, to);
  }
  return result + text.slice(at);
}

/** Offsets of the first character of each line and of its line end. A byte order mark is no part of the first line. */
function linesOf(text: string): readonly { readonly from: number; readonly to: number }[] {
  const lines: { from: number; to: number }[] = [];
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ from, to: match.index });
    from = match.index + match[0].length;
  }
  return [...lines, { from, to: text.length }];
}
