/** Edits that take back what a comment waives. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { Suppression, Waiver } from '../model/suppressions';
import type { ParsedDocument } from '../syntax/document';
import { lineText } from '../syntax/positions';

/** Indentation and marks of quotes. */
const INDENT = /^[\s>]*$/;

/** The whole comment, with its line if there is nothing else in it. */
export function removeComment(document: ParsedDocument, { range: { start, end } }: Suppression): TextEdit {
  const before = lineText(document, start.line).slice(0, start.character);
  const after = lineText(document, end.line).slice(end.character);
  const isLast = end.line + 1 >= document.lineStarts.length;
  if (INDENT.test(before) && after.trim() === '' && !isLast) {
    return remove({ line: start.line, character: 0 }, { line: end.line + 1, character: 0 });
  }
  return remove({ line: start.line, character: before.trimEnd().length }, end);
}

/** One of several ids, with what parts it from the one before or behind it. */
export function removeWaiver({ waivers }: Suppression, waiver: Waiver): TextEdit {
  const index = waivers.indexOf(waiver);
  const next = waivers[index + 1];
  const { start, end } = waiver.range;
  if (next) return remove(start, next.range.start);
  const before = waivers[index - 1];
  return remove(before?.range.end ?? start, end);
}

function remove(start: TextEdit['range']['start'], end: TextEdit['range']['end']): TextEdit {
  return { range: { start, end }, newText: '' };
}
