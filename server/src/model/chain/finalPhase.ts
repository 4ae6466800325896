/** A phase that calls itself the last one and was followed by another. */
import type { Range } from 'vscode-languageserver-types';
import { comparePhases } from '../phaseId';
import type { PhaseId } from '../phaseDocument';
import type { DocumentEntry } from '../project';
import { currentEntries, sameIteration } from './currentEntries';
import type { ChainView } from './projectChain';

export interface FinalPhaseConflict {
  readonly range: Range;
  /** The first phase that follows. */
  readonly later: PhaseId;
  /** Its documents, and where the initiative says how many phases it has. */
  readonly words: readonly { readonly uri: string; readonly range: Range; readonly message: string }[];
}

const MOST_PLACES = 4;

export function* finalPhaseConflicts(
  { identity, facts }: DocumentEntry,
  chain: ChainView,
): Iterable<FinalPhaseConflict> {
  const { phase, initiative } = identity;
  const [first] = facts.chain.finals;
  if (!phase || !first || facts.chain.standing !== 'current') return;
  for (const later of chain.phases(initiative)) {
    if (comparePhases(later, phase) <= 0) continue;
    const entries = currentEntries(chain.phase(initiative, later.key)).filter(
      (other) => other.identity.phase?.key === later.key && sameIteration(other.identity, identity),
    );
    if (entries.length === 0) continue;
    const counts = currentEntries(chain.phase(initiative, '')).flatMap((entry) =>
      entry.facts.chain.metrics
        .filter(
          (metric) => metric.measure === 'phases' && !entry.identity.phase && sameIteration(entry.identity, identity),
        )
        .map((metric) => ({ uri: entry.uri, range: metric.range, message: `The number of phases: ${metric.words}` })),
    );
    const words = entries.slice(0, MOST_PLACES).map((entry) => ({
      uri: entry.uri,
      range: entry.facts.titleRange,
      message: `A document of phase ${later.text}`,
    }));
    yield { range: first.range, later, words: [...counts.slice(0, MOST_PLACES), ...words] };
    return;
  }
}
