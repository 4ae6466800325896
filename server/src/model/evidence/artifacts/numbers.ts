/** Numbers as tools write them. Anything doubtful is no number: a wrong reading is worse than none. */

/** `40`, `-0.5`, `1e3`; not `NaN`, `0x10`, `1,5`, `` or `1 `. */
const DECIMAL = /^[+-]?\d{1,40}(?:\.(\d{1,40}))?(?:[eE][+-]?\d{1,3})?$/;

/** Surefire groups the digits of long times: `1,234.567`. Without the point `1,234` may be a decimal comma. */
const GROUPED = /^\d{1,3}(?:,\d{3}){1,8}\.\d{1,9}$/;

/** @returns undefined for anything that is not plainly a finite decimal number */
export function readDecimal(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.length > 100 ? text : text.trim();
  const plain = GROUPED.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed;
  if (!DECIMAL.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** How many decimal digits are written: 1 for `0.9`, 0 for `92` and for anything with an exponent. */
export function digitsOf(text: string): number {
  return /[eE]/.test(text) ? 0 : (DECIMAL.exec(text.trim())?.[1]?.length ?? 0);
}

/** A count: whole, not negative, small enough to be exact. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

export function readCount(text: string | undefined): number | undefined {
  const value = readDecimal(text);
  return isCount(value) ? value : undefined;
}

/** A duration in milliseconds from seconds as a report writes them; undefined for negative ones. */
export function secondsToMilliseconds(text: string | undefined): number | undefined {
  const seconds = readDecimal(text);
  // Rounded: 0.1 + 0.2 seconds are 300 milliseconds.
  return seconds === undefined || seconds < 0 ? undefined : Math.round(seconds * 1_000_000) / 1000;
}

/** For messages: short, and nothing that breaks a line. */
export function quoted(text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  return `"${clean.length > 60 ? `${clean.slice(0, 59)}…` : clean}"`;
}
