/**
 * Parses again only what an edit may have changed. An outermost block begins where nothing else is open, and whether one
 * begins at a line depends on no more than that line and the next. So parsing starts at the last outermost block two lines
 * above the edit and ends at the first one below it that also began there before: from there on everything is as it was.
 */
import type { Tree } from '@lezer/common';
import type { FrontMatter, ParsedDocument, SectionContent, TableRow } from './document';
import { keepTree, treeAfterEdit } from './blockTreeUpdate';
import { findFrontMatter, lineAfterFrontMatter } from './frontMatter';
import { parseDocument } from './parseDocument';
import { groupUnits, isHeading, linkSections, type PlacedSection, type SectionStart } from './sections';
import { lineAt, lineEnd, normalizeLineEnds, spliceLineStarts } from './sourceLines';
import { editedSource, type RowPlace, type Source } from './source';
import { unitAt, unitsBetween, type UnitPlace } from './unitIndex';
import { readUnits, type Unit } from './units';

/** Replaces `[from, to)` of `document.text` by `insert`. */
export interface DocumentEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** How many lines the decision that a block begins looks at: its own and, for the delimiter row of a table, the next. */
const LOOKAHEAD = 2;

/** A text and its lines, before the blocks are known. */
type Text = Pick<ParsedDocument, 'text' | 'lineStarts'>;

/**
 * The document after an edit: equal to `parseDocument` of the new text. Sections and blocks that the edit did not change
 * are the same objects as in `previous`.
 */
export function updateDocument(previous: ParsedDocument, edit: DocumentEdit): ParsedDocument {
  const from = Math.max(0, Math.min(edit.from, previous.text.length));
  const to = Math.max(from, Math.min(edit.to, previous.text.length));
  const insert = normalizeLineEnds(edit.insert);
  if (from === to && insert === '') return previous;
  const text = previous.text.slice(0, from) + insert + previous.text.slice(to);
  if (text.charCodeAt(0) === 0xfeff) return parseDocument(text);
  const lineStarts = spliceLineStarts(previous.lineStarts, from, to, insert);
  const frontMatter = updateFrontMatter(previous, { text, lineStarts }, from);
  const source = editedSource(text, lineStarts, lineStarts[lineAfterFrontMatter(frontMatter)] ?? text.length, (place) =>
    knownRow(previous, place),
  );
  const change = findChange(previous, source, frontMatter, { from, to, insert });
  const tree = treeAfterEdit(previous, source, { from, to, newEnd: from + insert.length });
  const sections = updateSections(previous, source, tree, change);
  const next: ParsedDocument = { text, lineStarts, frontMatter, sections };
  keepTree(next, tree);
  return next;
}

/** What must be looked at again. */
interface Change {
  /** The first line of both texts that may differ. */
  readonly line: number;
  /** Offset in the new text from which on it is the old one. */
  readonly newEnd: number;
  /** The first line after front matter, in the new text. */
  readonly firstLine: number;
  /** Whether front matter came, went or grew: then no block above the change is kept. */
  readonly movesFirstLine: boolean;
}

function findChange(
  previous: ParsedDocument,
  next: Text,
  frontMatter: FrontMatter | undefined,
  edit: DocumentEdit,
): Change {
  const firstLine = lineAfterFrontMatter(frontMatter);
  const oldFirstLine = lineAfterFrontMatter(previous.frontMatter);
  const editEnd = edit.from + edit.insert.length;
  const movesFirstLine = firstLine !== oldFirstLine || edit.from < (previous.lineStarts[oldFirstLine] ?? Infinity);
  if (!movesFirstLine)
    return { line: lineAt(previous.lineStarts, edit.from), newEnd: editEnd, firstLine, movesFirstLine };
  // Blocks inside what is or was front matter are not the same even if their text is.
  const shift = next.text.length - previous.text.length;
  const oldStart = previous.lineStarts[oldFirstLine] ?? previous.text.length;
  const newStart = next.lineStarts[firstLine] ?? next.text.length;
  return { line: 0, newEnd: Math.max(editEnd, newStart, oldStart + shift), firstLine, movesFirstLine };
}

function updateFrontMatter(previous: ParsedDocument, next: Text, from: number): FrontMatter | undefined {
  const { frontMatter } = previous;
  const isBelow =
    frontMatter !== undefined && from >= (previous.lineStarts[lineAfterFrontMatter(frontMatter)] ?? Infinity);
  return isBelow ? frontMatter : findFrontMatter(next.text, next.lineStarts);
}

function updateSections(previous: ParsedDocument, next: Source, tree: Tree, change: Change) {
  const lineShift = next.lineStarts.length - previous.lineStarts.length;
  const start = change.movesFirstLine ? undefined : unitAt(previous, change.line - LOOKAHEAD);
  const startLine = start?.line ?? change.firstLine;
  const parsed = readUnits(next, tree, startLine, (line) => {
    return (next.lineStarts[line] ?? 0) >= change.newEnd && resumesAt(previous, next, line, lineShift) !== undefined;
  });
  const end =
    parsed.endLine < next.lineStarts.length ? resumesAt(previous, next, parsed.endLine, lineShift) : undefined;
  const from = start ?? { section: 0, block: -1, line: change.firstLine };
  const before = [...unitsBetween(previous.sections, from, end)];
  const units = reuseUnits(previous, before, next, parsed.units);

  const kept = sectionStart(previous, from, change.firstLine);
  const grouped = groupUnits(kept.start, units, parsed.endLine);
  const tail = joinTail(previous, grouped, end, lineShift);
  const after = end === undefined ? [] : previous.sections.slice(end.block < 0 ? end.section : end.section + 1);
  const middle = reuseContents(previous, kept.count, tail, after.length);
  const moved = lineShift === 0 ? after : after.map(({ content, line }) => ({ content, line: line + lineShift }));
  return linkSections([...previous.sections.slice(0, kept.count), ...middle, ...moved], previous.sections);
}

