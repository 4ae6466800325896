/** Where a missing section belongs in a document, and the edits that put it there. */
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { ParsedDocument, Section } from '../syntax/document';
import { lineText } from '../syntax/positions';
import { findTitle, matchSections, standsBelow } from './matchSections';
import { planNumber } from './headingNumbers';
import { renderTemplate } from './renderTemplate';
import type { TemplateValues } from './renderTemplate';
import type { Schema, SectionSchema } from './schema';

export interface SectionInsertion {
  /** The new section, and new numbers of the sections that follow it. */
  readonly edits: readonly TextEdit[];
  /** The new heading, once the edits are applied. */
  readonly heading: Range;
}

/** What a new section stands next to. */
export interface Neighbourhood {
  /** The section that holds the new one: an index, or -1 for the document. */
  readonly parent: number;
  /** The section after or before which the new one stands; undefined: the end of the parent. */
  readonly neighbour: Section | undefined;
  readonly side: 'after' | 'before';
}

/** Plans a section of a schema, with its template as body. The section may be nested; then its parent must be there. */
export function planInsertion(
  parsed: ParsedDocument,
  schema: Schema,
  section: SectionSchema,
  values: TemplateValues,
): SectionInsertion {
  const place = findNeighbourhood(parsed, schema, section);
  const level = headingLevel(parsed, section, place);
  const line = insertionLine(parsed, place);
  const { prefix, edits } = planNumber(parsed, siblingsOf(parsed, place, level), line);
  const heading = `${'#'.repeat(level)} ${prefix}${renderTemplate(section.name, values)}`;
  const text = `${heading}\n\n${renderTemplate(section.template, values)}\n`;
  const { position, before, after } = surroundWithBlankLines(parsed, line);
  const newLine = position.line + before.length;
  return {
    edits: [{ range: { start: position, end: position }, newText: before + text + after }, ...edits],
    heading: { start: { line: newLine, character: 0 }, end: { line: newLine, character: heading.length } },
  };
}

/** Level of the heading of a section of the schema, as {@link planInsertion} writes it. */
export function planHeadingLevel(parsed: ParsedDocument, schema: Schema, section: SectionSchema): number {
  return headingLevel(parsed, section, findNeighbourhood(parsed, schema, section));
}

/** The nearest section of the schema's order that the document has decides. */
export function findNeighbourhood(parsed: ParsedDocument, schema: Schema, section: SectionSchema): Neighbourhood {
  const { matches, title } = matchSections(parsed, schema);
  const family = findFamily(schema.sections, section) ?? { siblings: schema.sections, parent: undefined };
  const parentMatch = family.parent && matches.get(family.parent);
  const parent = parentMatch && 'index' in parentMatch ? parentMatch.index : title;
  const indexOf = (sibling: SectionSchema | undefined): number => {
    const match = sibling && matches.get(sibling);
    return match?.state === 'found' ? match.index : -1;
  };
  const beside = (name: string | undefined): number =>
    indexOf(family.siblings.find((sibling) => sibling.name === name));
  const own = family.siblings.indexOf(section);
  const choices: { readonly index: number; readonly side: 'after' | 'before' }[] = [
    { index: beside(section.after), side: 'after' },
    { index: beside(section.before), side: 'before' },
  ];
  for (let distance = 1; distance < family.siblings.length; distance++) {
    choices.push({ index: indexOf(family.siblings[own - distance]), side: 'after' });
    choices.push({ index: indexOf(family.siblings[own + distance]), side: 'before' });
  }
  const choice = choices.find(({ index }) => index >= 0);
  return { parent, neighbour: choice && parsed.sections[choice.index], side: choice?.side ?? 'after' };
}

/** Line behind a section and everything below it. */
export function endLineOf(parsed: ParsedDocument, index: number): number {
  const level = parsed.sections[index]?.content.heading?.level ?? 0;
  for (let next = index + 1; next < parsed.sections.length; next++) {
    const section = parsed.sections[next];
    if (section && (section.content.heading?.level ?? 0) <= level) return section.line;
  }
  return parsed.lineStarts.length;
}

