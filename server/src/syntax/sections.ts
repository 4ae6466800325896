/** Groups outermost blocks by the headings above them. */
import type { Block, Heading, PlacedBlock, Section, SectionContent } from './document';
import type { Unit } from './blockParser';

/** A section in its place, before it is known which section it belongs to. */
export interface PlacedSection {
  readonly content: SectionContent;
  readonly line: number;
}

/** Sections of the units of a whole document; `endLine` is the number of lines. */
export function buildSections(units: readonly Unit[], firstLine: number, endLine: number): Section[] {
  return linkSections(groupUnits(units, firstLine, endLine));
}

/** Cuts units into sections; the first one begins at `firstLine` and has no heading unless the first unit is one there. */
export function groupUnits(units: readonly Unit[], firstLine: number, endLine: number): PlacedSection[] {
  const sections: PlacedSection[] = [];
  let line = firstLine;
  let heading: Heading | undefined;
  let blocks: PlacedBlock[] = [];
  for (const unit of units) {
    if (isHeading(unit.content)) {
      sections.push({ content: { heading, lineCount: unit.line - line, blocks }, line });
      line = unit.line;
      heading = unit.content;
      blocks = [];
    } else blocks.push({ block: unit.content, line: unit.line - line });
  }
  sections.push({ content: { heading, lineCount: endLine - line, blocks }, line });
  return sections;
}

/** Finds each section's parent. */
export function linkSections(placed: readonly PlacedSection[]): Section[] {
  // The open section of each level above the next one.
  const open: { readonly level: number; readonly index: number }[] = [];
  return placed.map(({ content, line }, index) => {
    const level = content.heading?.level;
    if (level === undefined) return { content, line, index, parent: -1 };
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.index ?? -1;
    open.push({ level, index });
    return { content, line, index, parent };
  });
}

/** Whether a unit's content is a heading. */
export function isHeading(content: Block | Heading): content is Heading {
  return 'level' in content;
}
