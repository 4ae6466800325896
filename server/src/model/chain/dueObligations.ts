/** What documents leave to phases, and what became of it there: hand-offs to later ones, requirements to each. */
import type { DocumentKind } from '../documentKind';
import type { PhaseId } from '../phaseDocument';
import type { DocumentEntry, ProjectView } from '../project';
import type { ChainFacts, PromiseFact } from './chainFacts';
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
export function* dueObligations(entry: DocumentEntry, project: Pick<ProjectView, 'chain'>): Iterable<DueObligations> {
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
    const version = versionOf(answering, entry, target);
    const obligations = here.map((promise) => ({ promise, obligation: keptAnswer(promise, answering, version) }));
    yield { target, answering, obligations };
  }
}

type Version = readonly ChainFacts[];

const versions = new WeakMap<DocumentEntry, Map<string, Version>>();

/** The same object as long as the documents in which answers are looked for say the same. */
function versionOf(answering: readonly DocumentEntry[], entry: DocumentEntry, { key }: PhaseId): Version {
  const now = answering.map(({ facts }) => facts.chain);
  const byTarget = versions.get(entry) ?? new Map<string, Version>();
  versions.set(entry, byTarget);
  const last = byTarget.get(key);
  if (last?.length === now.length && last.every((chain, index) => chain === now[index])) return last;
  byTarget.set(key, now);
  return now;
}

/** By its list of files, which a promise keeps when its section moves; each keystroke asks for all answers. */
const answers = new WeakMap<PromiseFact['files'], { readonly version: Version; readonly obligation: Obligation }>();

function keptAnswer(promise: PromiseFact, answering: readonly DocumentEntry[], version: Version): Obligation {
  const known = answers.get(promise.files);
  if (known?.version === version) return known.obligation;
  const obligation = findAnswer(promise, answering);
  answers.set(promise.files, { version, obligation });
  return obligation;
}

function tells(other: DocumentEntry, promising: DocumentEntry): boolean {
  return isTold(other.identity.kind) && other.identity.direction !== 'to' && sameLine(other, promising);
}

function isTold(kind: DocumentKind): boolean {
  return kind !== 'prompt' && kind !== 'plan';
}
