/** Numbers of one line that contradict each other: `7/8 phases (80%)`, `46/45 tests passing`, `19 (7 + 7 + 4)`. */
import type { Token } from '../claims/tokens';
import { placeOf, type NumberConflict } from './conflict';
import type { NumberLine } from './lines';
import { isCount, type Quantity } from './quantity';
import { fitsShare, showShare } from './shares';
import { noUnit } from './units';
import { countedWords, failWords, growthWords, passWords, placeWords, planWords, rateWords, shareWords } from './words';

/** The conflicts within a line. */
export function* lineConflicts(line: NumberLine): Iterable<NumberConflict> {
  if (line.quantities.length === 0) return;
  const has = (words: ReadonlySet<string>) => line.tokens.some(({ word }) => words.has(word));
  const speech: Speech = { planned: has(planWords), growing: has(growthWords), failing: has(failWords) };
  yield* shareConflicts(line, speech);
  for (const quantity of line.quantities) {
    const found = impossible(line, quantity, speech);
    if (found) yield found;
  }
  yield* breakdowns(line);
}

/** What a line as a whole speaks of. */
interface Speech {
  readonly planned: boolean;
  readonly growing: boolean;
  readonly failing: boolean;
}

/** A share and a percentage next to each other that speak of the same. */
function* shareConflicts(line: NumberLine, speech: Speech): Iterable<NumberConflict> {
  const { quantities } = line;
  for (let i = 0; i + 1 < quantities.length; i++) {
    const one = quantities[i];
    const other = quantities[i + 1];
    if (!one || !other) continue;
    if (isRatio(one) && isPercentage(other) && speaksOf(line, one, other, other))
      yield* compare(line, one, other, speech);
    // Of `7/8 (87%), 3/5 (60%)` the first percentage belongs to what stands before it.
    else if (isPercentage(one) && isRatio(other) && !isRatio(quantities[i - 1]) && speaksOf(line, one, other, one))
      yield* compare(line, other, one, speech);
  }
}

function isRatio(quantity: Quantity | undefined): quantity is Quantity & { readonly outOf: number } {
  return quantity?.outOf !== undefined && quantity.unit === noUnit && quantity.bound !== 'below';
}

/** `Phase 4/8`, `up from 17/20`: where one is, or was, not how much is done. */
function isPosition({ tokens }: NumberLine, { firstToken }: Quantity): boolean {
  return placeWords.has(tokens[firstToken - 1]?.word ?? '');
}

function isPercentage({ unit, outOf, until, bound }: Quantity): boolean {
  return unit.dimension === 'percent' && outOf === undefined && until === undefined && isStated(bound);
}

function isStated(bound: Quantity['bound']): boolean {
  return bound === 'exact' || bound === 'about';
}

/** Tokens that may stand between a share and its percentage. */
const mostBetween = 6;

/** Do a share and a percentage next to each other say the same twice? */
function speaksOf(line: NumberLine, first: Quantity, second: Quantity, percentage: Quantity): boolean {
  const { tokens, inline } = line;
  const between = tokens.slice(first.endToken, second.firstToken);
  if (between.length > mostBetween) return false;
  const gap = inline.text.slice(first.to, second.from);
  // Lines that only follow each other, and changes (`71% → 79%`), say different things.
  if (/[\n;|→⇒)）\]]|->|\. /.test(gap) || first.endToken <= line.labelEnd) return false;
  const opened = between.some(({ word }) => isOpening(word));
  const joined = opened || (first !== percentage && (/^[^\p{L}]*$/u.test(gap) || /[,–—=、]|\s-\s/.test(gap)));
  if (!joined || !between.every(allowedBetween)) return false;
  const after = tokens[percentage.endToken];
  if (after?.word === '→' || /^\s*(?:→|->|to \d)/.test(inline.text.slice(percentage.to, percentage.to + 8)))
    return false;
  return restOf(tokens, percentage.endToken).every(({ word, kind }) => kind !== 'word' || shareWords.has(word));
}

function isOpening(word: string): boolean {
  return word === '(' || word === '[' || word === '（';
}

/** Another measure named in between takes the percentage for itself: `44/44 passing, coverage 80%`. */
function allowedBetween({ kind, word }: Token): boolean {
  if (word === ':' || word === '：') return false;
  return kind !== 'word' || (word !== 'coverage' && !growthWords.has(word) && !planWords.has(word));
}

/** The tokens after a number up to the next stop or number. */
function restOf(tokens: readonly Token[], from: number): readonly Token[] {
  const rest: Token[] = [];
  for (let token = tokens[from], i = from; token; token = tokens[++i]) {
    if (token.kind === 'stop' || token.kind === 'number') break;
    rest.push(token);
  }
  return rest;
}

