/**
 * The phases of a project and who says what of them. Documents are taken in one by one: a change costs as much as the
 * phases that the document speaks of, however many others there are.
 */
import { comparePhases } from '../phaseId';
import type { PhaseId } from '../phaseDocument';
import type { DocumentEntry } from '../project';
import type { PhaseKey } from './chainFacts';
import { isDue } from './obligations';

/** All documents that speak of one phase of an initiative, in path order. Another object when what they say changes. */
export interface PhaseView {
  readonly initiative: string;
  readonly phase: PhaseKey;
  readonly entries: readonly DocumentEntry[];
}

/** What rules may ask of it. */
export interface ChainView {
  /** Who speaks of a phase; for the empty key, of the initiative as a whole. */
  phase(initiative: string, phase: PhaseKey): PhaseView;
  /** The phases of an initiative that have documents, in order. */
  phases(initiative: string): readonly PhaseId[];
}

interface Member {
  readonly entry: DocumentEntry;
  readonly initiative: string;
  readonly phase: PhaseId | undefined;
  readonly digests: ReadonlyMap<PhaseKey, number>;
  readonly places: number;
}

interface Phase {
  readonly members: Map<string, DocumentEntry>;
  view: PhaseView | undefined;
}

interface Initiative {
  readonly phases: Map<PhaseKey, Phase>;
  /** How many documents each phase has of its own. */
  readonly owned: Map<PhaseKey, { readonly id: PhaseId; count: number }>;
  order: readonly PhaseId[] | undefined;
}

export class ProjectChain implements ChainView {
  readonly #initiatives = new Map<string, Initiative>();
  readonly #members = new Map<string, Member>();

  /**
   * Takes in a document, or its new version.
   *
   * @returns the other documents whose findings may change by what it says now
   */
  set(entry: DocumentEntry): ReadonlySet<string> {
    const { identity, facts } = entry;
    const before = this.#members.get(entry.path);
    const { digests, places } = facts.chain;
    const member: Member = { entry, initiative: identity.initiative, phase: identity.phase, digests, places };
    const moved = before && (before.initiative !== member.initiative || before.phase?.key !== member.phase?.key);
    if (moved) this.#remove(entry.path, before);
    this.#members.set(entry.path, member);
    const initiative = this.#initiative(member.initiative);
    if (!before || moved) this.#own(initiative, member.phase, 1);
    const affected = new Set<string>();
    const known = moved ? undefined : before;
    for (const phase of new Set([...digests.keys(), ...(known?.digests.keys() ?? [])])) {
      const isSame = known?.digests.get(phase) === digests.get(phase) && known?.entry === entry;
      if (isSame && known.places === places) continue;
      const bucket = bucketOf(initiative, phase);
      bucket.view = undefined;
      if (digests.has(phase)) bucket.members.set(entry.path, entry);
      else bucket.members.delete(entry.path);
      if (!isSame) for (const path of this.#dependants(initiative, phase)) affected.add(path);
    }
    affected.delete(entry.path);
    return affected;
  }

  /** @returns the documents whose findings may change because it is gone */
  delete(path: string): ReadonlySet<string> {
    const member = this.#members.get(path);
    if (!member) return new Set();
    const affected = new Set<string>();
    const initiative = this.#initiative(member.initiative);
    for (const phase of member.digests.keys())
      for (const other of this.#dependants(initiative, phase)) affected.add(other);
    this.#remove(path, member);
    this.#members.delete(path);
    affected.delete(path);
    return affected;
  }

  /** Documents that show places of others, or look for answers in them: to be made again when a version is saved. */
  dependantsOf(path: string): ReadonlySet<string> {
    const member = this.#members.get(path);
    const found = new Set<string>();
    if (!member) return found;
    const initiative = this.#initiative(member.initiative);
    for (const phase of member.digests.keys())
      for (const other of this.#dependants(initiative, phase)) found.add(other);
    found.delete(path);
    return found;
  }

  phase(initiative: string, phase: PhaseKey): PhaseView {
    const bucket = this.#initiatives.get(initiative)?.phases.get(phase);
    if (!bucket) return { initiative, phase, entries: [] };
    if (!bucket.view) {
      const entries = [...bucket.members.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
      bucket.view = { initiative, phase, entries };
    }
    return bucket.view;
  }

  phases(initiative: string): readonly PhaseId[] {
    const known = this.#initiatives.get(initiative);
    if (!known) return [];
    known.order ??= [...known.owned.values()].map(({ id }) => id).sort(comparePhases);
    return known.order;
  }

  /** Those that speak of the phase, those of the phases before, whose promises it may answer, and the next one's dates. */
  *#dependants(initiative: Initiative, phase: PhaseKey): Iterable<string> {
    yield* initiative.phases.get(phase)?.members.keys() ?? [];
    const order = (initiative.order ??= [...initiative.owned.values()].map(({ id }) => id).sort(comparePhases));
    const index = order.findIndex(({ key }) => key === phase);
    for (const [at, earlier] of order.slice(0, Math.max(0, index)).entries()) {
      for (const [path, { facts }] of initiative.phases.get(earlier.key)?.members ?? []) {
        // Outputs are asked for until the next phase has begun; all else may still be answered after that.
        const { promises } = facts.chain;
        if (at === index - 1 ? promises.length > 0 : promises.some(isDue)) yield path;
      }
    }
    const following = index < 0 ? undefined : order[index + 1];
    // Their dates are compared with those of this one.
    for (const [path, { facts }] of (following && initiative.phases.get(following.key)?.members) ?? [])
      if (facts.chain.dates.length > 0) yield path;
  }

  #initiative(name: string): Initiative {
    let initiative = this.#initiatives.get(name);
    if (!initiative) {
      initiative = { phases: new Map(), owned: new Map(), order: undefined };
      this.#initiatives.set(name, initiative);
    }
    return initiative;
  }

  #own(initiative: Initiative, phase: PhaseId | undefined, by: 1 | -1): void {
    if (!phase) return;
    const known = initiative.owned.get(phase.key);
    const count = (known?.count ?? 0) + by;
    if (count === 0) initiative.owned.delete(phase.key);
    else if (known) known.count = count;
    else initiative.owned.set(phase.key, { id: phase, count });
    if (count === 0 || !known) initiative.order = undefined;
  }

  #remove(path: string, member: Member): void {
    const initiative = this.#initiative(member.initiative);
    this.#own(initiative, member.phase, -1);
    for (const phase of member.digests.keys()) {
      const bucket = initiative.phases.get(phase);
      if (!bucket) continue;
      bucket.members.delete(path);
      bucket.view = undefined;
      if (bucket.members.size === 0) initiative.phases.delete(phase);
    }
  }
}

function bucketOf(initiative: Initiative, phase: PhaseKey): Phase {
  let bucket = initiative.phases.get(phase);
  if (!bucket) {
    bucket = { members: new Map(), view: undefined };
    initiative.phases.set(phase, bucket);
  }
  return bucket;
}
