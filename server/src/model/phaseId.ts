/** Phase ids as people write them. */
import type { PhaseId } from './phaseDocument';

const SEPARATOR = /[._]/;
const LEADING_ZEROS = /^0+(?=\d)/;
/** `3`, `3.5`, `3_5`, `07b`, `C`; not `phased`, `3rd`. */
const PHASE_ID = /^(?:\d+(?:[._]\d+)*[A-Za-z]?|[A-Za-z])$/;

/** @returns undefined if `text` is no phase id */
export function parsePhaseId(text: string): PhaseId | undefined {
  if (!PHASE_ID.test(text)) return undefined;
  const key = text
    .split(SEPARATOR)
    .map((part) => part.replace(LEADING_ZEROS, '').toUpperCase())
    .join('.');
  return { text, key };
}

/**
 * Order of phases: numbers before letters, and the part after the first separator as a decimal fraction, as the field
 * uses it: 3.5 < 3.51 < 3.6. Equal fractions fall back to further parts.
 */
export function comparePhases(a: PhaseId, b: PhaseId): number {
  const [left, right] = [sortKey(a.key), sortKey(b.key)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

function sortKey(key: string): readonly number[] {
  const [, whole = '', rest = '', letter = ''] = /^(\d*)((?:\.\d+)*)([A-Z]?)$/.exec(key) ?? [];
  if (whole === '') return [Number.MAX_SAFE_INTEGER, key.charCodeAt(0)];
  const [fraction, ...further] = rest.split('.').filter(Boolean);
  const letterRank = letter === '' ? 0 : letter.charCodeAt(0);
  return [Number(whole), Number(`0.${fraction ?? '0'}`), ...further.map(Number), letterRank];
}
