/** Claims by section, for rules that report a section once, at one of its claims. */
import type { Claim } from '../model/claims/claim';
import { suppressionsOf } from '../model/suppressions';
import { shiftRange } from '../syntax/positions';
import type { RuleContext } from './rule';
import type { Range } from 'vscode-languageserver-types';

/** A claim at its place in the document. */
export interface PlacedClaim {
  readonly claim: Claim;
  /** Absolute. */
  readonly range: Range;
  readonly sectionLine: number;
}

/** Claims that are reported together, and where later sections say the same again. */
export interface ClaimGroup {
  readonly claims: readonly PlacedClaim[];
  readonly repeats: readonly PlacedClaim[];
}

/** @param sectionLine absolute line of the section that the claim's range is relative to */
export function placeClaim(claim: Claim, sectionLine: number): PlacedClaim {
  return { claim, range: shiftRange(claim.range, sectionLine), sectionLine };
}

/**
 * The claims in the groups that are reported: by section, or each by itself if the team wants that. What is told again joins
 * its first telling. A waived claim is a group of its own: the runner takes it away, and the rest stands without it.
 *
 * @param ruleId whose suppressions count
 * @param claimsOf the claims of the section with this index that begins at this line
 */
export function groupClaims(
  { document, config, baseline }: RuleContext,
  ruleId: string,
  claimsOf: (index: number, sectionLine: number) => readonly PlacedClaim[],
): readonly ClaimGroup[] {
  const { sections, waived } = collect(document, ruleId, claimsOf, baseline);
  const groups =
    config.claims.report === 'each'
      ? sections.flatMap(({ claims, repeats }) =>
          claims.map((claim) => ({ claims: [claim], repeats: repeats.get(claim) ?? [] })),
        )
      : sections.map(({ claims, repeats }) => ({ claims, repeats: [...repeats.values()].flat() }));
  return [...groups, ...waived.map((claim) => ({ claims: [claim], repeats: [] }))];
}

interface SectionClaims {
  readonly claims: PlacedClaim[];
  readonly repeats: Map<PlacedClaim, PlacedClaim[]>;
}

function collect(
  document: RuleContext['document'],
  ruleId: string,
  claimsOf: (index: number, sectionLine: number) => readonly PlacedClaim[],
  baseline: RuleContext['baseline'],
): { readonly sections: readonly SectionClaims[]; readonly waived: readonly PlacedClaim[] } {
  const suppressions = suppressionsOf(document.parsed);
  const sections: SectionClaims[] = [];
  const waived: PlacedClaim[] = [];
  const firstTelling = new Map<string, { readonly claim: PlacedClaim; readonly section: SectionClaims }>();
  document.parsed.sections.forEach(({ line }, index) => {
    const placed = claimsOf(index, line);
    if (placed.length === 0) return;
    const section: SectionClaims = { claims: [], repeats: new Map() };
    for (const claim of placed) {
      const { key } = claim.claim;
      const first = firstTelling.get(key);
      const { start } = claim.range;
      // All rules that group claims are of the family `claims`, whose findings are about nothing else.
      if (suppressions.covering(ruleId, start) ?? baseline?.covering(ruleId, '', start)) waived.push(claim);
      else if (first) {
        const told = first.section.repeats.get(first.claim);
        if (told) told.push(claim);
        else first.section.repeats.set(first.claim, [claim]);
      } else {
        firstTelling.set(key, { claim, section });
        section.claims.push(claim);
      }
    }
    if (section.claims.length > 0) sections.push(section);
  });
  return { sections, waived };
}
