/** Lines of a section that tell how many tests there are: `Total tests: 45`, `Tests executed: 5`. */
import { shiftRange } from '../../syntax/positions';
import { placeOf, type NumberPlace } from './conflict';
import { labelWords, type NumberLine } from './lines';
import { valueOf, type PlacedLine } from './lists';
import type { Bound } from './quantity';
import { noUnit } from './units';

/** A line of a section that counts tests. Its place is relative to the section's first line. */
export interface TestCount {
  readonly kind: 'tests' | 'suites' | 'part';
  readonly label: string;
  readonly value: number;
  readonly bound: Bound;
  readonly place: NumberPlace;
}

export function testCounts(lines: readonly (PlacedLine | undefined)[]): readonly TestCount[] {
  return lines.flatMap((placed) => (placed && readCount(placed.line, placed.at)) ?? []);
}

function readCount(line: NumberLine, at: number): TestCount | undefined {
  const words = labelWords(line);
  const kind = words.length === 0 ? undefined : kindOf(words);
  const quantity = kind && valueOf(line);
  if (!kind || quantity?.unit !== noUnit || quantity.until !== undefined) return undefined;
  if (kind === 'part' && line.quantities.length > 1 && line.quantities[1]?.unit.dimension !== 'percent')
    return undefined;
  const { text, range } = placeOf(line, quantity);
  return {
    kind,
    label: words.join(' '),
    value: quantity.outOf ?? quantity.value,
    bound: quantity.bound,
    place: { text, range: shiftRange(range, at) },
  };
}

function kindOf(words: readonly string[]): TestCount['kind'] | undefined {
  if (words[0] === 'total' || words[0] === 'overall') {
    if (!words.every((word) => wholeWords.has(word))) return undefined;
    const last = words.at(-1) ?? '';
    return suites.has(last) ? 'suites' : 'tests';
  }
  return parts.has(words.join(' ')) ? 'part' : undefined;
}

const suites = new Set(['suites', 'categories', 'areas']);

const wholeWords = new Set(
  'total overall individual test tests executed run suites categories areas cases results'.split(' '),
);

const parts = new Set(['tests executed', 'test results', 'tests run', 'tests', 'test cases']);
