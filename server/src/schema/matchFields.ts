/** Which fields of a schema a document has, in whatever form: line, list item, table row, heading or front matter. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { ParsedDocument } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { lineText, shiftRange } from '../syntax/positions';
import type { Likeness } from './headingWords';
import { findTitle } from './matchSections';
import { blockFields, findSchemaField, sectionAnswers } from './sectionAnswers';
import type { FieldSchema, Schema } from './schema';

export type FieldMatch =
  | {
      readonly state: 'found';
      readonly form: 'field' | 'heading' | 'front matter';
      /** Index of the section. */
      readonly index: number;
      readonly likeness: Likeness;
      /** As written, with markup. */
      readonly value: string;
      /** Absolute place of the value; of the whole heading where the heading is the field. */
      readonly range: Range;
    }
  | { readonly state: 'missing' };

/** How many lines at the end of a document are its footer, if the last section is longer. */
const footerLines = 20;
/** `status: done` in front matter. */
const frontMatterKey = /^([\p{L}\p{N}_ -]+):[ \t]*(\S.*)$/u;

/** `status:` in front matter. */
const emptyKey = /^([\p{L}\p{N}_ -]+):[ \t]*$/u;

/** Looks for a field of a schema; fields with an empty value do not count. */
export function matchField(parsed: ParsedDocument, schema: Schema, wanted: FieldSchema): FieldMatch {
  return matchFieldInFrontMatter(parsed, schema, wanted) ?? matchFieldInText(parsed, schema, wanted);
}

function matchFieldInFrontMatter(parsed: ParsedDocument, schema: Schema, wanted: FieldSchema): FieldMatch | undefined {
  const { frontMatter } = parsed;
  if (!frontMatter) return undefined;
  for (const [index, text] of frontMatter.text.split('\n').entries()) {
    const match = frontMatterKey.exec(text);
    if (!match || findSchemaField(schema, match[1] ?? '') !== wanted) continue;
    const value = (match[2] ?? '').trimEnd();
    const line = frontMatter.textLine + index;
    const character = text.length - (match[2] ?? '').length;
    const range = { start: { line, character }, end: { line, character: character + value.length } };
    return { state: 'found', form: 'front matter', index: 0, likeness: 'exact', value: unquote(value), range };
  }
  return undefined;
}

function matchFieldInText(parsed: ParsedDocument, schema: Schema, wanted: FieldSchema): FieldMatch {
  const answersOf = sectionAnswers(schema);
  const title = findTitle(parsed);
  let heading: FieldMatch = { state: 'missing' };
  for (const { content, index, line } of parsed.sections) {
    const { fields, headingFields } = answersOf(content);
    for (const answer of fields) {
      if (answer.field === wanted && isInPlace(wanted.where, parsed, title, index, line + answer.line)) {
        const range = shiftRange(answer.valueRange, line + answer.blockLine);
        return { state: 'found', form: 'field', index, likeness: answer.likeness, value: answer.value, range };
      }
    }
    if (heading.state === 'missing' && index !== title && headingFields.has(wanted) && content.heading) {
      const words = plainText(content.heading.inline);
      const value = words.includes(':') ? words.slice(words.indexOf(':') + 1).trim() : '';
      heading = {
        state: 'found',
        form: 'heading',
        index,
        likeness: 'exact',
        value,
        range: shiftRange(content.heading.range, line),
      };
    }
  }
  return heading;
}

/** A field that stands there without a value. */
export interface EmptyField {
  /** Of the label; of the key in front matter. */
  readonly range: Range;
  /** Where the value belongs. */
  readonly valueAt: Position;
}

/**
 * The first field of the schema that stands in its place without a value.
 *
 * @returns `below` if the value is told in lines below the label
 */
export function findEmptyField(
  parsed: ParsedDocument,
  schema: Schema,
  wanted: FieldSchema,
): EmptyField | 'below' | undefined {
  const title = findTitle(parsed);
  const isWanted = (label: string): boolean => findSchemaField(schema, label) === wanted;
  for (const [index, text] of parsed.frontMatter?.text.split('\n').entries() ?? []) {
    const label = emptyKey.exec(text)?.[1];
    if (label === undefined || !parsed.frontMatter || !isWanted(label)) continue;
    const line = parsed.frontMatter.textLine + index;
    const valueAt = { line, character: text.indexOf(':') + 1 };
    return { range: { start: { line, character: 0 }, end: { line, character: label.length } }, valueAt };
  }
  for (const { content, index, line } of parsed.sections) {
    for (const placed of content.blocks) {
      for (const { label, labelRange, value, valueRange, shape } of blockFields(placed.block)) {
        if (value !== '' || !isWanted(label)) continue;
        const range = shiftRange(labelRange, line + placed.line);
        if (!isInPlace(wanted.where, parsed, title, index, range.start.line)) continue;
        const { end } = shiftRange(valueRange, line + placed.line);
        const isBelow = shape !== 'row' && isContinued(lineText(parsed, end.line + 1));
        return isBelow ? 'below' : { range, valueAt: end };
      }
    }
  }
  return undefined;
}

/** Whether a line below a label tells its value. */
function isContinued(line: string): boolean {
  return line.trim() !== '' && !/^\s*(?:[-*+]\s+)?(?:\*\*|#|\||-{3})/.test(line);
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

function unquote(value: string): string {
  const [first = ''] = value;
  return (first === '"' || first === "'") && value.endsWith(first) && value.length > 1 ? value.slice(1, -1) : value;
}
