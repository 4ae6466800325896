/** A number of a claim against the value that the claim's own fragment binds. */
import type { ArtifactReading, Quantity } from './artifacts/artifact';
import type { ClaimedNumber } from './claimed/claimedNumber';
import { meets, placeOf } from './comparison';
import type { NumberComparison } from './comparison';
import { describeQuantity } from './describeMeasured';
import { overall } from './measuredScope';
import { inFormOf, inRatioOf } from './replacement';

/** What a bare number can be a duration in: milliseconds, seconds, minutes, hours, micro- and nanoseconds. */
const TIME_SCALES = [1, 1000, 60_000, 3_600_000, 0.001, 0.000001];

/**
 * Here the author says which value is meant, so the words need not tell; but they must not tell of something else.
 *
 * @param all numbers of the claim: of several the value is bound to the one that fits, and if none does, to nobody knows
 * which
 */
export function compareBound(
  claimed: ClaimedNumber,
  reading: ArtifactReading,
  all: readonly ClaimedNumber[],
): NumberComparison {
  const [quantity] = reading.quantities;
  if (!quantity) return { status: 'not-comparable' };
  const status = boundStatus(claimed, quantity);
  const place = placeOf(overall(reading), describeQuantity(quantity), quantity);
  const rival = all.some((other) => other.value !== claimed.value && boundStatus(other, quantity) !== 'not-comparable');
  return {
    status: status === 'contradicts' && rival ? 'not-comparable' : status,
    ...place,
    ...inForm(claimed, quantity),
  };
}

/** Only where the unit leaves no doubt what the value would be in the claim. */
function inForm(claimed: ClaimedNumber, { name, value, unit }: Quantity): Pick<NumberComparison, 'replacement'> {
  const { dimension, of = 0 } = claimed;
  if (dimension === 'ratio') return unit === 'count' && name === 'passed' ? inRatioOf(claimed, value, of) : {};
  if (dimension !== 'percent') return inFormOf(claimed, value);
  if (unit === 'none') return {};
  return inFormOf(claimed, unit === 'ratio' ? value * 100 : value);
}

function boundStatus(claimed: ClaimedNumber, quantity: Quantity): NumberComparison['status'] {
  if (!mayMean(claimed, quantity)) return 'not-comparable';
  const { value, unit, digits } = quantity;
  const either = (values: readonly number[]): NumberComparison['status'] => {
    const statuses = values.map((each) => meets(claimed, each, digits));
    return (
      statuses.find((status) => status === 'agrees') ??
      statuses.find((status) => status === 'not-comparable') ??
      'contradicts'
    );
  };
  switch (claimed.dimension) {
    case 'percent':
      if (unit === 'percent') return either([value]);
      // 0.95 is 95 %, and so may be 95.
      return unit === 'none' || unit === 'ratio' ? either([value, value * 100]) : 'not-comparable';
    case 'ratio': {
      const of = claimed.of ?? 0;
      const rate = {
        ...claimed,
        value: (100 * claimed.value) / of,
        low: (100 * claimed.value) / of,
        high: (100 * claimed.value) / of,
      };
      if (unit === 'count')
        return value === (quantity.name === 'total' ? of : claimed.value) ? 'agrees' : 'contradicts';
      if (unit !== 'percent' || of === 0) return value === claimed.value ? 'agrees' : 'not-comparable';
      return meets(rate, value, digits ?? 1);
    }
    case 'duration':
      if (unit === 'milliseconds') return either([value]);
      return unit === 'none' ? either(TIME_SCALES.map((scale) => value * scale)) : 'not-comparable';
    case 'count':
    case 'number':
      return unit === 'count' || unit === 'none' ? either([value]) : 'not-comparable';
  }
}

/** Whether the words and the key can be about the same thing; a key such as `value` or `p95` can be about anything. */
function mayMean({ subject, relation }: ClaimedNumber, { name, unit }: Quantity): boolean {
  if (relation === 'all' && name !== 'passRate') return false;
  if (name === 'value' || subject === 'value') return true;
  if (subject === 'coverage') return name.endsWith('Coverage');
  if (subject === 'total' || subject === 'passed') return name === subject || (name === 'total' && unit === 'count');
  return name === subject;
}
