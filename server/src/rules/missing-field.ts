import type { Fix } from '../diagnostic';
import { titleRange } from '../model/documentFacts';
import type { PhaseDocument } from '../model/phaseDocument';
import { matchField } from '../schema/matchFields';
import { planField } from '../schema/planField';
import { citation, type FieldSchema } from '../schema/schema';
import { defineRule } from './rule';
import { fromSchema, isReported } from './structure/wanted';

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
      if (!schema || !isReported(field) || matchField(document.parsed, schema, field).state === 'found') continue;
      yield {
        range: titleRange(document.parsed),
        message: message(field),
        ...fromSchema(field),
        fixes: (current) => addField(current.document, field),
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

function message(field: FieldSchema): string {
  const what = `There is no ${nameInText(field.name)}${placeWords[field.where]} of the document.`;
  const values = field.values.length === 0 ? '' : ` (${field.values.join(', ')} or other words)`;
  const origin = `It is required by ${citation(field)}.`;
  const advice = `Add a line "**${field.name}**: …"${values}.`;
  return [what, field.description, advice, origin].filter((part) => part !== '').join(' ');
}

/** `Status` is a word as any other, `PR` and `Go/No-Go` are names. */
function nameInText(name: string): string {
  return /^[A-Z]?[a-z ]+$/.test(name) ? name.toLowerCase() : name;
}

/** Which value is true only the author knows: none is preferred, and none is safe for all documents at once. */
function addField(document: PhaseDocument, field: FieldSchema): readonly Fix[] {
  return field.values.map((value) => ({
    title: `Add "${field.name}: ${value}"`,
    preferred: false,
    safe: false,
    edits: [{ type: 'change', uri: document.uri, edits: [planField(document.parsed, field.name, value)] }],
  }));
}
