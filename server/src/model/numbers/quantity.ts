/** Numbers of a line as quantities: value, unit, digits written, and what `<`, `at least`, `~` or a range make of them. */
import type { NumberToken, Token } from '../claims/tokens';
import { noUnit, unitOf, type Unit } from './units';

/** A number that stands for an amount. Numbers in dates, versions, times of day and names are none. */
export interface Quantity {
  /** As written, without the unit's factor. Of a range the lower end. */
  readonly value: number;
  /** Upper end of `10-20`. */
  readonly until: number | undefined;
  /** Second number of `7/8` or `7 of 8`. */
  readonly outOf: number | undefined;
  /** Digits after the point. */
  readonly decimals: number;
  readonly unit: Unit;
  readonly bound: Bound;
  /** The sign that bounds it, as written: `<`, `>=`, `~`, the `+` of `120+`; empty for none or for words. */
  readonly sign: string;
  /** Offsets in the text of the inline, bound and unit included. */
  readonly from: number;
  readonly to: number;
  /** Index of its first token, words of the bound included, and of the token after it. */
  readonly firstToken: number;
  readonly endToken: number;
}

/** What is said to hold: exactly, less, more (both may include the value), or about. */
export type Bound = 'exact' | 'below' | 'above' | 'about';

const signBounds: Readonly<Record<string, Bound>> = {
  '': 'exact',
  '=': 'exact',
  '<': 'below',
  '<=': 'below',
  '≤': 'below',
  '>': 'above',
  '>=': 'above',
  '≥': 'above',
  '~': 'about',
  '~=': 'about',
  '≈': 'about',
  '±': 'about',
};

const phraseBounds: readonly (readonly [readonly string[], Bound])[] = [
  [['less', 'than'], 'below'],
  [['fewer', 'than'], 'below'],
  [['no', 'more', 'than'], 'below'],
  [['not', 'more', 'than'], 'below'],
  [['at', 'most'], 'below'],
  [['up', 'to'], 'below'],
  [['under'], 'below'],
  [['below'], 'below'],
  [['within'], 'below'],
  [['max'], 'below'],
  [['maximum'], 'below'],
  [['no', 'less', 'than'], 'above'],
  [['not', 'less', 'than'], 'above'],
  [['more', 'than'], 'above'],
  [['greater', 'than'], 'above'],
  [['at', 'least'], 'above'],
  [['over'], 'above'],
  [['above'], 'above'],
  [['min'], 'above'],
  [['minimum'], 'above'],
  [['about'], 'about'],
  [['around'], 'about'],
  [['approximately'], 'about'],
  [['nearly'], 'about'],
  [['almost'], 'about'],
  [['roughly'], 'about'],
  [['some'], 'about'],
  [['circa'], 'about'],
];

export interface QuantityOptions {
  /** What `5m` is: minutes where only durations are spoken of; otherwise it may be metres or millions, and is nothing. */
  readonly m?: 'minutes';
}

/** The quantities among the tokens of a line. @param text of the inline that the tokens' offsets count in */
export function readQuantities(
  text: string,
  tokens: readonly Token[],
  options: QuantityOptions = {},
): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const quantity = readDuration(text, tokens, i) ?? readQuantity(text, tokens, i, options);
    if (!quantity) continue;
    if (quantity !== 'opaque') addQuantity(found, quantity, text);
    i = (quantity === 'opaque' ? endOfChain(text, tokens, i) : quantity.endToken) - 1;
  }
  return found;
}

/** `3 minutes 20 seconds` is one duration. */
function addQuantity(found: Quantity[], quantity: Quantity, text: string): void {
  const before = found.at(-1);
  const goesOn =
    before?.unit.dimension === 'time' &&
    quantity.unit.dimension === 'time' &&
    quantity.unit.factor < before.unit.factor &&
    [before, quantity].every(({ until, outOf }) => until === undefined && outOf === undefined) &&
    quantity.bound === 'exact' &&
    /^ ?(?:and )?$/.test(text.slice(before.to, quantity.from));
  if (!goesOn) {
    found.push(quantity);
    return;
  }
  const value = before.value * (before.unit.factor / quantity.unit.factor) + quantity.value;
  const { bound, sign, from, firstToken } = before;
  found[found.length - 1] = { ...quantity, value, bound, sign, from, firstToken };
}

