/** One line of evidence for all claims of a section, written as the section is. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { ListItem, ParsedDocument, PlacedBlock, Section } from '../../../syntax/document';
import { lineText } from '../../../syntax/positions';

/** White space or a backslash that breaks the line inside a paragraph. */
const HARD_BREAK = /(?: {2,}|\\)$/;

/**
 * The line stands behind the block of the last claim: as an item of its list, as a field below fields, else as a
 * paragraph.
 *
 * @param lastClaim absolute line
 */
export function evidenceLine(document: ParsedDocument, section: Section, lastClaim: number, link: string): TextEdit {
  const { blocks } = section.content;
  const lines = ({ block, line }: PlacedBlock) => ({
    from: section.line + line + block.range.start.line,
    to: section.line + line + block.range.end.line,
  });
  const index = blocks.findIndex((placed) => lines(placed).from <= lastClaim && lastClaim <= lines(placed).to);
  const placed = blocks[index];
  const words = `**Evidence**: ${link}`;
  if (!placed) return insertAfter(document, lastClaim, `\n\n${words}`);
  const { block } = placed;
  const { from, to } = lines(placed);
  if (block.type === 'paragraph') {
    const isFields = block.fields.length > 0 && block.fields.length === to - from + 1;
    return isFields ? fieldBelow(document, to, from, words) : insertAfter(document, to, `\n\n${words}`);
  }
  if (block.type !== 'item') return insertAfter(document, to, `\n\n${words}`);
  const list = listFrom(blocks.slice(index), block);
  const last = list.at(-1) ?? { placed, item: block };
  const end = lines(last.placed).to;
  const start = lines(last.placed).from;
  const before = index > 0 ? blocks[index - 1] : undefined;
  const isLoose =
    list.length > 1
      ? lineText(document, start - 1).trim() === ''
      : before?.block.type === 'item' && lineText(document, from - 1).trim() === '';
  const indent = /^[ \t]*/.exec(lineText(document, start))?.[0] ?? '';
  return insertAfter(document, end, `${isLoose ? '\n\n' : '\n'}${indent}${nextMarker(last.item)} ${words}`);
}

interface PlacedItem {
  readonly placed: PlacedBlock;
  readonly item: ListItem;
}

/** The items of one list from the given one on. */
function listFrom(blocks: readonly PlacedBlock[], first: ListItem): readonly PlacedItem[] {
  const items: PlacedItem[] = [];
  for (const placed of blocks) {
    const { block } = placed;
    // Another mark begins another list.
    if (block.type !== 'item' || block.marker.at(-1) !== first.marker.at(-1)) break;
    items.push({ placed, item: block });
  }
  return items;
}

function nextMarker({ ordered, marker }: ListItem): string {
  return ordered ? `${Number.parseInt(marker, 10) + 1}${marker.at(-1) ?? '.'}` : marker;
}

/** Where the lines above end in a hard break, the new one is to begin on a line of its own as they do. */
function fieldBelow(document: ParsedDocument, line: number, first: number, words: string): TextEdit {
  const above = line > first ? HARD_BREAK.exec(lineText(document, line - 1))?.[0] : undefined;
  const isBroken = above === undefined || HARD_BREAK.test(lineText(document, line));
  return insertAfter(document, line, `${isBroken ? '' : above}\n${words}`);
}

function insertAfter(document: ParsedDocument, line: number, newText: string): TextEdit {
  const end = { line, character: lineText(document, line).length };
  return { range: { start: end, end }, newText };
}
