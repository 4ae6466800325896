/** The edits that move a section, with all that it holds, to where the schema has it. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { ParsedDocument } from '../syntax/document';
import { endLineOf, findNeighbourhood, insertionLine, planHeadingLevel } from './planInsertion';
import { lineText } from '../syntax/positions';
import type { Schema, SectionSchema } from './schema';
import { sectionsWithin } from './sectionScopes';

/** @returns undefined where it cannot be moved as it is: its headings are underlined, or it is the place itself */
export function planMove(
  parsed: ParsedDocument,
  schema: Schema,
  section: SectionSchema,
  index: number,
): readonly TextEdit[] | undefined {
  const moved = parsed.sections[index];
  if (!moved?.content.heading) return undefined;
  const [from, to] = [moved.line, endLineOf(parsed, index)];
  const place = findNeighbourhood(parsed, schema, section);
  const target = insertionLine(parsed, place);
  const isInside = place.neighbour !== undefined && place.neighbour.line >= from && place.neighbour.line < to;
  const isOwnPlace = target >= from && target <= to;
  const shift = planHeadingLevel(parsed, schema, section) - moved.content.heading.level;
  const lines: string[] = [];
  for (let line = from; line < to; line++) lines.push(lineText(parsed, line));
  for (const { line, content } of sectionsWithin(parsed, index)) {
    const heading = lines[line - from] ?? '';
    const marks = /^ {0,3}(#{1,6})(?=\s|$)/.exec(heading)?.[1];
    const level = (content.heading?.level ?? 1) + shift;
    if (marks === undefined || level < 1 || level > 6) return undefined;
    lines[line - from] = '#'.repeat(level) + heading.trimStart().slice(marks.length);
  }
  if (isInside || (isOwnPlace && shift === 0)) return undefined;
  while (lines.at(-1)?.trim() === '') lines.pop();
  const text = `${lines.join('\n')}\n`;
  const last = parsed.lineStarts.length - 1;
  const remove = { start: { line: from, character: 0 }, end: endOf(to) };
  // Where it stands already, only its level is another.
  if (isOwnPlace) return [{ range: remove, newText: to > last ? text : `${text}\n` }];
  const at = endOf(target);
  const isAtEnd = target > last;
  const before = isAtEnd ? (at.character > 0 ? '\n\n' : '\n') : lineText(parsed, target - 1).trim() === '' ? '' : '\n';
  return [
    { range: remove, newText: '' },
    { range: { start: at, end: at }, newText: isAtEnd ? before + text : `${before}${text}\n` },
  ];

  function endOf(line: number): { line: number; character: number } {
    return line <= last ? { line, character: 0 } : { line: last, character: lineText(parsed, last).length };
  }
}
