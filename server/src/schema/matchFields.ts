/** Which fields of a schema a document has, in whatever form: line, list item, table row, heading or front matter. */
import type { ParsedDocument } from '../syntax/document';
import { findTitle } from './matchSections';
import { findSchemaField, sectionAnswers } from './sectionAnswers';
import type { FieldSchema, Schema } from './schema';

export type FieldMatch =
  | {
      readonly state: 'found';
      readonly form: 'field' | 'heading' | 'front matter';
      /** Index of the section. */
      readonly index: number;
    }
  | { readonly state: 'missing' };

/** How many lines at the end of a document are its footer, if the last section is longer. */
const footerLines = 20;
/** `status: done` in front matter. */
const frontMatterKey = /^([\p{L}\p{N}_ -]+):\s*\S/gmu;

/** Looks for a field of a schema; fields with an empty value do not count. */
export function matchField(parsed: ParsedDocument, schema: Schema, wanted: FieldSchema): FieldMatch {
  for (const [, key = ''] of parsed.frontMatter?.text.matchAll(frontMatterKey) ?? []) {
    if (findSchemaField(schema, key) === wanted) return { state: 'found', form: 'front matter', index: 0 };
  }
  const answersOf = sectionAnswers(schema);
  const title = findTitle(parsed);
  let heading = -1;
  for (const { content, index, line } of parsed.sections) {
    const { fields, headingFields } = answersOf(content);
    for (const answer of fields) {
      if (answer.field === wanted && isInPlace(wanted.where, parsed, title, index, line + answer.line)) {
        return { state: 'found', form: 'field', index };
      }
    }
    if (heading < 0 && index !== title && headingFields.has(wanted)) heading = index;
  }
  return heading < 0 ? { state: 'missing' } : { state: 'found', form: 'heading', index: heading };
}

/** A header reaches to the end of the first section below the title, a footer begins with the last section. */
function isInPlace(
  where: FieldSchema['where'],
  parsed: ParsedDocument,
  title: number,
  index: number,
  line: number,
): boolean {
  if (where === 'anywhere') return true;
  const header = index <= Math.max(title, 0) + 1;
  const footer = index === parsed.sections.length - 1 || line >= parsed.lineStarts.length - footerLines;
  return where === 'header' ? header : where === 'footer' ? footer : header || footer;
}
