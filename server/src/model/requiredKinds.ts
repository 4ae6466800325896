/** Which documents a phase needs, where the team's configuration does not say it. */
import type { DocumentKind } from './documentKind';
import { presetNamed } from './presets/index';
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

/** What the team has for nearly every other phase of the initiative. @param others the documents of each other phase */
export function habitualKinds(others: readonly (readonly DocumentEntry[])[]): readonly RequiredKind[] {
  // A phase that is only planned shows no habit.
  const begun = others.filter((set) => set.some(({ identity }) => kindsPerPhase.includes(identity.kind)));
  return kindsPerPhase.flatMap((kind) => {
    const having = begun.filter((set) => set.some(({ identity }) => identity.kind === kind)).length;
    if (having < FEWEST_PHASES || having < begun.length * SHARE) return [];
    return [{ kind, severity: 'information' as const, habit: { having, of: begun.length } }];
  });
}
