/** What a section can answer of a schema, wherever it stands. Computed once for each content of a section. */
import type { Range } from 'vscode-languageserver-types';
import type { Block, Field, SectionContent } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { NameIndex, readHeadings } from './headingWords';
import type { Likeness } from './headingWords';
import { allSections } from './schema';
import type { FieldSchema, Schema, SectionSchema } from './schema';

export interface SectionAnswers {
  /** Sections of the schema that the heading names. */
  readonly headings: ReadonlyMap<SectionSchema, Likeness>;
  /** Sections that a label outside tables names by its very words. */
  readonly labels: ReadonlySet<SectionSchema>;
  /** Fields with a value. */
  readonly fields: readonly FieldAnswer[];
  /** Fields that the heading names. */
  readonly headingFields: ReadonlySet<FieldSchema>;
}

export interface FieldAnswer {
  readonly field: FieldSchema;
  readonly likeness: Likeness;
  /** Of the label, relative to the section. */
  readonly line: number;
  /** As written, with markup. */
  readonly value: string;
  /** Relative to the block's origin. */
  readonly valueRange: Range;
  /** Of the block's origin, relative to the section. */
  readonly blockLine: number;
}

interface SchemaNames {
  readonly sections: NameIndex<SectionSchema>;
  readonly fields: NameIndex<FieldSchema>;
  readonly answers: WeakMap<SectionContent, SectionAnswers>;
}

const namesOfSchema = new WeakMap<Schema, SchemaNames>();
const nothing: SectionAnswers = { headings: new Map(), labels: new Set(), fields: [], headingFields: new Set() };

/** Gives a function that tells what a section answers; it keeps its answers. */
export function sectionAnswers(schema: Schema): (content: SectionContent) => SectionAnswers {
  const names = namesOf(schema);
  return (content) => {
    const kept = names.answers.get(content);
    if (kept) return kept;
    const answers = readAnswers(content, names);
    names.answers.set(content, answers);
    return answers;
  };
}

/** The sections that a heading names, wherever it stands. */
export function findNamedSections(schema: Schema, heading: string): ReadonlyMap<SectionSchema, Likeness> {
  return namesOf(schema).sections.find(readHeadings(heading));
}

/** The field that a label names. */
export function findSchemaField(schema: Schema, label: string): FieldSchema | undefined {
  const found = namesOf(schema).fields.find(readHeadings(label));
  return schema.fields.find((field) => found.has(field));
}

function namesOf(schema: Schema): SchemaNames {
  const known = namesOfSchema.get(schema);
  if (known) return known;
  const names: SchemaNames = { sections: new NameIndex(), fields: new NameIndex(), answers: new WeakMap() };
  for (const section of allSections(schema.sections)) {
    for (const pattern of section.patterns) names.sections.add(pattern, section);
  }
  for (const field of schema.fields) for (const pattern of field.patterns) names.fields.add(pattern, field);
  namesOfSchema.set(schema, names);
  return names;
}

function readAnswers(content: SectionContent, names: SchemaNames): SectionAnswers {
  const readings = content.heading ? readHeadings(plainText(content.heading.inline)) : [];
  const headings = names.sections.find(readings);
  const headingFields = new Set(names.fields.find(readings).keys());
  const labels = new Set<SectionSchema>();
  const fields: FieldAnswer[] = [];
  for (const { block, line } of content.blocks) {
    for (const { label, labelRange, value, valueRange, shape } of blockFields(block)) {
      const words = readHeadings(label);
      if (value !== '') {
        for (const [field, likeness] of names.fields.find(words)) {
          fields.push({ field, likeness, line: line + labelRange.start.line, value, valueRange, blockLine: line });
        }
      }
      if (shape === 'row') continue;
      for (const [section, likeness] of names.sections.find(words.slice(0, 1))) {
        if (likeness === 'exact') labels.add(section);
      }
    }
  }
  const isEmpty = headings.size + headingFields.size + labels.size + fields.length === 0;
  return isEmpty ? nothing : { headings, labels, fields, headingFields };
}

/** Fields of a block and of the quotes around them. */
export function* blockFields(block: Block): Generator<Field> {
  if (block.type === 'paragraph' || block.type === 'item' || block.type === 'table') yield* block.fields;
  if (block.type === 'quote') for (const child of block.children) yield* blockFields(child);
}
