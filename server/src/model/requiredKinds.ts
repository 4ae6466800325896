/** Which documents a phase needs, where the team's configuration does not say it. */
import type { DocumentKind } from './documentKind';
import { presetNamed } from './presets/index';
import type { PhaseId } from './phaseDocument';
import type { DocumentEntry, RequiredKind } from './project';

/** Kinds of which a phase has one, and that somebody misses who takes over. A prompt or plan comes before the phase. */
const kindsPerPhase: readonly DocumentKind[] = [
  'handoff',
  'completion',
  'notes',
  'decisions',
  'testing-summary',
  'verification',
];
/** A habit is what at least so many other phases have, */
const FEWEST_PHASES = 3;
/** and all of them but one in five. */
const SHARE = 0.8;

/**
 * What the convention of a phase's documents asks for.
 *
 * @returns undefined if none of them has a convention that does
 */
export function conventionalKinds(set: readonly DocumentEntry[]): readonly RequiredKind[] | undefined {
  // A prompt found by title or a phase report beside `TODO…` documents follows the convention of its set.
  for (const { identity } of set) {
    const required = presetNamed(identity.preset)?.required ?? [];
    if (required.length > 0) return required;
  }
  return undefined;
}

/** How many phases of an initiative have which kind of document. */
export class Habits {
  readonly #phasesWith = new Map<string, Set<string>>();

  /** @param series that the phase belongs to, where there are several */
  add(kind: DocumentKind, phase: PhaseId, series: string): void {
    if (!kindsPerPhase.includes(kind)) return;
    const key = `${series}\n${phase.key}`;
    for (const name of [countKey(kind, phase.unit), countKey('any', phase.unit)]) {
      const known = this.#phasesWith.get(name);
      if (known) known.add(key);
      else this.#phasesWith.set(name, new Set([key]));
    }
  }

  /** @param kind or any of those that show that a phase has begun */
  count(kind: DocumentKind | 'any', unit: string | undefined): number {
    return this.#phasesWith.get(countKey(kind, unit))?.size ?? 0;
  }
}

/** What the team has for nearly every other phase of the initiative. @param set the documents of the phase */
export function habitualKinds(
  habits: Habits,
  set: readonly DocumentEntry[],
  unit: string | undefined,
): readonly RequiredKind[] {
  const own = new Set(set.map(({ identity }) => identity.kind));
  // A phase that is only planned shows no habit.
  const hasBegun = kindsPerPhase.some((kind) => own.has(kind));
  const of = habits.count('any', unit) - (hasBegun ? 1 : 0);
  return kindsPerPhase.flatMap((kind) => {
    const having = habits.count(kind, unit) - (own.has(kind) ? 1 : 0);
    if (having < FEWEST_PHASES || having < of * SHARE) return [];
    return [{ kind, severity: 'information' as const, habit: { having, of } }];
  });
}

function countKey(kind: DocumentKind | 'any', unit: string | undefined): string {
  return `${unit ?? 'phase'} ${kind}`;
}
