/** Numbers told as results, with what they measure and what they are about, so that documents can be compared. */
import type { Block, SectionContent, Table } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { shiftRange } from '../../syntax/positions';
import type { Token } from '../claims/tokens';
import { blockLines, quantityRange, wholeLine, wordsOf, type NumberLine } from '../numbers/lines';
import type { Quantity } from '../numbers/quantity';
import { onlyColumn, readTable, totalRowName } from '../numbers/tables';
import type { MetricFact } from './chainFacts';
import { foldWord, foldedWords, isGeneral, subjectOf } from './foldWords';
import { phasesNamed } from './phaseNames';

/** A metric whose phase is that of its section unless its line names another. */
export type SectionMetric = Omit<MetricFact, 'phase'> & { readonly phase: string | undefined };

export interface MetricContext {
  /** Subjects of the headings above, the nearest first. */
  readonly subjects: readonly string[];
  /** Folded labels of the team that mean the same, each with the one that stands for them. */
  readonly synonyms: ReadonlyMap<string, string>;
}

/** The metrics of a section; ranges are relative to its first line. */
export function sectionMetrics({ heading, blocks }: SectionContent, context: MetricContext): readonly SectionMetric[] {
  const found: SectionMetric[] = [];
  const add = (line: NumberLine, at: number): void => {
    for (const metric of lineMetrics(line, context)) found.push({ ...metric, range: shiftRange(metric.range, at) });
  };
  const visit = (block: Block, at: number): void => {
    if (block.type === 'paragraph' || block.type === 'item') for (const line of blockLines(block)) add(line, at);
    else if (block.type === 'table')
      for (const metric of tableMetrics(block, context)) found.push({ ...metric, range: shiftRange(metric.range, at) });
  };
  if (heading) add(wholeLine(heading.inline), 0);
  for (const { block, line } of blocks) visit(block, line);
  return found;
}

/** Words by which a number is what was wanted, estimated or before, or what is not sure. */
const notResult = new Set(
  (
    'target targets goal goals required requirement threshold expected planned plan budget sla baseline previously previous ' +
    'before earlier originally formerly initially initial was improvement improved increase increased reduction reduced faster ' +
    'should must will would could may might estimate estimated limit timeout maximum max minimum min if until unless before ' +
    'remaining per each projected confidence failover'
  ).split(' '),
);

function lineMetrics(line: NumberLine, context: MetricContext): readonly SectionMetric[] {
  const { quantities, tokens } = line;
  if (quantities.length === 0) return [];
  const words = wordsOf(tokens);
  // `92% → 100%`: what it was, and what it became.
  const changes = tokens.some((token) => token.kind === 'stop' && /^[→⇒]$/.test(token.word));
  if (changes || words.some((word) => notResult.has(word))) return [];
  const told = quantities.flatMap((quantity) => readMetric(line, quantity, context) ?? []);
  // Two rates of the same in one line are of two things, unless the one only restates the other.
  const clear = told.filter((metric) => told.every((other) => other === metric || !clash(metric, other)));
  // `100% (8/8 tests passed)` says it twice.
  return clear.filter((metric, index) => clear.findIndex((other) => other.measure === metric.measure) === index);
}

function clash(a: SectionMetric, b: SectionMetric): boolean {
  return a.measure === b.measure && (a.high < b.low || b.high < a.low);
}

function readMetric(line: NumberLine, quantity: Quantity, context: MetricContext): SectionMetric | undefined {
  const measured = measureOf(line, quantity, context.synonyms);
  if (!measured) return undefined;
  const { inline, tokens } = line;
  const range = quantityRange(line, quantity);
  // Only the line itself: the next line of a paragraph may speak of another phase.
  const named = phasesNamed(inline.text.slice(tokens[0]?.from ?? 0, tokens.at(-1)?.to ?? 0));
  if (named.several) return undefined;
  const own = subjectOf(wordsAbout(tokens, quantity, measured.words));
  const subjects = own === '' ? nearestSubjects(context.subjects) : [own];
  return {
    phase: named.keys[0],
    measure: measured.measure,
    label: measured.label,
    unit: measured.unit,
    subjects,
    words: inline.text.slice(quantity.from, quantity.to).trim(),
    range,
    ...measured.interval,
  };
}

/** All that the headings above may be taken to say, from the nearest outwards. */
function nearestSubjects(above: readonly string[]): readonly string[] {
  const found: string[] = [];
  let words = new Set<string>();
  for (const subject of above) {
    if (subject === '') continue;
    words = new Set([...words, ...subject.split(' ')]);
    found.push([...words].sort().join(' '));
  }
  return found.length === 0 ? [''] : found;
}

