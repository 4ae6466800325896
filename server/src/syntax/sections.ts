/** Groups outermost blocks by the headings above them. */
import type { Block, Heading, PlacedBlock, Section, SectionContent } from './document';
import type { Unit } from './units';

/** A section in its place, before it is known which section it belongs to. */
export interface PlacedSection {
  readonly content: SectionContent;
  readonly line: number;
}

/** The beginning of a section to which units are added. */
export interface SectionStart {
  readonly heading: Heading | undefined;
  readonly line: number;
  readonly blocks: readonly PlacedBlock[];
}

/** Cuts units into sections; those before the first heading are added to `start`. */
export function groupUnits(start: SectionStart, units: readonly Unit[], endLine: number): PlacedSection[] {
  const sections: PlacedSection[] = [];
  let { heading, line } = start;
  let blocks = [...start.blocks];
  for (const unit of units) {
    if (isHeading(unit.content)) {
      sections.push({ content: { heading, lineCount: unit.line - line, blocks }, line });
      heading = unit.content;
      line = unit.line;
      blocks = [];
    } else blocks.push({ block: unit.content, line: unit.line - line });
  }
  sections.push({ content: { heading, lineCount: endLine - line, blocks }, line });
  return sections;
}

/** Numbers sections and finds their parents. A section of `previous` that stays as it was is the same object. */
export function linkSections(placed: readonly PlacedSection[], previous: readonly Section[] = []): Section[] {
  // The open section of each level above the next one.
  const open: Section[] = [];
  return placed.map(({ content, line }, index) => {
    const level = content.heading?.level ?? 0;
    while ((open.at(-1)?.content.heading?.level ?? 0) >= level && open.length > 0) open.pop();
    const parent = open.at(-1)?.index ?? -1;
    const before = previous[index];
    const isSame = before?.content === content && before.line === line && before.parent === parent;
    const section = isSame ? before : { content, line, index, parent };
    if (content.heading !== undefined) open.push(section);
    return section;
  });
}

/** Whether a unit's content is a heading. */
export function isHeading(content: Block | Heading): content is Heading {
  return 'level' in content;
}
