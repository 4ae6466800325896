/** The values of a document's own fields, as conditions ask for them. */
import type { PhaseDocument } from '../../model/phaseDocument';
import { phasesInTitle } from '../../model/phaseRef';
import { matchField } from '../../schema/matchFields';
import { headingsAbove } from '../../schema/sectionScopes';
import type { Schema } from '../../schema/schema';

/**
 * @param index of the section that asks: below a heading of another phase nothing is known, for there the document speaks
 *   of what is not its own
 */
export function documentFields(
  { parsed, identity }: PhaseDocument,
  schema: Schema,
  index?: number,
): (name: string) => string | undefined {
  const headings = index === undefined ? [] : headingsAbove(parsed, index);
  const isForeign = headings.some((heading) => {
    const phases = phasesInTitle(heading).flatMap((ref) => ref.phases);
    return phases.length > 0 && !phases.some(({ key }) => key === identity.phase?.key);
  });
  return (name) => {
    if (isForeign) return undefined;
    const field = schema.fields.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    const match = field && matchField(parsed, schema, field);
    return match?.state === 'found' ? match.value : undefined;
  };
}
