/** Which sections of a schema a document has: tolerant, and told apart from those that stand in another place. */
import type { ParsedDocument, Section } from '../syntax/document';
import type { Likeness } from './headingWords';
import { allSections } from './schema';
import type { Schema, SectionSchema } from './schema';
import { findNamedSections, sectionAnswers } from './sectionAnswers';

/** Where a section of the schema is in the document. */
export type SectionMatch =
  | { readonly state: 'found'; readonly index: number; readonly likeness: Likeness }
  /** There by its very words, but at another level or under another section. */
  | { readonly state: 'misplaced'; readonly index: number }
  /** Only as a label: `**Next steps**: …`. The index is of the section that holds it. */
  | { readonly state: 'label'; readonly index: number }
  | { readonly state: 'missing' };

export interface SectionMatches {
  /** For each section of the schema, nested ones included. */
  readonly matches: ReadonlyMap<SectionSchema, SectionMatch>;
  /** Index of the section that begins with the document's title, or -1. */
  readonly title: number;
}

const matchesOfDocument = new WeakMap<Schema, WeakMap<ParsedDocument, SectionMatches>>();
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
  const named = findNamedSections(schema, heading);
  const inOrder = [...allSections(schema.sections)].filter((section) => named.has(section));
  return inOrder.find((section) => named.get(section) === 'exact') ?? inOrder[0];
}

/** Index of the section of the title: the only heading of level 1, or the first of several if nothing precedes it; else -1. */
export function findTitle(parsed: ParsedDocument): number {
  let first = -1;
  let title = -1;
  for (const { content, index } of parsed.sections) {
    if (!content.heading) continue;
    if (first < 0) first = index;
    if (content.heading.level !== 1) continue;
    if (title >= 0) return title === first ? title : -1;
    title = index;
  }
  return title;
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
  const answersOf = sectionAnswers(schema);
  const candidates = new Map<SectionSchema, Candidates>();
  const of = (section: SectionSchema): Candidates => {
    const found = candidates.get(section) ?? { headings: [], label: -1 };
    candidates.set(section, found);
    return found;
  };
  for (const section of parsed.sections) {
    const answers = answersOf(section.content);
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
  if (best && best.rank >= 2) return { state: 'found', index: best.index, likeness: best.likeness };
  // In another place similar words are no sign: `#### 2. Verify task completion` is no completion status.
  if (best?.likeness === 'exact') return { state: 'misplaced', index: best.index };
  return candidates.label < 0 ? missing : { state: 'label', index: candidates.label };
}
