import type { Fix } from '../diagnostic';
import type { PhaseDocument } from '../model/phaseDocument';
import { matchSections } from '../schema/matchSections';
import { planMove } from '../schema/planMove';
import { citation, type Schema, type SectionSchema } from '../schema/schema';
import { shiftRange } from '../syntax/positions';
import { defineRule, type Finding } from './rule';
import { shorten } from '../schema/checkTables';
import { fromSchema } from './structure/wanted';

/** A section that stands under another one than its schema says, at another level, or out of order where order counts. */
export const misplacedSection = defineRule({
  id: 'misplaced-section',
  family: 'structure',
  summary: 'Require sections to stand where the kind of document has them',
  severity: 'information',
  reads: 'document',
  *check({ document }) {
    const { schema } = document;
    if (!schema) return;
    const { matches } = matchSections(document.parsed, schema);
    yield* checkLevel(schema.sections, schema.ordered);

    function* checkLevel(sections: readonly SectionSchema[], ordered: boolean): Generator<Finding> {
      if (!schema) return;
      const placed: { section: SectionSchema; index: number }[] = [];
      for (const section of sections) {
        const match = matches.get(section);
        if (match?.state === 'found') placed.push({ section, index: match.index });
        // Where order does not count, a section may as well stand inside another one, unless its level is fixed.
        else if (match?.state === 'misplaced' && (ordered || section.level !== undefined))
          yield elsewhere(document, schema, section, match.index);
        yield* checkLevel(section.sections, section.ordered);
      }
      if (ordered) yield* outOfOrder(document, schema, placed);
    }
  },
});

function elsewhere(document: PhaseDocument, schema: Schema, section: SectionSchema, index: number): Finding {
  const heading = headingOf(document, index);
  const level = section.level === undefined ? 'a section of its own' : `at level ${section.level}`;
  const why = 'Readers who look through the headings do not find it here.';
  return {
    range: heading.range,
    message: `The section "${shorten(heading.words)}" stands inside another one. ${why} Make it ${level} (${citation(section)}).`,
    ...fromSchema({ ...section, severity: undefined }, 'Its place is written here.'),
    fixes: (current) => moveFix(current.document, schema, section, index),
  };
}

/** The fewest sections that have to be moved are reported. */
function* outOfOrder(
  document: PhaseDocument,
  schema: Schema,
  placed: readonly { readonly section: SectionSchema; readonly index: number }[],
): Generator<Finding> {
  const kept = longestRun(placed.map(({ index }) => index));
  for (const [at, { section, index }] of placed.entries()) {
    if (kept.has(at)) continue;
    const before = placed.slice(0, at).findLast((_other, position) => kept.has(position))?.section;
    const after = placed.find((_other, position) => position > at && kept.has(position))?.section;
    const place = before ? `after "${before.name}"` : after ? `before "${after.name}"` : 'elsewhere';
    const heading = headingOf(document, index);
    yield {
      range: heading.range,
      message: `The section "${shorten(heading.words)}" is out of order. Readers expect it ${place}. Move it there (${citation(section)}).`,
      ...fromSchema({ ...section, severity: undefined }, 'The order is written here.'),
      fixes: (current) => moveFix(current.document, schema, section, index),
    };
  }
}

/** Positions of one of the longest increasing runs. */
function longestRun(values: readonly number[]): ReadonlySet<number> {
  const best: { length: number; previous: number }[] = [];
  for (const [at, value] of values.entries()) {
    let own = { length: 1, previous: -1 };
    for (let before = 0; before < at; before++) {
      const candidate = best[before];
      if ((values[before] ?? 0) < value && candidate && candidate.length >= own.length)
        own = { length: candidate.length + 1, previous: before };
    }
    best.push(own);
  }
  const longest = Math.max(0, ...best.map(({ length }) => length));
  const run = new Set<number>();
  for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]?.previous ?? -1) run.add(at);
  return run;
}

function headingOf({ parsed }: PhaseDocument, index: number): { range: Finding['range']; words: string } {
  const section = parsed.sections[index];
  const heading = section?.content.heading;
  const start = { line: section?.line ?? 0, character: 0 };
  if (!section || !heading) return { range: { start, end: start }, words: '' };
  return { range: shiftRange(heading.range, section.line), words: heading.inline.text };
}

/** Text is moved as it is; whether it reads well there is for the author to see. */
function moveFix(document: PhaseDocument, schema: Schema, section: SectionSchema, index: number): readonly Fix[] {
  const edits = planMove(document.parsed, schema, section, index);
  if (!edits) return [];
  const change = { type: 'change', uri: document.uri, edits } as const;
  return [{ title: `Move the section "${section.name}"`, preferred: true, safe: false, edits: [change] }];
}