/** The old unit at which the old result goes on at a line of the new text, if one began there. */
function resumesAt(previous: ParsedDocument, next: Text, line: number, lineShift: number): UnitPlace | undefined {
  const oldLine = line - lineShift;
  const oldStart = previous.lineStarts[oldLine];
  const shift = next.text.length - previous.text.length;
  if (oldStart === undefined || next.lineStarts[line] !== oldStart + shift) return undefined;
  const unit = unitAt(previous, oldLine);
  return unit?.line === oldLine ? unit : undefined;
}

/** The row of a table that began at the same line, if the same text still stands in the same place of it. */
function knownRow(previous: ParsedDocument, { origin, line, character, text }: RowPlace): TableRow | undefined {
  const unit = unitAt(previous, origin);
  const block = unit?.line === origin ? previous.sections[unit.section]?.content.blocks[unit.block]?.block : undefined;
  if (block?.type !== 'table') return undefined;
  const index = line - block.header.range.start.line;
  // The delimiter row stands between the header and the first row.
  const known = index === 0 ? block.header : block.rows[index - 2];
  if (known?.range.start.character !== character || known.range.end.character !== character + text.length)
    return undefined;
  return previous.text.startsWith(text, (previous.lineStarts[origin + line] ?? 0) + character) ? known : undefined;
}

/** The section that the first parsed unit may belong to, with the blocks it keeps, and how many sections precede it. */
function sectionStart(
  previous: ParsedDocument,
  from: UnitPlace,
  firstLine: number,
): { start: SectionStart; count: number } {
  // A heading may have ceased to be one: its text then belongs to the section above.
  const count = from.block < 0 ? from.section - 1 : from.section;
  const section = previous.sections[count];
  if (section === undefined) return { start: { heading: undefined, line: firstLine, blocks: [] }, count: 0 };
  const { heading, blocks } = section.content;
  const keptBlocks = from.block < 0 ? blocks : blocks.slice(0, from.block);
  return { start: { heading, line: section.line, blocks: keptBlocks }, count };
}

/** Adds the untouched blocks of the section in which parsing ended to the last new section. */
function joinTail(
  previous: ParsedDocument,
  grouped: PlacedSection[],
  end: UnitPlace | undefined,
  lineShift: number,
): PlacedSection[] {
  const last = grouped.at(-1);
  const section = end === undefined ? undefined : previous.sections[end.section];
  if (end === undefined || end.block < 0 || section === undefined || last === undefined) return grouped;
  const blockShift = section.line + lineShift - last.line;
  const blocks = section.content.blocks.slice(end.block);
  const moved = blockShift === 0 ? blocks : blocks.map(({ block, line }) => ({ block, line: line + blockShift }));
  const content: SectionContent = {
    heading: last.content.heading,
    lineCount: section.line + lineShift + section.content.lineCount - last.line,
    blocks: [...last.content.blocks, ...moved],
  };
  return [...grouped.slice(0, -1), { content, line: last.line }];
}

/** Puts the old units in the place of new ones with the same text, from both ends of what was parsed again. */
function reuseUnits(previous: Text, before: readonly Unit[], next: Text, after: readonly Unit[]): Unit[] {
  const units = [...after];
  const shared = Math.min(before.length, units.length);
  const reuse = (oldUnit: Unit | undefined, index: number): boolean => {
    const unit = units[index];
    if (oldUnit === undefined || unit === undefined || !saysTheSame(previous, oldUnit, next, unit)) return false;
    units[index] = { line: unit.line, content: oldUnit.content };
    return true;
  };
  let head = 0;
  while (head < shared && reuse(before[head], head)) head++;
  let tail = 0;
  while (tail < shared - head && reuse(before[before.length - 1 - tail], units.length - 1 - tail)) tail++;
  return units;
}

/** A unit depends on nothing but the text of its lines. */
function saysTheSame(previous: Text, oldUnit: Unit, next: Text, newUnit: Unit): boolean {
  const [a, b] = [oldUnit.content, newUnit.content];
  if (isHeading(a) !== isHeading(b) || a.range.end.line !== b.range.end.line) return false;
  return unitText(previous, oldUnit) === unitText(next, newUnit);
}

function unitText({ text, lineStarts }: Text, { line, content }: Unit): string {
  return text.slice(lineStarts[line] ?? 0, lineEnd(text, lineStarts, line + content.range.end.line));
}

/** Puts the old contents in the place of equal new ones, counted from the first and from the last section. */
function reuseContents(
  previous: ParsedDocument,
  count: number,
  middle: readonly PlacedSection[],
  after: number,
): PlacedSection[] {
  const { sections } = previous;
  const endIndex = sections.length - after;
  return middle.map(({ content, line }, index) => {
    const candidates = [sections[count + index], sections[endIndex - middle.length + index]];
    const same = candidates.find((candidate) => candidate !== undefined && isSameContent(candidate.content, content));
    return same === undefined ? { content, line } : { content: same.content, line };
  });
}

function isSameContent(a: SectionContent, b: SectionContent): boolean {
  if (a.heading !== b.heading || a.lineCount !== b.lineCount || a.blocks.length !== b.blocks.length) return false;
  return a.blocks.every(({ block, line }, index) => block === b.blocks[index]?.block && line === b.blocks[index].line);
}
