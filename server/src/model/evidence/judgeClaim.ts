/** From what is offered for a claim to its verdict. */
import type { Claim, OfferedPointer } from '../claims/claim';
import type { PhaseDocument } from '../phaseDocument';
import type { ProjectView, Resolution } from '../project';
import type { SectionClaims } from '../claims/findClaims';

export type Verdict = 'supported' | 'unsupported' | 'broken';

export interface Judgement {
  readonly verdict: Verdict;
  /** What became of each pointer offered, in their order. */
  readonly pointers: readonly { readonly offered: OfferedPointer; readonly resolution: Resolution }[];
}

export interface JudgedClaim {
  readonly claim: Claim;
  readonly judgement: Judgement;
}

/** Kept as long as neither the claims nor what pointers lead to change: most keystrokes change one section. */
const judged = new WeakMap<SectionClaims, { version: object; path: string; claims: readonly JudgedClaim[] }>();

/** The strong claims of a section with their verdicts. @param index of the section in the document */
export function judgeSection(document: PhaseDocument, index: number, project: ProjectView): readonly JudgedClaim[] {
  const section = document.claims[index];
  if (!section || section.claims.length === 0) return [];
  const known = judged.get(section);
  if (known?.version === project.resolutionVersion && known.path === document.path) return known.claims;
  const claims = section.claims
    .filter((claim) => claim.strength === 'strong')
    .map((claim) => ({ claim, judgement: judgeClaim(claim, document.path, project) }));
  judged.set(section, { version: project.resolutionVersion, path: document.path, claims });
  return claims;
}

/** @param fromPath path of the document that makes the claim */
export function judgeClaim(claim: Claim, fromPath: string, project: ProjectView): Judgement {
  const pointers = claim.evidence.pointers.map((offered) => ({
    offered,
    resolution: project.resolve(offered.pointer, fromPath),
  }));
  return { verdict: verdictOf(claim, pointers), pointers };
}

function verdictOf(claim: Claim, pointers: Judgement['pointers']): Verdict {
  if (pointers.length === 0) return claim.evidence.form === 'log' ? 'supported' : 'unsupported';
  return pointers.some(({ resolution }) => leadsSomewhere(resolution)) ? 'supported' : 'broken';
}

/** An unchecked pointer (a URL, a commit) is taken at its word: nothing is fetched. */
export function leadsSomewhere(resolution: Resolution): boolean {
  return resolution.status === 'found' || resolution.status === 'moved' || resolution.status === 'unchecked';
}
