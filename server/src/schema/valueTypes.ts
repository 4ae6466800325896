/** Whether a written value is what a schema wants: a date, a share, one of some words. */
import { isEmptyValue, type ValueReader } from './conditions';
import { foldWords } from './headingWords';
import type { ValueSchema } from './schema';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** `2025-08-21`, `2025/8/21`; also at the beginning of a time. */
const ISO_DATE = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
/** `August 21, 2025`, `Aug 2025`, `21 August 2025`, `August 2025`, `Sept. 3rd, 2025`. */
const NAMED_DATE =
  /(?:(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\.? +)?\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: +(\d{1,2})(?:st|nd|rd|th)?)?,? +(\d{4})(?!\d)/i;
/** `21.08.2025`, `8/21/2025`. */
const NUMERIC_DATE = /(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/;
/** `Week 12`, `Q3 2025`, `Sprint 4`: no day, but a time. */
const OTHER_TIME = /\b(?:week|month|quarter|sprint|day)s? +\d|\bQ[1-4]\b|\b\d{4}年/i;
const NUMBER = /[-+]?\d+(?:,\d{3})*(?:\.\d+)?/;
const SHARE = /(?<![\d.])([-+]?\d+(?:[.,]\d+)?)\s*%/;
/** Words for a value that is still to come: another rule reports them. */
const OPEN_VALUE = /^(?:[[<{(].*[\]>})]|tbd|tba|todo|yyyy-mm-dd|…|\.{3}|_+)$/i;

/**
 * What is wrong with a value.
 *
 * @param text without markup
 * @returns what it should be (`a date such as 2025-03-31`); undefined if it is right, empty or still open
 */
export function mistakeInValue(text: string, schema: ValueSchema, reader: ValueReader): string | undefined {
  const value = text.trim().slice(0, 200);
  if (isEmptyValue(value) || OPEN_VALUE.test(value)) return undefined;
  switch (schema.type) {
    case 'text':
      return undefined;
    case 'date':
      return isDate(value) ? undefined : 'a date such as 2025-03-31';
    case 'percentage': {
      const share = SHARE.exec(value)?.[1];
      const number = share ?? (/^[-+]?\d+(?:[.,]\d+)?$/.test(value) ? value : undefined);
      const expected = `a percentage from ${schema.minimum ?? 0}% to ${schema.maximum ?? 100}%`;
      if (number === undefined) return expected;
      const amount = Number(number.replace(',', '.'));
      return amount >= (schema.minimum ?? 0) && amount <= (schema.maximum ?? 100) ? undefined : expected;
    }
    case 'number': {
      const found = NUMBER.exec(value)?.[0];
      const amount = found === undefined ? Number.NaN : Number(found.replaceAll(',', ''));
      const isWithin = amount >= (schema.minimum ?? -Infinity) && amount <= (schema.maximum ?? Infinity);
      return isWithin ? undefined : `a number${boundsOf(schema)}`;
    }
    case 'boolean':
      return /^(?:true|false|yes|no)$/i.test(value) ? undefined : 'true or false';
    case 'enumeration': {
      const words = foldWords(value);
      return schema.values.some((allowed) => foldWords(allowed) === words)
        ? undefined
        : `one of ${listOf(schema.values)}`;
    }
    case 'status':
      return reader.statusOf(value) === undefined
        ? `a status such as ${listOf(schema.values) || 'In progress'}`
        : undefined;
    case 'reference':
      return reader.hasPointer(value) ? undefined : 'a link or path that leads to something';
  }
}

/** Whether a text names a day, a month or another time that exists. */
export function isDate(text: string): boolean {
  const iso = ISO_DATE.exec(text);
  if (iso) return isDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = NAMED_DATE.exec(text);
  if (named) {
    const [, before, month = '', after, year] = named;
    const number = MONTHS.indexOf(month.toLowerCase().slice(0, 3)) + 1;
    return isDay(Number(year), number, Number(before ?? after ?? 1));
  }
  const numeric = NUMERIC_DATE.exec(text);
  if (numeric) {
    const [a, b, year] = [Number(numeric[1]), Number(numeric[2]), Number(numeric[3])];
    return isDay(year, b, a) || isDay(year, a, b);
  }
  return OTHER_TIME.test(text) || /^\d{4}$/.test(text);
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}

function boundsOf({ minimum, maximum }: ValueSchema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? '' : ` of at most ${maximum}`;
}

function listOf(values: readonly string[]): string {
  return values.join(', ');
}
