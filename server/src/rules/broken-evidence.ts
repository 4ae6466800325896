import type { Range } from 'vscode-languageserver-types';
import type { Fix } from '../diagnostic';
import type { Claim, OfferedPointer } from '../model/claims/claim';
import type { Resolution } from '../model/project';
import { offeredPointers } from './offeredPointers';
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
  *check(context) {
    const { uri, path } = context.document;
    for (const { pointer, range, claims, related } of offeredPointers(context, 'broken')) {
      const { offered, resolution } = pointer;
      yield {
        range,
        message: message(offered, resolution, claims),
        related,
        fixes: () => fixes(uri, path, range, offered, resolution),
      };
    }
  },
});

function message({ pointer }: OfferedPointer, resolution: Resolution, claims: readonly Claim[]): string {
  const target = pointer.fragment === undefined ? pointer.target : `${pointer.target}#${pointer.fragment}`;
  const what =
    resolution.status === 'ambiguous'
      ? `"${target}" could be any of ${resolution.paths.length} files`
      : resolution.status === 'no-anchor'
        ? `"${resolution.path}" has no heading "#${resolution.fragment}"`
        : resolution.status === 'no-test'
          ? `"${resolution.path}" holds no test "${resolution.test}", and no report lists it`
          : `"${target}" does not exist`;
  const [first] = claims;
  const why = first ? `, so nothing shows that ${quote(first)}` : '';
  return `${what}${why}. Correct the path, commit the file, or withdraw the claim.`;
}

function fixes(
  uri: string,
  fromPath: string,
  range: Range,
  { pointer }: OfferedPointer,
  resolution: Resolution,
): readonly Fix[] {
  return resolution.status === 'ambiguous' ? retargetFixes(uri, fromPath, range, pointer, resolution.paths) : [];
}
