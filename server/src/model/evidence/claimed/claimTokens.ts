/** The words and numbers of a line, without markup, paths and marks. */
import { tokenize as tokenizeText } from '../../claims/tokens';
import { readQuantities, type Quantity } from '../../numbers/quantity';
import { noUnit } from '../../numbers/units';

export type Token = WordToken | NumberToken | StopToken;

export interface WordToken {
  readonly kind: 'word';
  /** In lower case. */
  readonly word: string;
}

/** Something that separates: `|` cells, `.` and `;` sentences, `,` and `and` clauses, `:` a label from its value. */
export interface StopToken {
  readonly kind: 'stop';
  readonly stop: '|' | '.' | ',' | ':' | '(' | ')' | 'with';
}

export interface NumberToken {
  readonly kind: 'number';
  /** As written, with unit. */
  readonly text: string;
  readonly value: number;
  /** Decimal digits written. */
  readonly digits: number;
  /** The other end of `90–95`. */
  readonly upTo?: number;
  /** The whole of `38/40`, `38 of 40`. */
  readonly of?: number;
  readonly unit: 'percent' | 'milliseconds' | 'none';
  /** What one unit is in milliseconds. */
  readonly scale: number;
  /** `<`, `>=`, `~`, `120+`. */
  readonly sign: '' | '<' | '<=' | '>' | '>=' | '~';
}

/** Longer lines are prose, and no number in them is a claim of one thing. */
const MOST_TEXT = 2000;

/** Words that begin a new clause: each side speaks of its own number. */
const JOINTS = new Set(['and', 'but', 'while', 'whereas', 'vs', 'versus', 'plus', '&']);

/** What stands before these labels what stands behind them: `RMS norm — 7/7 tests`. */
const DASHES = new Set(['→', '->', '=>', '—', '–', '-']);

export function tokenize(line: string): readonly Token[] {
  const tokens: Token[] = [];
  const text = plainText(line);
  const quantities = readQuantities(text, tokenizeText(text), { m: 'minutes' });
  let next = 0;
  let done = 0;
  for (const chunk of text.matchAll(/[|:;,()[\]{}!?"“”]|[^\s|:;()[\]{}!?"“”]+/g)) {
    const written = chunk[0];
    const end = chunk.index + written.length;
    // Words that a number took with it: `5 minutes`, `38 of 40`.
    if (end <= done) continue;
    while ((quantities[next]?.to ?? end) <= chunk.index) next++;
    const quantity = quantities[next];
    const number = quantity && numberOf(quantity, text, { from: chunk.index, written });
    if (!number) {
      addChunk(written, text[end] === ':', tokens);
      continue;
    }
    const whole =
      number.upTo !== undefined && ofMany.test(text.slice(quantity.to, quantity.to + 12))
        ? quantities[next + 1]
        : undefined;
    if (whole) {
      // `6-7 of 15`
      tokens.push({ ...number, of: whole.value, text: text.slice(quantity.from, whole.to) });
      done = whole.to;
      continue;
    }
    dropStart(tokens);
    tokens.push(number.text.startsWith('=') ? { ...number, text: number.text.replace(/^= ?/, '') } : number);
    done = quantity.from + number.text.length;
    addEnd(text.slice(done, end), tokens);
  }
  return tokens;
}

/** Matches ` of 15`, ` out of 15`; does not match ` of them`. */
const ofMany = /^ (?:out )?of \d/;

