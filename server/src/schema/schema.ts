/** What a schema says of one kind of document, compiled once from `schemas/<kind>.yaml`. */
import type { WordPattern } from './headingWords';

export interface Schema {
  /** File name, as cited in messages: `handoff.yaml`. */
  readonly name: string;
  readonly kind: string;
  /** Template of the document's title, without `#`. */
  readonly title: string;
  /** What such a document is for. */
  readonly description: string;
  readonly fields: readonly FieldSchema[];
  /** In the order in which a document has them. */
  readonly sections: readonly SectionSchema[];
}

/** How much a section or field is wanted. */
export type Requirement =
  /** Reported when missing. */
  | 'required'
  /** Written by scaffolds and snippets, offered by completion; reported only where the schema gives a severity. */
  | 'recommended'
  /** Offered. */
  | 'optional';

export type SchemaSeverity = 'error' | 'warning' | 'information' | 'hint';

export interface SectionSchema {
  /** The heading that is inserted, without number; may contain placeholders such as `{next}`. */
  readonly name: string;
  /** The name and its aliases, as they are compared with headings. */
  readonly patterns: readonly WordPattern[];
  /** Heading level from 1 to 6; undefined: one below the section or title that contains it. */
  readonly level: number | undefined;
  readonly requirement: Requirement;
  /** Of a finding when the section is missing; undefined: the rule's own, and none for a recommended section. */
  readonly severity: SchemaSeverity | undefined;
  /** What the section is for: one or two sentences. */
  readonly description: string;
  /** Body text with placeholders; see `renderTemplate`. */
  readonly template: string;
  /** Neighbours to stand next to where the order of the schema is not enough; names of sections of the same list. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly sections: readonly SectionSchema[];
  /** One-based line in the schema's file. */
  readonly line: number;
}

/** `**Name**: value`. */
export interface FieldSchema {
  readonly name: string;
  readonly patterns: readonly WordPattern[];
  readonly requirement: Requirement;
  readonly severity: SchemaSeverity | undefined;
  readonly where: FieldPlace;
  /** Values to choose from; empty: any. Offered, not enforced. */
  readonly values: readonly string[];
  readonly description: string;
  /** Value that scaffolds write; undefined: they leave the field out. */
  readonly template: string | undefined;
  readonly line: number;
}

/** Where a field is looked for: before or in the first section, at the end of the document, either of them, or anywhere. */
export type FieldPlace = 'header' | 'footer' | 'ends' | 'anywhere';

/** A mistake in a schema. */
export interface SchemaProblem {
  /** Says what is wrong and what is allowed. */
  readonly message: string;
  /** One-based. */
  readonly line: number;
}

/** All sections, each before those that it contains. */
export function* allSections(sections: readonly SectionSchema[]): Generator<SectionSchema> {
  for (const section of sections) {
    yield section;
    yield* allSections(section.sections);
  }
}
