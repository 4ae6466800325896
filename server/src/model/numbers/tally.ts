/** Total, passed, failed and skipped that belong together, from a row of a table or from lines one below the other. */
import { placeOf, type NumberConflict, type NumberPlace } from './conflict';
import type { NumberLine } from './lines';
import type { Quantity } from './quantity';
import { fitsShare, showShare } from './shares';

/** A number where it stands. */
export interface Counted {
  readonly line: NumberLine;
  readonly quantity: Quantity;
}

export interface Tally {
  readonly total: Counted;
  readonly passed: Counted | undefined;
  readonly failed: Counted | undefined;
  /** Skipped, pending, partly passed … */
  readonly others: readonly Counted[];
  /** Whether what is neither passed nor failed is told too. */
  readonly complete: boolean;
  readonly rate: Counted | undefined;
}

/** @param place makes the place of a number; by default relative to the origin of its block */
export function* tallyConflicts(
  tally: Tally,
  place: (counted: Counted) => NumberPlace = ({ line, quantity }) => placeOf(line, quantity),
): Iterable<NumberConflict> {
  const { total, passed, failed, others, complete, rate } = tally;
  const counts = [passed, failed, ...others].flatMap((counted) => counted ?? []);
  const whole = total.quantity.value;
  const negative = [total, ...counts].find(({ quantity }) => quantity.value < 0);
  if (negative) {
    yield { kind: 'negative', wrong: place(negative), others: [] };
    return;
  }
  const tooMany = counts.find(({ quantity }) => quantity.value > whole);
  if (tooMany) {
    yield { kind: 'part', wrong: place(tooMany), others: [place(total)] };
    return;
  }
  if (passed && failed) {
    const sum = counts.reduce((all, { quantity }) => all + quantity.value, 0);
    const left = whole - sum;
    const places = counts.map(place);
    if (sum > whole || (left > 0 && complete))
      yield { kind: 'sum', wrong: place(total), others: places, name: '', sum: shown(sum) };
    else if (left > 0) yield { kind: 'remainder', wrong: place(total), others: places, remainder: shown(left) };
  }
  if (passed && rate) yield* rateConflict(tally, passed, rate, place);
}

/** The rate may leave out what was skipped. */
function* rateConflict(
  { total, failed, others }: Tally,
  passed: Counted,
  rate: Counted,
  place: (counted: Counted) => NumberPlace,
): Iterable<NumberConflict> {
  const { quantity } = rate;
  const part = passed.quantity.value;
  const whole = total.quantity.value;
  const counted = others.reduce((rest, each) => rest - each.quantity.value, whole);
  const ran = failed ? part + failed.quantity.value : whole;
  const { dimension } = quantity.unit;
  if (dimension !== 'percent' || quantity.until !== undefined || whole <= 0) return;
  if (quantity.bound === 'below' || quantity.bound === 'above') return;
  const about = quantity.bound === 'about';
  const fits = [whole, counted, ran].some((n) => n > 0 && fitsShare(quantity.value, quantity.decimals, part, n, about));
  if (fits) return;
  yield {
    kind: 'share',
    wrong: place(rate),
    others: [place(passed), place(total)],
    part,
    whole,
    computed: showShare(part, whole, quantity.decimals),
  };
}

function shown(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
