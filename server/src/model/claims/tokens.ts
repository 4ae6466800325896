/** Splits a line into words, numbers, signs and stops, with their places. */
import { markAt, type MarkClass } from './marks';

export type Token = WordToken | NumberToken | MarkToken | StopToken;

interface TokenBase {
  /** Offsets in the text, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

export interface WordToken extends TokenBase {
  readonly kind: 'word';
  /** In lower case. */
  readonly word: string;
  /** Written in capitals only, two letters at least. */
  readonly shouted: boolean;
}

export interface NumberToken extends TokenBase {
  readonly kind: 'number';
  readonly word: string;
  readonly value: number;
  /** Second number of `7/8`. */
  readonly outOf: number | undefined;
  /** `%`, `x`, `ms` … in lower case, empty for none. */
  readonly unit: string;
  /** `<`, `>`, `~`, `≥` …, empty for none. */
  readonly bound: string;
}

export interface MarkToken extends TokenBase {
  readonly kind: 'mark';
  readonly word: string;
  readonly mark: MarkClass;
}

/** Anything that ends a clause or a sentence, brackets and arrows. */
export interface StopToken extends TokenBase {
  readonly kind: 'stop';
  readonly word: string;
}

/**
 * A number with bound and unit. Matches `<200ms`, `7/8`, `98.5%`, `>= 3`, `$0.50`, `3+`; does not match `v3`. A unit must not run
 * on into a word: `5 minutes` is a number and a word, `5ms` one number.
 */
const numberPattern =
  /([<>~≈≥≤±]?=?) ?\$?(\d[\d,.]*)(?:\/(\d[\d,.]*))?(?: ?(%)|(x|×|ms|µs|μs|ns|s|sec|m|min|h|[kKMGT]i?B|K|k)(?![A-Za-z\d]))?\+?/y;

/** The tokens of a text, in order. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) {
      const found = markAt(text, i);
      if (found) {
        const to = i + found.sign.length;
        tokens.push({ kind: 'mark', word: found.sign, mark: found.mark, from: i, to });
        i = to;
        continue;
      }
    }
    if (text.startsWith('->', i)) {
      tokens.push({ kind: 'stop', word: '→', from: i, to: i + 2 });
      i += 2;
    } else if (isLetter(code)) i = pushWords(tokens, text, i);
    else if (startsNumber(code)) i = pushNumber(tokens, text, i);
    else if (isScript(code)) i = pushScript(tokens, text, i);
    else {
      if (isStop(text, i)) tokens.push({ kind: 'stop', word: text.charAt(i), from: i, to: i + 1 });
      i++;
    }
  }
  return tokens;
}

function isLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7)
  );
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Digits, `$` and the bounds. */
function startsNumber(code: number): boolean {
  return isDigit(code) || '$<>~≈≥≤±='.includes(String.fromCharCode(code));
}

/** Kana and Han characters: written without spaces, so that a whole run is one word. */
function isScript(code: number): boolean {
  return (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || code === 0x3005;
}

/** A hyphen is a stop only between spaces; a full stop, comma or colon only where no name runs on: `auth.py`, `a::b`. */
function isStop(text: string, i: number): boolean {
  const char = text.charAt(i);
  if (char === '-') return text[i + 1] === ' ' && text[i - 1] === ' ';
  if ('.,;:!?'.includes(char)) return !isNamePart(text.charCodeAt(i + 1));
  return '()[]{}"“”—–→⇒|、。（）：'.includes(char);
}

function isNamePart(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 0x2f || code === 0x3a || code === 0x5f;
}

/** Reads `worker's`, `end-to-end`; `Pass/Fail` and `WITH_NOTES` become several words. */
function pushWords(tokens: Token[], text: string, from: number): number {
  let start = from;
  let end = from;
  for (; ; end++) {
    const code = text.charCodeAt(end);
    if (isLetter(code) || isDigit(code)) continue;
    const char = text[end];
    if ((char === '-' || char === "'" || char === '’') && isLetter(text.charCodeAt(end + 1))) continue;
    pushWord(tokens, text, start, end);
    if ((char !== '/' && char !== '_') || !isLetter(text.charCodeAt(end + 1))) return end;
    start = end + 1;
  }
}

function pushWord(tokens: Token[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const lower = raw.toLowerCase();
  const shouted = raw.length > 1 && raw === raw.toUpperCase();
  tokens.push({ kind: 'word', word: lower.includes('’') ? lower.replaceAll('’', "'") : lower, shouted, from, to });
}

function pushNumber(tokens: Token[], text: string, from: number): number {
  numberPattern.lastIndex = from;
  const match = numberPattern.exec(text);
  if (!match) {
    // `->` and `=>` read like an arrow, a lone bound is nothing.
    if (text[from] === '=' && text[from + 1] === '>') tokens.push({ kind: 'stop', word: '→', from, to: from + 2 });
    return from + (text[from] === '=' && text[from + 1] === '>' ? 2 : 1);
  }
  const [raw, bound = '', digits = '', outOf, percent, unit = ''] = match;
  // `3.` at the end of a sentence: the stop is not part of the number.
  const plain = outOf ?? digits;
  const trailing = percent === undefined && unit === '' && /[.,]$/.test(plain) && !raw.endsWith('+') ? 1 : 0;
  const to = from + raw.length - trailing;
  tokens.push({
    kind: 'number',
    word: text.slice(from, to).toLowerCase(),
    value: toNumber(digits),
    outOf: outOf === undefined ? undefined : toNumber(outOf),
    unit: (percent ?? unit).toLowerCase(),
    bound,
    from,
    to,
  });
  return to;
}

function pushScript(tokens: Token[], text: string, from: number): number {
  let to = from;
  while (isScript(text.charCodeAt(to))) to++;
  tokens.push({ kind: 'word', word: text.slice(from, to), shouted: false, from, to });
  return to;
}

function toNumber(digits: string): number {
  return Number.parseFloat(digits.replaceAll(',', ''));
}
