/** The claim of a heading: `## Success Criteria Met`, `### Health checks ✅`. */
import type { Heading } from '../../syntax/document';
import { classifyLine, type LineContext } from './classify';
import { draftClaims, type ClaimDraft } from './draft';
import { isOption } from './headingReading';
import { prominenceOf } from './prominence';
import { wholeSegment, type Segment } from './segments';
import type { Token } from './tokens';

/** The words of a heading. */
export function headingSegment(heading: Heading): Segment {
  return wholeSegment(heading.inline);
}

/** At most one claim; its evidence may stand anywhere in the section. */
export function examineHeading(heading: Heading, context: LineContext): readonly ClaimDraft[] {
  const segment = headingSegment(heading);
  const found = classifyLine({ tokens: segment.tokens, labelEnd: segment.labelEnd, shape: 'heading' }, context);
  // `✅ Low Risk` says how things are, not that something is done.
  const signals =
    aboutRisk(segment.tokens) || isOption(segment.tokens) ? found.filter((signal) => signal.level < 4) : found;
  const prominence = heading.level === 1 ? prominenceOf.title : prominenceOf.heading;
  return draftClaims(heading.inline, segment, signals, prominence, heading.inline.pointers);
}

function aboutRisk(tokens: readonly Token[]): boolean {
  return (
    tokens.some((token) => token.word === 'risk' || token.word === 'risks') &&
    !tokens.some((token) => token.word.endsWith('ed'))
  );
}
