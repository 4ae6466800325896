/** How claim and artifact compare, and what every comparison needs. */
import type { Quantity } from './artifacts/artifact';
import type { ClaimedNumber } from './claimed/claimedNumber';
import type { Measured } from './measuredScope';

export interface Comparison {
  /** `not-comparable` whenever there is a doubt that claim and artifact speak of the same thing. */
  readonly status: 'agrees' | 'contradicts' | 'not-comparable';
  /** As the claim writes it: `40/40`. */
  readonly claimed?: string;
  /** For a message: `38 of 40 passed, 2 failed`. */
  readonly measured?: string;
  /** What {@link claimed} would have to say, in its own form; undefined where that form cannot tell it. */
  readonly replacement?: string;
  readonly where?: {
    readonly path: string;
    /** Zero-based. */
    readonly line?: number;
    readonly scope?: string;
  };
}

/** The result for one number of a claim. */
export type NumberComparison = Omit<Comparison, 'claimed'>;

/** How a measured value meets the claim; both may be rounded. */
export function meets(claimed: ClaimedNumber, value: number, digits?: number): NumberComparison['status'] {
  const slack = digits === undefined ? Math.abs(value) * 1e-9 : 10 ** -digits;
  const strict = claimed.relation === 'more-than' || claimed.relation === 'less-than';
  // `>98%` and exactly 98: who counts the equal?
  if (strict && Math.abs(value - claimed.value) <= slack) return 'not-comparable';
  if (value + slack >= claimed.low && value - slack <= claimed.high) return 'agrees';
  return statusIfCut(claimed, value - slack);
}

/** Tools cut percentages to two digits: Istanbul writes 91.66 for 11 of 12. With fewer digits it is people who cut. */
const DIGITS_OF_TOOLS = 2;

function statusIfCut({ relation, dimension, value, high }: ClaimedNumber, actual: number): NumberComparison['status'] {
  const half = high - value;
  const isCut = relation === 'exact' && dimension === 'percent' && actual > value && actual <= high + half;
  if (!isCut) return 'contradicts';
  return half <= 10 ** -DIGITS_OF_TOOLS ? 'agrees' : 'not-comparable';
}

/** Where the message may lead: the first failing test, else the quantity itself. */
export function placeOf(
  { reading, scope }: Measured,
  text: string,
  quantity?: Quantity,
): Pick<NumberComparison, 'measured' | 'where'> {
  const failing = reading.quantities.find(
    ({ name, scopeKind, value }) => scopeKind === 'test' && (name === 'failed' || name === 'errors') && value > 0,
  );
  const place = quantity ?? (scope === undefined ? failing : reading.quantities.find((other) => other.scope === scope));
  const where = {
    path: reading.path,
    ...(place?.line === undefined ? {} : { line: place.line }),
    ...(place?.scope === undefined ? {} : { scope: place.scope }),
  };
  return { measured: text, where };
}
