/** Progress in front matter: `total_plans: 20`, `completed_plans: 18`, `percent: 90`. */
import type { FrontMatter } from '../../syntax/document';
import type { NumberConflict, NumberPlace } from './conflict';
import { fitsShare, showShare } from './shares';

interface Entry {
  readonly key: string;
  readonly value: number;
  readonly place: NumberPlace;
}

/** Key and number of a line. Matches `  completed_plans: 18`, `percent: 90%`; does not match `version: 1.0.2`. */
const entryLine = /^( *)(total_\w+|completed_\w+|percent|percentage): *(\d+(?:\.\d+)?)%? *$/;

/** The conflicts of a document's front matter; ranges are absolute. */
export function* frontMatterConflicts({ text, textLine }: FrontMatter): Iterable<NumberConflict> {
  const entries = new Map<string, Entry>();
  for (const [i, line] of text.split('\n').entries()) {
    const [, indent = '', key = '', digits = ''] = entryLine.exec(line) ?? [];
    if (key === '') continue;
    const character = line.indexOf(digits, indent.length + key.length + 1);
    const start = { line: textLine + i, character };
    const range = { start, end: { line: start.line, character: character + digits.length } };
    entries.set(key, { key, value: Number(digits), place: { text: digits, range } });
  }
  const pairs = [...entries.values()].flatMap((total) => {
    const done = entries.get(total.key.replace(/^total_/, 'completed_'));
    return total.key.startsWith('total_') && done ? [{ total, done }] : [];
  });
  for (const { total, done } of pairs) {
    if (done.value > total.value) yield { kind: 'part', wrong: done.place, others: [total.place] };
  }
  const percent = entries.get('percent') ?? entries.get('percentage');
  const usable = pairs.filter(({ total, done }) => total.value > 0 && done.value <= total.value);
  const [first] = usable;
  if (!percent || !first) return;
  // Progress may be counted in phases or in plans.
  const decimals = percent.place.text.split('.')[1]?.length ?? 0;
  if (usable.some(({ total, done }) => fitsShare(percent.value, decimals, done.value, total.value, false))) return;
  const finest = usable.reduce((best, pair) => (pair.total.value > best.total.value ? pair : best), first);
  yield {
    kind: 'share',
    wrong: percent.place,
    others: [finest.done.place, finest.total.place],
    part: finest.done.value,
    whole: finest.total.value,
    computed: showShare(finest.done.value, finest.total.value, decimals).replace('%', ''),
  };
}
