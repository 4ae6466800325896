/** Phase ids as people write them: what they are called, which are the same, and in which order they come. */
import type { PhaseId } from './phaseDocument';

/** How a team counts its phases. */
export interface PhaseOrder {
  /**
   * `decimal`, also where nothing is said: the part after the first separator is a fraction, 3.5 < 3.51 < 3.6. `dotted`: each part is a number of
   * its own, 3.6 < 3.51. `declared`: as {@link declared} lists them; what it does not list comes after, decimally.
   */
  readonly order?: 'decimal' | 'dotted' | 'declared' | undefined;
  readonly declared: readonly string[];
}

export const decimalOrder: PhaseOrder = { order: 'decimal', declared: [] };

const SEPARATOR = /[._]/;
const LEADING_ZEROS = /^0+(?=\d)/;
/** `3`, `3.5`, `3_5`, `07b`, `C`; not `phased`, `3rd`. */
const PHASE_ID = /^(?:\d+(?:[._]\d+)*[A-Za-z]?|[A-Za-z])$/;
/** `I` to `XIX`, in capitals: `L`, `C`, `D` and `M` alone are letters. */
const ROMAN = /^(?=[IVX])(X?)(IX|IV|V?I{0,3})$/;
const PARTS = /^(\d*)((?:\.\d+)*)([A-Z]?)$/;
/** Units in the order in which a plan nests them; any other comes last. */
const unitOrder: readonly (string | undefined)[] = [undefined, 'milestone', 'stage', 'block', 'sprint', 'week', 'day'];

/**
 * @param text the id alone: `8`, `3_5`, `C`, `IV`
 * @param unit what it counts, in lower case and singular, if that is not a phase: `week`
 * @returns undefined if `text` is no phase id
 */
export function parsePhaseId(text: string, unit?: string, order: PhaseOrder = decimalOrder): PhaseId | undefined {
  const roman = readRoman(text);
  if (roman === undefined && !PHASE_ID.test(text)) return undefined;
  const plain =
    roman === undefined
      ? text
          .split(SEPARATOR)
          .map((part) => part.replace(LEADING_ZEROS, '').toUpperCase())
          .join('.')
      : String(roman);
  const key = unit === undefined ? plain : `${unit} ${plain}`;
  return { text, key, unit, rank: rankOf(plain, text, unit, order) };
}

/** `Phase 8`, `Week 11`: as a view or message names it. */
export function phaseLabel({ text, unit = 'phase' }: PhaseId): string {
  return `${unit.charAt(0).toUpperCase()}${unit.slice(1)} ${text}`;
}

/** `phase 8`, `week 11`: within a sentence. */
export function phaseName({ text, unit = 'phase' }: PhaseId): string {
  return `${unit} ${text}`;
}

/** Order of phases: numbers before letters, parts as the team's {@link PhaseOrder} says, other units after phases. */
export function comparePhases(a: PhaseId, b: PhaseId): number {
  for (let i = 0; i < Math.max(a.rank.length, b.rank.length); i++) {
    const difference = (a.rank[i] ?? -1) - (b.rank[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** Whether `inner` is a part of `outer`: 3.1 and 3b of 3. */
export function isSubPhase(inner: PhaseId, outer: PhaseId): boolean {
  return inner.key !== outer.key && inner.key.startsWith(outer.key) && !/^\d/.test(inner.key.slice(outer.key.length));
}

function rankOf(key: string, text: string, unit: string | undefined, order: PhaseOrder): readonly number[] {
  const known = unitOrder.indexOf(unit);
  const unitRank = known < 0 ? unitOrder.length : known;
  if (order.order !== 'declared') return [unitRank, 0, ...ranksOfParts(key, order.order ?? 'decimal')];
  const declared = order.declared.findIndex((name) => name === text || parsePhaseId(name)?.key === key);
  return declared < 0 ? [unitRank, 1, ...ranksOfParts(key, 'decimal')] : [unitRank, 0, declared];
}

function ranksOfParts(key: string, order: 'decimal' | 'dotted'): readonly number[] {
  const [, whole = '', rest = '', letter = ''] = PARTS.exec(key) ?? [];
  if (whole === '') return [Number.MAX_SAFE_INTEGER, key.charCodeAt(0)];
  const [first, ...further] = rest.split('.').filter(Boolean);
  const fraction = order === 'decimal' ? Number(`0.${first ?? '0'}`) : Number(first ?? '0');
  return [Number(whole), fraction, ...further.map(Number), letter === '' ? 0 : letter.charCodeAt(0)];
}

function readRoman(text: string): number | undefined {
  const [, tens, ones = ''] = ROMAN.exec(text) ?? [];
  if (tens === undefined) return undefined;
  const values: Readonly<Record<string, number>> = { IX: 9, IV: 4 };
  const unitsValue = values[ones] ?? (ones.startsWith('V') ? 4 + ones.length : ones.length);
  return (tens === '' ? 0 : 10) + unitsValue;
}
