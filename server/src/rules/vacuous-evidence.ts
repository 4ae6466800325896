import { pointerFindings } from './offeredPointers';
import { pointElsewhere } from './pointElsewhere';
import { quote } from './quote';
import { defineRule } from './rule';

/** Evidence that is there and shows nothing: no tests, all skipped, unreadable, the document itself. */
export const vacuousEvidence = defineRule({
  id: 'vacuous-evidence',
  family: 'claims',
  summary: 'Require that the evidence of a claim shows something',
  severity: 'warning',
  reads: 'project',
  check: pointerFindings('vacuous', (found) => {
    const { pointer, range, claims, related } = found;
    const [claim] = claims;
    if (pointer.emptiness === undefined || !claim) return undefined;
    const { target } = pointer.offered.pointer;
    return {
      range,
      message: `"${target}" does not show that ${quote(claim)}: ${pointer.emptiness}. Point to something that does, or say that it is not verified.`,
      related,
      fixes: (context) => pointElsewhere(context, found, (status) => status !== 'empty'),
    };
  }),
});
