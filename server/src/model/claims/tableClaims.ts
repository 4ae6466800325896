/** Claims in the rows of a table: by what its columns are for. */
import type { Inline, Pointer, Table, TableRow } from '../../syntax/document';
import { classifyLine, type LineContext } from './classify';
import { draftClaims, type ClaimDraft } from './draft';
import { evidencePointers } from './evidenceScope';
import { prominenceOf } from './prominence';
import { wholeSegment, type Segment } from './segments';
import type { SectionRole } from './sectionRole';
import type { Signal } from './signal';
import { classifyStatusTokens, type StatusClass } from './statusWords';
import type { Token } from './tokens';
import { badNouns, lostWords, stateWords } from './words';

type Column = 'subject' | 'status' | 'actual' | 'present' | 'target' | 'evidence' | 'other' | 'machine';

const columnWords: readonly (readonly [Column, ReadonlySet<string>])[] = [
  ['evidence', new Set('evidence proof source artifact reference'.split(' '))],
  [
    'target',
    new Set(
      'target goal threshold expected required requirement budget baseline before criteria criterion limit planned was'.split(
        ' ',
      ),
    ),
  ],
  [
    'status',
    new Set(
      'status state verdict pass passed passing done complete completed completion verified outcome met 状態 判定 ステータス'.split(
        ' ',
      ),
    ),
  ],
  [
    'actual',
    new Set('actual achieved measured result results value after rate score observed reached coverage 結果'.split(' ')),
  ],
  // What is now, and gains: a result in a report; among goals the state that they start from, or what is hoped for.
  ['present', new Set(['current', 'now', 'today'])],
];

/** The claims of a table, at most one for each row. */
export function tableClaims(table: Table, context: LineContext): readonly ClaimDraft[] {
  const headers = table.header.cells.map((cell) => wholeSegment(cell).tokens);
  const names = headers.flatMap((tokens) => tokens.map(({ word }) => word));
  const hoped = names.some((word) => hopeWords.has(word));
  const columns = headers.map((tokens, index) => columnOf(tokens, index, hoped));
  const aimed = names.some((word) => aimWords.has(word)) && names.some((word) => reachedWords.has(word));
  const drafts: ClaimDraft[] = [];
  for (const row of table.rows) {
    const found = rowClaim(row, columns, aimed, context);
    if (found) drafts.push(found);
  }
  return drafts;
}

/** Headers of columns with facts that are no achievement. */
const factWords = new Set('http code size lines loc'.split(' '));

/** Headers of a table that sets what was reached against what was aimed at; a baseline is neither. */
const aimWords = new Set('target goal threshold budget limit required'.split(' '));
const reachedWords = new Set('actual achieved measured value result results reached observed'.split(' '));

/** Headers of a table of which the gains have yet to be made. */
const hopeWords = new Set('target goal expected projected estimated planned potential theoretical phase'.split(' '));
/** Headers of gains. */
const gainWords = new Set('speedup improvement gain reduction savings faster'.split(' '));

function columnOf(tokens: readonly Token[], index: number, hoped: boolean): Column {
  if (tokens.some((token) => factWords.has(token.word))) return index === 0 ? 'subject' : 'machine';
  for (const [column, words] of columnWords) {
    if (index > 0 && tokens.some((token) => words.has(token.word))) return column;
  }
  if (index > 0 && !hoped && tokens.some(({ word }) => gainWords.has(word))) return 'present';
  return index === 0 ? 'subject' : 'other';
}

/** `| Target | 6 ms |`: a row that is itself the goal. */
function isAimRow({ cells }: TableRow): boolean {
  const words = cells[0] ? wholeSegment(cells[0]).tokens.filter(({ kind }) => kind === 'word') : [];
  return words.length === 1 && aimWords.has(words[0]?.word ?? '');
}

interface Cell {
  readonly inline: Inline;
  readonly segment: Segment;
  readonly column: Column;
}

function rowClaim(
  row: TableRow,
  columns: readonly Column[],
  aimed: boolean,
  context: LineContext,
): ClaimDraft | undefined {
  if (context.role === 'options' || isAimRow(row)) return undefined;
  const cells = row.cells.map((inline, i): Cell => ({
    inline,
    segment: wholeSegment(inline),
    column: columns[i] ?? 'other',
  }));
  const scope = row.cells.flatMap(evidencePointers);
  const verdicts = cells.filter(isVerdictCell);
  const stated = verdicts.map((cell) => ({
    cell,
    said: classifyStatusTokens(cell.segment.tokens, context.vocabulary) ?? stateOf(cell),
  }));
  if (stated.some(({ cell, said }) => !isReady(cell) && isOpen(said, cell) && cell.column !== 'evidence'))
    return undefined;
  const found = cells.flatMap((cell) => cellSignals(cell, context, aimed).map((signal) => ({ cell, signal })));
  const done = stated.find(({ cell, said }) => said === 'done' || isReady(cell));
  if (done) return verdictDraft(done.cell, found, context, scope);
  // `6 µs (est)`: numbers of a row that is a guess.
  if (cells.some(({ segment }) => segment.tokens.some(({ word }) => guessWords.has(word)))) return undefined;
  const strong = found.filter(({ signal }) => signal.strength === 'strong');
  const best = strong.find(({ signal }) => signal.kind === 'comparison') ?? strong[0] ?? zeroCell(cells, context);
  return best && draftOf(best.cell, best.signal, scope);
}

