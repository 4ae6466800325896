/** The pointers behind the claims of one verdict, each once with all claims that it was offered for. */
import type { Range } from 'vscode-languageserver-types';
import type { RelatedPlace } from '../diagnostic';
import type { Claim } from '../model/claims/claim';
import { judgeSection, type JudgedPointer, type Verdict } from '../model/evidence/judgeClaim';
import { shiftRange } from '../syntax/positions';
import { quote } from './quote';
import type { RuleContext } from './rule';

export interface PointerCase {
  readonly pointer: JudgedPointer;
  /** Absolute place of the pointer. */
  readonly range: Range;
  readonly claims: readonly Claim[];
  /** The claims, as related places of the finding. */
  readonly related: readonly RelatedPlace[];
}

export function* offeredPointers({ document, project }: RuleContext, verdict: Verdict): Iterable<PointerCase> {
  for (const [index, section] of document.parsed.sections.entries()) {
    const byPlace = new Map<string, { pointer: JudgedPointer; claims: Claim[] }>();
    for (const { claim, judgement } of judgeSection(document, index, project)) {
      if (judgement.verdict !== verdict) continue;
      for (const pointer of judgement.pointers) {
        const key = rangeKey(pointer.offered.range);
        const known = byPlace.get(key);
        if (known) known.claims.push(claim);
        else byPlace.set(key, { pointer, claims: [claim] });
      }
    }
    for (const { pointer, claims } of byPlace.values()) {
      const related = claims.map((claim) => ({
        uri: document.uri,
        range: shiftRange(claim.range, section.line),
        message: `Offered for ${quote(claim)}`,
      }));
      yield { pointer, claims, related, range: shiftRange(pointer.offered.range, section.line) };
    }
  }
}

/** Tells places apart: two pointers never begin at the same one. */
export function rangeKey(range: Range): string {
  return `${range.start.line}:${range.start.character}`;
}
