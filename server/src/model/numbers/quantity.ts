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

/** The quantities among the tokens of a line. @param text of the inline that the tokens' offsets count in */
export function readQuantities(text: string, tokens: readonly Token[]): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const quantity = readQuantity(text, tokens, i);
    if (!quantity) continue;
    if (quantity !== 'opaque') found.push(quantity);
    i = (quantity === 'opaque' ? endOfChain(text, tokens, i) : quantity.endToken) - 1;
  }
  return found;
}

function readQuantity(text: string, tokens: readonly Token[], i: number): Quantity | 'opaque' | undefined {
  const first = tokens[i];
  if (first?.kind !== 'number') return undefined;
  const end = endOfChain(text, tokens, i);
  if (first.joined || isGlued(text, first) || end - i > 2 || !isAmount(first)) return 'opaque';
  let last = first;
  if (end - i === 2) {
    const second = tokens[i + 1];
    if (second?.kind !== 'number' || !isAmount(second) || !dash.test(text.slice(first.to, second.from)))
      return 'opaque';
    if (second.value < first.value || first.outOf !== undefined) return 'opaque';
    last = second;
  }
  const until = last === first ? undefined : last.value;
  const of = until === undefined ? outOfWords(tokens, end) : undefined;
  if (of) last = of.token;
  let endToken = of ? of.end : end;
  const unitWord = last.unit || (text[last.to] === '％' ? '％' : spacedUnit(text, last, tokens[endToken]));
  const unit = isMoney(first) ? ({ dimension: 'money', factor: 1 } as const) : (unitOf(unitWord) ?? undefined);
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
    decimals: decimalsOf(first),
    unit: unit ?? noUnit,
    bound: boundOf(first, last, words.bound),
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
  return after === '_' || (/[A-Za-z]/.test(before) && token.bound === '') || /[A-Za-z]/.test(after);
}

function isAmount(token: NumberToken): boolean {
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
function spacedUnit(text: string, number: NumberToken, next: Token | undefined): string {
  if (next?.kind !== 'word' || text.slice(number.to, next.from).trim() !== '') return '';
  return unitOf(next.word) ? next.word : '';
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