const guessWords = new Set('est estimated expected projected potential theoretical'.split(' '));

/** `Clean`, `Healthy`: in a column of statuses a state is one. */
function stateOf({ column, segment: { tokens } }: Cell): StatusClass | undefined {
  if (column !== 'status' || tokens.length === 0) return undefined;
  return tokens.every(({ word }) => stateWords.has(word) || goodWords.has(word)) ? 'done' : undefined;
}

const goodWords = new Set('ok good fine and fully all very'.split(' '));

/** `| Open defects | 0 |` */
function zeroCell(
  cells: readonly Cell[],
  { role }: LineContext,
): { readonly cell: Cell; readonly signal: Signal } | undefined {
  const subject = cells[0]?.segment.tokens ?? [];
  if (role !== 'report' || !subject.some(({ word }) => badNouns.has(word) || lostWords.has(word))) return undefined;
  const cell = cells.find(({ column }) => column === 'actual' || column === 'present');
  const value = cell?.segment.tokens[0];
  if (!cell || value?.kind !== 'number' || value.value !== 0) return undefined;
  return {
    cell,
    signal: { kind: 'metric', strength: 'strong', level: 2, from: 0, to: 1, reason: 'none of what went wrong' },
  };
}

/** `98% PARTIAL` tells a number, `PARTIALLY SATISFIED` admits. */
function isOpen(said: StatusClass | undefined, { segment }: Cell): boolean {
  if (said === 'partial') return !segment.tokens.some((token) => token.kind === 'number');
  return said !== undefined && said !== 'done';
}

/** `🟢 READY`: what is ready may have yet to begin, but is told as reached. */
function isReady({ segment: { tokens } }: Cell): boolean {
  return (
    tokens.some(({ word }) => word === 'ready') &&
    tokens.some((token) => token.kind === 'mark' && token.mark === 'done')
  );
}

/** A status, or words or signs of one in a column of results. */
function isVerdictCell(cell: Cell): boolean {
  if (cell.column === 'status' || hasMark(cell)) return true;
  return (
    (cell.column === 'actual' || cell.column === 'present') &&
    !cell.segment.tokens.some((token) => token.kind === 'number')
  );
}

function hasMark({ segment }: Cell): boolean {
  return segment.tokens.some((token) => token.kind === 'mark' && token.mark !== 'decoration');
}

const goalRoles: ReadonlySet<SectionRole> = new Set<SectionRole>(['criteria', 'measures']);

/** Signals of a cell that is no name, target or setting. */
function cellSignals(cell: Cell, context: LineContext, aimed: boolean): readonly Signal[] {
  if (cell.column === 'target' || cell.column === 'machine' || cell.column === 'subject') return [];
  if (cell.column === 'present' && goalRoles.has(context.role)) return [];
  const measured =
    cell.column === 'actual' ||
    cell.column === 'present' ||
    (cell.column === 'status' && cell.segment.tokens.some(isShare));
  // Beside its goal stands what was reached.
  const told = (cell.column === 'actual' || cell.column === 'status') && goalRoles.has(context.role);
  const signals = classifyLine(
    { tokens: cell.segment.tokens, labelEnd: 0, shape: 'cell' },
    { ...context, role: told ? 'report' : context.role, measured: measured || context.measured },
  );
  if (signals.length > 0 || !aimed || (cell.column !== 'actual' && cell.column !== 'present') || context.section.future)
    return signals;
  return reachedValue(cell);
}

/** A number of any unit that stands beside its target. */
function reachedValue({ segment: { tokens } }: Cell): readonly Signal[] {
  const at = tokens.findIndex((token) => token.kind === 'number');
  const token = tokens[at];
  if (token === undefined || at > 1 || tokens.some(({ word }) => unmeasured.has(word))) return [];
  return [
    { kind: 'metric', strength: 'strong', level: 2, from: at, to: at + 1, reason: `"${token.word}" beside a target` },
  ];
}

const unmeasured = new Set('tbd pending todo not n/a unknown expected estimated'.split(' '));

function isShare(token: Token): boolean {
  return token.kind === 'number' && (token.unit === '%' || token.outOf !== undefined);
}

/** A row whose status says done: a status, unless the row names an approval or is a number by itself. */
function verdictDraft(
  cell: Cell,
  found: readonly { readonly cell: Cell; readonly signal: Signal }[],
  context: LineContext,
  scope: readonly Pointer[],
): ClaimDraft | undefined {
  if ((context.role === 'plan' || context.section.future) && cell.segment.tokens.length === 0) return undefined;
  const approval = found.find(({ signal }) => signal.kind === 'approval');
  const share = cell.segment.tokens.some(isShare);
  const words = cell.segment.tokens.some((token) => token.kind === 'word');
  const kind = approval ? 'approval' : share && !words ? 'metric' : 'status';
  const signal: Signal = {
    kind,
    strength: 'strong',
    level: 4,
    from: 0,
    to: cell.segment.tokens.length,
    reason: 'a row whose status says it is done',
  };
  return draftOf(cell, signal, scope);
}

function draftOf(cell: Cell, signal: Signal, scope: readonly Pointer[]): ClaimDraft | undefined {
  return draftClaims(cell.inline, cell.segment, [signal], prominenceOf.row, scope)[0];
}
