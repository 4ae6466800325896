/** New documents in the shape of the team's earlier ones: their sections, in their order, under their names. */
import { classifyStatus } from '../model/claims/statusWords';
import type { DocumentKind } from '../model/documentKind';
import { onlyPhase } from '../model/chain/phaseNames';
import type { PhaseId } from '../model/phaseDocument';
import { comparePhases, parsePhaseId } from '../model/phaseId';
import type { DocumentEntry } from '../model/project';
import { readHeadingWords } from '../schema/headingWords';
import type { Schema, SectionSchema } from '../schema/schema';
import type { TemplateValues } from '../schema/renderTemplate';
import type { ParsedDocument } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { cleanHeading, collectSections, type SectionGroup } from './derive/collectSections';

/** The latest ones show what is usual now. */
const mostDocuments = 5;
/** What one document has may be about that phase only. */
const fewestDocuments = 2;

/** Documents of a kind whose shape a new one takes, the latest first. */
export function modelsOf(documents: readonly DocumentEntry[], kind: DocumentKind): readonly DocumentEntry[] {
  return documents
    .filter(({ identity, facts }) => identity.kind === kind && identity.phase && !facts.isEmpty && isCurrent(facts))
    .sort((a, b) => (a.identity.phase && b.identity.phase ? comparePhases(b.identity.phase, a.identity.phase) : 0))
    .slice(0, mostDocuments);
}

function isCurrent({ chain }: DocumentEntry['facts']): boolean {
  return chain.standing === 'current';
}

/** An earlier document of the kind. */
export interface Model {
  readonly parsed: ParsedDocument;
  readonly phase: PhaseId;
}

/**
 * The schema with the sections that several documents have, as these call and order them. What they lack stays where it
 * is required, or holds values; all else of it goes. Nothing is taken over from below a heading.
 *
 * @param next what a heading that names the phase after the document's own is to say
 */
export function shapeSchema(schema: Schema, models: readonly Model[], values: TemplateValues, next: string): Schema {
  const [first] = schema.sections;
  if (models.length < fewestDocuments || !first) return schema;
  const groups = collectSections(
    models.map(({ parsed }) => parsed),
    schema,
  ).filter(({ documents }) => documents.size >= fewestDocuments);
  const shaped = groups.flatMap((group) => toSection(group, first, models, next) ?? []);
  // A shape of one heading is none.
  if (shaped.length < fewestDocuments) return schema;
  for (const [index, section] of schema.sections.entries()) {
    const isThere = shaped.some(({ known }) => known === section);
    if (isThere || !(section.requirement === 'required' || holdsValue(section, values))) continue;
    const before = schema.sections.slice(0, index);
    const at = shaped.findLastIndex(({ known }) => known !== undefined && before.includes(known)) + 1;
    shaped.splice(at, 0, { known: section, section });
  }
  return { ...schema, sections: shaped.map(({ section }) => section) };
}

interface Shaped {
  /** The section of the schema that it is. */
  readonly known: SectionSchema | undefined;
  readonly section: SectionSchema;
}

const PLACEHOLDER = '- [ ] {?Say what belongs here}';

/** @param like a section whose other properties do not matter */
function toSection(
  { name: usual, known: alike }: SectionGroup,
  like: SectionSchema,
  models: readonly Model[],
  next: string,
): Shaped | undefined {
  const name = usual.includes('{phase}') ? phaseNamedIn(usual, models, next) : usual;
  // `All tests passed`: a heading that claims something is not taken over.
  const isName =
    name !== undefined && !/[{}]/.test(name.replaceAll('{phase}', '')) && classifyStatus(name) === undefined;
  // `Hand-off Checklist` may stand for the next steps, but it is not where they are looked for.
  const known = alike && sharesWord(usual, alike.name) ? alike : undefined;
  if (known) return { known, section: { ...known, name: isName ? name : known.name, requirement: 'required' } };
  if (!isName) return undefined;
  const section = {
    ...like,
    name,
    requirement: 'required' as const,
    level: undefined,
    template: PLACEHOLDER,
    sections: [],
  };
  return { known, section };
}

/** `What Phase {phase} can rely on` in a hand-off of phase 1 means phase 2; undefined if it is neither. */
function phaseNamedIn(name: string, models: readonly Model[], next: string): string | undefined {
  for (const { parsed, phase } of models) {
    for (const { content } of parsed.sections) {
      const heading = content.heading && plainText(content.heading.inline);
      if (heading === undefined || cleanHeading(heading) !== name) continue;
      const named = parsePhaseId(onlyPhase(heading) ?? '');
      if (!named) return undefined;
      if (named.key === phase.key) return name;
      const isNext = comparePhases(named, phase) > 0 && next !== '';
      return isNext ? name.replaceAll('{phase}', next) : undefined;
    }
  }
  return undefined;
}

function sharesWord(one: string, other: string): boolean {
  const words = new Set(readHeadingWords(one).plain);
  return readHeadingWords(other).plain.some((word) => words.has(word));
}

/** Whether its template names a value that is known here and tells something of the project. */
function holdsValue({ template }: SectionSchema, values: TemplateValues): boolean {
  const names = [...template.matchAll(/\{([a-z]+)\??/g)].map(([, name = '']) => name);
  return names.some((name) => values[name] !== undefined && !always.has(name));
}

const always: ReadonlySet<string> = new Set(['phase', 'next', 'previous', 'date']);
