/** What documents promise and nothing answers yet: outputs, prerequisites, deferred items, next steps, risks, criteria. */
import type { PromiseFact, PromiseKind } from '../model/chain/chainFacts';
import { tellsOfPhase } from '../model/chain/currentEntries';
import { answeringEntries, answeringPhases, findAnswer, isWritten, laterPhase } from '../model/chain/obligations';
import type { PhaseId } from '../model/phaseDocument';
import type { DocumentEntry, ProjectView } from '../model/project';

export interface OpenObligation {
  readonly promise: PromiseFact;
  /** `prerequisite of phase 3`, `output of phase 2`. */
  readonly what: string;
  /** A line whose words are alike: perhaps the answer. */
  readonly suggestion: { readonly entry: DocumentEntry; readonly line: number } | undefined;
}

/**
 * Archived documents and drafts promise nothing any more, or not yet. What only refers to a file is no promise. Prose is
 * open until the phase that may answer it has documents; whether those answer it in words of their own nobody can tell.
 */
export function findOpenObligations(entry: DocumentEntry, project: ProjectView): readonly OpenObligation[] {
  const { promises, standing } = entry.facts.chain;
  if (standing !== 'current' || promises.length === 0) return [];
  const { initiative } = entry.identity;
  const said = project.chain
    .phases(initiative)
    .flatMap(({ key }) => project.chain.phase(initiative, key).entries.map(({ facts }) => facts.chain));
  const on = [entry.facts.chain, project.factsVersion, ...said];
  const known = kept.get(entry);
  if (known?.on.length === on.length && known.on.every((part, at) => part === on[at])) return known.found;
  const found = findOpen(promises, entry, project);
  kept.set(entry, { on, found });
  return found;
}

interface Kept {
  /** What it depends on: the document itself, which files are there, what all say of the phases. */
  readonly on: readonly unknown[];
  readonly found: readonly OpenObligation[];
}

/** Views ask for all documents whenever one has changed. */
const kept = new WeakMap<DocumentEntry, Kept>();

function findOpen(
  promises: readonly PromiseFact[],
  entry: DocumentEntry,
  project: ProjectView,
): readonly OpenObligation[] {
  return promises
    .filter(({ kind, settled }) => !settled && kind !== 'reference')
    .flatMap((promise) => openPart(promise, entry, project) ?? []);
}

function openPart(promise: PromiseFact, entry: DocumentEntry, project: ProjectView): OpenObligation | undefined {
  const { kind, files, binding, phase: named } = promise;
  const due = phaseThatAnswers(promise, entry, project);
  const whose = entry.identity.phase || named !== undefined ? due : undefined;
  const what = whose ? `${names[kind]} phase ${whose.text}` : kind;
  if (kind === 'output') {
    const isThere = files.every((file) => isWritten(entry, file, project));
    return isThere ? undefined : { promise, what, suggestion: undefined };
  }
  const answering = due ? answeringEntries(entry, due, project) : [];
  const isBegun = answering.some(({ identity }) => identity.kind !== 'prompt' && tellsOfPhase(identity));
  if (isBegun && !binding) return undefined;
  const answer = findAnswer(promise, answering);
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

/** The phase itself for its outputs and criteria; for all else the phase that is named, or the next one. */
function phaseThatAnswers(promise: PromiseFact, entry: DocumentEntry, project: ProjectView): PhaseId | undefined {
  const { initiative, phase } = entry.identity;
  const { kind } = promise;
  if (kind === 'output') return phase;
  const phases = project.chain.phases(initiative);
  const named = kind === 'criterion' ? promise.phase : laterPhase(promise, phase);
  if (named !== undefined) return phases.find(({ key }) => key === named);
  // What a document of the whole initiative asks for may be answered in any phase.
  return phase ? answeringPhases(entry, project)[0] : phases[0];
}
