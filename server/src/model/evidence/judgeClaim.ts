/** From what is offered for a claim to its verdict. */
import type { Claim, OfferedPointer } from '../claims/claim';
import type { ProjectView, Resolution } from '../project';

export type Verdict = 'supported' | 'unsupported' | 'broken';

export interface Judgement {
  readonly verdict: Verdict;
  /** What became of each pointer offered, in their order. */
  readonly pointers: readonly { readonly offered: OfferedPointer; readonly resolution: Resolution }[];
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
