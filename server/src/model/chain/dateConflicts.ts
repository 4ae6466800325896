/** A phase that ended before the one that it follows. */
import type { PhaseId } from '../phaseDocument';
import { comparePhases } from '../phaseId';
import type { DocumentEntry } from '../project';
import type { DateFact } from './chainFacts';
import { currentEntries, sameLine, tellsOfPhase } from './currentEntries';
import type { ChainView } from './projectChain';

export interface DateConflict {
  readonly date: DateFact;
  readonly previous: PhaseId;
  readonly other: { readonly entry: DocumentEntry; readonly date: DateFact };
}

/** Phases may overlap in the middle; that the hand-off of one is older than that of the phase before is a slip. */
export function dateConflict(entry: DocumentEntry, chain: ChainView): DateConflict | undefined {
  const date = endOf(entry);
  const { phase, initiative } = entry.identity;
  if (!date || !phase) return undefined;
  const previous = chain
    .phases(initiative)
    .filter((other) => other.unit === phase.unit && comparePhases(other, phase) < 0)
    .at(-1);
  if (!previous) return undefined;
  for (const other of currentEntries(chain.phase(initiative, previous.key))) {
    const earlier = other.identity.phase?.key === previous.key && sameLine(other, entry) ? endOf(other) : undefined;
    if (earlier && date.high < earlier.low) return { date, previous, other: { entry: other, date: earlier } };
  }
  return undefined;
}

/** The last date counts: a footer is written at the end. */
function endOf({ identity, facts }: DocumentEntry): DateFact | undefined {
  const tells = identity.kind === 'handoff' || identity.kind === 'completion';
  return tells && tellsOfPhase(identity) && facts.chain.standing === 'current' ? facts.chain.dates.at(-1) : undefined;
}
