import type { Range } from 'vscode-languageserver-types';
import type { Fix } from '../diagnostic';
import type { Claim, OfferedPointer } from '../model/claims/claim';
import type { JudgedPointer } from '../model/evidence/judgeClaim';
import type { PhaseDocument } from '../model/phaseDocument';
import type { Resolution } from '../model/project';
import { pointerFindings } from './offeredPointers';
import { quote } from './quote';
import { retargetFixes } from './retargetFixes';
import { defineRule } from './rule';

/** A claim that points to evidence, none of which is there. One finding for each pointer. */
export const brokenEvidence = defineRule({
  id: 'broken-evidence',
  family: 'claims',
  summary: 'Require that the evidence of a claim can be found',
  severity: 'error',
  reads: 'project',
  check: pointerFindings('broken', ({ pointer, range, claims, related }) => ({
    range,
    message: message(pointer.offered, pointer.resolution, claims),
    related,
    fixes: ({ document }) => fixes(document, range, pointer),
  })),
});

function message({ pointer }: OfferedPointer, resolution: Resolution, claims: readonly Claim[]): string {
  const target = pointer.fragment === undefined ? pointer.target : `${pointer.target}#${pointer.fragment}`;
  const what =
    resolution.status === 'ambiguous'
      ? `"${target}" could be any of ${resolution.paths.length} files`
      : resolution.status === 'no-anchor'
        ? `"${resolution.path}" has no heading "#${resolution.fragment}"`
        : `"${target}" does not exist`;
  const [first] = claims;
  const why = first ? `, so nothing shows that ${quote(first)}` : '';
  return `${what}${why}. Correct the path, commit the file, or withdraw the claim.`;
}

function fixes({ uri, path }: PhaseDocument, range: Range, { offered, resolution }: JudgedPointer): readonly Fix[] {
  return resolution.status === 'ambiguous' ? retargetFixes(uri, path, range, offered.pointer, resolution.paths) : [];
}
