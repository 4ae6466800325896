import { offeredPointers } from './offeredPointers';
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
  *check(context) {
    for (const { pointer, range, claims, related } of offeredPointers(context, 'vacuous')) {
      const [claim] = claims;
      if (pointer.emptiness === undefined || !claim) continue;
      const { target } = pointer.offered.pointer;
      yield {
        range,
        message: `"${target}" does not show that ${quote(claim)}: ${pointer.emptiness}. Point to something that does, or say that it is not verified.`,
        related,
        fixes: () => pointElsewhere(context, { pointer, range, claims, related }),
      };
    }
  },
});
