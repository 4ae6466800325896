/** The fix that waives a finding. Its comment has no reason yet, and the missing reason is a finding until it is written. */
import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { Fix } from '../diagnostic';
import { titleRange } from '../model/documentFacts';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ParsedDocument, Table } from '../syntax/document';
import { lineText, sectionAt } from '../syntax/positions';
import { walkBlocks } from '../syntax/walk';

/** Nothing but indentation and marks of quotes, which the lines of a block have in common. */
const INDENT = /^[\s>]*$/;
/** White space and the backslash of a hard line break. */
const LINE_END = /\\?\s*$/;

/** @param position where the finding begins */
export function waiveFixes({ uri, parsed }: PhaseDocument, rule: string, position: Position): readonly Fix[] {
  return [
    {
      title: 'Waive, and write down why',
      preferred: false,
      safe: false,
      edits: [{ type: 'change', uri, edits: [waive(parsed, rule, position.line)] }],
    },
  ];
}

/**
 * A line of its own only where that leaves everything else as it is: above a heading or the first line of a paragraph.
 * Between the lines of a paragraph or the items of a list it would tear them apart, above the title it would hide it.
 */
function waive(document: ParsedDocument, rule: string, line: number): TextEdit {
  const section = sectionAt(document, line);
  const { heading } = section.content;
  if (heading && line <= section.line + heading.range.end.line) {
    if (line === section.line && titleRange(document).start.line !== line) return waiveNextLine(rule, line, '');
    const { end } = heading.inline.range;
    return waiveLine(rule, { line: section.line + end.line, character: end.character });
  }
  for (const { block, line: origin } of walkBlocks(section)) {
    const { start, end } = block.range;
    if (line < origin + start.line || line > origin + end.line) continue;
    if (block.type === 'table') return waiveRow(document, rule, line, block, origin);
    if (block.type !== 'paragraph' || line !== origin + start.line) continue;
    const indent = lineText(document, line).slice(0, start.character);
    if (INDENT.test(indent)) return waiveNextLine(rule, line, indent);
  }
  return waiveLine(rule, endOfLine(document, line));
}

function waiveRow(document: ParsedDocument, rule: string, line: number, table: Table, origin: number): TextEdit {
  const row = [table.header, ...table.rows].find(({ range }) => origin + range.start.line === line);
  const cell = row?.cells.at(-1);
  return waiveLine(rule, cell ? { line, character: cell.range.end.character } : endOfLine(document, line));
}

function endOfLine(document: ParsedDocument, line: number): Position {
  const text = lineText(document, line);
  return { line, character: text.length - (LINE_END.exec(text)?.[0].length ?? 0) };
}

function waiveNextLine(rule: string, line: number, indent: string): TextEdit {
  const at = { line, character: 0 };
  return { range: { start: at, end: at }, newText: `${indent}<!-- phase-docs-disable-next-line ${rule} -- -->\n` };
}

/** With a colon before the reason: GitHub shows an inline comment that holds `--`. */
function waiveLine(rule: string, at: Position): TextEdit {
  return { range: { start: at, end: at }, newText: ` <!-- phase-docs-disable-line ${rule}: -->` };
}
