import type { Range } from 'vscode-languageserver-types';
import type { Fix } from '../diagnostic';
import type { Claim, OfferedPointer } from '../model/claims/claim';
import { judgeSection } from '../model/evidence/judgeClaim';
import type { Resolution } from '../model/project';
import { shiftRange } from '../syntax/positions';
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
  *check({ document, project }) {
    for (const [index, section] of document.parsed.sections.entries()) {
      const byPointer = new Map<string, { offered: OfferedPointer; resolution: Resolution; claims: Claim[] }>();
      for (const { claim, judgement } of judgeSection(document, index, project)) {
        if (judgement.verdict !== 'broken') continue;
        for (const { offered, resolution } of judgement.pointers) {
          const key = rangeKey(offered.range);
          const entry = byPointer.get(key) ?? { offered, resolution, claims: [] };
          entry.claims.push(claim);
          byPointer.set(key, entry);
        }
      }
      for (const { offered, resolution, claims } of byPointer.values()) {
        const range = shiftRange(offered.range, section.line);
        yield {
          range,
          message: message(offered, resolution, claims),
          related: claims.map((claim) => ({
            uri: document.uri,
            range: shiftRange(claim.range, section.line),
            message: `Offered for ${quote(claim)}`,
          })),
          fixes: () => fixes(document.uri, document.path, range, offered, resolution),
        };
      }
    }
  },
});

/** The places of pointers that {@link brokenEvidence} reports are told once, so other rules leave them alone. */
export function rangeKey(range: Range): string {
  return `${range.start.line}:${range.start.character}`;
}

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

function fixes(
  uri: string,
  fromPath: string,
  range: Range,
  { pointer }: OfferedPointer,
  resolution: Resolution,
): readonly Fix[] {
  return resolution.status === 'ambiguous' ? retargetFixes(uri, fromPath, range, pointer, resolution.paths) : [];
}
