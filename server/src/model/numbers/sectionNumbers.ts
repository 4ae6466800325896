/** All numbers of a section that contradict each other, kept as long as the section stays the same. */
import { BlockMemo } from '../../syntax/blockMemo';
import type { Block, ListItem, SectionContent } from '../../syntax/document';
import { announcedConflicts } from './announced';
import { shiftConflict, type NumberConflict } from './conflict';
import { wholeLine, type NumberLine } from './lines';
import { listConflicts, placedLines, sectionLines } from './lists';
import { inlineTallyConflicts } from './inlineTally';
import { lineTargetConflicts } from './lineTargets';
import { listTargetConflicts } from './listTargets';
import { lineConflicts } from './statements';
import { tableSumConflicts } from './tableSums';
import { tableTargetConflicts } from './tableTargets';
import { testCounts, type TestCount } from './testCounts';

const byBlock = new BlockMemo<readonly NumberConflict[]>();

/** What the numbers of a section say; ranges are relative to its first line. */
export interface SectionNumbers {
  readonly conflicts: readonly NumberConflict[];
  readonly counts: readonly TestCount[];
}

const bySection = new WeakMap<SectionContent, SectionNumbers>();

export function sectionNumbers(section: SectionContent): SectionNumbers {
  let numbers = bySection.get(section);
  if (!numbers) {
    numbers = readSection(section);
    bySection.set(section, numbers);
  }
  return numbers;
}

function readSection(section: SectionContent): SectionNumbers {
  const heading = section.heading ? [...lineConflicts(wholeLine(section.heading.inline))] : [];
  const lines = sectionLines(section);
  const inBlocks = section.blocks.flatMap(({ block, line }, index) =>
    byBlock
      .get(block, section, () => [...findInBlock(block, lines[index] ?? [])])
      .map((conflict) => shiftConflict(conflict, line)),
  );
  const placed = placedLines(section, lines);
  const conflicts = [
    ...heading,
    ...inBlocks,
    ...listConflicts(placed),
    ...listTargetConflicts(placed),
    ...announcedConflicts(section.blocks),
  ];
  return { conflicts, counts: testCounts(placed) };
}

/** @param lines of the block, unless it is a table */
function* findInBlock(block: Block, lines: readonly NumberLine[]): Iterable<NumberConflict> {
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
      for (const line of lines) {
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
    if (child.type === 'table') yield* findInBlock(child, []);
    else if (child.type === 'item') yield* tablesBelow(child);
  }
}

/** A cell has to hold a share, a percentage or a sum. */
const mayConflict = /\d.*[/%+]| of \d/;
