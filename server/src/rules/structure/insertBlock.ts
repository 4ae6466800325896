/** A finding on something that a section lacks, with the fix that puts it at the end of the section. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { titleRange } from '../../model/documentFacts';
import type { PhaseDocument } from '../../model/phaseDocument';
import { renderTemplate } from '../../schema/renderTemplate';
import type { NamedSchema, Schema, TableSchema } from '../../schema/schema';
import type { ParsedDocument } from '../../syntax/document';
import { lineText, shiftRange } from '../../syntax/positions';
import type { Finding } from '../rule';
import { fromSchema, templateValues } from './wanted';

export interface MissingBlock {
  readonly message: string;
  readonly origin: NamedSchema;
  /** Of the fix. */
  readonly title: string;
  /** Template of what the fix inserts. */
  readonly text: string;
}

/** @param index of the section that lacks it; undefined: the document, which has no one place for it */
export function* insertBlockFix(
  document: PhaseDocument,
  _schema: Schema,
  index: number | undefined,
  { message, origin, title, text }: MissingBlock,
): Generator<Finding> {
  const section = index === undefined ? undefined : document.parsed.sections[index];
  const heading = section?.content.heading;
  const range: Range = section && heading ? shiftRange(heading.range, section.line) : titleRange(document.parsed);
  yield {
    range,
    message,
    ...fromSchema(origin),
    fixes: (current) => {
      const { parsed, uri } = current.document;
      if (index === undefined || text === '') return [];
      const edits = [planBlock(parsed, index, renderTemplate(text, templateValues(current.document)))];
      return [{ title, preferred: true, safe: false, edits: [{ type: 'change', uri, edits }] }];
    },
  };
}

/** The text of a new table: its template, or a row to fill in. */
export function tableText({ template, columns }: TableSchema): string {
  if (template !== '') return template;
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(({ name }) => name)),
    row(columns.map(() => '---')),
    row(columns.map(({ values, type }) => (type === 'status' || type === 'enumeration' ? (values[0] ?? '') : ''))),
  ].join('\n');
}

/** Puts a block at the end of a section's own text, before the next heading. */
export function planBlock(parsed: ParsedDocument, index: number, text: string): TextEdit {
  const next = parsed.sections[index + 1]?.line ?? parsed.lineStarts.length;
  let line = next - 1;
  while (line > 0 && lineText(parsed, line).trim() === '') line--;
  const end = { line, character: lineText(parsed, line).length };
  const isLast = line === parsed.lineStarts.length - 1;
  return { range: { start: end, end }, newText: `\n\n${text}${isLast ? '\n' : ''}` };
}
