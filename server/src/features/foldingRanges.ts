/**
 * Folds front matter, sections with all below them, records and other items of several lines. VS Code's Markdown support
 * folds sections and lists too, and takes what begins in the same line for the same; other editors have only these.
 */
import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ParsedDocument } from '../syntax/document';
import { lineText } from '../syntax/positions';
import { rangeWithChildren } from './documentSymbols';

export function getFoldingRanges({ parsed }: PhaseDocument): readonly FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (startLine: number, last: number, kind?: FoldingRangeKind): void => {
    const endLine = lastLineWithText(parsed, startLine, last);
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind && { kind }) });
  };
  if (parsed.frontMatter) {
    const { start, end } = parsed.frontMatter.range;
    add(start.line, end.character === 0 ? end.line - 1 : end.line, FoldingRangeKind.Region);
  }
  for (const section of parsed.sections) {
    if (section.content.heading) add(section.line, rangeWithChildren(section, parsed.sections).end.line - 1);
    for (const { block, line } of section.content.blocks) {
      const first = section.line + line + block.range.start.line;
      if (block.type === 'item') add(first, section.line + line + block.range.end.line);
    }
  }
  return ranges;
}

/** Blank lines below stay in view. */
function lastLineWithText(parsed: ParsedDocument, first: number, last: number): number {
  let line = Math.min(last, parsed.lineStarts.length - 1);
  while (line > first && lineText(parsed, line).trim() === '') line--;
  return line;
}