/** A duration in parts. Matches `1h30m`, `3m20s`, `3min20.5s`; does not match `3m`, `20s`. */
const parts = /(?:(\d{1,3})h)?(?:(\d{1,3})m(?:in)?)?(?:(\d{1,3}(?:\.\d{1,3})?)s)?(?![A-Za-z\d_])/y;

function readDuration(text: string, tokens: readonly Token[], i: number): Quantity | undefined {
  const first = tokens[i];
  if (first?.kind !== 'number' || first.joined || /[A-Za-z#_.@]/.test(text.charAt(first.from - 1))) return undefined;
  const start = first.from + first.bound.length;
  parts.lastIndex = start;
  const [written = '', hours, minutes, seconds] = parts.exec(text) ?? [];
  if ([hours, minutes, seconds].filter((part) => part !== undefined).length < 2) return undefined;
  const total = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  // The last part is what it is precise to.
  const unit = unitOf(seconds === undefined ? 'min' : 's') ?? noUnit;
  const words = wordsBefore(tokens, i);
  const to = start + written.length;
  let endToken = i + 1;
  while ((tokens[endToken]?.from ?? to) < to) endToken++;
  return {
    value: seconds === undefined ? total / 60 : total,
    until: undefined,
    outOf: undefined,
    decimals: seconds?.split('.')[1]?.length ?? 0,
    unit,
    bound: signBounds[first.bound] === 'exact' ? (words.bound ?? 'exact') : (signBounds[first.bound] ?? 'exact'),
    sign: first.bound,
    from: first.from,
    to,
    firstToken: words.from,
    endToken,
  };
}

function readQuantity(
  text: string,
  tokens: readonly Token[],
  i: number,
  options: QuantityOptions,
): Quantity | 'opaque' | undefined {
  const first = tokens[i];
  if (first?.kind !== 'number') return undefined;
  const chain = endOfChain(text, tokens, i);
  // `90–95`: the dash is a token of its own.
  const dashed = chain - i === 1 && isDashed(text, tokens, i);
  const end = dashed ? chain + 2 : chain;
  if (first.joined || isGlued(text, first) || chain - i > 2 || !isAmount(first)) return 'opaque';
  let last = first;
  if (end - i >= 2) {
    const second = tokens[end - 1];
    if (second?.kind !== 'number' || !isAmount(second) || !dash.test(text.slice(first.to, second.from)))
      return 'opaque';
    if (second.value < first.value || first.outOf !== undefined) return 'opaque';
    last = second;
  }
  const until = last === first ? undefined : last.value;
  const of = until === undefined && first.unit === '' ? outOfWords(tokens, end) : undefined;
  if (of) last = of.token;
  let endToken = of ? of.end : end;
  const unitWord = last.unit || (text[last.to] === '％' ? '％' : spacedUnit(text, last, tokens[endToken], options));
  const unit = isMoney(first)
    ? ({ dimension: 'money', factor: 1 } as const)
    : unitOf(unitWord === 'm' && options.m === 'minutes' ? 'min' : unitWord);
  if (unitWord !== '' && unit === undefined) return 'opaque';
  let { to } = last;
  if (last.unit === '' && unitWord !== '') {
    const token = tokens[endToken];
    if (token?.kind === 'word') {
      to = token.to;
      endToken++;
    } else to++;
  }
  const words = wordsBefore(tokens, i);
  const negative = hasMinus(text, first);
  return {
    value: negative ? -first.value : first.value,
    until,
    outOf: of ? of.token.value : first.outOf,
    decimals: Math.max(decimalsOf(first), decimalsOf(last)),
    unit: unit ?? noUnit,
    bound: boundOf(first, last, words.bound),
    sign: last.word.endsWith('+') ? '+' : first.bound,
    from: negative ? first.from - 1 : first.from,
    to,
    firstToken: words.from,
    endToken,
  };
}

/** `2025-01-14`, `10:30`, `1.2.3`, `4m32s`: where a run of numbers that hang together ends. */
function endOfChain(text: string, tokens: readonly Token[], start: number): number {
  let end = start + 1;
  for (;;) {
    const before = tokens[end - 1];
    const next = tokens[end];
    if (next?.kind !== 'number' || !before || !joint.test(text.slice(before.to, next.from))) return end;
    end++;
  }
}

/** Is a number followed at once by a long dash and another number, and by no more of them? */
function isDashed(text: string, tokens: readonly Token[], at: number): boolean {
  const [first, sign, second] = tokens.slice(at, at + 3);
  if (first?.kind !== 'number' || second?.kind !== 'number' || (sign?.word !== '–' && sign?.word !== '—')) return false;
  return sign.from === first.to && second.from === sign.to && endOfChain(text, tokens, at + 2) === at + 3;
}

/** Between numbers of one chain. Matches ``, `-`, `–`, `:`, `.`; does not match ` `, ` - ` or ` / `. */
const joint = /^[-–—:.~/]?$/;

/** Between the ends of a range. */
const dash = /^[-–—~]?$/;

/** Does a letter or another sign follow or precede at once: `4m32s`, `v3`, `#12`, `3rd`? */
function isGlued(text: string, token: NumberToken): boolean {
  const before = text.charAt(token.from - 1);
  const after = text.charAt(token.to);
  if (before === '#' || before === '_' || before === '.' || before === '@') return true;
  if (after === '/' && /\d/.test(text.charAt(token.to + 1))) return true;
  if (after === '_' || (/[A-Za-z]/.test(before) && token.bound === '')) return true;
  return /[A-Za-z]/.test(after) && !gluedUnit(text, token.to);
}

/** Letters up to the end of a word. Matches `mins` of `5mins`; does not match `rd2`, `st_`. */
const letters = /[A-Za-z]{1,12}(?![A-Za-z\d_-])/y;

/** Is a unit written on to the number: `10secs`? */
function gluedUnit(text: string, at: number): boolean {
  letters.lastIndex = at;
  const unit = letters.exec(text)?.[0];
  return unit !== undefined && unit.length > 1 && unitOf(unit.toLowerCase()) !== undefined;
}

/** Matches `1,250`, `12,000.5`; does not match `92,5`. */
const grouped = /^\D*\d{1,3}(?:,\d{3})+(?!\d)/;

function isAmount(token: NumberToken): boolean {
  if (token.word.includes(',') && !grouped.test(token.word)) return false;
  const points = token.word.split('.').length - 1;
  return points <= (token.outOf === undefined ? 1 : 2) && Number.isFinite(token.value);
}

function isMoney(token: NumberToken): boolean {
  return token.word.includes('$');
}

/** `7 of 8`, `7 out of 8`: of counts only. */
function outOfWords(
  tokens: readonly Token[],
  end: number,
): { readonly token: NumberToken; readonly end: number } | undefined {
  const at = tokens[end]?.word === 'out' ? end + 1 : end;
  const token = tokens[at + 1];
  if (tokens[at]?.word !== 'of' || token?.kind !== 'number') return undefined;
  return token.unit === '' && token.outOf === undefined && token.bound === '' ? { token, end: at + 2 } : undefined;
}

/** The unit written as a word of its own: `5 minutes`, `200 ms`. */
function spacedUnit(text: string, number: NumberToken, next: Token | undefined, { m }: QuantityOptions): string {
  if (next?.kind !== 'word' || text.slice(number.to, next.from).trim() !== '') return '';
  return unitOf(next.word) || (next.word === 'm' && m === 'minutes') ? next.word : '';
}

/** Does a minus hang on the number and on nothing before it? */
function hasMinus(text: string, token: NumberToken): boolean {
  return /(?:^|[\s(:|*])[-−]$/.test(text.slice(Math.max(0, token.from - 2), token.from));
}

function decimalsOf(token: NumberToken): number {
  const match = /\.(\d+)/.exec(token.word.split('/')[0] ?? '');
  return match?.[1]?.length ?? 0;
}

function boundOf(first: NumberToken, last: NumberToken, words: Bound | undefined): Bound {
  if (last.word.endsWith('+')) return 'above';
  const sign = signBounds[first.bound] ?? 'exact';
  return sign === 'exact' ? (words ?? 'exact') : sign;
}

/** The phrase before a number that bounds it. */
function wordsBefore(
  tokens: readonly Token[],
  at: number,
): { readonly from: number; readonly bound: Bound | undefined } {
  for (const [phrase, bound] of phraseBounds) {
    const from = at - phrase.length;
    if (from >= 0 && phrase.every((word, i) => tokens[from + i]?.word === word)) return { from, bound };
  }
  return { from: at, bound: undefined };
}

/** Is it a plain number: no bound, no range, no share? */
export function isPlain(quantity: Quantity): boolean {
  return quantity.bound === 'exact' && quantity.until === undefined && quantity.outOf === undefined;
}

/** Is it a plain number of things? */
export function isCount(quantity: Quantity): boolean {
  return isPlain(quantity) && quantity.unit === noUnit;
}
