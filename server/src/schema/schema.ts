/** What a schema says of one kind of document, compiled once from `schemas/<kind>.yaml` or a team's own file. */
import type { Condition } from './conditions';
import type { WordPattern } from './headingWords';
import type { SchemaPlace } from './rawSchema';

export type { SchemaProblem } from './rawSchema';

export interface Schema {
  /** File name, as cited in messages: `handoff.yaml`. */
  readonly name: string;
  /** URI of a team's own file; undefined for the schemas that come with Phase Docs. */
  readonly uri: string | undefined;
  readonly kind: string;
  /** Template of the document's title, without `#`. */
  readonly title: string;
  /** What such a document is for. */
  readonly description: string;
  readonly frontMatter: DataSchema | undefined;
  readonly fields: readonly FieldSchema[];
  /** In the order in which a document has them. */
  readonly sections: readonly SectionSchema[];
  /** Whether sections must stand in the order of {@link sections}. */
  readonly ordered: boolean;
  readonly groups: readonly SectionGroup[];
  /** Of fields against each other. */
  readonly conditions: readonly Condition[];
  /** Wherever in the document they stand. */
  readonly tables: readonly TableSchema[];
  readonly data: readonly DataSchema[];
  readonly records: readonly RecordSchema[];
}

/** How much a section, field, column … is wanted. */
export type Requirement =
  /** Reported when missing. */
  | 'required'
  /** Written by scaffolds and snippets, offered by completion; reported only where the schema gives a severity. */
  | 'recommended'
  /** Offered. */
  | 'optional';

export type SchemaSeverity = 'error' | 'warning' | 'information' | 'hint';

/** What everything with a name has in common. */
export interface NamedSchema {
  /** As it is written into documents. Of a section it may contain placeholders such as `{next}`. */
  readonly name: string;
  /** The name and its aliases, as they are compared with headings and labels. */
  readonly patterns: readonly WordPattern[];
  readonly requirement: Requirement;
  /** Of a finding; undefined: the rule's own, and none for something recommended that is missing. */
  readonly severity: SchemaSeverity | undefined;
  /** What it is for: one or two sentences. */
  readonly description: string;
  /** Where it is written, and in which file: with `extends` not always that of the schema. */
  readonly place: SchemaPlace;
  /** One-based line of {@link place}. */
  readonly line: number;
}

export interface SectionSchema extends NamedSchema {
  /** Heading level from 1 to 6; undefined: one below the section or title that contains it. */
  readonly level: number | undefined;
  /** Body text with placeholders; see `renderTemplate`. */
  readonly template: string;
  /** Neighbours to stand next to where the order of the schema is not enough; names of sections of the same list. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Whether there may be several. Then each of them is checked. */
  readonly repeated: boolean;
  /** Whether the sections inside must stand in their order. */
  readonly ordered: boolean;
  /** Names of sections of the same list that must be there if this one is. */
  readonly requires: readonly string[];
  /** How many check boxes it must hold; 0: none. */
  readonly minimumTasks: number;
  readonly groups: readonly SectionGroup[];
  readonly fields: readonly FieldSchema[];
  readonly tables: readonly TableSchema[];
  readonly data: readonly DataSchema[];
  readonly records: readonly RecordSchema[];
  readonly sections: readonly SectionSchema[];
}

/** Sections of which one, or all or none, must be there. */
export interface SectionGroup {
  readonly type: 'oneOf' | 'allOf';
  /** Names of sections of the same list. */
  readonly names: readonly string[];
  readonly severity: SchemaSeverity | undefined;
  readonly description: string;
  readonly place: SchemaPlace;
  readonly line: number;
}

export const valueTypes = [
  'text',
  'date',
  'percentage',
  'number',
  'boolean',
  'enumeration',
  'status',
  'reference',
] as const;
export type ValueType = (typeof valueTypes)[number];

/** What a value must be. */
export interface ValueSchema {
  readonly type: ValueType;
  /** Of an enumeration the only ones; else those that are offered. */
  readonly values: readonly string[];
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
}

/** `**Name**: value`. */
export interface FieldSchema extends NamedSchema, ValueSchema {
  readonly where: FieldPlace;
  /** Value that scaffolds write; undefined: they leave the field out. */
  readonly template: string | undefined;
}

/** Where a field is looked for: before or in the first section, at the end of the document, either of them, or anywhere. */
export type FieldPlace = 'header' | 'footer' | 'ends' | 'anywhere';

/** A table is one of these if its header has at least two of the columns, or the only one. */
export interface TableSchema extends NamedSchema {
  readonly columns: readonly ColumnSchema[];
  /** Checked in each row. */
  readonly conditions: readonly Condition[];
  readonly minimumRows: number;
  /** Text of a new table; empty: made of the columns. */
  readonly template: string;
}

export interface ColumnSchema extends NamedSchema, ValueSchema {}

/** Things of one form that a section lists, such as decisions: each a heading, an item or a row with its parts. */
export interface RecordSchema extends NamedSchema {
  /** How the headings of records begin: words of a pattern, or one of the forms below. */
  readonly headings: readonly WordPattern[];
  /** Whether `1. Title` is a record. */
  readonly numbered: boolean;
  /** Whether `AD-001: Title` is a record. */
  readonly hasIds: boolean;
  /** Prefixes of ids that are something else: `LL` for lessons. */
  readonly otherIds: readonly string[];
  /** Headings below which nothing is a record: of what might be decided one day, or was not. */
  readonly notBelow: readonly WordPattern[];
  readonly parts: readonly RecordPart[];
  /** Text of a new record, heading included, written one level below its section. */
  readonly template: string;
}

export interface RecordPart extends NamedSchema {
  /** Whether the record's own title or first sentences say it. */
  readonly inTitle: boolean;
  readonly template: string;
}

/** Fenced YAML or JSON, or front matter. */
export interface DataSchema extends NamedSchema {
  readonly root: DataNode;
  readonly template: string;
}

export interface DataNode {
  readonly type: ValueType | 'map' | 'list' | 'any';
  readonly values: readonly string[];
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly keys: readonly DataKey[];
  /** What each entry of a list, or each value of a map whose keys are free, must be. */
  readonly each: DataNode | undefined;
  /** Of keys against each other. */
  readonly conditions: readonly Condition[];
}

export interface DataKey extends NamedSchema {
  readonly node: DataNode;
}

/** Where something is required, as messages say it: `handoff.yaml:12`. */
export function citation({ place, line }: { readonly place: SchemaPlace; readonly line: number }): string {
  return `${place.source.name}:${line}`;
}

/** All sections, each before those that it contains. */
export function* allSections(sections: readonly SectionSchema[]): Generator<SectionSchema> {
  for (const section of sections) {
    yield section;
    yield* allSections(section.sections);
  }
}
