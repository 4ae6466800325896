/** What messages of the structure family have in common: why something is wanted, and where that is written. */
import type { RelatedPlace, Severity } from '../../diagnostic';
import type { PhaseDocument } from '../../model/phaseDocument';
import { hasForeignHeadings } from '../../schema/headingScript';
import type { SchemaPlace } from '../../schema/rawSchema';
import { citation, type NamedSchema, type SchemaSeverity } from '../../schema/schema';
import type { Finding } from '../rule';

type Origin = Pick<NamedSchema, 'place' | 'line' | 'severity'>;

/** Whether something that is missing is to be reported. */
export function isReported({ requirement, severity }: Pick<NamedSchema, 'requirement' | 'severity'>): boolean {
  return requirement === 'required' || (requirement === 'recommended' && severity !== undefined);
}

/**
 * Whether a name that comes with Phase Docs can be missed in a document: its words are English, and tell nothing where
 * the headings are written in other letters. What a team has written is in its own language.
 */
export function canMiss({ parsed }: PhaseDocument, { place }: Pick<Origin, 'place'>): boolean {
  return place.source.uri !== undefined || !hasForeignHeadings(parsed);
}

/** ` Readers look there for what is open.`, or nothing. */
export function purpose(description: string): string {
  const words = description.charAt(0).toLowerCase() + description.slice(1).replace(/\.$/, '');
  return words === '' ? '' : ` Readers look there for ${words}.`;
}

/** `(required by handoff.yaml:12)`. */
export function requiredBy(origin: Pick<Origin, 'place' | 'line'>): string {
  return `(required by ${citation(origin)})`;
}

/** The severity that the schema asks for, and the line of a team's own schema as a related place. */
export function fromSchema(origin: Origin, message = 'It is required here.'): Partial<Finding> {
  const related = relatedPlace(origin.place, message);
  const severity: Severity | undefined = origin.severity satisfies SchemaSeverity | undefined;
  return { ...(severity && { severity }), ...(related && { related: [related] }) };
}

function relatedPlace({ source, range }: SchemaPlace, message: string): RelatedPlace | undefined {
  return source.uri === undefined ? undefined : { uri: source.uri, range, message };
}

/** What templates are filled with. */
export function templateValues({ identity }: PhaseDocument): { readonly phase: string | undefined } {
  return { phase: identity.phase?.text };
}
