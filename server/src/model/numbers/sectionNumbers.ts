/** All numbers of a section that contradict each other, kept as long as the section stays the same. */
import type { Block, ListItem, SectionContent } from '../../syntax/document';
import { announcedConflicts } from './announced';
import { shiftConflict, type NumberConflict } from './conflict';
import { blockLines, wholeLine } from './lines';
import { listConflicts, sectionLines } from './lists';
import { inlineTallyConflicts } from './inlineTally';
import { lineTargetConflicts } from './lineTargets';
import { listTargetConflicts } from './listTargets';
import { lineConflicts } from './statements';
import { tableSumConflicts } from './tableSums';
import { tableTargetConflicts } from './tableTargets';

const bySection = new WeakMap<SectionContent, readonly NumberConflict[]>();
const byBlock = new WeakMap<Block, readonly NumberConflict[]>();

/** The conflicts within a section; ranges are relative to its first line. */
export function sectionConflicts(section: SectionContent): readonly NumberConflict[] {
  let found = bySection.get(section);
  if (!found) {
    found = findInSection(section);
    bySection.set(section, found);
  }
  return found;
}

function findInSection(section: SectionContent): readonly NumberConflict[] {
  const heading = section.heading ? [...lineConflicts(wholeLine(section.heading.inline))] : [];
  const inBlocks = section.blocks.flatMap(({ block, line }) =>
    blockConflicts(block).map((conflict) => shiftConflict(conflict, line)),
  );
  const lines = sectionLines(section);
  return [
    ...heading,
    ...inBlocks,
    ...listConflicts(lines),
    ...listTargetConflicts(lines),
    ...announcedConflicts(section.blocks),
  ];
}

function blockConflicts(block: Block): readonly NumberConflict[] {
  let found = byBlock.get(block);
  if (!found) {
    found = [...findInBlock(block)];
    byBlock.set(block, found);
  }
  return found;
}

function* findInBlock(block: Block): Iterable<NumberConflict> {
  switch (block.type) {
    case 'table':
      yield* tableSumConflicts(block);
      yield* tableTargetConflicts(block);
      for (const row of block.rows) {
        for (const cell of row.cells) if (mayConflict.test(cell.text)) yield* lineConflicts(wholeLine(cell));
      }
      break;
    case 'paragraph':
    case 'item':
      for (const line of blockLines(block)) {
        yield* lineConflicts(line);
        yield* inlineTallyConflicts(line);
        yield* lineTargetConflicts(line);
      }
      if (block.type === 'item') yield* tablesBelow(block);
      break;
    default:
  }
}

function* tablesBelow({ children }: ListItem): Iterable<NumberConflict> {
  for (const child of children) {
    if (child.type === 'table') yield* findInBlock(child);
    else if (child.type === 'item') yield* tablesBelow(child);
  }
}

/** A cell has to hold a share, a percentage or a sum. */
const mayConflict = /\d.*[/%+]| of \d/;
