/** Phases that have no document though earlier and later ones have. */
import type { PhaseSettings } from '../config';
import type { PhaseId } from './phaseDocument';
import { parsePhaseId } from './phaseId';

export interface PhaseGap {
  /** The nearest earlier phase that has documents. */
  readonly before: PhaseId;
  /** In order; never empty. */
  readonly missing: readonly PhaseId[];
}

/** A longer gap is none: what follows counts something else, such as years. */
const LONGEST_GAP = 30;

/**
 * The gap that ends with a phase.
 *
 * @param phases of the initiative that have documents, in order
 */
export function gapBefore(phase: PhaseId, phases: readonly PhaseId[], settings: PhaseSettings): PhaseGap | undefined {
  const ofUnit = phases.filter(({ unit }) => unit === phase.unit);
  const before = ofUnit[ofUnit.findIndex(({ key }) => key === phase.key) - 1];
  if (!before) return undefined;
  const texts =
    settings.order === 'declared'
      ? declaredBetween(before, phase, settings.declared)
      : (between(wholeOf(before), wholeOf(phase), String) ??
        between(letterOf(before), letterOf(phase), (code) => String.fromCharCode(code)) ??
        []);
  const missing = texts.flatMap((text) => parsePhaseId(text, phase.unit, settings) ?? []);
  return missing.length === 0 || missing.length > LONGEST_GAP ? undefined : { before, missing };
}

function declaredBetween(from: PhaseId, to: PhaseId, declared: readonly string[]): readonly string[] {
  const indexOf = ({ key, text }: PhaseId): number =>
    declared.findIndex((name) => name === text || parsePhaseId(name)?.key === key);
  const [first, last] = [indexOf(from), indexOf(to)];
  return first < 0 || last < 0 ? [] : declared.slice(first + 1, last);
}

function between(
  from: number | undefined,
  to: number | undefined,
  textOf: (value: number) => string,
): readonly string[] | undefined {
  if (from === undefined || to === undefined) return undefined;
  const length = Math.min(LONGEST_GAP + 1, Math.max(0, to - from - 1));
  return Array.from({ length }, (_, index) => textOf(from + 1 + index));
}

/** 6 of `6`, `6.5` and `6b`. */
function wholeOf({ key }: PhaseId): number | undefined {
  const digits = /(?:^| )(\d+)/.exec(key)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function letterOf({ key }: PhaseId): number | undefined {
  return /(?:^| )[A-Z]$/.test(key) ? key.charCodeAt(key.length - 1) : undefined;
}
