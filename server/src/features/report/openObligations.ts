/** What documents promise and nothing answers yet: outputs, prerequisites, deferred items, next steps, risks, criteria. */
import type { PromiseFact, PromiseKind } from '../../model/chain/chainFacts';
import { answeringEntries, findAnswer, isWritten, type Obligation } from '../../model/chain/obligations';
import { comparePhases } from '../../model/phaseId';
import type { PhaseId } from '../../model/phaseDocument';
import type { DocumentEntry, ProjectView } from '../../model/project';

export interface OpenObligation {
  readonly promise: PromiseFact;
  /** `prerequisite of phase 3`, `output of phase 2`. */
  readonly what: string;
  /** A line whose words are alike: perhaps the answer. */
  readonly suggestion: { readonly entry: DocumentEntry; readonly line: number } | undefined;
}

/** Archived documents and drafts promise nothing any more, or not yet. What only refers to a file is no promise. */
export function findOpenObligations(entry: DocumentEntry, project: ProjectView): readonly OpenObligation[] {
  const { promises, standing } = entry.facts.chain;
  if (standing !== 'current') return [];
  return promises
    .filter(({ kind, settled, binding }) => !settled && binding && kind !== 'reference')
    .flatMap((promise) => openPart(promise, entry, project) ?? []);
}

function openPart(promise: PromiseFact, entry: DocumentEntry, project: ProjectView): OpenObligation | undefined {
  const due = phaseThatAnswers(promise, entry, project);
  const whose = entry.identity.phase || promise.phase !== undefined ? due : undefined;
  const what = whose ? `${names[promise.kind]} phase ${whose.text}` : promise.kind;
  if (promise.kind === 'output') {
    const isThere = promise.files.length > 0 && promise.files.every((file) => isWritten(entry, file, project));
    return isThere || promise.files.length === 0 ? undefined : { promise, what, suggestion: undefined };
  }
  const answer: Obligation = due
    ? findAnswer(promise, answeringEntries(entry, due, project))
    : { state: 'open', suggestion: undefined };
  return answer.state === 'open' ? { promise, what, suggestion: answer.suggestion } : undefined;
}

const names: Readonly<Record<PromiseKind, string>> = {
  output: 'output of',
  reference: 'reference of',
  prerequisite: 'prerequisite of',
  deferred: 'left to',
  'next step': 'next step for',
  risk: 'risk for',
  criterion: 'criterion of',
};

/** The phase itself for its outputs; for all else the phase that is named, or the next one. */
function phaseThatAnswers(
  { kind, phase: named }: PromiseFact,
  { identity: { initiative, phase } }: DocumentEntry,
  project: ProjectView,
): PhaseId | undefined {
  if (kind === 'output') return phase;
  const phases = project.chain.phases(initiative);
  if (named !== undefined && named !== phase?.key) return phases.find(({ key }) => key === named);
  // What a document of the whole initiative asks for may be answered in any phase.
  return phase ? phases.find((other) => comparePhases(other, phase) > 0) : phases[0];
}
