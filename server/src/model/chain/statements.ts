/** What a document says, as hashes, so that others can look up whether it answers them without keeping its text. */
import type { Block, Inline, SectionContent } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { classifyStatus } from '../claims/statusWords';
import { statementStates, type StatementState, type Statements } from './chainFacts';
import { foldedWords, hashText, isGeneral, keyOfWords } from './foldWords';
import { idsIn } from './ids';

/** A statement of a section; its line counts from the section's first. */
export interface SectionStatement {
  readonly line: number;
  readonly key: number;
  readonly state: StatementState;
  readonly words: readonly number[];
  readonly ids: readonly string[];
}

/** Fewer words than that may stand anywhere by chance. */
const FEWEST_WORDS = 2;
const DEFERRED = /\b(?:deferred|postponed|moved to|pushed to|carried over|defer to)\b/i;
const DROPPED =
  /\b(?:dropped|cancelled|canceled|won't (?:do|fix)|not needed|no longer (?:needed|required)|out of scope|descoped|superseded|removed from scope)\b/i;

/** The headings, items and first cells of a section. */
export function sectionStatements({ heading, blocks }: SectionContent): readonly SectionStatement[] {
  const found: SectionStatement[] = [];
  const add = (inline: Inline | undefined, line: number, mark?: string): void => {
    if (!inline) return;
    const text = plainText(inline);
    const words = foldedWords(text);
    const ids = idsIn(text);
    if (words.length < FEWEST_WORDS && ids.length === 0) return;
    const at = line + inline.range.start.line;
    found.push({ line: at, key: keyOfWords(words), state: stateOf(text, mark), words: hashesOf(words), ids });
  };
  const visit = (block: Block, line: number): void => {
    if (block.type === 'item') add(block.inline, line, block.task?.mark);
    else if (block.type === 'paragraph') add(block.inline, line);
    else if (block.type === 'table') for (const row of block.rows) add(row.cells[0], line);
    if (block.type === 'item' || block.type === 'quote') for (const child of block.children) visit(child, line);
  };
  if (heading) add(heading.inline, 0);
  for (const { block, line } of blocks) visit(block, line);
  return found;
}

/** Hashes of the words that say what something is about, in order, each once. */
export function hashesOf(words: readonly string[]): readonly number[] {
  return [...new Set(words.filter((word) => !isGeneral(word)).map(hashText))];
}

function stateOf(text: string, mark: string | undefined): StatementState {
  if (DEFERRED.test(text)) return 'deferred';
  if (DROPPED.test(text) || mark === '-' || mark === '~') return 'dropped';
  if (mark !== undefined) return mark.toLowerCase() === 'x' ? 'done' : 'open';
  if (!/[^\x20-\x7e]/.test(text)) return 'said';
  return classifyStatus(text) === 'done' ? 'done' : 'said';
}

/** Joins the statements of sections. @param parts with the absolute line of each section */
export function joinStatements(
  parts: readonly { readonly line: number; readonly statements: readonly SectionStatement[] }[],
): Statements {
  let count = 0;
  let wordCount = 0;
  for (const { statements } of parts) {
    count += statements.length;
    for (const { words } of statements) wordCount += words.length;
  }
  const lines = new Int32Array(count);
  const keys = new Int32Array(count);
  const states = new Uint8Array(count);
  const ends = new Int32Array(count);
  const words = new Int32Array(wordCount);
  const ids = new Map<string, number>();
  let at = 0;
  let wordAt = 0;
  for (const part of parts) {
    for (const statement of part.statements) {
      lines[at] = part.line + statement.line;
      keys[at] = statement.key;
      states[at] = statementStates.indexOf(statement.state);
      words.set(statement.words, wordAt);
      wordAt += statement.words.length;
      ends[at++] = wordAt;
      for (const id of statement.ids) if (!ids.has(id)) ids.set(id, part.line + statement.line);
    }
  }
  return { lines, keys, states, ends, words, ids };
}
