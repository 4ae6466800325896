import type { Fix } from '../diagnostic';
import { titleRange } from '../model/documentFacts';
import type { PhaseDocument } from '../model/phaseDocument';
import { matchSections } from '../schema/matchSections';
import { planInsertion } from '../schema/planInsertion';
import type { Schema, SectionGroup, SectionSchema } from '../schema/schema';
import { defineRule, type Finding } from './rule';
import { canMiss, fromSchema, isReported, purpose, requiredBy, templateValues } from './structure/wanted';

/** A section that the schema of the document's kind requires and that is nowhere in the document. */
export const missingSection = defineRule({
  id: 'missing-section',
  family: 'structure',
  summary: 'Require the sections that a kind of document must have',
  severity: 'warning',
  reads: 'document',
  *check({ document }) {
    const { schema } = document;
    if (schema) yield* checkSections(document, schema, schema.sections, schema.groups);
  },
});

function* checkSections(
  document: PhaseDocument,
  schema: Schema,
  sections: readonly SectionSchema[],
  groups: readonly SectionGroup[],
): Generator<Finding> {
  const { matches } = matchSections(document.parsed, schema);
  const isMissing = (section: SectionSchema): boolean => matches.get(section)?.state === 'missing';
  for (const section of sections) {
    if (!isMissing(section)) {
      yield* checkSections(document, schema, section.sections, section.groups);
      for (const other of sections) {
        if (!section.requires.includes(other.name) || !isMissing(other) || isReported(other)) continue;
        const why = `Where there is a section "${section.name}", there must be one, too ${requiredBy(section)}.`;
        yield finding(document, schema, [other], section, `There is no section "${other.name}". ${why}`);
      }
    } else if (isReported(section) && canMiss(document, section)) {
      yield finding(document, schema, [section], section, missingMessage(section));
    }
  }
  for (const group of groups) {
    const members = sections.filter(({ name }) => group.names.includes(name));
    const missing = members.filter(isMissing);
    const isBroken =
      group.type === 'oneOf'
        ? missing.length === members.length
        : missing.length > 0 && missing.length < members.length;
    if (isBroken) yield finding(document, schema, missing, group, groupMessage(group, missing));
  }
}

function finding(
  document: PhaseDocument,
  schema: Schema,
  missing: readonly SectionSchema[],
  origin: SectionSchema | SectionGroup,
  message: string,
): Finding {
  return {
    range: titleRange(document.parsed),
    message,
    ...fromSchema(origin),
    fixes: (current) => missing.map((section, index) => insertSection(current.document, schema, section, index === 0)),
  };
}

function missingMessage(section: SectionSchema): string {
  const todo = 'Add it, or give the section that serves as it a usual name';
  return `There is no section "${section.name}".${purpose(section.description)} ${todo} ${requiredBy(section)}.`;
}

function groupMessage(group: SectionGroup, missing: readonly SectionSchema[]): string {
  const names = missing.map(({ name }) => `"${name}"`);
  const why = purpose(group.description);
  return group.type === 'oneOf'
    ? `There is none of the sections ${names.join(', ')}.${why} Add one of them ${requiredBy(group)}.`
    : `There is no section ${names.join(' and no ')}.${why} It goes with the others ${requiredBy(group)}.`;
}

/** Not safe for all at once: a skeleton has to be filled by somebody. */
function insertSection(document: PhaseDocument, schema: Schema, section: SectionSchema, preferred: boolean): Fix {
  const { edits } = planInsertion(document.parsed, schema, section, templateValues(document));
  return {
    title: `Insert the section "${section.name}"`,
    preferred,
    safe: false,
    edits: [{ type: 'change', uri: document.uri, edits }],
  };
}
