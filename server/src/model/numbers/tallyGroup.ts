/** Lines or rows of a tally: `Total tests: 45`, `Passed: 43 (95.6%)`, `Failed: 2`, `Success rate: 95.6%`. */
import { shiftRange } from '../../syntax/positions';
import { placeOf, type NumberConflict, type NumberPlace } from './conflict';
import type { NumberLine } from './lines';
import { isCount, type Quantity } from './quantity';
import { fitsShare, showShare } from './shares';
import { tallyConflicts, type Counted } from './tally';
import { failWords } from './words';

export type TallyRole = 'total' | 'passed' | 'failed' | 'other' | 'rate';

export interface TallyMember {
  readonly role: TallyRole;
  readonly line: NumberLine;
  /** What is counted, if it is a number. */
  readonly quantity: Quantity | undefined;
  /** Lines between the origin of the line's block and that of the conflicts. */
  readonly at: number;
}

/** The conflicts of lines that belong together; just one of them is the total. */
export function* groupConflicts(members: readonly TallyMember[]): Iterable<NumberConflict> {
  const of = (role: TallyRole) => members.filter((member) => member.role === role);
  const [total, ...moreTotals] = of('total').map(counted);
  const [passed, ...morePassed] = of('passed');
  if (!total || moreTotals.length > 0 || morePassed.length > 0) return;
  const [rate, ...moreRates] = of('rate');
  const other = of('other');
  // What is told as `20+` or not at all could be anything.
  const counts = [...of('failed'), ...other].map(counted);
  const known = counts.flatMap((each) => each ?? []);
  const [failed, ...others] = known.length === counts.length ? known : [];
  if (known.some(({ quantity }) => quantity.value < 0)) return;
  const origins = new Map(members.map(({ line, at }) => [line, at]));
  const place = ({ line, quantity }: Counted): NumberPlace => {
    const { text, range } = placeOf(line, quantity);
    return { text, range: shiftRange(range, origins.get(line) ?? 0) };
  };
  yield* tallyConflicts(
    {
      total,
      passed: passed && counted(passed),
      failed,
      others,
      complete: other.length > 0,
      rate: rate?.quantity && moreRates.length === 0 ? { line: rate.line, quantity: rate.quantity } : undefined,
    },
    place,
  );
  for (const member of members) {
    const found = member.role === 'rate' ? undefined : ownShare(member, total, place);
    if (found) yield found;
  }
}

function counted({ line, quantity }: TallyMember): Counted | undefined {
  return quantity && isCount(quantity) ? { line, quantity } : undefined;
}

/** `Passed: 43 (95.6%)` against the total. */
function ownShare(
  member: TallyMember,
  total: Counted,
  place: (counted: Counted) => NumberPlace,
): NumberConflict | undefined {
  const { line } = member;
  const count = counted(member);
  const share = line.quantities[1];
  if (!count || !share || line.quantities.length !== 2 || share.unit.dimension !== 'percent') return undefined;
  if (share.bound !== 'exact' || share.until !== undefined || share.outOf !== undefined) return undefined;
  const gap = line.inline.text.slice(count.quantity.to, share.from);
  if (!/^[^(),;:]*\(\s*$/.test(gap)) return undefined;
  const part = count.quantity.value;
  const whole = total.quantity.value;
  if (whole <= 0 || part > whole || fitsShare(share.value, share.decimals, part, whole, false)) return undefined;
  return {
    kind: 'share',
    wrong: place({ line, quantity: share }),
    others: [place(count), place(total)],
    part,
    whole,
    computed: showShare(part, whole, share.decimals),
  };
}

/** What a label counts. Words that name the things counted may stand in it, others may not. */
export function tallyRole(words: readonly string[]): TallyRole | undefined {
  if (words.length === 0 || words.length > 4) return undefined;
  const roles = new Set<TallyRole>();
  for (const word of words) {
    const role = roleWords.get(word) ?? (failWords.has(word) ? 'failed' : undefined);
    if (role) roles.add(role);
    else if (!nouns.has(word)) return undefined;
  }
  if (roles.has('rate')) return roles.has('failed') || roles.has('other') ? undefined : 'rate';
  if (roles.has('other')) return 'other';
  if (roles.size === 1) return [...roles][0];
  // `Tests: 45` alone is a total if it is a total of something.
  return roles.size === 0 && words.length === 1 && totals.has(words[0] ?? '') ? 'total' : undefined;
}

const roleWords: ReadonlyMap<string, TallyRole> = new Map(
  (
    [
      ['total', 'total'],
      ['passed', 'passed passing pass successful succeeded'],
      ['other', 'skipped pending partially partial blocked ignored xfailed skip'],
      ['rate', 'rate'],
    ] as const
  ).flatMap(([role, list]) => list.split(' ').map((word) => [word, role] as const)),
);

const totals = new Set(['tests', 'cases', 'checks']);

const nouns = new Set(
  (
    'tests test cases case checks categories category suites suite files scenarios scenario individual unit integration ' +
    'executed run success expected validation overall'
  ).split(' '),
);
