/** Where evidence for a claim may stand, in words: the other side of `model/claims/sectionEvidence`. */
import type { Claim } from '../model/claims/claim';
import type { Block, SectionContent } from '../syntax/document';

/** In words that complete "looked in"; from the nearest place to the farthest. */
export function scopeOf({ range }: Claim, { heading, blocks }: SectionContent): readonly string[] {
  const { line } = range.start;
  if (heading && line >= heading.range.start.line && line <= heading.range.end.line) {
    return ['the heading', 'all of its section'];
  }
  const holder = blocks.findLast((placed) => placed.line + placed.block.range.start.line <= line);
  return [...(holder ? nearby(holder.block) : ['its line']), 'evidence fields and pasted output of its section'];
}

function nearby(block: Block): readonly string[] {
  switch (block.type) {
    case 'item':
      return ['its list item with all that is nested in it'];
    case 'table':
      return ['its table row'];
    case 'paragraph':
      return ['its paragraph'];
    default:
      return ['its line'];
  }
}
