import type { Block, Inline, ParsedDocument, Section } from './document';

/** A block on a walk. */
export interface WalkedBlock {
  readonly block: Block;
  readonly section: Section;
  /** Absolute line of the block's origin: add it to lines inside the block. */
  readonly line: number;
  /** 0 for outermost blocks. */
  readonly depth: number;
}

/** The blocks of a section in document order, each before those it contains. */
export function* walkBlocks(section: Section): Generator<WalkedBlock> {
  for (const { block, line } of section.content.blocks) {
    yield* walkBlock(block, section, section.line + line, 0);
  }
}

/** The blocks of all sections in document order, each before those it contains. */
export function* walkDocument(document: ParsedDocument): Generator<WalkedBlock> {
  for (const section of document.sections) yield* walkBlocks(section);
}

function* walkBlock(block: Block, section: Section, line: number, depth: number): Generator<WalkedBlock> {
  yield { block, section, line, depth };
  if (block.type !== 'item' && block.type !== 'quote') return;
  for (const child of block.children) yield* walkBlock(child, section, line, depth + 1);
}

/** The text of a block itself, without that of the blocks in it: of a table, cell by cell. */
export function inlinesOf(block: Block): readonly Inline[] {
  switch (block.type) {
    case 'paragraph':
      return [block.inline];
    case 'item':
      return block.inline ? [block.inline] : [];
    case 'table':
      return [block.header, ...block.rows].flatMap(({ cells }) => cells);
    default:
      return [];
  }
}
