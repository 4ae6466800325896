/** Which lines of a text are new against an earlier version of it. */

/**
 * A patience diff: lines that stand once in both versions hold the two together, and what lies between is compared in the
 * same way. Where nothing stands once, the common beginning and end count as unchanged and the rest as new. Takes time
 * in proportion to the lines, but for sorting.
 *
 * @returns for each line of `after`, the line of `before` that it is; -1 for new ones
 */
export function matchLines(before: readonly string[], after: readonly string[]): Int32Array {
  const matches = new Int32Array(after.length).fill(-1);
  const open: Span[] = [{ from: 0, to: before.length, start: 0, end: after.length }];
  for (let span = open.pop(); span; span = open.pop()) {
    const inner = trim(before, after, span, matches);
    if (inner.from >= inner.to || inner.start >= inner.end) continue;
    const anchors = increasing(uniqueInBoth(before, after, inner));
    if (anchors.length === 0) continue;
    let { from, start } = inner;
    for (const [old, current] of anchors) {
      open.push({ from, to: old, start, end: current });
      matches[current] = old;
      [from, start] = [old + 1, current + 1];
    }
    open.push({ from, to: inner.to, start, end: inner.end });
  }
  return matches;
}

/** @returns for each line of `after`, whether it is new; line ends do not count */
export function changedLines(before: string, after: string): readonly boolean[] {
  return [...matchLines(linesOf(before), linesOf(after))].map((line) => line < 0);
}

export function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
}

/** Lines `from`…`to` of the old version against `start`…`end` of the new one; ends exclusive. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

type Pair = readonly [old: number, current: number];

/** Matches the common beginning and end. @returns what is left */
function trim(before: readonly string[], after: readonly string[], span: Span, matches: Int32Array): Span {
  let { from, to, start, end } = span;
  while (from < to && start < end && before[from] === after[start]) matches[start++] = from++;
  while (from < to && start < end && before[to - 1] === after[end - 1]) matches[--end] = --to;
  return { from, to, start, end };
}

/** Lines that stand exactly once in either part, in the order of the new one. */
function uniqueInBoth(before: readonly string[], after: readonly string[], { from, to, start, end }: Span): Pair[] {
  const places = new Map<string, { old: number; current: number }>();
  const SEVERAL = -2;
  for (let line = from; line < to; line++) {
    const text = before[line] ?? '';
    const known = places.get(text);
    if (known) known.old = SEVERAL;
    else places.set(text, { old: line, current: -1 });
  }
  for (let line = start; line < end; line++) {
    const known = places.get(after[line] ?? '');
    if (known) known.current = known.current === -1 ? line : SEVERAL;
  }
  const pairs: Pair[] = [];
  for (const { old, current } of places.values()) if (old >= 0 && current >= 0) pairs.push([old, current]);
  pairs.sort((a, b) => a[1] - b[1]);
  // A line below another heading says something else: headings hold the versions together before anything else does.
  const headings = pairs.filter(([old]) => HEADING.test(before[old] ?? ''));
  return headings.length > 0 ? headings : pairs;
}

const HEADING = /^ {0,3}#{1,6}[ \t]/;

/** The longest choice of pairs whose old lines are in order too: patience sorting. */
function increasing(pairs: readonly Pair[]): readonly Pair[] {
  const piles: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([old], index) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] ?? 0]?.[0] ?? 0) < old) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (piles[low - 1] ?? -1) : -1;
    piles[low] = index;
  });
  const chosen: Pair[] = [];
  for (let index = piles.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) chosen.push(pair);
  }
  return chosen.reverse();
}
