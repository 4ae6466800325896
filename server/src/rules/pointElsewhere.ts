/** Fixes that replace evidence that shows nothing by evidence that does. */
import type { Fix } from '../diagnostic';
import { evidenceCandidates, type Candidate } from '../model/evidence/fixes/candidates';
import type { PointerCase } from './offeredPointers';
import { replaceTarget } from './retargetFixes';
import type { RuleContext } from './rule';

/**
 * The best file that is known to show something. None is invented.
 *
 * @param isMeant by what the file says of the claims
 */
export function pointElsewhere(
  { document, project }: RuleContext,
  { pointer, range, claims }: PointerCase,
  isMeant: (status: Candidate['status']) => boolean,
): readonly Fix[] {
  const { offered, resolution } = pointer;
  const current = 'path' in resolution ? resolution.path : undefined;
  const best = evidenceCandidates(document, claims, project).find(
    ({ path, status }) => path !== undefined && path !== current && isMeant(status) && isRead(path),
  );
  if (best?.path === undefined) return [];
  const edit = replaceTarget(document.path, range, offered.pointer, best.path);
  return [
    {
      title: `Point to evidence instead: ${best.title}`,
      preferred: false,
      safe: false,
      edits: [{ type: 'change', uri: document.uri, edits: [edit] }],
    },
  ];

  function isRead(path: string): boolean {
    return project.evidence.reading(path, undefined) !== undefined || project.entry(path) !== undefined;
  }
}
