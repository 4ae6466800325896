/** What a hand-off leaves to later phases, and what became of it there. */
import type { DocumentKind } from '../documentKind';
import type { PhaseId } from '../phaseDocument';
import { comparePhases } from '../phaseId';
import type { DocumentEntry, ProjectView } from '../project';
import type { PromiseFact } from './chainFacts';
import { answeringEntries, findAnswer, type Obligation, isDue, isDueIn } from './obligations';

export interface DueObligations {
  /** The phase that has to answer. */
  readonly target: PhaseId;
  /** Documents in which answers were looked for. */
  readonly answering: readonly DocumentEntry[];
  readonly obligations: readonly DueObligation[];
}

export interface DueObligation {
  readonly promise: PromiseFact;
  readonly obligation: Obligation;
}

/** Nobody hands over more than that; what stands behind it is not looked for. */
const MOST_PROMISES = 200;

/** Phase by phase, those that have documents which tell what was done. */
export function* dueObligations(entry: DocumentEntry, project: ProjectView): Iterable<DueObligations> {
  const { phase, initiative } = entry.identity;
  const next = phase && project.chain.nextPhase(initiative, phase);
  if (!next) return;
  const due = entry.facts.chain.promises.filter(isDue).slice(0, MOST_PROMISES);
  if (due.length === 0) return;
  // `Moved to phase 5` is not due in phase 4.
  const later = project.chain.phases(initiative).filter((other) => comparePhases(other, phase) > 0);
  for (const target of later) {
    const here = due.filter((promise) => isDueIn(promise, target, phase, next));
    if (here.length === 0) continue;
    const answering = answeringEntries(entry, target, project);
    // Of a phase that only has a prompt nobody can tell what it did.
    if (!answering.some(({ identity }) => identity.phase?.key === target.key && isTold(identity.kind))) continue;
    const obligations = here.map((promise) => ({ promise, obligation: findAnswer(promise, answering) }));
    yield { target, answering, obligations };
  }
}

function isTold(kind: DocumentKind): boolean {
  return kind !== 'prompt' && kind !== 'plan';
}
