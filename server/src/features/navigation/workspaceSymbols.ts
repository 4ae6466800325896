/**
 * Documents, headings, ids and promises of the whole workspace by name. Answered from what is kept of each document; the
 * symbols of a document are listed once for each of its versions, when somebody asks.
 */
import { SymbolKind, type Range, type SymbolInformation } from 'vscode-languageserver-types';
import type { PromiseKind } from '../../model/chain/chainFacts';
import type { DocumentFacts } from '../../model/documentFacts';
import { baseName } from '../../model/paths';
import type { DocumentEntry } from '../../model/project';
import { documentLabel } from '../documentLabel';
import { headingsOf, isTitle } from './headings';
import { givenIds } from './ids';
import { headingLine } from './subjectAt';

interface ListedSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** What it belongs to. */
  readonly container: string;
  readonly range: Range;
  /** What the query is looked for in: name, then container, in lower case. */
  readonly text: string;
  readonly nameLength: number;
  /** Of equal matches, what comes first: documents, ids, headings, promises. */
  readonly order: 0 | 1 | 2 | 3;
}

interface Wanted {
  readonly words: string;
  /** The same without spaces. */
  readonly letters: string;
}

/** Nobody looks at more; the editor asks again with each letter. */
const MOST_SYMBOLS = 200;
/** Longer queries are cut: no name is as long. */
const LONGEST_QUERY = 200;
const LONGEST_NAME = 160;

const symbolsByFacts = new WeakMap<DocumentFacts, readonly ListedSymbol[]>();

/** @param query as typed; upper and lower case and white space do not matter */
export function findSymbols(entries: readonly DocumentEntry[], query: string): readonly SymbolInformation[] {
  const words = query.slice(0, LONGEST_QUERY).toLowerCase().trim().replace(/\s+/g, ' ');
  const wanted = { words, letters: words.replaceAll(' ', '') };
  // One list for each rank, so that nothing has to be sorted: the work grows with the symbols alone.
  const ranks: SymbolInformation[][] = [];
  for (const entry of entries) {
    for (const symbol of symbolsOf(entry)) {
      // Without a query everything matches: documents say most.
      if (words === '' && symbol.order > 0) break;
      const grade = gradeOf(symbol, wanted);
      if (grade === undefined) continue;
      const list = (ranks[grade * 4 + symbol.order] ??= []);
      if (list.length < MOST_SYMBOLS) list.push(toInformation(symbol, entry.uri));
    }
  }
  return ranks.flat().slice(0, MOST_SYMBOLS);
}

/**
 * The whole name (0), its beginning (1), the beginning of a word (2), somewhere in it (3), its letters in order (4), or
 * with those of the container (5).
 */
function gradeOf({ text, nameLength }: ListedSymbol, { words, letters }: Wanted): number | undefined {
  const at = text.indexOf(words);
  if (at >= 0 && at + words.length <= nameLength) {
    if (at === 0) return words.length === nameLength ? 0 : 1;
    return /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) ? 3 : 2;
  }
  let matched = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) === letters.charCodeAt(matched)) matched++;
    if (matched === letters.length) return i < nameLength ? 4 : 5;
  }
  return undefined;
}

/** Documents first, as {@link findSymbols} expects. */
function symbolsOf(entry: DocumentEntry): readonly ListedSymbol[] {
  const { facts, path } = entry;
  const known = symbolsByFacts.get(facts);
  if (known) return known;
  const label = documentLabel(entry.identity);
  const symbols = [toSymbol(facts.title ?? baseName(path), SymbolKind.File, label, facts.titleRange, 0)];
  const given = new Set<number>();
  for (const places of givenIds(entry).values()) {
    for (const { words, range } of places) {
      given.add(range.start.line);
      symbols.push(toSymbol(words, SymbolKind.Key, label, range, 1));
    }
  }
  for (const heading of headingsOf(entry)) {
    if (isTitle(heading, entry) || given.has(heading.range.start.line) || heading.text === '') continue;
    // Named and placed as editors do that know Markdown, so that what both tell is shown once.
    const name = `${'#'.repeat(heading.level)} ${heading.text}`;
    symbols.push(toSymbol(name, SymbolKind.String, '', headingLine(heading), 2));
  }
  for (const { kind, settled, words, range } of facts.chain.promises) {
    if (settled || given.has(range.start.line)) continue;
    symbols.push(toSymbol(words, SymbolKind.Event, `${promiseNames[kind]} · ${label}`, range, 3));
  }
  symbolsByFacts.set(facts, symbols);
  return symbols;
}

const promiseNames: Readonly<Record<PromiseKind, string>> = {
  output: 'Expected output',
  reference: 'Reference',
  prerequisite: 'Prerequisite',
  deferred: 'Deferred',
  'next step': 'Next step',
  risk: 'Risk',
  criterion: 'Criterion',
};

function toSymbol(
  words: string,
  kind: SymbolKind,
  container: string,
  range: Range,
  order: ListedSymbol['order'],
): ListedSymbol {
  const name = words.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
  const text = `${name} ${container}`.toLowerCase();
  return { name, kind, container, range, text, nameLength: name.toLowerCase().length, order };
}

function toInformation({ name, kind, container, range }: ListedSymbol, uri: string): SymbolInformation {
  return { name, kind, location: { uri, range }, ...(container !== '' && { containerName: container }) };
}
