/** The documents of a workspace folder by initiative and phase: which belong together, which are twins. */
import type { Config } from '../config';
import { conventionalKinds, habitualKinds, Habits } from './requiredKinds';
import type { Identity, PhaseId } from './phaseDocument';
import { comparePhases } from './phaseId';
import type { DocumentEntry, RequiredKind } from './project';

interface InitiativeSets<Entry> {
  /** Documents by the key of each phase that they cover. */
  readonly byPhase: ReadonlyMap<string, readonly Entry[]>;
  /** All phases, in order. */
  readonly phases: readonly PhaseId[];
  /** `PHASE3` and `PHASE_3` are phases of two series here. */
  readonly hasSeries: boolean;
  readonly last: PhaseId | undefined;
  /** Keys of phases that a plan or to-do list gives up. */
  readonly dropped: ReadonlySet<string>;
  readonly habits: Habits;
}

/** For one state of the documents; made anew when one comes, goes or is another. */
export class PhaseSets<Entry extends DocumentEntry> {
  readonly #initiatives = new Map<string, InitiativeSets<Entry>>();
  readonly #twins = new Map<string, Entry[]>();
  readonly #configFor: (path: string) => Config;

  /** @param documents in path order */
  constructor(documents: readonly Entry[], configFor: (path: string) => Config) {
    this.#configFor = configFor;
    const groups = new Map<string, Entry[]>();
    for (const entry of documents) {
      push(groups, entry.identity.initiative, entry);
      const key = twinKey(entry.identity);
      if (key !== undefined) push(this.#twins, key, entry);
    }
    for (const [initiative, entries] of groups) this.#initiatives.set(initiative, this.#groupByPhase(entries));
  }

  /** Documents of the same initiative, iteration, series and phase, in path order. */
  of(identity: Identity): readonly Entry[] {
    const sets = this.#initiatives.get(identity.initiative);
    const set = sets?.byPhase.get(identity.phase?.key ?? '') ?? [];
    // A prompt without iteration in its name belongs to whichever iteration its folder holds.
    return set.filter(
      ({ identity: other }) =>
        (!identity.iteration || !other.iteration || other.iteration === identity.iteration) &&
        (!sets?.hasSeries || isSameSeries(identity, other)),
    );
  }

  /** The phases of an initiative that have documents, in order. */
  phases(initiative: string): readonly PhaseId[] {
    return this.#initiatives.get(initiative)?.phases ?? [];
  }

  /** Whether a heading of a document of the initiative gives the phase up. */
  isDropped({ initiative, phase }: Identity): boolean {
    return phase !== undefined && this.#initiatives.get(initiative)?.dropped.has(phase.key) === true;
  }

  /** The last phase of an initiative that has more than a prompt. */
  lastPhase(initiative: string): PhaseId | undefined {
    return this.#initiatives.get(initiative)?.last;
  }

  /** Other documents that are the same by kind, phase, iteration and topic, though their files differ. */
  duplicatesOf({ identity, path }: Pick<DocumentEntry, 'identity' | 'path'>): readonly Entry[] {
    const key = twinKey(identity);
    const twins = key === undefined ? [] : (this.#twins.get(key) ?? []);
    const { series } = this.#configFor(path).phases;
    return twins.filter(
      (entry) => entry.path !== path && (series !== 'separator' || isSameSeries(identity, entry.identity)),
    );
  }

  requiredKinds(identity: Identity): readonly RequiredKind[] {
    const set = this.of(identity);
    const required = set[0] && this.#configFor(set[0].path).required;
    if (required) return required;
    const conventional = conventionalKinds(set);
    if (conventional) return conventional;
    const habits = this.#initiatives.get(identity.initiative)?.habits;
    return habits && identity.phase ? habitualKinds(habits, set, identity.phase.unit) : [];
  }

  #groupByPhase(entries: readonly Entry[]): InitiativeSets<Entry> {
    const byPhase = new Map<string, Entry[]>();
    const phases = new Map<string, PhaseId>();
    const dropped = new Set<string>();
    const habits = new Habits();
    let last: PhaseId | undefined;
    const hasSeries = this.#hasSeries(entries);
    for (const entry of entries) {
      const { identity, facts } = entry;
      for (const key of facts.droppedPhases) dropped.add(key);
      for (const phase of identity.phases) {
        push(byPhase, phase.key, entry);
        phases.set(phase.key, phases.get(phase.key) ?? phase);
        habits.add(identity.kind, phase, hasSeries ? (identity.series ?? '') : '');
        if (identity.kind !== 'prompt' && isLater(phase, last)) last = phase;
      }
    }
    return { byPhase, phases: [...phases.values()].sort(comparePhases), hasSeries, last, dropped, habits };
  }

  #hasSeries(entries: readonly Entry[]): boolean {
    const setting = entries[0] ? this.#configFor(entries[0].path).phases.series : 'ignore';
    if (setting === 'ignore') return false;
    const seen = new Map<string, Set<string>>();
    for (const { identity } of entries) {
      const key = setting === 'separator' ? '' : twinKey(identity);
      if (identity.series === undefined || key === undefined) continue;
      const known = seen.get(key);
      if (known) known.add(identity.series);
      else seen.set(key, new Set([identity.series]));
    }
    return [...seen.values()].some((series) => series.size > 1);
  }
}

/** What makes two documents the same; undefined for one that has no twins: of no phase, of no known kind, archived. */
function twinKey({ phase, phases, kind, archived, ...identity }: Identity): string | undefined {
  if (!phase || kind === 'other' || archived) return undefined;
  const { initiative, iteration = '', part, topic, edition = '', to } = identity;
  const keys = phases.map(({ key }) => key).join();
  return [initiative, kind, keys, to?.key, iteration, part?.key, topic, edition].map((one) => one ?? '').join('\n');
}

function isSameSeries(a: Identity, b: Identity): boolean {
  return a.series === undefined || b.series === undefined || a.series === b.series;
}

/** Phases first: after weeks and days of the same number there may be more phases. */
function isLater(phase: PhaseId, last: PhaseId | undefined): boolean {
  if (!last) return true;
  if (phase.unit !== last.unit) return phase.unit === undefined;
  return comparePhases(phase, last) > 0;
}

function push<Entry>(groups: Map<string, Entry[]>, key: string, entry: Entry): void {
  const group = groups.get(key);
  if (group) group.push(entry);
  else groups.set(key, [entry]);
}
