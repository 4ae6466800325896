/** Writes a day as a document writes its dates. */

export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const MONTH = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)([a-z]{0,6})(\\.?)';

interface DateShape {
  readonly found: RegExp;
  readonly write: (day: Day, parts: readonly string[]) => string;
}

/** Each with the parts that tell its variants apart. */
const shapes: readonly DateShape[] = [
  {
    found: /(?<!\d)\d{4}([-/.])(\d{1,2})[-/.](\d{1,2})(?!\d)/g,
    write: ({ year, month, day }, [sign = '-', a = '', b = '']) =>
      [year, pad(month, isPadded(a, b)), pad(day, isPadded(a, b))].join(sign),
  },
  {
    found: new RegExp(`\\b${MONTH} (\\d{1,2})(,?) \\d{4}(?!\\d)`, 'g'),
    write: ({ year, month, day }, [, rest = '', dot = '', number = '', comma = '']) =>
      `${monthName(month, rest)}${rest === '' ? dot : ''} ${pad(day, number.startsWith('0'))}${comma} ${year}`,
  },
  {
    found: new RegExp(`(?<!\\d)(\\d{1,2})(\\.?) ${MONTH} \\d{4}(?!\\d)`, 'g'),
    write: ({ year, month, day }, [number = '', point = '', , rest = '', dot = '']) =>
      `${pad(day, number.startsWith('0'))}${point} ${monthName(month, rest)}${rest === '' ? dot : ''} ${year}`,
  },
  {
    found: /(?<!\d)(\d{1,2})\.(\d{1,2})\.\d{4}(?!\d)/g,
    write: ({ year, month, day }, [a = '', b = '']) =>
      `${pad(day, isPadded(a, b))}.${pad(month, isPadded(a, b))}.${year}`,
  },
];

/** The usual way where a document has no dates yet: `2025-03-31`. */
export function writeIso({ year, month, day }: Day): string {
  return `${year}-${pad(month, true)}-${pad(day, true)}`;
}

/** @param text of the document: the shape that most of its dates have is taken, of equals the first */
export function writeLikeDates(day: Day, text: string): string {
  let best: { count: number; written: string } | undefined;
  for (const { found, write } of shapes) {
    let first: readonly string[] | undefined;
    let count = 0;
    for (const [, ...parts] of text.matchAll(found)) {
      count++;
      first ??= parts;
    }
    if (first && count > (best?.count ?? 0)) best = { count, written: write(day, first) };
  }
  return best?.written ?? writeIso(day);
}

/** @param iso `2025-03-31` */
export function readIso(iso: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}

/** A day or month below 10 with its zero shows that it is usual here; two digits show nothing, and the zero is likelier. */
function isPadded(a: string, b: string): boolean {
  return a.length === 2 && b.length === 2;
}

function pad(number: number, isPadded: boolean): string {
  return isPadded ? String(number).padStart(2, '0') : String(number);
}

/** @param rest of the month's name behind three letters; empty: they are written alone */
function monthName(month: number, rest: string): string {
  const name = MONTHS[month - 1] ?? '';
  return rest === '' ? name.slice(0, 3) : name;
}
