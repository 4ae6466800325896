/** Which part of a document each part of a schema speaks of. */
import type { ParsedDocument, Section } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { matchSections } from './matchSections';
import { allSections } from './schema';
import type { DataSchema, FieldSchema, RecordSchema, Schema, SectionSchema, TableSchema } from './schema';
import { sectionAnswers } from './sectionAnswers';

/** Content that a schema speaks of, and where in the document it may stand. */
export interface Scope {
  /** Undefined: the whole document. */
  readonly section: SectionSchema | undefined;
  /** Of the section itself; undefined for the whole document. */
  readonly index: number | undefined;
  /** The sections in it, in order. */
  readonly sections: readonly Section[];
  readonly fields: readonly FieldSchema[];
  readonly tables: readonly TableSchema[];
  readonly data: readonly DataSchema[];
  readonly records: readonly RecordSchema[];
}

/** The document as a whole, then each of its sections that the schema names and says something about. */
export function scopesOf(parsed: ParsedDocument, schema: Schema): readonly Scope[] {
  // The fields of the whole document have a place of their own, see `matchField`.
  const whole: Scope = { ...schema, section: undefined, index: undefined, sections: parsed.sections, fields: [] };
  return [whole, ...sectionScopes(parsed, schema)];
}

function sectionScopes(parsed: ParsedDocument, schema: Schema): readonly Scope[] {
  const demanding = [...allSections(schema.sections)].filter(
    ({ fields, tables, data, records }) => fields.length + tables.length + data.length + records.length > 0,
  );
  return demanding.flatMap((section) =>
    placesOf(parsed, schema, section).map((index) => ({
      ...section,
      section,
      index,
      sections: sectionsWithin(parsed, index),
    })),
  );
}

/** Where a section of the schema stands: one place, or several if it may be repeated. */
export function placesOf(parsed: ParsedDocument, schema: Schema, section: SectionSchema): readonly number[] {
  const match = matchSections(parsed, schema).matches.get(section);
  if (match?.state !== 'found' && match?.state !== 'misplaced') return [];
  if (!section.repeated) return [match.index];
  const level = parsed.sections[match.index]?.content.heading?.level;
  const answersOf = sectionAnswers(schema);
  return parsed.sections
    .filter(({ content }) => content.heading?.level === level && answersOf(content).headings.has(section))
    .map(({ index }) => index);
}

/** A section and everything below it. */
export function sectionsWithin(parsed: ParsedDocument, index: number): readonly Section[] {
  const level = parsed.sections[index]?.content.heading?.level ?? 0;
  let end = index + 1;
  while (end < parsed.sections.length && (parsed.sections[end]?.content.heading?.level ?? 0) > level) end++;
  return parsed.sections.slice(index, end);
}

/** Headings above a section and its own, the nearest first, as plain words. */
export function headingsAbove(parsed: ParsedDocument, index: number): readonly string[] {
  const headings: string[] = [];
  for (let at = index; at >= 0; at = parsed.sections[at]?.parent ?? -1) {
    const heading = parsed.sections[at]?.content.heading;
    if (heading) headings.push(plainText(heading.inline));
  }
  return headings;
}
