/** When a document says that its phase ended: `**Handoff Date**: August 21, 2025`. */
import type { Field, SectionContent } from '../../syntax/document';
import { shiftRange } from '../../syntax/positions';
import type { DateFact } from './chainFacts';

/** `Handoff Date`, `Completion Date`, `Completed`; not `Expected Completion`, `Date` of a template. */
const LABEL =
  /^\W*(?:(?:hand-?off|completion|end|closing) date|date (?:completed|of (?:hand-?off|completion))|completed(?: on)?)\W*$/i;
/** `2025-08-21`, `2025/8/21`. */
const ISO = /(?<!\d)(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
/** `21.8.2025`; `8/21/2025` may be read in two ways. */
const DOTTED = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(20\d\d)(?!\d)/;
/** `August 21, 2025`, `21 Aug 2025`, `August 2025`. */
const NAMED =
  /(?:(?<!\d)(\d{1,2})\.? )?\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?: (\d{1,2})(?:st|nd|rd|th)?,?)? (20\d\d)(?!\d)/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Ranges are relative to the section's first line. */
export function sectionDates({ blocks }: SectionContent): readonly DateFact[] {
  const found: DateFact[] = [];
  for (const { block, line } of blocks) {
    if (block.type !== 'paragraph' && block.type !== 'item' && block.type !== 'table') continue;
    for (const field of block.fields) {
      const date = LABEL.test(field.label) ? readDate(field) : undefined;
      if (date) found.push({ ...date, range: shiftRange(date.range, line) });
    }
  }
  return found;
}

function readDate({ value, valueRange: range }: Field): DateFact | undefined {
  const words = value.trim();
  const iso = ISO.exec(words);
  const dotted = DOTTED.exec(words);
  if (iso || dotted) {
    const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [dotted?.[3], dotted?.[2], dotted?.[1]];
    return dated(words, range, Number(year), Number(month), Number(day));
  }
  const named = NAMED.exec(words);
  if (!named) return undefined;
  const day = named[1] ?? named[3];
  const month = MONTHS.indexOf(named[2]?.toLowerCase() ?? '') + 1;
  return dated(words, range, Number(named[4]), month, day === undefined ? undefined : Number(day));
}

/** Without a day, any of the month. */
function dated(
  words: string,
  range: DateFact['range'],
  year: number,
  month: number,
  day: number | undefined,
): DateFact | undefined {
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined;
  const first = year * 10_000 + month * 100;
  return { words, range, low: first + (day ?? 1), high: first + (day ?? 31) };
}
