import { isArtifactPath } from '../model/evidence/evidenceFacts';
import { pointerFindings } from './offeredPointers';
import { quote } from './quote';
import { defineRule } from './rule';

/** An artifact that was committed before the last change of what it is offered for. */
export const staleEvidence = defineRule({
  id: 'stale-evidence',
  family: 'claims',
  summary: 'Require evidence that is not older than what it covers',
  severity: 'information',
  reads: 'project',
  check: pointerFindings('stale', ({ pointer, range, claims, related }) => {
    const [claim] = claims;
    const { resolution } = pointer;
    if (!claim || !('path' in resolution) || !isArtifactPath(resolution.path)) return undefined;
    return {
      range,
      message: `${resolution.path} was committed before the last change of what stands beside it, so it may not show that ${quote(claim)} still holds. Make it again, or say what it covers.`,
      related,
    };
  }),
});
