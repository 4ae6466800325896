/** Numbers told as results, with what they measure and what they are about, so that documents can be compared. */
import type { Block, SectionContent, Table } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { rangeInInline, shiftRange } from '../../syntax/positions';
import { inlinesOf } from '../../syntax/walk';
import type { Token } from '../claims/tokens';
import { quantityRange, wholeLine, wordsOf, type NumberLine } from '../numbers/lines';
import { sectionLines } from '../numbers/lists';
import type { Quantity } from '../numbers/quantity';
import { onlyColumn, readTable, totalRowName } from '../numbers/tables';
import type { MetricFact } from './chainFacts';
import { aboutWhat, subjectOf, subjectOfText } from './foldWords';
import { clauseWords, measureOf, type MeasuredLine } from './measures';
import { phasesNamed } from './phaseNames';

/** A metric whose phase is that of its section unless its line names another. */
export type SectionMetric = Omit<MetricFact, 'phase'> & { readonly phase: string | undefined };

export interface MetricContext {
  /** Subjects of the headings above, the nearest first. */
  readonly subjects: readonly string[];
  /** Folded labels of the team that mean the same, each with the one that stands for them. */
  readonly synonyms: ReadonlyMap<string, string>;
  /** Texts that it does not match are not read. */
  readonly only: RegExp | undefined;
}

/** The metrics of a section; ranges are relative to its first line. */
export function sectionMetrics(section: SectionContent, context: MetricContext): readonly SectionMetric[] {
  const { heading, blocks } = section;
  const found: SectionMetric[] = [];
  const add = (line: NumberLine, at: number): void => {
    if (line.quantities.length === 0) return;
    for (const metric of lineMetrics(measuredLine(line), context))
      found.push({ ...metric, range: shiftRange(metric.range, at) });
  };
  const { only } = context;
  const visit = (block: Block, at: number, index: number): void => {
    if (only && !blockMatches(block, only)) return;
    for (const line of sectionLines(section)[index] ?? []) add(line, at);
    if (block.type !== 'table') return;
    for (const metric of tableMetrics(block, context)) found.push({ ...metric, range: shiftRange(metric.range, at) });
  };
  if (heading && /\d/.test(heading.inline.text) && only?.test(heading.inline.text) !== false)
    add(wholeLine(heading.inline), 0);
  for (const [index, { block, line }] of blocks.entries()) {
    visit(block, line, index);
    if (only) continue;
    for (const metric of allPassed(block, context)) found.push({ ...metric, range: shiftRange(metric.range, line) });
  }
  return found;
}

function blockMatches(block: Block, pattern: RegExp): boolean {
  if (inlinesOf(block).some(({ text }) => pattern.test(text))) return true;
  return block.type === 'item' && block.children.some((child) => blockMatches(child, pattern));
}

/** `All tests pass`, `all 48 unit tests are now passing`; not `all tests must pass`, `if all tests pass`. */
const ALL_PASS =
  /\ball (?:of )?(?:the )?(?:\d+ )?(?:(?!tests)([a-z-]+) )?tests (?:(?:are|were|have|now|all) ){0,2}(?:pass|passes|passed|passing|green|succeed|succeeded)\b/i;
/** Words before it that make it a wish, a condition or its opposite. */
const NO_FACT = /\b(?:if|when|once|until|unless|ensure|verify|make sure|not|must|should|will|before|after)\b/i;

/** `All tests pass` is a rate of 100%. */
function* allPassed(block: Block, context: MetricContext): Iterable<SectionMetric> {
  if (block.type !== 'paragraph' && block.type !== 'item') return;
  const { inline } = block;
  const match = inline && inline.text.length < LONGEST_SENTENCE ? ALL_PASS.exec(inline.text) : null;
  if (inline && match && !NO_FACT.test(inline.text.slice(0, match.index))) {
    const end = match.index + match[0].length;
    const from = inline.text.lastIndexOf('\n', match.index) + 1;
    const rest = `${inline.text.slice(from, match.index)} ${match[1] ?? ''} ${inline.text.slice(end).split('\n', 1)[0] ?? ''}`;
    const own = subjectOfText(rest);
    yield {
      phase: phasesNamed(inline.text).keys[0],
      measure: 'pass rate',
      label: 'success rate',
      dimension: 'percent',
      low: 100,
      high: 100,
      unit: 'test',
      subjects: own === '' ? nearestSubjects(context.subjects) : [own],
      words: match[0],
      range: rangeInInline(inline, match.index, end),
    };
  }
  if (block.type !== 'item') return;
  for (const child of block.children) yield* allPassed(child, context);
}