interface Family {
  readonly siblings: readonly SectionSchema[];
  readonly parent: SectionSchema | undefined;
}

function findFamily(
  siblings: readonly SectionSchema[],
  wanted: SectionSchema,
  parent?: SectionSchema,
): Family | undefined {
  if (siblings.includes(wanted)) return { siblings, parent };
  for (const sibling of siblings) {
    const family = findFamily(sibling.sections, wanted, sibling);
    if (family) return family;
  }
  return undefined;
}

function headingLevel(parsed: ParsedDocument, section: SectionSchema, { parent, neighbour }: Neighbourhood): number {
  if (section.level !== undefined) return section.level;
  const neighbourLevel = neighbour?.content.heading?.level;
  if (neighbourLevel !== undefined) return neighbourLevel;
  const sibling = parsed.sections.findLast(
    (other) => other.content.heading && standsBelow(other, parent, findTitle(parsed)),
  );
  const parentLevel = parsed.sections[parent]?.content.heading?.level ?? 1;
  return sibling?.content.heading?.level ?? Math.min(6, parentLevel + 1);
}

function siblingsOf(parsed: ParsedDocument, { parent }: Neighbourhood, level: number): readonly Section[] {
  const title = findTitle(parsed);
  return parsed.sections.filter(
    (section) => section.content.heading?.level === level && standsBelow(section, parent, title),
  );
}

/** Absolute line before which something new stands in a neighbourhood. */
export function insertionLine(parsed: ParsedDocument, { parent, neighbour, side }: Neighbourhood): number {
  if (neighbour && side === 'before') return aboveComments(parsed, neighbour.line);
  const line = neighbour
    ? endLineOf(parsed, neighbour.index)
    : parent < 0
      ? parsed.lineStarts.length
      : endLineOf(parsed, parent);
  return line < parsed.lineStarts.length ? aboveComments(parsed, line) : footerLine(parsed);
}

/** A comment that waives a finding of the next line. Matches one line of its own; see `model/suppressionComments`. */
const NEXT_LINE_COMMENT = /^ {0,3}<!--\s*phase-docs-disable-next-line\b.*-->\s*$/i;

/** The first line above a heading that belongs to it: comments that speak of the next line must stay where they are. */
function aboveComments(parsed: ParsedDocument, headingLine: number): number {
  let first = headingLine;
  for (let line = headingLine - 1; line >= 0; line--) {
    const text = lineText(parsed, line);
    if (NEXT_LINE_COMMENT.test(text)) first = line;
    else if (text.trim() !== '') break;
  }
  return first;
}

/**
 * The line where new text at the end of a document belongs: before a footer (a rule, and a few paragraphs of fields or
 * emphasis below it).
 */
function footerLine(parsed: ParsedDocument): number {
  const last = parsed.sections[parsed.sections.length - 1];
  const end = parsed.lineStarts.length;
  if (!last) return end;
  const { blocks } = last.content;
  for (let index = blocks.length - 1; index >= Math.max(0, blocks.length - 6); index--) {
    const placed = blocks[index];
    if (placed?.block.type === 'break' && index < blocks.length - 1) return last.line + placed.line;
    if (placed?.block.type !== 'paragraph' && placed?.block.type !== 'item') return end;
  }
  return end;
}

/** Keeps exactly the blank lines that a heading needs before and a section after it. */
function surroundWithBlankLines(
  parsed: ParsedDocument,
  line: number,
): { readonly position: Position; readonly before: string; readonly after: string } {
  const last = parsed.lineStarts.length - 1;
  if (line <= last) {
    const before = line === 0 || lineText(parsed, line - 1).trim() === '' ? '' : '\n';
    return { position: { line, character: 0 }, before, after: '\n' };
  }
  const lastText = lineText(parsed, last);
  if (lastText !== '') return { position: { line: last, character: lastText.length }, before: '\n\n', after: '' };
  const before = last === 0 || lineText(parsed, last - 1).trim() === '' ? '' : '\n';
  return { position: { line: last, character: 0 }, before, after: '' };
}
