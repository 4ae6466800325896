import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { Fix } from '../diagnostic';
import { titleRange } from '../model/documentFacts';
import type { PhaseDocument } from '../model/phaseDocument';
import { findEmptyField, matchField } from '../schema/matchFields';
import { planField } from '../schema/planField';
import { citation, type FieldSchema, type Schema } from '../schema/schema';
import type { ParsedDocument } from '../syntax/document';
import { lineText } from '../syntax/positions';
import { defineRule } from './rule';
import { canMiss, fromSchema, isReported } from './structure/wanted';

/** A field such as the status that the schema of the document's kind requires, in no form that a reader would find. */
export const missingField = defineRule({
  id: 'missing-field',
  family: 'structure',
  summary: 'Require the fields that a kind of document must have',
  severity: 'warning',
  reads: 'document',
  *check({ document }) {
    const { schema } = document;
    for (const field of schema?.fields ?? []) {
      if (!schema || !isReported(field) || !canMiss(document, field)) continue;
      if (matchField(document.parsed, schema, field).state === 'found') continue;
      const empty = findEmptyField(document.parsed, schema, field);
      // Told below its label, in a form that nobody can read a value from.
      if (empty === 'below') continue;
      yield {
        range: empty?.range ?? titleRange(document.parsed),
        message: message(field, empty !== undefined),
        ...fromSchema(field),
        fixes: (current) => addField(current.document, schema, field),
      };
    }
  },
});

const placeWords: Readonly<Record<FieldSchema['where'], string>> = {
  header: ' at the top',
  footer: ' at the end',
  ends: ' at the top or the end',
  anywhere: ' in the text',
};

function message(field: FieldSchema, isEmpty: boolean): string {
  const name = nameInText(field.name);
  const what = isEmpty ? `The ${name} is empty.` : `There is no ${name}${placeWords[field.where]} of the document.`;
  const values = field.values.length === 0 ? '' : ` (${field.values.join(', ')} or other words)`;
  const origin = `It is required by ${citation(field)}.`;
  const advice = isEmpty ? `Write it there${values}.` : `Add a line "**${field.name}**: …"${values}.`;
  return [what, field.description, advice, origin].filter((part) => part !== '').join(' ');
}

/** `Status` is a word as any other, `PR` and `Go/No-Go` are names. */
function nameInText(name: string): string {
  return /^[A-Z]?[a-z ]+$/.test(name) ? name.toLowerCase() : name;
}

/** Which value is true only the author knows: none is preferred, and none is safe for all documents at once. */
function addField({ parsed, uri }: PhaseDocument, schema: Schema, field: FieldSchema): readonly Fix[] {
  const empty = findEmptyField(parsed, schema, field);
  return field.values.map((value) => ({
    title: empty && empty !== 'below' ? `Write "${value}"` : `Add "${field.name}: ${value}"`,
    preferred: false,
    safe: false,
    edits: [
      {
        type: 'change',
        uri,
        edits: [
          empty && empty !== 'below' ? writeAt(parsed, empty.valueAt, value) : planField(parsed, field.name, value),
        ],
      },
    ],
  }));
}

/** One blank before the value; two behind it are a line break and stay. */
function writeAt(parsed: ParsedDocument, at: Position, value: string): TextEdit {
  const line = lineText(parsed, at.line);
  const from = line.slice(0, at.character).trimEnd().length;
  const blanks = /^[ \t]*/.exec(line.slice(from))?.[0].length ?? 0;
  const isCell = line.charAt(from + blanks) === '|';
  const to = isCell || blanks === 1 ? from + blanks : from;
  return {
    range: { start: { line: at.line, character: from }, end: { line: at.line, character: to } },
    newText: ` ${value}${isCell ? ' ' : ''}`,
  };
}