interface Measured {
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

function measureOf(line: NumberLine, quantity: Quantity, synonyms: ReadonlyMap<string, string>): Measured | undefined {
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
function countMetric(line: NumberLine, quantity: Quantity, clause: readonly string[]): Measured | undefined {
  const { unit, outOf, bound } = quantity;
  if (unit.dimension !== 'count' || unit.factor !== 1 || outOf !== undefined || bound !== 'exact') return undefined;
  const label = wordsOf(line.tokens.slice(0, line.labelEnd));
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

/** Any other number with a label of its own: `**Median processing time**: 3.2 s`. */
function labelled(line: NumberLine, quantity: Quantity, synonyms: ReadonlyMap<string, string>): Measured | undefined {
  const { unit, outOf, bound, decimals, value } = quantity;
  if (!isRightAfterLabel(line, quantity) || outOf !== undefined || bound !== 'exact') return undefined;
  if (line.quantities.length > 1 || (unit.dimension === 'count' && unit.factor === 1)) return undefined;
  const label = line.tokens.slice(0, line.labelEnd);
  const text = line.inline.text
    .slice(label[0]?.from ?? 0, label.at(-1)?.to ?? 0)
    .replace(/[*_`]+/g, '')
    .trim();
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
function clauseWords(tokens: readonly Token[], { firstToken, endToken }: Quantity): readonly string[] {
  let from = firstToken;
  while (from > 0 && !endsClause(tokens[from - 1])) from--;
  let to = endToken;
  while (to < tokens.length && !endsClause(tokens[to])) to++;
  return wordsOf([...tokens.slice(from, firstToken), ...tokens.slice(endToken, to)]);
}

function endsClause(token: Token | undefined): boolean {
  return token?.kind === 'stop' && /^[.;|!?。]$/.test(token.word);
}

/** All words of the clause but those that told the measure. */
function* wordsAbout(tokens: readonly Token[], quantity: Quantity, measure: ReadonlySet<string>): Iterable<string> {
  yield* aboutWhat(clauseWords(tokens, quantity), measure);
}

/** `Test endpoints` are endpoints of their own; `endpoint tests` are not. */
function* aboutWhat(words: readonly string[], measure: ReadonlySet<string>): Iterable<string> {
  for (const [index, word] of words.entries()) {
    const folded = foldWord(word);
    const before = words[index - 1];
    if (!isGeneral(folded) && before === 'test') yield `test-${folded}`;
    else if (!measure.has(word)) yield folded;
  }
}

function tableMetrics(table: Table, context: MetricContext): readonly SectionMetric[] {
  const read = readTable(table);
  const reached =
    onlyColumn(read, 'reached') ?? onlyColumn(read, 'rate') ?? (read.columns.length === 2 ? 1 : undefined);
  return read.rows.flatMap((row) => {
    const [first] = row;
    if (!first) return [];
    const label = wordsOf(first.tokens);
    // `Overall success rate | ✅ 100% | …`: a row that names its measure needs no column that does.
    const at = reached ?? (label.includes('rate') ? 1 : -1);
    const cell = row[at];
    const column = read.columns[at];
    const quantity = cell?.quantities[0];
    if (!cell || !column || !quantity || cell.quantities.length > 1 || column.role === 'target') return [];
    const isTotal = totalRowName(row) !== undefined;
    const words = [...(isTotal ? [] : label), ...(reached === undefined ? [] : column.words)];
    return metricOfRow(words, plainText(first.inline), cell, quantity, context);
  });
}

/** A row reads like `label: value`. */
function metricOfRow(
  words: readonly string[],
  label: string,
  cell: NumberLine,
  quantity: Quantity,
  context: MetricContext,
): readonly SectionMetric[] {
  if (quantity.until !== undefined || quantity.bound === 'below' || words.some((word) => notResult.has(word)))
    return [];
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  const { unit } = quantity;
  if (unit.dimension !== 'percent' || quantity.outOf !== undefined) return [];
  if (!has(passing) || !(words.includes('rate') || has(tests))) return [];
  const own = subjectOf(aboutWhat(words, measureWords));
  return [
    {
      phase: undefined,
      measure: 'pass rate',
      label,
      unit: 'test',
      subjects: own === '' ? nearestSubjects(context.subjects) : [own],
      words: cell.inline.text.slice(quantity.from, quantity.to).trim(),
      range: quantityRange(cell, quantity),
      ...percentInterval(quantity),
    },
  ];
}
