import type { RelatedPlace } from '../diagnostic';
import { isPlanning, isInstructing } from '../model/claims/sectionRole';
import type { PhaseDocument } from '../model/phaseDocument';
import { findPlaceholders, type Placeholder } from '../model/placeholders';
import { shiftRange } from '../syntax/positions';
import { defineRule, type Finding } from './rule';

/** What a template left for its author and nobody filled in. One finding per section; of a whole template, one. */
export const leftoverPlaceholder = defineRule({
  id: 'leftover-placeholder',
  family: 'structure',
  summary: 'Report placeholders that nobody has replaced',
  severity: 'warning',
  reads: 'document',
  *check({ document }) {
    if (isTemplate(document.path)) return;
    const { kind } = document.identity;
    // In a plan it is honest to say that something is not known yet.
    const mayBeOpen = isPlanning(kind) || isInstructing(kind);
    const sections: Placeholder[][] = [];
    for (const { content, line } of document.parsed.sections) {
      const places = findPlaceholders(content).filter(({ isOpen }) => !(isOpen && mayBeOpen));
      if (places.length > 0) sections.push(places.map((each) => ({ ...each, range: shiftRange(each.range, line) })));
    }
    if (sections.length > MOST_SECTIONS) yield* report(document, sections.flat(), 'document');
    else for (const places of sections) yield* report(document, places, 'section');
  },
});

/** More unfilled sections than these are a template that was hardly touched. */
const MOST_SECTIONS = 3;
const MOST_PLACES = 50;

/** `HANDOFF_TEMPLATE.md`, `docs/templates/notes.md`: their placeholders are what they are for. */
const TEMPLATE = /(?:^|[^a-z])templates?(?:[^a-z]|$)/i;

function isTemplate(path: string): boolean {
  return TEMPLATE.test(path);
}

function* report(
  { uri }: PhaseDocument,
  [first, ...others]: readonly Placeholder[],
  part: 'section' | 'document',
): Iterable<Finding> {
  if (!first) return;
  const more =
    others.length === 0
      ? `"${first.text}" is still a placeholder`
      : `"${first.text}" and ${others.length} more ${others.length === 1 ? 'placeholder' : 'placeholders'} of this ${part} were never replaced`;
  yield {
    range: first.range,
    message: `${more}. Readers cannot tell what is unknown from what was forgotten. Fill it in, or say what is open and who settles it.`,
    related: others
      .slice(0, MOST_PLACES)
      .map(({ range, text }): RelatedPlace => ({ uri, range, message: `Also a placeholder: "${text}"` })),
  };
}
