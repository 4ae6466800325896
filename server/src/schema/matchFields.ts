/** Which fields of a schema a document has, in whatever form: line, list item, table row, heading or front matter. */
import type { Block, Field, ParsedDocument, SectionContent } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { matchesName, readHeadings } from './headingWords';
import { findTitle } from './matchSections';
import type { FieldSchema } from './schema';

export type FieldMatch =
  | {
      readonly state: 'found';
      readonly form: 'field' | 'heading' | 'front matter';
      /** Section index. */ readonly index: number;
    }
  | { readonly state: 'missing' };

/** A field with its absolute line; its ranges are relative to that line. */
export interface PlacedField {
  readonly field: Field;
  readonly line: number;
  readonly index: number;
}

/** How many lines at the end of a document are its footer, if the last section is longer. */
const footerLines = 20;
/** `status: done` in front matter. */
const frontMatterKey = /^([\p{L}\p{N}_ -]+):\s*\S/gmu;

/** Looks for a field; fields with an empty value do not count. */
export function matchField(parsed: ParsedDocument, wanted: FieldSchema): FieldMatch {
  const named = (label: string): boolean => {
    const readings = readHeadings(label);
    return wanted.patterns.some((pattern) => readings.some((words) => matchesName(pattern, words)));
  };
  for (const [, key = ''] of parsed.frontMatter?.text.matchAll(frontMatterKey) ?? []) {
    if (named(key)) return { state: 'found', form: 'front matter', index: 0 };
  }
  const title = findTitle(parsed);
  for (const placed of documentFields(parsed)) {
    if (placed.field.value === '' || !isInPlace(placed, wanted.where, parsed, title)) continue;
    if (named(placed.field.label)) return { state: 'found', form: 'field', index: placed.index };
  }
  for (const section of parsed.sections) {
    const { heading } = section.content;
    if (heading && section.index !== title && named(plainText(heading.inline))) {
      return { state: 'found', form: 'heading', index: section.index };
    }
  }
  return { state: 'missing' };
}

/** All fields of a document outside code, in order. */
export function* documentFields(parsed: ParsedDocument): Generator<PlacedField> {
  for (const section of parsed.sections) {
    for (const { field, line } of sectionFields(section.content)) {
      yield { field, line: section.line + line, index: section.index };
    }
  }
}

function* sectionFields(content: SectionContent): Generator<{ readonly field: Field; readonly line: number }> {
  for (const { block, line } of content.blocks) {
    for (const field of blockFields(block)) yield { field, line };
  }
}

function* blockFields(block: Block): Generator<Field> {
  if (block.type === 'paragraph' || block.type === 'item' || block.type === 'table') yield* block.fields;
  if (block.type === 'quote') for (const child of block.children) yield* blockFields(child);
}

/** A header reaches to the end of the first section below the title, a footer begins with the last section. */
function isInPlace(placed: PlacedField, where: FieldSchema['where'], parsed: ParsedDocument, title: number): boolean {
  if (where === 'anywhere') return true;
  const header = placed.index <= Math.max(title, 0) + 1;
  const last = placed.index === parsed.sections.length - 1;
  const footer = last || placed.line + placed.field.labelRange.start.line >= parsed.lineStarts.length - footerLines;
  return where === 'header' ? header : where === 'footer' ? footer : header || footer;
}
