/** The words and numbers of a line, without markup, paths and marks. */

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

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  msec: 1,
  millisecond: 1,
  milliseconds: 1,
  s: 1000,
  sec: 1000,
  secs: 1000,
  second: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  mins: 60_000,
  minute: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  hrs: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
};

/** `>98%`, `~1,250`, `120+`, `3.5min`; not `92,5%`, `v1.2`, `003`, `2024-05-01`. */
const NUMBER = /^([<>≤≥~≈]=?)?(\d{1,3}(?:,\d{3})+|0|[1-9]\d{0,14})(\.\d{1,9})?(\+)?(%|[a-z]{1,12})?(\+)?$/;
/** `38/40`. */
const RATIO = /^(\d{1,9})\/(\d{1,9})$/;
/** `90-95%`, `90%–95%`, `3-5min`. */
const RANGE = /^(\d{1,9}(?:\.\d{1,9})?)%?[-–—](\d{1,9}(?:\.\d{1,9})?)(%|[a-z]{1,12})?$/;
/** `1h30m`, `3m20s`, `3min20s`; at least two of them. */
const COMPOUND = /^(?:(\d{1,3})h)?(?:(\d{1,3})m(?:in)?)?(?:(\d{1,3}(?:\.\d{1,3})?)s)?$/;

/** Words that begin a new clause: each side speaks of its own number. */
const JOINTS = new Set(['and', 'but', 'while', 'whereas', 'vs', 'versus', 'plus', '&']);

/** What stands before these labels what stands behind them: `RMS norm — 7/7 tests`. */
const DASHES = new Set(['→', '->', '=>', '—', '–', '-']);

export function tokenize(line: string): readonly Token[] {
  const tokens: Token[] = [];
  const text = plainText(line);
  for (const chunk of text.matchAll(/[|:;,()[\]{}!?"“”]|[^\s|:;()[\]{}!?"“”]+/g)) {
    const labels = text[chunk.index + chunk[0].length] === ':';
    addChunk(chunk[0], labels, tokens);
  }
  return joinNumbers(tokens);
}

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
  const number = numberOf(bare, trimmed(written));
  if (number) tokens.push(number);
  else if (bare === 'with') tokens.push({ kind: 'stop', stop: 'with' });
  else if (JOINTS.has(bare)) tokens.push({ kind: 'stop', stop: ',' });
  else if (DASHES.has(bare)) tokens.push({ kind: 'stop', stop: ':' });
  // An artifact names the evidence, not what is claimed; unless it is the label: `unit.xml: 12 tests`.
  else if (isPath(bare) && !labels && !SOURCE.test(bare)) tokens.push({ kind: 'stop', stop: ',' });
  // An identifier is one word: `failure_count` counts no failures.
  else if (/^[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+$/u.test(bare)) tokens.push({ kind: 'word', word: bare });
  else for (const word of bare.split(/[^\p{L}\p{N}']+/u)) if (word !== '') tokens.push({ kind: 'word', word });
  const end = lower.at(-1);
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

function numberOf(text: string, written: string): NumberToken | undefined {
  const base = { kind: 'number', text: written, sign: '', scale: 1, unit: 'none', digits: 0 } as const;
  const ratio = RATIO.exec(text);
  if (ratio) return { ...base, value: Number(ratio[1]), of: Number(ratio[2]) };
  const range = RANGE.exec(text);
  if (range) {
    const unit = unitOf(range[3]);
    const [value, upTo] = [Number(range[1]), Number(range[2])];
    if (!unit || upTo <= value) return undefined;
    return { ...base, ...unit, value, upTo, digits: digitsIn(range[2]) };
  }
  const number = NUMBER.exec(text);
  if (number) {
    const unit = unitOf(number[5]);
    if (!unit) return undefined;
    const [, sign = '', whole = '', decimals = '', plus, , trailing] = number;
    return {
      ...base,
      ...unit,
      value: Number(whole.replaceAll(',', '') + decimals),
      digits: Math.max(decimals.length - 1, 0),
      sign: (plus ?? trailing) ? '>=' : signOf(sign),
    };
  }
  const parts = /^\d+[hm]/.test(text) ? COMPOUND.exec(text) : null;
  if (!parts) return undefined;
  const [, hours, minutes, seconds] = parts;
  const total = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  // The last part is what it is precise to.
  if (seconds !== undefined)
    return { ...base, value: total, digits: digitsIn(seconds), unit: 'milliseconds', scale: 1000 };
  return { ...base, value: total / 60, unit: 'milliseconds', scale: 60_000 };
}

function signOf(sign: string): NumberToken['sign'] {
  if (sign === '≤' || sign === '<=') return '<=';
  if (sign === '≥' || sign === '>=') return '>=';
  if (sign.startsWith('~') || sign.startsWith('≈')) return '~';
  return sign === '<' || sign === '>' ? sign : '';
}

function unitOf(text: string | undefined): { unit: NumberToken['unit']; scale: number } | undefined {
  if (text === undefined) return { unit: 'none', scale: 1 };
  if (text === '%' || text === 'percent') return { unit: 'percent', scale: 1 };
  const scale = Object.hasOwn(UNITS, text) ? UNITS[text] : undefined;
  return scale === undefined ? undefined : { unit: 'milliseconds', scale };
}

function digitsIn(text = ''): number {
  return text.split('.')[1]?.length ?? 0;
}

/** `5 minutes`, `92 %`, `38 of 40`, `38 out of 40`, `3 minutes 20 seconds`, `90 to 95%`. */
function joinNumbers(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'number') {
      if (token) joined.push(token);
      continue;
    }
    let number = token;
    const wordAt = (index: number) => (tokens[index]?.kind === 'word' ? tokens[index].word : undefined);
    const unit = number.unit === 'none' && number.of === undefined ? unitOf(wordAt(at + 1)) : undefined;
    if (wordAt(at + 1) !== undefined && unit) {
      number = { ...number, ...unit, text: `${number.text} ${wordAt(++at) ?? ''}` };
    }
    const link = wordAt(at + 1) === 'of' ? 1 : wordAt(at + 1) === 'out' && wordAt(at + 2) === 'of' ? 2 : 0;
    const whole = tokens[at + link + 1];
    if (link > 0 && whole?.kind === 'number' && isPlainCount(number) && isPlainCount(whole)) {
      number = { ...number, of: whole.value, text: `${number.text} of ${whole.text}` };
      at += link + 1;
    }
    dropStart(joined);
    const previous = joined.at(-1);
    if (previous?.kind === 'number' && isSmallerPart(previous, number)) {
      const value = previous.value * (previous.scale / number.scale) + number.value;
      joined[joined.length - 1] = { ...number, value, sign: previous.sign, text: `${previous.text} ${number.text}` };
    } else joined.push(number);
  }
  return joined;
}

/** `rose from 80% to 95%` is `rose to 95%`. */
function dropStart(tokens: Token[]): void {
  const [from, start, to] = tokens.slice(-3);
  if (from?.kind !== 'word' || start?.kind !== 'number' || to?.kind !== 'word') return;
  if (from.word === 'from' && to.word === 'to') tokens.splice(-3, 3, to);
}

function isPlainCount(number: NumberToken): boolean {
  return number.unit === 'none' && number.of === undefined && number.sign === '' && Number.isInteger(number.value);
}

function isSmallerPart(previous: NumberToken, number: NumberToken): boolean {
  return previous.unit === 'milliseconds' && number.unit === 'milliseconds' && number.scale < previous.scale;
}
