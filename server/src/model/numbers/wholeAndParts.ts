/** The number of all tests against those of the parts, told section by section: `Total tests: 45`, `Tests executed: 5`. */
import type { ParsedDocument, Section } from '../../syntax/document';
import { shiftRange } from '../../syntax/positions';
import type { NumberConflict, NumberPlace } from './conflict';
import { sectionNumbers } from './sectionNumbers';

/** A table of contents does not need more. */
const fewestParts = 3;

/** The conflict of a document's total of tests with its parts, if there is just one total. */
export function* wholeConflicts({ sections }: ParsedDocument): Iterable<NumberConflict> {
  const all = sections.flatMap((section) =>
    sectionNumbers(section.content).counts.map((count) => ({ count, section })),
  );
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
