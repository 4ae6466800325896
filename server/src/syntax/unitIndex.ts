/** Where the outermost blocks and headings of a parsed document begin. */
import type { ParsedDocument, PlacedBlock, Section } from './document';
import type { Unit } from './units';
import { sectionAt } from './positions';

/** A place between two units: before the block `block` of the section `section`, or before its heading (-1). */
export interface UnitPlace {
  readonly section: number;
  readonly block: number;
  /** Absolute line where the unit begins. */
  readonly line: number;
}

/** The last unit that begins at or before a line. */
export function unitAt(document: ParsedDocument, line: number): UnitPlace | undefined {
  const section = sectionAt(document, line);
  const index = lastBlockAt(section.content.blocks, line - section.line);
  const block = section.content.blocks[index];
  if (block !== undefined) return { section: section.index, block: index, line: section.line + block.line };
  const hasHeading = section.content.heading !== undefined && section.line <= line;
  return hasHeading ? { section: section.index, block: -1, line: section.line } : undefined;
}

/** The units from one place up to, not including, another one; undefined means the end of the document. */
export function* unitsBetween(
  sections: readonly Section[],
  from: UnitPlace,
  to: UnitPlace | undefined,
): Generator<Unit> {
  const lastSection = to?.section ?? sections.length - 1;
  for (let index = from.section; index <= lastSection; index++) {
    const section = sections[index];
    if (section === undefined) return;
    const { heading, blocks } = section.content;
    const first = index === from.section ? from.block : -1;
    const end = index === to?.section ? to.block : blocks.length;
    if (first < 0 && end >= 0 && heading !== undefined) yield { line: section.line, content: heading };
    for (let block = Math.max(0, first); block < end; block++) {
      const placed = blocks[block];
      if (placed !== undefined) yield { line: section.line + placed.line, content: placed.block };
    }
  }
}

function lastBlockAt(blocks: readonly PlacedBlock[], line: number): number {
  let low = -1;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.line ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}
