/** Keeps what is found in blocks, where that pays. */
import type { Block, SectionContent } from './document';

/** So many lines are read in a fraction of a millisecond. */
const FEW_LINES = 48;

/**
 * Whether the blocks of a section are worth to be looked after one by one. After an edit a shorter section is read again
 * as a whole: to keep something for each block of thousands of documents that nobody edits costs more than that.
 */
export function isLong({ lineCount }: SectionContent): boolean {
  return lineCount > FEW_LINES;
}

/** What was found in blocks of long sections, for the next version of the document. */
export class BlockMemo<V> {
  readonly #kept = new WeakMap<Block, V>();

  /** @param section that the block is in */
  get(block: Block, section: SectionContent, find: (block: Block) => V): V {
    if (!isLong(section)) return find(block);
    let found = this.#kept.get(block);
    if (found === undefined) {
      found = find(block);
      this.#kept.set(block, found);
    }
    return found;
  }
}
