/** The sections that a document could still get, for the command Insert Section. */
import type { PhaseDocument } from '../model/phaseDocument';
import type { InsertableSection } from '../authoringProtocol';
import { matchSections } from '../schema/matchSections';
import { planInsertion } from '../schema/planInsertion';
import { renderTemplate } from '../schema/renderTemplate';
import type { Requirement, Schema, SectionSchema } from '../schema/schema';

const ranks: Readonly<Record<Requirement, number>> = { required: 0, recommended: 1, optional: 2 };

/** The schema's sections that the document lacks: required ones first, then in the order of the schema. */
export function getInsertableSections(document: PhaseDocument, schema: Schema): readonly InsertableSection[] {
  return missingSections(document, schema, schema.sections)
    .sort((a, b) => ranks[a.requirement] - ranks[b.requirement])
    .map((section) => toInsertable(document, schema, section));
}

/** Sections inside others are offered where the outer one is there. */
function missingSections(document: PhaseDocument, schema: Schema, sections: readonly SectionSchema[]): SectionSchema[] {
  const { matches } = matchSections(document.parsed, schema);
  return sections.flatMap((section) => {
    const state = matches.get(section)?.state;
    if (state === 'missing') return [section];
    return state === 'label' ? [] : missingSections(document, schema, section.sections);
  });
}

function toInsertable(document: PhaseDocument, schema: Schema, section: SectionSchema): InsertableSection {
  const values = { phase: document.identity.phase?.text };
  const { edits, heading } = planInsertion(document.parsed, schema, section, values);
  return {
    title: renderTemplate(section.name, values),
    description: section.requirement === 'required' ? `Missing. ${section.description}` : section.description,
    required: section.requirement === 'required',
    edit: { changes: { [document.uri]: [...edits] } },
    range: heading,
  };
}
