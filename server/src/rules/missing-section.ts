import type { Fix } from '../diagnostic';
import { titleRange } from '../model/documentFacts';
import type { PhaseDocument } from '../model/phaseDocument';
import { builtinSchema } from '../schema/builtinSchemas';
import { matchSections } from '../schema/matchSections';
import { planInsertion } from '../schema/planInsertion';
import type { Schema, SectionSchema } from '../schema/schema';
import { defineRule, type Finding } from './rule';

/** A section that the schema of the document's kind requires and that is nowhere in the document. */
export const missingSection = defineRule({
  id: 'missing-section',
  family: 'structure',
  summary: 'Require the sections that a kind of document must have',
  severity: 'warning',
  reads: 'document',
  *check({ document }) {
    const schema = builtinSchema(document.identity.kind);
    if (schema) yield* checkSections(document, schema, schema.sections);
  },
});

function* checkSections(
  document: PhaseDocument,
  schema: Schema,
  sections: readonly SectionSchema[],
): Generator<Finding> {
  const { matches } = matchSections(document.parsed, schema);
  for (const section of sections) {
    if (matches.get(section)?.state !== 'missing') {
      yield* checkSections(document, schema, section.sections);
    } else if (isReported(section)) {
      yield {
        range: titleRange(document.parsed),
        message: message(schema, section),
        ...(section.severity && { severity: section.severity }),
        fixes: (current) => [insertSection(current.document, schema, section)],
      };
    }
  }
}

function isReported({ requirement, severity }: SectionSchema): boolean {
  return requirement === 'required' || (requirement === 'recommended' && severity !== undefined);
}

function message(schema: Schema, section: SectionSchema): string {
  const purpose = section.description.charAt(0).toLowerCase() + section.description.slice(1).replace(/\.$/, '');
  const why = purpose === '' ? '' : ` Readers look there for ${purpose}.`;
  const origin = `(required by ${schema.name}:${section.line})`;
  return `There is no section "${section.name}".${why} Add it, or give the section that serves as it a usual name ${origin}.`;
}

/** Not safe for all at once: a skeleton has to be filled by somebody. */
function insertSection(document: PhaseDocument, schema: Schema, section: SectionSchema): Fix {
  const { edits } = planInsertion(document.parsed, schema, section, { phase: document.identity.phase?.text });
  return {
    title: `Insert the section "${section.name}"`,
    preferred: true,
    safe: false,
    edits: [{ type: 'change', uri: document.uri, edits }],
  };
}
