/** Which documents speak for a phase: finished, not superseded by a later edition of themselves, of one iteration. */
import type { DocumentEntry } from '../project';
import type { Identity } from '../phaseDocument';
import type { PhaseView } from './projectChain';
import { editionOf } from './standing';

const known = new WeakMap<PhaseView, readonly DocumentEntry[]>();

/** The documents of a view whose statements count. */
export function currentEntries(view: PhaseView): readonly DocumentEntry[] {
  let entries = known.get(view);
  if (!entries) {
    entries = withoutSuperseded(view.entries);
    known.set(view, entries);
  }
  return entries;
}

function withoutSuperseded(entries: readonly DocumentEntry[]): readonly DocumentEntry[] {
  const latest = new Map<string, string>();
  const editions = entries.map(({ path }) => editionOf(path));
  for (const { base, rank } of editions) {
    const best = latest.get(base);
    if (best === undefined || rank > best) latest.set(base, rank);
  }
  return entries.filter(({ facts }, index) => {
    const edition = editions[index];
    return facts.chain.standing === 'current' && edition !== undefined && latest.get(edition.base) === edition.rank;
  });
}

/** A document without iteration belongs to whichever iteration its folder holds. */
export function sameIteration(a: Identity, b: Identity): boolean {
  return a.iteration === undefined || b.iteration === undefined || a.iteration === b.iteration;
}
