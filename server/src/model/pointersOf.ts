import type { Block, Pointer } from '../syntax/document';

/** Pointers of a block itself, without those of its children. */
export function pointersOf(block: Block): readonly Pointer[] {
  switch (block.type) {
    case 'paragraph':
      return block.inline.pointers;
    case 'item':
      return block.inline?.pointers ?? [];
    case 'table':
      return [block.header, ...block.rows].flatMap((row) => row.cells.flatMap((cell) => cell.pointers));
    default:
      return [];
  }
}
