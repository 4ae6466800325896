/** What a document says, as hashes, so that others can look up whether it answers them without keeping its text. */
import type { Block, Inline, SectionContent } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { classifyStatus } from '../claims/statusWords';
import { statementStates, type PlacedStatements, type StatementState, type Statements } from './chainFacts';
import { hashWords } from './foldWords';
import { idsIn } from './ids';

/** Fewer words than that may stand anywhere by chance. */
const FEWEST_WORDS = 2;
const DEFERRED = /\b(?:deferred|postponed|moved to|pushed to|carried over|defer to)\b/i;
const DROPPED =
  /\b(?:dropped|cancelled|canceled|won't (?:do|fix)|not needed|no longer (?:needed|required)|out of scope|descoped|superseded|removed from scope)\b/i;

const NO_IDS: PlacedStatements['ids'] = [];
/** Of a section in which nothing is looked for. */
export const noStatements: Omit<PlacedStatements, 'line'> = { packed: new Int32Array(0), ids: NO_IDS };

/** The headings, items, paragraphs and first cells of a section. */
export function sectionStatements({ heading, blocks }: SectionContent): Omit<PlacedStatements, 'line'> {
  const packed: number[] = [];
  const named: (readonly [string, number])[] = [];
  const add = (inline: Inline | undefined, line: number, mark?: string): void => {
    if (!inline) return;
    const text = plainText(inline);
    const { count, key, hashes, mayTellState } = hashWords(text);
    const ids = idsIn(text);
    if (count < FEWEST_WORDS && ids.length === 0) return;
    const at = line + inline.range.start.line;
    packed.push(at, key, statementStates.indexOf(stateOf(text, mark, mayTellState)), hashes.length, ...hashes);
    for (const id of ids) named.push([id, at]);
  };
  const visit = (block: Block, line: number): void => {
    if (block.type === 'item') add(block.inline, line, block.task?.mark);
    else if (block.type === 'paragraph') add(block.inline, line);
    else if (block.type === 'table') for (const row of block.rows) add(row.cells[0], line);
    if (block.type === 'item' || block.type === 'quote') for (const child of block.children) visit(child, line);
  };
  if (heading) add(heading.inline, 0);
  for (const { block, line } of blocks) visit(block, line);
  return { packed: Int32Array.from(packed), ids: named.length === 0 ? NO_IDS : named };
}

/** A statement as it was packed. */
export interface Statement {
  /** Absolute. */
  readonly line: number;
  readonly key: number;
  readonly state: StatementState;
  /** Where its words stand in {@link packed}. */
  readonly from: number;
  readonly to: number;
  readonly packed: Int32Array;
}

/** The statements of a document in order. */
export function* statementsOf(statements: Statements): Iterable<Statement> {
  for (const { line, packed } of statements) {
    for (let at = 0; at < packed.length;) {
      const from = at + 4;
      const to = from + (packed[at + 3] ?? 0);
      const state = statementStates[packed[at + 2] ?? 0] ?? 'said';
      yield { line: line + (packed[at] ?? 0), key: packed[at + 1] ?? 0, state, from, to, packed };
      at = to;
    }
  }
}

function stateOf(text: string, mark: string | undefined, mayTell: boolean): StatementState {
  if (mayTell && DEFERRED.test(text)) return 'deferred';
  if ((mayTell && DROPPED.test(text)) || mark === '-' || mark === '~') return 'dropped';
  if (mark !== undefined) return mark.toLowerCase() === 'x' ? 'done' : 'open';
  if (!/[^\x20-\x7e]/.test(text)) return 'said';
  return classifyStatus(text) === 'done' ? 'done' : 'said';
}