/** Without links, code marks and emphasis; link texts stay. */
function plainText(line: string): string {
  return line
    .slice(0, MOST_TEXT)
    .replace(/<!--.*?(?:-->|$)/g, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\bend[- ]to[- ]end\b/gi, 'e2e')
    .replace(/^\s*(?:>\s*)*(?:#{1,6}|[-*+]|\d{1,4}[.)])\s+/, '')
    .replace(/^(?:\[[ xX]\]|\d{1,3}[.)])\s+/, '')
    .replace(/\]\([^()\s]*(?:\s"[^"]*")?\)/g, '] ')
    .replace(/<?\bhttps?:\/\/[^\s>)]+>?/g, ' ')
    .replace(/[`*_~]{2,}|[`*]/g, '')
    .replace(/\\([|*_<>])/g, '$1')
    .replace(/\p{Extended_Pictographic}|\uFE0F/gu, ' ')
    .replace(/([<>≤≥~≈]=?)\s+(?=\d)/g, '$1');
}

/** @param labels a colon follows */
function addChunk(written: string, labels: boolean, tokens: Token[]): void {
  const lower = written.toLowerCase();
  if (/^[|:;,()[\]{}!?"“”]$/.test(lower)) {
    tokens.push({ kind: 'stop', stop: stopOf(lower) });
    return;
  }
  const bare = trimmed(lower);
  if (bare === 'with') tokens.push({ kind: 'stop', stop: 'with' });
  else if (JOINTS.has(bare)) tokens.push({ kind: 'stop', stop: ',' });
  else if (DASHES.has(bare)) tokens.push({ kind: 'stop', stop: ':' });
  // An artifact names the evidence, not what is claimed; unless it is the label: `unit.xml: 12 tests`.
  else if (isPath(bare) && !labels && !SOURCE.test(bare)) tokens.push({ kind: 'stop', stop: ',' });
  // An identifier is one word: `failure_count` counts no failures.
  else if (/^[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+$/u.test(bare)) tokens.push({ kind: 'word', word: bare });
  else for (const word of bare.split(/[^\p{L}\p{N}']+/u)) if (word !== '') tokens.push({ kind: 'word', word });
  addEnd(lower, tokens);
}

function addEnd(written: string, tokens: Token[]): void {
  const end = written.at(-1);
  if (end === '.') tokens.push({ kind: 'stop', stop: '.' });
  else if (end === ',') tokens.push({ kind: 'stop', stop: ',' });
}

/** A file of code: what is said beside it is said of it. */
const SOURCE = /\.(?:[cm]?[jt]sx?|py|rs|go|java|kt|cs|rb|php|swift|c|cc|cpp|h|hpp|sql|sh)(?:::.*)?$/;

function trimmed(text: string): string {
  return text.replace(/^[,'’]+|[.,'’]+$/g, '');
}

function stopOf(character: string): StopToken['stop'] {
  if (character === '|' || character === ':' || character === ',') return character;
  if (character === '(' || character === '[' || character === '{') return '(';
  if (character === ')' || character === ']' || character === '}') return ')';
  return character === '"' || character === '“' || character === '”' ? ',' : '.';
}

function isPath(text: string): boolean {
  if (text.includes('::') || text.startsWith('@') || text.startsWith('#')) return true;
  // `pass/fail` is no path, `reports/junit` is one more often than not: neither tells a number.
  return text.includes('/') || /\.[a-z][a-z\d]{1,8}(?:#.*)?$/.test(text);
}

/** Where a piece of the text stands. */
interface Chunk {
  readonly from: number;
  readonly written: string;
}

/** Nanoseconds in a millisecond, and in a day: reports measure nothing shorter or longer. */
const MILLISECOND = 1e6;
const DAY = 86400e9;

/** The number that a piece of text is, if it is one that reports could state. */
function numberOf(quantity: Quantity, text: string, chunk: Chunk): NumberToken | undefined {
  const start = chunk.from + chunk.written.length - chunk.written.replace(/^[,'’]+/, '').length;
  const { value, until, outOf, decimals, unit } = quantity;
  if (quantity.from !== start || value < 0 || isNumbering(text.slice(start, quantity.to))) return undefined;
  // More letters hang on it.
  if (quantity.to < chunk.from + trimmed(chunk.written).length) return undefined;
  const base = { kind: 'number', value, digits: decimals, sign: signOf(quantity.sign) } as const;
  const range = until === undefined ? {} : { upTo: until };
  // `~2-3 s`, `±5%`: too loose to hold against anything.
  if (until !== undefined && (until <= value || base.sign !== '')) return undefined;
  if (quantity.sign.startsWith('±')) return undefined;
  const written = text.slice(start, quantity.to);
  // `50 MB`, `3 days`, `5/15 days`, `40 µs`: the number by itself; nothing that reports measure.
  const bare = { ...base, ...range, text: written.replace(spacedWord, ''), unit: 'none', scale: 1 } as const;
  const spaced = bare.text !== written && (unit.dimension === 'size' || unit.dimension === 'time');
  if (outOf !== undefined) {
    const counts = (unit === noUnit || spaced) && base.sign === '' && decimals === 0 && Number.isInteger(outOf);
    return counts ? { ...bare, text: spaced ? bare.text : written, of: outOf } : undefined;
  }
  const whole = { ...base, ...range, text: written };
  if (unit.dimension === 'percent') return { ...whole, unit: 'percent', scale: 1 };
  if (unit.dimension === 'time' && unit.factor >= MILLISECOND && unit.factor < DAY)
    return { ...whole, unit: 'milliseconds', scale: unit.factor / MILLISECOND };
  if (unit === noUnit) return { ...whole, unit: 'none', scale: 1 };
  return spaced ? bare : undefined;
}

/** The unit that stands by itself behind a number. Matches ` MB`, ` days`; does not match `MB` of `5MB`. */
const spacedWord = /\s+[^\s\d]+$/;

/** `003`, `$5`: a name, or money. */
function isNumbering(written: string): boolean {
  return /^[<>≤≥~≈=]*0\d/.test(written) || written.includes('$');
}

function signOf(sign: string): NumberToken['sign'] {
  if (sign === '+' || sign === '≥' || sign === '>=') return '>=';
  if (sign === '≤' || sign === '<=') return '<=';
  if (sign.startsWith('~') || sign.startsWith('≈')) return '~';
  return sign === '<' || sign === '>' ? sign : '';
}

/** `rose from 80% to 95%` is `rose to 95%`. */
function dropStart(tokens: Token[]): void {
  const [from, start, to] = tokens.slice(-3);
  if (from?.kind !== 'word' || start?.kind !== 'number' || to?.kind !== 'word') return;
  if (from.word === 'from' && to.word === 'to') tokens.splice(-3, 3, to);
}
