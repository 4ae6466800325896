import type { Fix, RelatedPlace } from '../diagnostic';
import type { NumberConflict, NumberPlace } from '../model/numbers/conflict';
import { documentConflicts } from '../model/numbers/documentNumbers';
import { defineRule, type Finding } from './rule';

/** Numbers of one document that cannot all be true. */
export const inconsistentNumber = defineRule({
  id: 'inconsistent-number',
  family: 'claims',
  summary: 'Report numbers that contradict each other',
  severity: 'error',
  reads: 'document',
  *check({ document }) {
    for (const conflict of documentConflicts(document.parsed)) yield finding(document.uri, conflict);
  },
});

function finding(uri: string, conflict: NumberConflict): Finding {
  const related = (place: NumberPlace, message: string): RelatedPlace => ({ uri, range: place.range, message });
  const found = {
    range: conflict.wrong.range,
    message: `${what(conflict)} ${whyAndWhatToDo(conflict)}`,
    related: [
      ...(conflict.kind === 'target'
        ? [related(conflict.target, `The target: ${conflict.target.text}`), related(conflict.verdict, 'The verdict')]
        : []),
      ...conflict.others.map((place) => related(place, `Does not go with it: ${place.text}`)),
    ],
  };
  // What is left unsaid is unfinished rather than wrong.
  if (conflict.kind === 'remainder') return { ...found, severity: 'warning' };
  return conflict.kind === 'share' ? { ...found, fixes: () => [computedShare(uri, conflict)] } : found;
}

function what(conflict: NumberConflict): string {
  const { kind, wrong, others } = conflict;
  const other = others[0]?.text ?? '';
  switch (kind) {
    case 'share':
      return `${conflict.part} of ${conflict.whole} is ${conflict.computed}, not ${wrong.text}.`;
    case 'part':
      return other === ''
        ? `In "${wrong.text}" the part is more than the whole.`
        : `${wrong.text} is more than the total of ${other}.`;
    case 'fraction':
      return `"${wrong.text}" counts a part of a test, but a test passes or it does not.`;
    case 'negative':
      return `${wrong.text} is negative, but it counts things.`;
    case 'rate':
      return `${wrong.text} is more than everything: this rate ends at 100%.`;
    case 'sum': {
      const of = conflict.name === '' ? '' : ` of "${conflict.name}"`;
      return `The total${of} is given as ${wrong.text}, but ${parts(others)} add up to ${conflict.sum}.`;
    }
    case 'remainder':
      return `Of ${wrong.text} only ${parts(others)} are told: nothing is said of the other ${conflict.remainder}.`;
    case 'target':
      return `${wrong.text} misses the target of ${conflict.target.text}, but the verdict is "${conflict.verdict.text}".`;
    case 'list':
      return `${wrong.text} are announced, but ${conflict.listed} are listed.`;
  }
}

/** More would make the message a table. */
const MOST_PARTS = 6;

function parts(places: readonly NumberPlace[]): string {
  if (places.length > MOST_PARTS) return `the ${places.length} parts`;
  const texts = places.map(({ text }) => text);
  return `${texts.slice(0, -1).join(', ')}${texts.length > 1 ? ' and ' : ''}${texts.at(-1) ?? ''}`;
}

function whyAndWhatToDo({ kind }: NumberConflict): string {
  switch (kind) {
    case 'target':
      return 'Who relies on the verdict is misled. Correct the verdict, or the number that is wrong.';
    case 'remainder':
      return 'A reader will take them for passed. Say what became of them.';
    case 'fraction':
    case 'negative':
    case 'rate':
      return 'Such a number was not measured, and casts doubt on the others. Take it from the report.';
    default:
      return 'They cannot all be true, and a reader cannot tell which is. Correct the one that is wrong.';
  }
}

/** The percentage is the only number that follows from the others. Whether those are right only the author knows. */
function computedShare(uri: string, conflict: NumberConflict & { readonly kind: 'share' }): Fix {
  const { part, whole, computed, wrong } = conflict;
  return {
    title: `Replace ${wrong.text} by ${computed}, computed from ${part} of ${whole}`,
    preferred: false,
    safe: false,
    edits: [{ type: 'change', uri, edits: [{ range: wrong.range, newText: computed }] }],
  };
}