function* compare(
  line: NumberLine,
  ratio: Quantity & { readonly outOf: number },
  percentage: Quantity,
  { failing }: Speech,
): Iterable<NumberConflict> {
  const { value: part, outOf: whole } = ratio;
  if (whole <= 0 || part > whole || isPosition(line, ratio)) return;
  const fits = (n: number) =>
    fitsShare(percentage.value, percentage.decimals, n, whole, [percentage.bound, ratio.bound].includes('about'));
  if (fits(part)) return;
  // `3/40 failing (92.5% success)`: the percentage tells of the others.
  if (failing && fits(whole - part)) return;
  yield {
    kind: 'share',
    wrong: placeOf(line, percentage),
    others: [placeOf(line, ratio)],
    part,
    whole,
    computed: showShare(part, whole, percentage.decimals),
  };
}

/** Counts and rates that cannot be. */
function impossible(line: NumberLine, quantity: Quantity, speech: Speech): NumberConflict | undefined {
  const { tokens } = line;
  const wrong = placeOf(line, quantity);
  if (quantity.outOf !== undefined && quantity.unit === noUnit) {
    const after = restOf(tokens, quantity.endToken).slice(0, 4);
    const counted = after.some(({ word }) => countedWords.has(word)) || hasCountedLabel(line);
    const passed = after.some(({ word }) => passWords.has(word));
    if (counted && !Number.isInteger(quantity.value)) return { kind: 'fraction', wrong, others: [] };
    if (passed && counted && !speech.planned && quantity.value > quantity.outOf)
      return { kind: 'part', wrong, others: [] };
  }
  return !speech.growing && !speech.planned && isImpossibleRate(line, quantity)
    ? { kind: 'rate', wrong, others: [] }
    : undefined;
}

function hasCountedLabel({ tokens, labelEnd }: NumberLine): boolean {
  const label = tokens.slice(0, labelEnd);
  return label.at(-1)?.word === 'tests' || label.some(({ word }) => word === 'tests' || word === 'test');
}

/** `Pass rate: 104%`, `104% coverage`. */
function isImpossibleRate({ tokens, labelEnd }: NumberLine, quantity: Quantity): boolean {
  if (quantity.unit.dimension !== 'percent' || quantity.value <= 100 || quantity.bound === 'below') return false;
  if (quantity.firstToken === labelEnd + 1 && labelEnd > 0) return endsInRate(tokens.slice(0, labelEnd));
  const [first, second] = restOf(tokens, quantity.endToken);
  if (!first) return false;
  return endsInRate(second ? [first, second] : [first]) || endsInRate([first]);
}

/** Does a name end with a rate that has a limit: `test coverage`, `success rate`? */
export function endsInRate(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)?.word ?? '';
  if (last === 'rate') return ['success', 'pass', 'passing', 'completion'].includes(tokens.at(-2)?.word ?? '');
  return rateWords.has(last);
}

/** A number with its parts in brackets: `19 tests (7 unit + 12 integration)`. */
function* breakdowns(line: NumberLine): Iterable<NumberConflict> {
  const { quantities, inline, tokens } = line;
  for (let i = 0; i + 2 < quantities.length; i++) {
    const whole = quantities[i];
    const first = quantities[i + 1];
    if (!whole || !first || !isCountLike(whole) || !isCount(first)) continue;
    const gap = inline.text.slice(whole.to, first.from);
    if (!/^[^()\n,;+]{0,40}\(\s*$/.test(gap)) continue;
    const parts = [first];
    for (const next of quantities.slice(i + 2)) {
      const before = parts.at(-1);
      if (!before || !isCount(next) || !plus.test(inline.text.slice(before.to, next.from))) break;
      parts.push(next);
    }
    const last = parts.at(-1);
    const named = parts.filter(({ endToken }) => tokens[endToken]?.kind === 'word').length;
    // `3 tests (1 + 1 new)`: what has no name may be anything.
    if (!last || parts.length < 2 || (named > 0 && named < parts.length)) continue;
    if (!/^[^()\n+,;:]*\)/.test(inline.text.slice(last.to, last.to + 60))) continue;
    const sum = parts.reduce((total, { value }) => total + value, 0);
    if (sum === whole.value || (whole.bound === 'above' && sum > whole.value)) continue;
    const name = tokens[whole.endToken];
    yield {
      kind: 'sum',
      wrong: placeOf(line, whole),
      others: parts.map((part) => placeOf(line, part)),
      name: name?.kind === 'word' ? name.word : '',
      sum: String(sum),
    };
  }
}

/** Between two parts: words and one plus sign. */
const plus = /^[^+()\n\d]*\+[^+()\n\d]*$/;

function isCountLike(quantity: Quantity): boolean {
  return isCount(quantity) || (isCount({ ...quantity, bound: 'exact' }) && quantity.bound === 'above');
}
