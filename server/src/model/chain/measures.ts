/** What a number measures, by the words of its clause: success rate, coverage, number of tests, or its own label. */
import type { Token } from '../claims/tokens';
import { wordsOf, type NumberLine } from '../numbers/lines';
import type { Quantity } from '../numbers/quantity';
import type { MetricFact } from './chainFacts';
import { foldWord, foldedWords, isGeneral } from './foldWords';

/** A line of text, or a row that reads like one. */
export interface MeasuredLine extends NumberLine {
  /** Without what belongs to other lines of the paragraph. */
  readonly text: string;
  /** As written; empty for none. */
  readonly label: string;
}

export interface Measured {
  readonly measure: string;
  readonly label: string;
  readonly unit: string;
  /** Words that told the measure: they are no subject. */
  readonly words: ReadonlySet<string>;
  readonly interval: Pick<MetricFact, 'low' | 'high' | 'dimension'>;
}

const passing = new Set('pass passed passing passes success successful succeeded'.split(' '));
const failing = new Set('failed failing failure failures fail'.split(' '));
const tests = new Set('test tests testing case cases testcases specs'.split(' '));
const groups = new Set(
  'category categories suite suites scenario scenarios area areas component components file files'.split(' '),
);
const achieving = new Set('achievement completion complete completed'.split(' '));

export function measureOf(
  line: MeasuredLine,
  quantity: Quantity,
  synonyms: ReadonlyMap<string, string>,
): Measured | undefined {
  const { unit, outOf, bound, until } = quantity;
  if (until !== undefined || bound === 'below') return undefined;
  const clause = clauseWords(line.tokens, quantity);
  const has = (set: ReadonlySet<string>) => clause.some((word) => set.has(word));
  const share = outOf !== undefined && unit.dimension === 'count';
  const ofGroups = has(groups) && !clause.some((word) => word === 'test' || word === 'tests');
  const thing = ofGroups ? 'group' : 'test';
  if (unit.dimension === 'percent' && outOf === undefined) {
    if (clause.some((word) => word === 'coverage' || word === 'covered') && !has(passing))
      return measured('coverage', 'coverage', coverageOf(clause), percentInterval(quantity), clause);
    // `COMPLETED - 90% success rate`: how far the work is, unless tests are meant.
    const ofWork = clause.some((word) => achieving.has(word)) && !has(tests) && !has(groups);
    if (!ofWork && has(passing) && (clause.includes('rate') || has(tests) || has(groups)))
      return measured('pass rate', 'success rate', thing, percentInterval(quantity), clause);
    if (has(achieving) && isOverallProgress(clause) && !isRest(line, quantity))
      return measured('completion', 'completion', '', percentInterval(quantity), clause);
  }
  if (share && outOf > 0) {
    if (clause.some((word) => word === 'phases' || word === 'phase'))
      return measured('phases', 'number of phases', '', countInterval(outOf, quantity), clause);
    if ((has(tests) || has(groups)) && has(passing) && !has(failing))
      return measured('pass rate', 'success rate', thing, shareInterval(quantity.value, outOf), clause);
  }
  return countMetric(line, quantity, clause) ?? labelled(line, quantity, synonyms);
}

function measured(
  measure: string,
  label: string,
  unit: string,
  interval: Measured['interval'],
  clause: readonly string[],
): Measured {
  return {
    measure,
    label,
    unit,
    interval,
    words: new Set(clause.filter((word) => isMeasureWord(word) || (unit === 'group' && groups.has(word)))),
  };
}

const measureWords: ReadonlySet<string> = new Set([...passing, ...failing, ...tests, ...achieving, 'coverage', 'rate']);

function isMeasureWord(word: string): boolean {
  return measureWords.has(word);
}

/** `lines`, `branches` …: coverages of different things are different measures. */
function coverageOf(words: readonly string[]): string {
  return (
    ['line', 'branch', 'function', 'statement'].find((kind) =>
      words.some((word) => foldWord(word) === kind || word === `${kind}es`),
    ) ?? ''
  );
}

/** `the remaining 5%`, `Final 2% completion`: what is left. */
function isRest({ tokens }: NumberLine, { firstToken }: Quantity): boolean {
  return /^(?:final|last|remaining|other)$/.test(tokens[firstToken - 1]?.word ?? '');
}

const progressWords = new Set(
  'achievement achieved complete completed completion phase objectives objective all primary overall of the with successfully success rate status fully been has was is and goals'.split(
    ' ',
  ),
);

/** `95% achievement of all objectives`, `Overall achievement: 95%`, `COMPLETED (95%)`: of the phase, not of a part. */
function isOverallProgress(words: readonly string[]): boolean {
  return words.every((word) => progressWords.has(word) || /^\d/.test(word)) && !words.includes('project');
}

