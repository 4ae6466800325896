/** Measured values in the form in which a claim writes its number: what the author would have to write. */
import type { ClaimedNumber } from './claimed/claimedNumber';
import type { Comparison } from './comparison';

/** `95%`, `>98%`, `40 tests`; not `120+`, `90-95%`, `3.5 min`. */
const ONE_NUMBER = /^(?:[<>≤≥~≈]=?\s*)?(\d[\d,]*(?:\.\d+)?)(?![\d.+–—-])/;
/** `38/40`, `38 of 40`. */
const TWO_NUMBERS = /^(\d[\d,]*)(\/| of )(\d[\d,]*)$/;
/** `zero failures`. */
const ZERO_WORD = /^(?:zero|no)(?= )/i;
/** Nouns that one and many have to share: `1 failures` is not how anybody writes. */
const NOUN = / \p{L}/u;

/**
 * @param value in the unit of the claim: percent for rates
 * @returns nothing unless the claim states one value as a percentage or a count
 */
export function inFormOf(claimed: ClaimedNumber, value: number | undefined): Pick<Comparison, 'replacement'> {
  const { dimension, relation, text } = claimed;
  if (value === undefined || relation === 'all' || relation === 'range') return {};
  if (dimension === 'ratio' || dimension === 'duration') return {};
  if (dimension === 'count' && NOUN.test(text) && (value === 1) !== (claimed.value === 1)) return {};
  if (ZERO_WORD.test(text)) return { replacement: text.replace(ZERO_WORD, String(value)) };
  const number = ONE_NUMBER.exec(text);
  const written = number && writeNumber(value, number[1] ?? '');
  return written ? { replacement: `${written}${text.slice(number[0].length)}` } : {};
}

/** The same for `38/40` and `38 of 40`. */
export function inRatioOf({ text }: ClaimedNumber, value: number, of: number): Pick<Comparison, 'replacement'> {
  const [, part = '', link = '', whole = ''] = TWO_NUMBERS.exec(text) ?? [];
  const written = [writeNumber(value, part), writeNumber(of, whole)];
  return link === '' || written.includes(undefined) ? {} : { replacement: written.join(link) };
}

/** @param like decides on the separators of thousands */
function writeNumber(value: number, like: string): string | undefined {
  // Two digits say enough, unless they make all of what is less than all.
  const rounded = Number(value.toFixed(2));
  if (rounded !== value && (rounded === 100 || rounded === 0)) return undefined;
  const [whole = '', decimals] = String(rounded).split('.');
  const grouped = like.includes(',') ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
