import type { Fix } from '../diagnostic';
import { evidenceCandidates } from '../model/evidence/fixes/candidates';
import { pointerFindings, type PointerCase } from './offeredPointers';
import { quote } from './quote';
import { replaceTarget } from './retargetFixes';
import { defineRule, type RuleContext } from './rule';

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
      fixes: (context) => pointElsewhere(context, found),
    };
  }),
});

/** The best candidate that is known to show something. None is invented. */
function pointElsewhere({ document, project }: RuleContext, { pointer, range, claims }: PointerCase): readonly Fix[] {
  const { offered, resolution } = pointer;
  const current = resolution.status === 'found' || resolution.status === 'moved' ? resolution.path : undefined;
  const words = claims.map(({ text }) => text);
  const best = evidenceCandidates(document.path, words, project).find(
    ({ path, status }) => path !== current && status !== 'empty' && project.evidence.reading(path, undefined),
  );
  if (!best) return [];
  const edit = replaceTarget(document.path, range, offered.pointer, best.path);
  return [
    {
      title: `Point to evidence instead: ${best.title}`,
      preferred: false,
      safe: false,
      edits: [{ type: 'change', uri: document.uri, edits: [edit] }],
    },
  ];
}
