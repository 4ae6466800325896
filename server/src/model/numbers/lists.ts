/** Numbers of lines one below the other: tallies of tests, targets with their values, counts of the list that follows. */
import type { SectionContent } from '../../syntax/document';
import { shiftRange } from '../../syntax/positions';
import { placeOf, type NumberConflict } from './conflict';
import { blockLines, labelWords, type NumberLine } from './lines';
import { isCount, type Quantity } from './quantity';
import type { Counted } from './tally';
import { groupConflicts, tallyRole, type TallyMember, type TallyRole } from './tallyGroup';

/** A line in its section. */
export interface PlacedLine {
  readonly line: NumberLine;
  /** Line of its block's origin, relative to the section's first line. */
  readonly at: number;
}

/** Those of the section that was read last: who compares numbers within it and who compares them across documents take turns. */
let latest: { readonly section: SectionContent; readonly lines: readonly (readonly NumberLine[])[] } | undefined;

/** The lines of each block of a section; none for those that are neither paragraph nor item. */
export function sectionLines(section: SectionContent): readonly (readonly NumberLine[])[] {
  if (latest?.section === section) return latest.lines;
  const lines = section.blocks.map(({ block }) =>
    block.type === 'paragraph' || block.type === 'item' ? blockLines(block, section) : [],
  );
  latest = { section, lines };
  return lines;
}

/** All of them in order; lists and paragraphs that follow each other go on. Undefined marks a gap. */
export function placedLines(
  { blocks }: SectionContent,
  lines: readonly (readonly NumberLine[])[],
): readonly (PlacedLine | undefined)[] {
  return blocks.flatMap(({ line: at }, index) => {
    const own = lines[index] ?? [];
    return own.length === 0 ? [undefined] : own.map((line) => ({ line, at }));
  });
}

/** Conflicts of lines `Total tests: 45`, `Passed: 43`, `Failed: 1` that follow each other. */
export function* listConflicts(lines: readonly (PlacedLine | undefined)[]): Iterable<NumberConflict> {
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i];
    const role = first && tallyRole(labelWords(first.line));
    if (!first || role === undefined || role === 'rate') continue;
    const count = counted(first.line);
    if (count && count.quantity.value < 0) {
      const { text, range } = placeOf(count.line, count.quantity);
      yield { kind: 'negative', wrong: { text, range: shiftRange(range, first.at) }, others: [] };
    }
    if (role !== 'total') continue;
    const members = [memberOf(first, role)];
    for (let next = lines[i + 1], j = i + 1; next; next = lines[++j]) {
      const below = tallyRole(labelWords(next.line));
      if (below === undefined || below === 'total') break;
      members.push(memberOf(next, below));
    }
    yield* groupConflicts(members);
  }
}

function memberOf({ line, at }: PlacedLine, role: TallyRole): TallyMember {
  return { line, at, role, quantity: valueOf(line) };
}

/** The number right after the label. */
function counted(line: NumberLine): Counted | undefined {
  const quantity = valueOf(line);
  return quantity && isCount(quantity) ? { line, quantity } : undefined;
}

/** What stands right after the label. */
export function valueOf({ quantities, tokens, labelEnd }: NumberLine): Quantity | undefined {
  const first = quantities[0];
  if (!first || labelEnd === 0) return undefined;
  const between = tokens.slice(labelEnd + 1, first.firstToken);
  return first.firstToken > labelEnd && between.every(({ kind }) => kind === 'mark') ? first : undefined;
}
