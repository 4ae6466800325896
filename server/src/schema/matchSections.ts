/** Which sections of a schema a document has: tolerant, and told apart from those that stand in another place. */
import type { Block, ParsedDocument, Section, SectionContent } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { isExact, matchesName, readHeadings, readHeadingWords } from './headingWords';
import type { HeadingWords } from './headingWords';
import { allSections } from './schema';
import type { Schema, SectionSchema } from './schema';

/** Where a section of the schema is in the document. */
export type SectionMatch =
  | { readonly state: 'found'; readonly index: number; readonly likeness: Likeness }
  /** There, but at another level or under another section. */
  | { readonly state: 'misplaced'; readonly index: number; readonly likeness: Likeness }
  /** Only as a label: `**Next steps**: …`. The index is of the section that holds it. */
  | { readonly state: 'label'; readonly index: number }
  | { readonly state: 'missing' };

/** Whether a heading has the very words of the schema, or fits a pattern with `*`. */
export type Likeness = 'exact' | 'similar';

export interface SectionMatches {
  /** For each section of the schema, nested ones included. */
  readonly matches: ReadonlyMap<SectionSchema, SectionMatch>;
  /** Index of the section that begins with the document's title, or -1. */
  readonly title: number;
}

/** What a section can answer, wherever it stands. */
interface SectionAnswers {
  readonly headings: ReadonlyMap<SectionSchema, Likeness>;
  readonly labels: ReadonlySet<SectionSchema>;
}

const matchesOfDocument = new WeakMap<Schema, WeakMap<ParsedDocument, SectionMatches>>();
const answersOfSection = new WeakMap<Schema, WeakMap<SectionContent, SectionAnswers>>();
const missing: SectionMatch = { state: 'missing' };

/** Matches a document against a schema. The answer is kept for the document. */
export function matchSections(parsed: ParsedDocument, schema: Schema): SectionMatches {
  const known = matchesOfDocument.get(schema) ?? new WeakMap<ParsedDocument, SectionMatches>();
  matchesOfDocument.set(schema, known);
  const kept = known.get(parsed);
  if (kept) return kept;
  const title = findTitle(parsed);
  const candidates = collectCandidates(parsed, schema, title);
  const matches = new Map<SectionSchema, SectionMatch>();
  matchLevel(schema.sections, title);
  const result: SectionMatches = { matches, title };
  known.set(parsed, result);
  return result;

  function matchLevel(sections: readonly SectionSchema[], parent: number): void {
    for (const section of sections) {
      const match = chooseMatch(section, candidates.get(section), parsed, parent, title);
      matches.set(section, match);
      const own = match.state === 'found' || match.state === 'misplaced' ? match.index : parent;
      matchLevel(section.sections, own);
    }
  }
}

/** What a schema says of a heading, wherever it stands: the section with the very words, else the first similar one. */
export function findSchemaSection(schema: Schema, heading: string): SectionSchema | undefined {
  const readings = readHeadings(heading);
  let similar: SectionSchema | undefined;
  for (const section of allSections(schema.sections)) {
    const likeness = howMatches(section, readings);
    if (likeness === 'exact') return section;
    if (likeness === 'similar') similar ??= section;
  }
  return similar;
}

/** Index of the section of the title: the first heading, if it is of level 1; else -1. */
export function findTitle(parsed: ParsedDocument): number {
  const first = parsed.sections.find((section) => section.content.heading !== undefined);
  return first?.content.heading?.level === 1 ? first.index : -1;
}

/** Whether a section stands directly below another one, -1 being the document; the title does not count as a level. */
export function standsBelow(section: Section, parent: number, title: number): boolean {
  if (section.parent === parent) return true;
  const top = parent === title || parent === -1;
  return top && (section.parent === -1 || section.parent === title) && section.index !== title;
}

interface Candidates {
  readonly headings: { readonly index: number; readonly likeness: Likeness }[];
  label: number;
}

function collectCandidates(
  parsed: ParsedDocument,
  schema: Schema,
  title: number,
): ReadonlyMap<SectionSchema, Candidates> {
  const candidates = new Map<SectionSchema, Candidates>();
  const of = (section: SectionSchema): Candidates => {
    const found = candidates.get(section) ?? { headings: [], label: -1 };
    candidates.set(section, found);
    return found;
  };
  for (const section of parsed.sections) {
    const answers = answersOf(section.content, schema);
    for (const label of answers.labels) {
      const found = of(label);
      if (found.label < 0) found.label = section.index;
    }
    if (section.index === title) continue;
    for (const [wanted, likeness] of answers.headings) of(wanted).headings.push({ index: section.index, likeness });
  }
  return candidates;
}

/** Prefers the right place to the exact words, and earlier sections to later ones. */
function chooseMatch(
  wanted: SectionSchema,
  candidates: Candidates | undefined,
  parsed: ParsedDocument,
  parent: number,
  title: number,
): SectionMatch {
  if (!candidates) return missing;
  let best: { readonly index: number; readonly likeness: Likeness; readonly rank: number } | undefined;
  for (const { index, likeness } of candidates.headings) {
    const section = parsed.sections[index];
    if (!section) continue;
    const inPlace =
      wanted.level === undefined
        ? standsBelow(section, parent, title)
        : section.content.heading?.level === wanted.level;
    const rank = (inPlace ? 2 : 0) + (likeness === 'exact' ? 1 : 0);
    if (!best || rank > best.rank) best = { index, likeness, rank };
  }
  if (best) return { state: best.rank >= 2 ? 'found' : 'misplaced', index: best.index, likeness: best.likeness };
  return candidates.label < 0 ? missing : { state: 'label', index: candidates.label };
}

function answersOf(content: SectionContent, schema: Schema): SectionAnswers {
  const known = answersOfSection.get(schema) ?? new WeakMap<SectionContent, SectionAnswers>();
  answersOfSection.set(schema, known);
  const kept = known.get(content);
  if (kept) return kept;
  const answers = readAnswers(content, schema);
  known.set(content, answers);
  return answers;
}

function readAnswers(content: SectionContent, schema: Schema): SectionAnswers {
  const heading = content.heading ? readHeadings(plainText(content.heading.inline)) : [];
  const labels = [...fieldLabels(content)].map((label) => [readHeadingWords(label)]);
  const headings = new Map<SectionSchema, Likeness>();
  const labelled = new Set<SectionSchema>();
  for (const section of allSections(schema.sections)) {
    const how = howMatches(section, heading);
    if (how) headings.set(section, how);
    if (labels.some((label) => howMatches(section, label) === 'exact')) labelled.add(section);
  }
  return { headings, labels: labelled };
}

function howMatches(section: SectionSchema, readings: readonly HeadingWords[]): Likeness | undefined {
  let similar = false;
  for (const pattern of section.patterns) {
    if (!readings.some((words) => matchesName(pattern, words))) continue;
    if (isExact(pattern)) return 'exact';
    similar = true;
  }
  return similar ? 'similar' : undefined;
}

/** Labels of the section's fields outside tables: rows describe something else. */
function* fieldLabels(content: SectionContent): Generator<string> {
  for (const { block } of content.blocks) yield* labelsOfBlock(block);
}

function* labelsOfBlock(block: Block): Generator<string> {
  if (block.type === 'paragraph' || block.type === 'item') {
    for (const field of block.fields) yield field.label;
  }
  if (block.type === 'quote') for (const child of block.children) yield* labelsOfBlock(child);
}
