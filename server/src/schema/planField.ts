/** The edit that adds a field to the header of a document, in the shape of the fields that are there. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { Block, ParsedDocument } from '../syntax/document';
import { lineText } from '../syntax/positions';
import { findTitle } from './matchSections';

/** Plans `**Name**: value` before the first field of the header, or below the title. */
export function planField(parsed: ParsedDocument, name: string, value: string): TextEdit {
  const title = findTitle(parsed);
  const header = parsed.sections[Math.max(0, title)];
  for (const { block, line } of header?.content.blocks ?? []) {
    const shaped = firstFieldLine(block);
    if (header && shaped) {
      const at = header.line + line + shaped.line;
      const newText = shaped.write(name, value) + lineBreakOf(lineText(parsed, at), shaped.shape) + '\n';
      return insertAt(at, 0, newText);
    }
  }
  const text = `**${name}**: ${value}`;
  const heading = title < 0 ? undefined : parsed.sections[title]?.content.heading;
  if (!header || !heading) {
    const line = parsed.frontMatter ? parsed.frontMatter.range.end.line + 1 : 0;
    if (line >= parsed.lineStarts.length) return insertAtEnd(parsed, `\n${text}\n`);
    return insertAt(line, 0, `${text}\n\n`);
  }
  const below = header.line + heading.range.end.line + 1;
  if (below >= parsed.lineStarts.length) return insertAtEnd(parsed, `\n\n${text}\n`);
  const blankBelow = lineText(parsed, below).trim() === '';
  return insertAt(below, 0, `\n${text}\n${blankBelow ? '' : '\n'}`);
}

interface FieldLine {
  readonly shape: 'paragraph' | 'item' | 'row';
  /** Relative to the block's origin. */
  readonly line: number;
  readonly write: (name: string, value: string) => string;
}

function firstFieldLine(block: Block): FieldLine | undefined {
  if (block.type !== 'paragraph' && block.type !== 'item' && block.type !== 'table') return undefined;
  const [field] = block.fields;
  if (!field) return undefined;
  const line = field.labelRange.start.line;
  if (block.type === 'item') {
    const { marker } = block;
    return { shape: 'item', line, write: (name, value) => `${marker} **${name}**: ${value}` };
  }
  if (block.type === 'table') return { shape: 'row', line, write: (name, value) => `| ${name} | ${value} |` };
  return { shape: 'paragraph', line, write: (name, value) => `**${name}**: ${value}` };
}

/** Lines of a paragraph that are kept apart by two spaces or a backslash stay so. */
function lineBreakOf(line: string, shape: FieldLine['shape']): string {
  if (shape !== 'paragraph') return '';
  return line.endsWith('  ') ? '  ' : line.endsWith('\\') ? '\\' : '';
}

function insertAt(line: number, character: number, newText: string): TextEdit {
  return { range: { start: { line, character }, end: { line, character } }, newText };
}

function insertAtEnd(parsed: ParsedDocument, newText: string): TextEdit {
  const line = parsed.lineStarts.length - 1;
  return insertAt(line, lineText(parsed, line).length, newText);
}
