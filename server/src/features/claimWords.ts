/** What a person is told of the evidence of a claim, in the hover and on the command line alike. */
import { isArtifactPath } from '../model/evidence/evidenceFacts';
import { dateOf } from '../model/evidence/fixes/dateOf';
import type { ClaimReport, PointerReport } from './claimReports';

/** What became of a pointer: `found, committed 2026-03-05`; of an artifact always how old it is. */
export function describePointer({ status, path, target, candidates, emptiness, ...rest }: PointerReport): string {
  const isMeasured = path !== undefined && isArtifactPath(path);
  const age = rest.committedAt === undefined ? 'date unknown' : `committed ${dateOf(rest.committedAt)}`;
  const date = isMeasured || rest.committedAt !== undefined ? `, ${age}` : '';
  if (emptiness !== undefined) return `${emptiness}${date}`;
  switch (status) {
    case 'found':
      return `found${path === target ? '' : `, ${path}`}${date}`;
    case 'moved':
      return `found elsewhere, ${path}${date}`;
    case 'ambiguous':
      return `not there; ${candidates.length} files have this name`;
    case 'no-anchor':
      return `the file is there, #${rest.fragment ?? ''} is not`;
    case 'no-test':
      return 'the file is there, the test is neither in it nor in a report';
    case 'missing':
      return 'not found';
    case 'unchecked':
      return 'not checked here';
  }
}

/** The pointer as written, with its fragment. */
export function pointerText({ target, fragment }: PointerReport): string {
  return fragment === undefined ? target : `${target}#${fragment}`;
}

/** `its table row; evidence fields …`; undefined where something was found that shows anything. */
export function placesLookedIn({ lookedIn, pointers, judged }: ClaimReport): string | undefined {
  const isFound = judged === 'unsupported' ? pointers.length > 0 : judged !== 'broken' && judged !== 'vacuous';
  return isFound ? undefined : lookedIn.join('; ');
}

/** Undefined unless an artifact speaks of the claim's number. */
export function claimedAndMeasured({ claimed, measured }: ClaimReport): string | undefined {
  return measured === undefined ? undefined : `Claimed: ${claimed ?? ''} · measured: ${measured}`;
}
