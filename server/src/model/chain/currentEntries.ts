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

/** Whether two documents tell of the same phases: of one iteration, and not numbered in two series. */
export function sameLine(a: DocumentEntry, b: DocumentEntry): boolean {
  const [one, other] = [a.facts.chain.series, b.facts.chain.series];
  return sameIteration(a.identity, b.identity) && (one === undefined || other === undefined || one === other);
}

/**
 * Whether what a document says of itself is said of its phase: not if it tells of a week or plan of it, of several
 * phases, or is addressed to those who begin it.
 */
export function tellsOfPhase({ part, phases, direction }: Identity): boolean {
  return part === undefined && phases.length <= 1 && direction !== 'to';
}

/** A document without iteration belongs to whichever iteration its folder holds. */
export function sameIteration(a: Identity, b: Identity): boolean {
  return a.iteration === undefined || b.iteration === undefined || a.iteration === b.iteration;
}
