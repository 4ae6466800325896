/** Which sections documents of one kind have: under which names, in how many of them, in which order. */
import { foldWords, readHeadingWords } from '../../schema/headingWords';
import { findTitle, standsBelow } from '../../schema/matchSections';
import type { Schema, SectionSchema } from '../../schema/schema';
import { sectionAnswers } from '../../schema/sectionAnswers';
import type { ParsedDocument } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';

/** A section that several documents have, under one or more names. */
export interface SectionGroup {
  /** The most common name. */
  readonly name: string;
  /** All names with the number of documents, the most common first. */
  readonly names: readonly { readonly name: string; readonly documents: number }[];
  /** Indices of the documents that have it. */
  readonly documents: ReadonlySet<number>;
  /** Mean place in a document, from 0 to 1. */
  readonly place: number;
  /** The section of the schema that comes with Phase Docs by which the names were taken together. */
  readonly known: SectionSchema | undefined;
}

interface Collected {
  readonly names: Map<string, Map<string, number>>;
  readonly documents: Set<number>;
  readonly places: number[];
  readonly known: SectionSchema | undefined;
}

/** @param known schema of the kind, by which names that mean the same are recognised */
export function collectSections(
  documents: readonly ParsedDocument[],
  known: Schema | undefined,
): readonly SectionGroup[] {
  const groups = new Map<string, Collected>();
  for (const [at, parsed] of documents.entries()) {
    const title = findTitle(parsed);
    const top = parsed.sections.filter(
      (section) => section.content.heading && section.index !== title && standsBelow(section, title, title),
    );
    for (const [place, section] of top.entries()) {
      const heading = section.content.heading ? plainText(section.content.heading.inline) : '';
      const words = readHeadingWords(heading).plain.join(' ');
      if (words === '' || words.split(' ').length > 8) continue;
      const meant = known && mostLikely(known, sectionAnswers(known)(section.content).headings);
      const key = meant ? `*${meant.name}` : words;
      const group: Collected = groups.get(key) ?? { names: new Map(), documents: new Set(), places: [], known: meant };
      groups.set(key, group);
      const spellings = group.names.get(words) ?? new Map<string, number>();
      group.names.set(words, spellings);
      const spelling = cleanHeading(heading);
      spellings.set(spelling, (spellings.get(spelling) ?? 0) + 1);
      if (!group.documents.has(at)) group.places.push(top.length < 2 ? 0 : place / (top.length - 1));
      group.documents.add(at);
    }
  }
  return [...groups.values()]
    .map((group) => toGroup(group))
    .sort((a, b) => a.place - b.place || compare(a.name, b.name));
}

function mostLikely(
  schema: Schema,
  headings: ReadonlyMap<SectionSchema, 'exact' | 'similar'>,
): SectionSchema | undefined {
  const inOrder = schema.sections.filter((section) => headings.has(section));
  return inOrder.find((section) => headings.get(section) === 'exact') ?? inOrder[0];
}

function toGroup({ names, documents, places, known }: Collected): SectionGroup {
  const counted = [...names.values()].map((spellings) => {
    const ordered = [...spellings].sort(([a, countA], [b, countB]) => countB - countA || compare(a, b));
    return { name: ordered[0]?.[0] ?? '', documents: ordered.reduce((sum, [, count]) => sum + count, 0) };
  });
  counted.sort((a, b) => b.documents - a.documents || compare(a.name, b.name));
  const place = places.reduce((sum, value) => sum + value, 0) / Math.max(1, places.length);
  // The usual name, if it is one of theirs.
  const usual = known && counted.findIndex(({ name }) => foldWords(name) === foldWords(known.name));
  if (usual !== undefined && usual > 0) counted.unshift(...counted.splice(usual, 1));
  return { name: counted[0]?.name ?? '', names: counted, documents, place, known };
}

/** Without number and signs in front or what means something in a schema, and with the phase left open: `2. ✅ Phase 8 Requirements` is `Requirements`. */
export function cleanHeading(heading: string): string {
  return heading
    .replace(/[{}*]/g, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^[Pp]hase \d+(?:[._]\d+)*[a-z]?\b:?|\b(?:for |of |to |in )?[Pp]hase \d+(?:[._]\d+)*[a-z]?$/g, '')
    .replace(/\b[Pp]hase \d+(?:[._]\d+)*[a-z]?\b/g, 'Phase {phase}')
    .replace(/^\d+(?:\.\d+)*[.)]?\s+/, '')
    .replace(/^[^\p{L}\p{N}{]+|[^\p{L}\p{N})}]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
