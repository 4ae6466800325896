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
  /** Hangs on a word: `srv-2291`. */
  readonly joined: boolean;
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
 * on into a word: `5 minutes` is a number and a word, `5ms` and `5 ms` are one number.
 */
const numberPattern =
  /([<>~≈≥≤±]?=?) ?\$?(\d[\d,.]*)(?:\/(\d[\d,.]*))?(?: ?(%)| ?(ms|µs|μs|ns|s|sec|[kKMGT]i?B)(?![A-Za-z\d'-])|(x|×|m|min|h|K|k)(?![A-Za-z\d]))?\+?/y;

/** What a character begins: space and signs nothing, the others a token. */
const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const BOUND = 3;
const STOP = 4;
/** A stop unless a name runs on after it: `auth.py`, `a::b`. */
const POINT = 5;
/** A stop between spaces, and part of an arrow. */
const HYPHEN = 6;

const asciiClasses = new Uint8Array(0x80);
for (const [characters, name] of [
  ['abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', LETTER],
  ['0123456789', DIGIT],
  ['$<>~=', BOUND],
  ['()[]{}"|', STOP],
  ['.,;:!?', POINT],
  ['-', HYPHEN],
] as const) {
  for (const character of characters) asciiClasses[character.charCodeAt(0)] = name;
}

const wideStops = new Set(Array.from('“”—–→⇒、。（）：', (character) => character.charCodeAt(0)));
const wideBounds = new Set(Array.from('≈≥≤±', (character) => character.charCodeAt(0)));

function classOf(code: number): number {
  if (code < 0x80) return asciiClasses[code] ?? SPACE;
  if (code >= 0xc0 && code <= 0x24f) return code === 0xd7 ? SPACE : LETTER;
  if (wideStops.has(code)) return STOP;
  return wideBounds.has(code) ? BOUND : SPACE;
}

/** The tokens of a text, in order; of a part of it, with their places in the whole. */
export function tokenize(text: string, start = 0, end = text.length): readonly Token[] {
  const tokens: Token[] = [];
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) {
      const next = pushWide(tokens, text, i, code);
      if (next > i) {
        i = next;
        continue;
      }
    }
    switch (classOf(code)) {
      case LETTER:
        i = pushWords(tokens, text, i);
        break;
      case DIGIT:
      case BOUND:
        i = pushNumber(tokens, text, i);
        break;
      case STOP:
        tokens.push({ kind: 'stop', word: text.charAt(i), from: i, to: ++i });
        break;
      case POINT:
        if (!isNamePart(text.charCodeAt(i + 1)))
          tokens.push({ kind: 'stop', word: text.charAt(i), from: i, to: i + 1 });
        i++;
        break;
      case HYPHEN:
        i = pushHyphen(tokens, text, i);
        break;
      default:
        i++;
    }
  }
  return tokens;
}

/** A sign, or a run of Kana and Han characters: written without spaces, so that a whole run is one word. */
function pushWide(tokens: Token[], text: string, from: number, code: number): number {
  const found = markAt(text, from);
  if (found) {
    const to = from + found.sign.length;
    tokens.push({ kind: 'mark', word: found.sign, mark: found.mark, from, to });
    return to;
  }
  if (!isScript(code)) return from;
  let to = from + 1;
  while (isScript(text.charCodeAt(to))) to++;
  tokens.push({ kind: 'word', word: text.slice(from, to), shouted: false, from, to });
  return to;
}

/** Is it a letter of a script that is written without spaces? */
export function isScript(code: number): boolean {
  return (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || code === 0x3005;
}

function pushHyphen(tokens: Token[], text: string, from: number): number {
  if (text.charCodeAt(from + 1) === 0x3e) {
    tokens.push({ kind: 'stop', word: '→', from, to: from + 2 });
    return from + 2;
  }
  if (text.charCodeAt(from + 1) === 0x20 && text.charCodeAt(from - 1) === 0x20) {
    tokens.push({ kind: 'stop', word: '-', from, to: from + 1 });
  }
  return from + 1;
}

/** Letters, digits, `/`, `:` and `_`. */
function isNamePart(code: number): boolean {
  const name = classOf(code);
  return name === LETTER || name === DIGIT || code === 0x2f || code === 0x3a || code === 0x5f;
}

const HYPHEN_SIGN = 0x2d;
const APOSTROPHE = 0x27;
const CURLED = 0x2019;

/** Reads `worker's`, `end-to-end`; `Pass/Fail` and `WITH_NOTES` become several words. */
function pushWords(tokens: Token[], text: string, from: number): number {
  let start = from;
  let capitals = 0;
  let curled = false;
  for (let end = from; ; end++) {
    const code = text.charCodeAt(end);
    const name = classOf(code);
    if (name === LETTER || name === DIGIT) {
      if (code >= 0x41 && code <= 0x5a) capitals++;
      continue;
    }
    const joins =
      (name === HYPHEN || code === APOSTROPHE || code === CURLED) && classOf(text.charCodeAt(end + 1)) === LETTER;
    if (joins) {
      curled ||= code === CURLED;
      continue;
    }
    const raw = text.slice(start, end);
    const lower = capitals > 0 || !isAscii(raw) ? raw.toLowerCase() : raw;
    const word = curled ? lower.replaceAll('’', "'") : lower;
    const shouted = capitals > 0 && end - start > 1 && raw === raw.toUpperCase();
    tokens.push({ kind: 'word', word, shouted, from: start, to: end });
    // `/` and `_` join words that are words of their own.
    if ((code !== 0x2f && code !== 0x5f) || classOf(text.charCodeAt(end + 1)) !== LETTER) return end;
    start = end + 1;
    capitals = 0;
  }
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) >= 0x80) return false;
  return true;
}

function pushNumber(tokens: Token[], text: string, from: number): number {
  numberPattern.lastIndex = from;
  const match = numberPattern.exec(text);
  if (!match) {
    // `=>` reads like an arrow, a lone bound is nothing.
    if (text[from] === '=' && text[from + 1] === '>') tokens.push({ kind: 'stop', word: '→', from, to: from + 2 });
    return from + (text[from] === '=' && text[from + 1] === '>' ? 2 : 1);
  }
  const [raw, bound = '', digits = '', outOf, percent, measure, unit = measure ?? ''] = match;
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
    joined: text.charCodeAt(from - 1) === HYPHEN_SIGN && classOf(text.charCodeAt(from - 2)) === LETTER,
    from,
    to,
  });
  return to;
}

function toNumber(digits: string): number {
  return Number.parseFloat(digits.includes(',') ? digits.replaceAll(',', '') : digits);
}
