/**
 * Conditions such as "when Status is done then Evidence is not empty": of the fields of a document, the cells of a row,
 * the keys of a map.
 */
import { foldWords } from './headingWords';
import type { SchemaPlace } from './rawSchema';

export interface Condition {
  readonly when: Clause;
  readonly then: Clause;
  /** As written, for messages. */
  readonly text: string;
  readonly place: SchemaPlace;
  readonly line: number;
}

/** `Status is done`, `document Status is not done or partial`, `Evidence is not empty`. */
export interface Clause {
  /** Whether a field of the document is meant, wherever the condition stands. */
  readonly ofDocument: boolean;
  readonly name: string;
  readonly negated: boolean;
  /** Values, any of which it may be; `empty` stands for no value, `number` and `reference` for any such. */
  readonly values: readonly string[];
}

/** How values are read. The model knows statuses and pointers; schemas do not. */
export interface ValueReader {
  /** The class of a status, such as `done`; undefined for other words. */
  statusOf(text: string): string | undefined;
  /** Whether a text holds something to follow. */
  hasPointer(text: string): boolean;
}

/** Where a condition finds the values that it names; undefined for names that are not there at all. */
export interface ValueLookup {
  own(name: string): string | undefined;
  ofDocument(name: string): string | undefined;
}

/**
 * Reads `NAME is [not] VALUE [or VALUE …]`, perhaps with `document` before it.
 *
 * @returns undefined if the words have another form
 */
export function readClause(text: string): Clause | undefined {
  const words = text.trim().split(/\s+/);
  const ofDocument = words[0] === 'document' && words.length > 3;
  if (ofDocument) words.shift();
  const is = words.findIndex((word) => word === 'is' || word === 'are');
  if (is < 1) return undefined;
  const negated = words[is + 1] === 'not';
  const values: string[][] = [[]];
  for (const word of words.slice(is + (negated ? 2 : 1))) {
    if (word === 'or') values.push([]);
    else values.at(-1)?.push(word);
  }
  if (values.some((value) => value.length === 0)) return undefined;
  return { ofDocument, name: words.slice(0, is).join(' '), negated, values: values.map((value) => value.join(' ')) };
}

/** Reads `when CLAUSE then CLAUSE`. */
export function readConditionText(text: string): { readonly when: Clause; readonly then: Clause } | undefined {
  const words = text.trim().split(/\s+/);
  const at = words.indexOf('then');
  if (words[0] !== 'when' || at < 0) return undefined;
  const when = readClause(words.slice(1, at).join(' '));
  const then = readClause(words.slice(at + 1).join(' '));
  return when && then && { when, then };
}

/** Whether a condition is broken: it applies, and what must follow from it does not hold. Names that are nowhere count as empty. */
export function isBroken({ when, then }: Condition, lookup: ValueLookup, reader: ValueReader): boolean {
  return holds(when, lookup, reader) && !holds(then, lookup, reader);
}

function holds(clause: Clause, lookup: ValueLookup, reader: ValueReader): boolean {
  const value = clause.ofDocument ? lookup.ofDocument(clause.name) : lookup.own(clause.name);
  const text = value?.trim() ?? '';
  const isOne = clause.values.some((wanted) => isValue(text, wanted, reader));
  return isOne !== clause.negated;
}

/** What stands in a cell to say that there is nothing. */
const nothing: ReadonlySet<string> = new Set(['', '-', '–', '—', '…', '...', 'n/a', 'none', 'tbd', '[tbd]', '?']);

export function isEmptyValue(text: string): boolean {
  return nothing.has(text.trim().toLowerCase());
}

function isValue(text: string, wanted: string, reader: ValueReader): boolean {
  if (wanted === 'empty') return isEmptyValue(text);
  if (wanted === 'reference') return reader.hasPointer(text);
  if (wanted === 'number') return /\d/.test(text);
  const words = foldWords(text);
  const sought = foldWords(wanted);
  return (words !== '' && words === sought) || reader.statusOf(text) === wanted.toLowerCase();
}