/** `Total Tests: 45`, `Failed: 2`: a label of nothing but words for tests, and a plain number. */
function countMetric(line: MeasuredLine, quantity: Quantity, clause: readonly string[]): Measured | undefined {
  const { unit, outOf, bound } = quantity;
  if (unit.dimension !== 'count' || unit.factor !== 1 || outOf !== undefined || bound !== 'exact') return undefined;
  const label = wordsOf(line.tokens.slice(0, line.labelEnd));
  // `All 45 tests pass`, `a total of 45 tests`.
  const noun = line.tokens[quantity.endToken]?.word ?? '';
  if (noun === 'tests' && /\b(?:all|total(?: of)?) $/i.test(line.text.slice(0, placeInText(line, quantity))))
    return measured('tests', 'number of tests', '', countInterval(quantity.value, quantity), clause);
  if (!isRightAfterLabel(line, quantity)) return undefined;
  const isPhases = label.includes('phases') && label.every((word) => word === 'phases' || word === 'total');
  if (isPhases) return measured('phases', 'number of phases', '', countInterval(quantity.value, quantity), clause);
  if (!label.every((word) => isMeasureWord(word) || isGeneral(foldWord(word)))) return undefined;
  const has = (set: ReadonlySet<string>) => label.some((word) => set.has(word));
  const counted = has(tests) || (label.length <= 2 && (has(failing) || has(passing)));
  if (!counted) return undefined;
  if (has(failing))
    return measured('failed tests', 'failed tests', '', countInterval(quantity.value, quantity), clause);
  if (has(passing))
    return measured('passed tests', 'passed tests', '', countInterval(quantity.value, quantity), clause);
  const isTotal = label.some((word) => word === 'total' || word === 'overall');
  return isTotal
    ? measured('tests', 'number of tests', '', countInterval(quantity.value, quantity), clause)
    : undefined;
}

/** Offset of a quantity in the line's own text. */
function placeInText({ tokens, text, inline }: MeasuredLine, { from }: Quantity): number {
  const start = tokens[0]?.from ?? 0;
  return inline.text.startsWith(text, start) ? from - start : text.length;
}

/** Any other number with a label of its own: `**Median processing time**: 3.2 s`. */
function labelled(line: MeasuredLine, quantity: Quantity, synonyms: ReadonlyMap<string, string>): Measured | undefined {
  const { unit, outOf, bound, decimals, value } = quantity;
  if (!isRightAfterLabel(line, quantity) || outOf !== undefined || bound !== 'exact') return undefined;
  if (line.quantities.length > 1 || (unit.dimension === 'count' && unit.factor === 1)) return undefined;
  const label = line.tokens.slice(0, line.labelEnd);
  const text = line.label.replace(/[*_`]+/g, '').trim();
  const words = foldedWords(text);
  const known = synonyms.get(words.join(' '));
  if (known === undefined && (words.length < 2 || words.length > 7)) return undefined;
  const scale = unit.factor;
  const rounding = (0.5 * scale) / 10 ** decimals;
  return {
    measure: known ?? words.join(' '),
    label: text,
    unit: '',
    words: new Set(wordsOf(label)),
    interval: { low: value * scale - rounding, high: value * scale + rounding, dimension: unit.dimension },
  };
}

function isRightAfterLabel({ tokens, labelEnd }: NumberLine, { firstToken }: Quantity): boolean {
  if (labelEnd === 0 || firstToken <= labelEnd) return false;
  return tokens.slice(labelEnd + 1, firstToken).every(({ kind }) => kind === 'mark');
}

function percentInterval({ value, decimals, bound }: Quantity): Measured['interval'] {
  // 85 is how many write 85.7.
  const rounding = decimals === 0 ? 1 : 0.5 / 10 ** decimals;
  const about = bound === 'about' ? 2 : 0;
  const exact = value === 100 || value === 0;
  const low = value - (exact ? 0 : rounding) - about;
  return { low, high: bound === 'above' ? 100 : value + (exact ? 0 : rounding) + about, dimension: 'percent' };
}

function shareInterval(part: number, of: number): Measured['interval'] {
  const value = (100 * part) / of;
  return { low: value, high: value, dimension: 'percent' };
}

function countInterval(value: number, { bound }: Quantity): Measured['interval'] {
  return { low: value, high: bound === 'above' ? Infinity : value, dimension: 'count' };
}

/** The words of the clause that a quantity stands in, its label included: up to a full stop, semicolon or cell. */
export function clauseWords(tokens: readonly Token[], { firstToken, endToken }: Quantity): readonly string[] {
  let from = firstToken;
  while (from > 0 && !endsClause(tokens[from - 1])) from--;
  let to = endToken;
  while (to < tokens.length && !endsClause(tokens[to])) to++;
  return wordsOf([...tokens.slice(from, firstToken), ...tokens.slice(endToken, to)]);
}

function endsClause(token: Token | undefined): boolean {
  return token?.kind === 'stop' && /^[.;|!?。]$/.test(token.word);
}
