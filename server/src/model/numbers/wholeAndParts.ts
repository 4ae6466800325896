/** The number of all tests against those of the parts, told section by section: `Total tests: 45`, `Tests executed: 5`. */
import type { ParsedDocument, Section, SectionContent } from '../../syntax/document';
import { shiftRange } from '../../syntax/positions';
import { placeOf, type NumberConflict, type NumberPlace } from './conflict';
import { labelWords, type NumberLine } from './lines';
import { sectionLines, valueOf } from './lists';
import type { Bound } from './quantity';
import { noUnit } from './units';

/** A line of a section that counts tests. Its place is relative to the section's first line. */
interface Count {
  readonly kind: 'tests' | 'suites' | 'part';
  readonly label: string;
  readonly value: number;
  readonly bound: Bound;
  readonly place: NumberPlace;
}

const kept = new WeakMap<SectionContent, readonly Count[]>();

function countsOf(section: SectionContent): readonly Count[] {
  let counts = kept.get(section);
  if (!counts) {
    counts = sectionLines(section).flatMap((placed) => {
      const count = placed && readCount(placed.line, placed.at);
      return count ? [count] : [];
    });
    kept.set(section, counts);
  }
  return counts;
}

function readCount(line: NumberLine, at: number): Count | undefined {
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

function kindOf(words: readonly string[]): Count['kind'] | undefined {
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

/** A table of contents does not need more. */
const fewestParts = 3;

/** The conflict of a document's total of tests with its parts, if there is just one total. */
export function* wholeConflicts({ sections }: ParsedDocument): Iterable<NumberConflict> {
  const all = sections.flatMap((section) => countsOf(section.content).map((count) => ({ count, section })));
  const totals = all.filter(({ count }) => count.kind === 'tests');
  const total = totals[0];
  if (!total || totals.length > 1) return;
  const told = all.filter(({ count }) => count.kind === 'part');
  const label = told[0]?.count.label;
  if (told.length < fewestParts || told.some(({ count }) => count.label !== label || count.bound !== 'exact')) return;
  if (
    !areApart(
      told.map(({ section }) => section),
      sections,
    )
  )
    return;
  const sum = told.reduce((all, { count }) => all + count.value, 0);
  // Some parts may be told nowhere, unless their number is told too.
  const declared = all.find(({ count }) => count.kind === 'suites')?.count;
  const complete = declared?.bound === 'exact' && declared.value === told.length;
  const { value, bound } = total.count;
  const tooMany = sum > value && bound === 'exact';
  const tooFew = sum < value && bound !== 'below' && complete;
  if (bound === 'about' || !(tooMany || tooFew)) return;
  const absolute = (place: NumberPlace, { line }: Section): NumberPlace => ({
    ...place,
    range: shiftRange(place.range, line),
  });
  yield {
    kind: 'sum',
    wrong: absolute(total.count.place, total.section),
    others: told.map(({ count, section }) => absolute(count.place, section)),
    name: '',
    sum: String(sum),
  };
}

/** Is no part in the section of another, or below it, so that none is counted twice? */
function areApart(told: readonly Section[], sections: readonly Section[]): boolean {
  const indexes = new Set(told.map(({ index }) => index));
  if (indexes.size < told.length) return false;
  return told.every((section) => {
    for (let above = sections[section.parent]; above; above = sections[above.parent])
      if (indexes.has(above.index)) return false;
    return true;
  });
}
