/** What the requirements documents of an initiative ask for, one by one, with the ids they give. */
import type { Range } from 'vscode-languageserver-types';
import { foldedWords, keyOfWords } from '../../model/chain/foldWords';
import type { Identity, PhaseDocument } from '../../model/phaseDocument';
import { matchesName, readHeadings, readWordPattern } from '../../schema/headingWords';
import type { Block, Inline, ListItem, Section, Table } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { shiftRange } from '../../syntax/positions';

export interface Requirement {
  /** As written: `FR-3`, `US1`, `R5`; undefined where the author gave none. */
  readonly id: string | undefined;
  /** Without the id and markup. */
  readonly words: string;
  /** Hash of the words for finding them again; 0 for none. */
  readonly key: number;
  /** Absolute place of its text: heading, item or cell. */
  readonly range: Range;
  /** An item or a cell; what a heading asks for is told below it. */
  readonly form: 'heading' | 'item' | 'row';
  /** The heading above it, and its absolute line. */
  readonly section: string;
  readonly sectionLine: number;
}

const asking = ['* requirement *', '* user story *', '* user stories *', '* acceptance criteria *'].map(
  readWordPattern,
);
const notAsking = [
  '* out of scope *',
  '* non goal *',
  '* non goals *',
  '* risk *',
  '* assumption *',
  '* dependencies *',
  '* success metric *',
].map(readWordPattern);

/** An id at the beginning, and what parts it from the words. A single letter will do where requirements are listed. */
const LEADING =
  /^[^\p{L}\p{N}]{0,4}(?:(?:Requirement|Story|Criterion)\s+)?([A-Z]{1,6}-?\d{1,4}(?:\.\d{1,3})*)(?:\s*[:–—]\s*|\s+-\s+|\.\s+|\s*$)/u;
const ID_COLUMN = /^(?:#|ids?|no\.?|nr\.?|key|req(?:uirement)?s?\.? ?(?:id|no\.?)?|story ?(?:id)?)$/i;
const WORDS_COLUMN = /\b(?:requirement|description|story|criterion|title|what)\b/i;

/** Whether requirements are looked for in such a document. */
export function listsRequirements({ kind, archived }: Identity): boolean {
  return !archived && (kind === 'prd' || kind === 'requirements');
}

/** Those of one document, in its order; none for anything but a requirements document. */
export function requirementsOf({ parsed, identity }: PhaseDocument): readonly Requirement[] {
  if (!listsRequirements(identity)) return [];
  const found: Requirement[] = [];
  const states: SectionState[] = [];
  for (const section of parsed.sections) {
    const { heading } = section.content;
    const title = heading ? plainText(heading.inline).trim() : '';
    const asks = asksFor(heading?.level === 1 ? '' : title, states[section.parent] ?? 'elsewhere');
    const own = heading && asks === 'asking' ? leadingIdOf(title) : undefined;
    if (heading && own)
      found.push(
        toRequirement(own.id, own.rest, shiftRange(heading.inline.range, section.line), 'heading', {
          title,
          line: section.line,
        }),
      );
    // What stands below a requirement with an id tells what it means, unless it has an id of its own.
    const state = own ? 'told' : asks;
    states[section.index] = state;
    if (state === 'elsewhere') continue;
    for (const requirement of requirementsIn(section, { title, line: section.line }))
      if (state === 'asking' || requirement.id !== undefined) found.push(requirement);
  }
  return found;
}

interface Above {
  readonly title: string;
  readonly line: number;
}

type SectionState = 'asking' | 'told' | 'elsewhere';

function asksFor(title: string, above: SectionState): SectionState {
  const readings = readHeadings(title);
  const fits = (patterns: typeof asking) =>
    patterns.some((pattern) => readings.some((words) => matchesName(pattern, words)));
  if (above === 'told') return 'told';
  if (fits(notAsking)) return 'elsewhere';
  return fits(asking) ? 'asking' : above;
}

function* requirementsIn({ content, line }: Section, above: Above): Iterable<Requirement> {
  for (const { block, line: at } of content.blocks) {
    if (block.type === 'item') for (const item of leavesOf(block)) yield* fromItem(item, line + at, above);
    else if (block.type === 'table') yield* fromTable(block, line + at, above);
  }
}

/** `Security:` heads a list; a requirement with details below it is one. */
function* leavesOf(item: ListItem): Iterable<ListItem> {
  const below = item.children.filter((child): child is Block & { type: 'item' } => child.type === 'item');
  if (below.length === 0 || !item.inline || !/:[*_]*\s*$/.test(item.inline.text)) yield item;
  else for (const child of below) yield* leavesOf(child);
}

function* fromItem({ inline }: ListItem, line: number, above: Above): Iterable<Requirement> {
  if (!inline) return;
  const text = plainText(inline).trim();
  const own = leadingIdOf(text);
  if (!own && foldedWords(text).length < 2) return;
  yield toRequirement(own?.id, own ? own.rest : text, shiftRange(inline.range, line), 'item', above);
}

function* fromTable({ header, rows }: Table, line: number, above: Above): Iterable<Requirement> {
  const names = header.cells.map((cell) => plainText(cell).trim());
  const idColumn = names.findIndex((name) => ID_COLUMN.test(name));
  const wordsColumn = names.findIndex((name, index) => index !== idColumn && WORDS_COLUMN.test(name));
  if (idColumn < 0 && wordsColumn < 0) return;
  for (const { cells } of rows) {
    const idCell: Inline | undefined = idColumn < 0 ? undefined : cells[idColumn];
    const cell = cells[wordsColumn < 0 ? idColumn + 1 : wordsColumn] ?? idCell;
    if (!cell) continue;
    const id = idCell && leadingIdOf(plainText(idCell).trim())?.id;
    const words = plainText(cell).trim();
    if (id !== undefined || words !== '')
      yield toRequirement(id, words, shiftRange((idCell ?? cell).range, line), 'row', above);
  }
}

function leadingIdOf(text: string): { readonly id: string; readonly rest: string } | undefined {
  const match = LEADING.exec(text);
  const id = match?.[1];
  return match && id !== undefined ? { id, rest: text.slice(match[0].length).trim() } : undefined;
}

function toRequirement(
  id: string | undefined,
  words: string,
  range: Range,
  form: Requirement['form'],
  { title, line }: Above,
): Requirement {
  const folded = foldedWords(words);
  return { id, words, key: folded.length < 3 ? 0 : keyOfWords(folded), range, form, section: title, sectionLine: line };
}
