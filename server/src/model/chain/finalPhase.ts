/** A phase that calls itself the last one and was followed by another. */
import type { Range } from 'vscode-languageserver-types';
import { comparePhases } from '../phaseId';
import type { PhaseId } from '../phaseDocument';
import type { DocumentEntry } from '../project';
import { currentEntries, sameLine } from './currentEntries';
import type { ChainView } from './projectChain';

export interface FinalPhaseConflict {
  readonly range: Range;
  /** The first phase that follows. */
  readonly later: PhaseId;
  /** Its documents, and where the initiative says how many phases it has. */
  readonly words: readonly { readonly uri: string; readonly range: Range; readonly message: string }[];
}

const MOST_PLACES = 4;

export function* finalPhaseConflicts(entry: DocumentEntry, chain: ChainView): Iterable<FinalPhaseConflict> {
  const { identity, facts } = entry;
  const { phase, initiative } = identity;
  const [first] = facts.chain.finals;
  if (!phase || !first || facts.chain.standing !== 'current') return;
  for (const later of chain.phases(initiative)) {
    if (comparePhases(later, phase) <= 0) continue;
    const entries = currentEntries(chain.phase(initiative, later.key)).filter(
      (other) => other.identity.phase?.key === later.key && sameLine(other, entry),
    );
    if (entries.length === 0) continue;
    const counts = currentEntries(chain.phase(initiative, '')).flatMap((other) =>
      other.facts.chain.metrics
        .filter((metric) => metric.measure === 'phases' && !other.identity.phase && sameLine(other, entry))
        .map((metric) => ({ uri: other.uri, range: metric.range, message: `The number of phases: ${metric.words}` })),
    );
    const words = entries.slice(0, MOST_PLACES).map((other) => ({
      uri: other.uri,
      range: other.facts.titleRange,
      message: `A document of phase ${later.text}`,
    }));
    yield { range: first.range, later, words: [...counts.slice(0, MOST_PLACES), ...words] };
    return;
  }
}