/** Longer paragraphs tell of many things. */
const LONGEST_SENTENCE = 400;

/** Words by which a number is what was wanted, estimated or before, or what is not sure. */
const notResult = new Set(
  (
    'target targets goal goals required requirement threshold expected planned plan budget sla baseline previously previous ' +
    'before earlier originally formerly initially initial was improvement improved increase increased reduction reduced faster ' +
    'should must will would could may might estimate estimated limit timeout maximum max minimum min if until unless before ' +
    'remaining per each projected confidence failover'
  ).split(' '),
);

/** A line with more numbers is a series, not a result. */
const MOST_NUMBERS = 8;

function lineMetrics(line: MeasuredLine, context: MetricContext): readonly SectionMetric[] {
  const { quantities, tokens } = line;
  if (quantities.length === 0 || quantities.length > MOST_NUMBERS) return [];
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

function readMetric(line: MeasuredLine, quantity: Quantity, context: MetricContext): SectionMetric | undefined {
  const measured = measureOf(line, quantity, context.synonyms);
  if (!measured) return undefined;
  const { inline, tokens } = line;
  const range = quantityRange(line, quantity);
  // Only the line itself: the next line of a paragraph may speak of another phase.
  const named = phasesNamed(line.text);
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

/** All words of the clause but those that told the measure. */
function* wordsAbout(tokens: readonly Token[], quantity: Quantity, measure: ReadonlySet<string>): Iterable<string> {
  yield* aboutWhat(clauseWords(tokens, quantity), measure);
}

/** A line as it is; what is said of phases is looked for in the line itself, not in the next one of its paragraph. */
function measuredLine(line: NumberLine): MeasuredLine {
  const { inline, tokens, labelEnd } = line;
  const label = inline.text.slice(tokens[0]?.from ?? 0, tokens[labelEnd - 1]?.to ?? 0);
  return { ...line, text: inline.text.slice(tokens[0]?.from ?? 0, tokens.at(-1)?.to ?? 0), label };
}

function tableMetrics(table: Table, context: MetricContext): readonly SectionMetric[] {
  const read = readTable(table);
  const hasTargets = read.columns.some(({ role }) => role === 'target');
  const named = onlyColumn(read, 'reached') ?? onlyColumn(read, 'rate');
  const reached = named ?? (read.columns.length === 2 && !hasTargets ? 1 : undefined);
  return read.rows.flatMap((row) => {
    const [first] = row;
    if (!first) return [];
    // `Overall success rate | ✅ 100% | …`: a row that names its measure needs no column that does.
    const at = reached ?? (wordsOf(first.tokens).includes('rate') ? 1 : -1);
    const cell = row[at];
    const column = read.columns[at];
    if (!cell || !column || cell.quantities.length !== 1 || column.role === 'target') return [];
    const header = table.header.cells[at];
    const isMeasure = column.role === 'rate' && header !== undefined;
    return lineMetrics(rowLine(row, first, cell, isMeasure ? wholeLine(header) : undefined), context);
  });
}

/** A row reads like `label: value`, with the name of the column where that tells what is measured. */
function rowLine(
  row: readonly NumberLine[],
  first: NumberLine,
  cell: NumberLine,
  header: NumberLine | undefined,
): MeasuredLine {
  const named = totalRowName(row) === undefined ? first.tokens : [];
  const label = [...named, ...(header?.tokens ?? [])];
  const shift = label.length + 1;
  const text = plainText(first.inline);
  return {
    inline: cell.inline,
    tokens: [...label, COLON, ...cell.tokens],
    labelEnd: label.length,
    quantities: cell.quantities.map((quantity) => ({
      ...quantity,
      firstToken: quantity.firstToken + shift,
      endToken: quantity.endToken + shift,
    })),
    text,
    label: text,
  };
}

const COLON: Token = { kind: 'stop', word: ':', from: 0, to: 0 };
