/** What documents leave to phases, and what became of it there: hand-offs to later ones, requirements to each. */
import type { DocumentKind } from '../documentKind';
import type { PhaseId } from '../phaseDocument';
import type { DocumentEntry, ProjectView } from '../project';
import type { PromiseFact } from './chainFacts';
import { sameLine } from './currentEntries';
import { answeringEntries, answeringPhases, findAnswer, type Obligation, isDue, isDueIn } from './obligations';

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
  const due = entry.facts.chain.promises.filter(isDue).slice(0, MOST_PROMISES);
  if (due.length === 0) return;
  const { phase, initiative } = entry.identity;
  const later = answeringPhases(entry, project);
  const next = later[0];
  for (const target of project.chain.phases(initiative)) {
    // `Moved to phase 5` is not due in phase 4.
    const isLater = later.some(({ key }) => key === target.key);
    const here = due.filter(
      (promise) => (isLater || promise.kind === 'criterion') && isDueIn(promise, target, phase, next),
    );
    if (here.length === 0) continue;
    const answering = answeringEntries(entry, target, project);
    // Of a phase that only has a prompt nobody can tell what it did.
    if (!answering.some((other) => other.identity.phase?.key === target.key && tells(other, entry))) continue;
    const obligations = here.map((promise) => ({ promise, obligation: findAnswer(promise, answering) }));
    yield { target, answering, obligations };
  }
}

function tells(other: DocumentEntry, promising: DocumentEntry): boolean {
  return isTold(other.identity.kind) && other.identity.direction !== 'to' && sameLine(other, promising);
}

function isTold(kind: DocumentKind): boolean {
  return kind !== 'prompt' && kind !== 'plan';
}
