/** Completion of values that no schema lists: dates, people, evidence with what it measures, ids of other documents. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { CompletionItem, Position, Range } from 'vscode-languageserver-types';
import { evidenceCandidates, type Candidate } from '../model/evidence/fixes/candidates';
import { isPersonLabel } from '../model/namedThings';
import { baseName } from '../model/paths';
import type { PhaseDocument } from '../model/phaseDocument';
import type { DocumentEntry, ProjectView } from '../model/project';
import { plainText } from '../syntax/inlineText';
import { sectionAt } from '../syntax/positions';
import { walkBlocks } from '../syntax/walk';
import { readIso, writeLikeDates } from './dateFormat';

/** Where a value is being written. */
export interface ValueSlot {
  /** Of the field, the row or the column, without markup. */
  readonly label: string;
  /** The value as it stands, without white space around it. */
  readonly range: Range;
  /** What has to be written before the value: a blank, or nothing. */
  readonly blank: string;
}

export interface ValueSources {
  readonly project: ProjectView;
  /** `2025-03-31`; undefined: nobody knows. */
  readonly today: string | undefined;
}

const DATE_LABEL = /^(?:[a-z]+ ){0,2}(?:date|updated|created|started|completed on|due|deadline|reviewed on|since)$/i;
const EVIDENCE_LABEL = /^(?:[a-z]+ )?(?:evidence|proof|artifacts?|reports?|verified by|test results?)$/i;
/** `(evidence: …` up to the cursor. */
const INLINE_EVIDENCE = /\(evidence: ?([^()]*)$/i;
/** An id that is being written. */
const ID_START = /(?:^|[\s([|,;/`])([A-Z]{1,8}[-_]?[\d.]{0,12})$/;
const mostItems = 60;

/**
 * @param isDate whether the schema wants a date there
 * @returns undefined where the label says nothing of the kind of value
 */
export function completeValueOf(
  slot: ValueSlot,
  isDate: boolean,
  document: PhaseDocument,
  { project, today }: ValueSources,
): readonly CompletionItem[] | undefined {
  if (isDate || DATE_LABEL.test(slot.label)) return dateItems(slot, document, today);
  if (isPersonLabel(slot.label)) return personItems(slot, document, project);
  return EVIDENCE_LABEL.test(slot.label) ? evidenceItems(slot, document, project) : undefined;
}

/** In words, wherever they stand: behind `(evidence: `, and ids. */
export function completeWords(
  line: string,
  position: Position,
  document: PhaseDocument,
  project: ProjectView,
): readonly CompletionItem[] | undefined {
  const typed = line.slice(0, position.character);
  const value = INLINE_EVIDENCE.exec(typed)?.[1];
  if (value !== undefined) {
    const rest = /^[^()]*/.exec(line.slice(position.character))?.[0] ?? '';
    const isClosed = line.charAt(position.character + rest.length) === ')';
    const to = position.character + (isClosed ? rest.trimEnd().length : 0);
    const range = rangeOn(position.line, position.character - value.length, to);
    const blank = typed.at(-value.length - 1) === ' ' ? '' : ' ';
    return evidenceItems({ label: 'evidence', range, blank }, document, project);
  }
  const start = ID_START.exec(typed)?.[1];
  return start === undefined ? undefined : idItems(start, line, position, document, project);
}

/** The cell of a table that a position is in, with the header of its column; undefined in the header itself. */
export function cellSlot({ parsed }: PhaseDocument, position: Position, line: string): ValueSlot | undefined {
  if (!line.trimStart().startsWith('|')) return undefined;
  const section = sectionAt(parsed, position.line);
  for (const { block, line: origin } of walkBlocks(section)) {
    if (block.type !== 'table') continue;
    const first = origin + block.range.start.line;
    if (position.line < first + 2 || position.line > origin + block.range.end.line + 1) continue;
    const pipes = [...line.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
    const column = pipes.filter((at) => at < position.character).length - 1;
    const header = block.header.cells[column];
    const from = (pipes[column] ?? 0) + 1;
    const to = pipes[column + 1] ?? line.length;
    if (!header) return undefined;
    const name = plainText(header).trim();
    // `| Owner | Kim |`: the first column tells what the second is.
    const isPair = column === 1 && block.header.cells.length === 2 && /^(?:|value|details?|information)$/i.test(name);
    const own = line
      .slice((pipes[0] ?? 0) + 1, pipes[1])
      .replace(/[*_`]/g, '')
      .trim()
      .replace(/:$/, '');
    return slotOf(isPair ? own : name, line, position, from, to);
  }
  return undefined;
}

/** @param from where the value may begin, white space included @param to where it must end */
export function slotOf(label: string, line: string, position: Position, from: number, to: number): ValueSlot {
  const written = line.slice(from, to);
  const start = Math.min(position.character, from + written.length - written.trimStart().length);
  const end = Math.max(position.character, from + written.trimEnd().length);
  const blank = start > 0 && !/\s/.test(line.charAt(start - 1)) ? ' ' : '';
  return { label, range: rangeOn(position.line, start, end), blank };
}

function dateItems(slot: ValueSlot, { parsed }: PhaseDocument, today: string | undefined): readonly CompletionItem[] {
  const day = today === undefined ? undefined : readIso(today);
  if (!day) return [];
  const written = writeLikeDates(day, parsed.text);
  return [item(slot, written, { detail: 'today', kind: CompletionItemKind.Value, filterText: `${written} today` })];
}

/** Those of this document first, then those who are named most in its initiative. */
function personItems(slot: ValueSlot, document: PhaseDocument, project: ProjectView): readonly CompletionItem[] {
  const counts = new Map<string, { count: number; files: string[] }>();
  for (const entry of relatedDocuments(document, project)) {
    for (const name of entry.facts.named.people) {
      const known = counts.get(name) ?? { count: 0, files: [] };
      known.count += entry.path === document.path ? 1000 : 1;
      known.files.push(baseName(entry.path));
      counts.set(name, known);
    }
  }
  const line = slot.range.start.line;
  const { start, end } = slot.range;
  const own = document.parsed.text.slice(
    (document.parsed.lineStarts[line] ?? 0) + start.character,
    (document.parsed.lineStarts[line] ?? 0) + end.character,
  );
  return [...counts]
    .filter(([name]) => name !== own)
    .sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .slice(0, mostItems)
    .map(([name, { files }], index) =>
      item(slot, name, {
        kind: CompletionItemKind.Value,
        detail: files.length === 1 ? files[0] : `${files.length} documents`,
        documentation: `Named in ${files.slice(0, 5).join(', ')}${files.length > 5 ? ' …' : ''}.`,
        sortText: rank(index),
      }),
    );
}

function evidenceItems(slot: ValueSlot, document: PhaseDocument, project: ProjectView): readonly CompletionItem[] {
  const { index } = sectionAt(document.parsed, slot.range.start.line);
  const claims = (document.claims[index]?.claims ?? []).filter(({ strength }) => strength === 'strong');
  return evidenceCandidates(document, claims, project).map((candidate, at) =>
    item(slot, candidate.path ?? candidate.link, {
      insert: candidate.link,
      kind: CompletionItemKind.File,
      detail: measuredBy(candidate),
      documentation: `${candidate.title}\n\n${verdictWords[candidate.status]}`,
      filterText: `${candidate.link} ${candidate.title}`,
      sortText: rank(at),
    }),
  );
}

/** What stands in parentheses behind the path of a candidate. */
function measuredBy({ title, path }: Candidate): string | undefined {
  if (path === undefined) return title;
  return title.length > path.length
    ? title
        .slice(path.length)
        .trim()
        .replace(/^\(|\)$/g, '')
    : undefined;
}

const verdictWords: Readonly<Record<Candidate['status'], string>> = {
  agrees: 'It says what the section claims.',
  contradicts: 'It says something else than the section claims.',
  empty: 'It shows nothing.',
  'not-comparable': 'Whether it shows what the section claims, only its author knows.',
};

function idItems(
  start: string,
  line: string,
  position: Position,
  document: PhaseDocument,
  project: ProjectView,
): readonly CompletionItem[] | undefined {
  const found = new Map<string, { title: string; file: string }>();
  for (const { path, facts } of relatedDocuments(document, project)) {
    for (const { id, title } of facts.named.ids) {
      if (id.startsWith(start) && !found.has(id)) found.set(id, { title, file: baseName(path) });
    }
  }
  if (found.size === 0) return undefined;
  const rest = /^[\w.-]*/.exec(line.slice(position.character))?.[0].length ?? 0;
  const range = rangeOn(position.line, position.character - start.length, position.character + rest);
  return [...found].slice(0, mostItems).map(([id, { title, file }], index) =>
    item({ label: '', range, blank: '' }, id, {
      kind: CompletionItemKind.Reference,
      detail: title === '' ? file : title,
      documentation: `${title === '' ? id : `${id}: ${title}`}\n\n${file}`,
      sortText: rank(index),
    }),
  );
}

/** The document itself, then those of its initiative in path order. */
function* relatedDocuments({ path, identity }: PhaseDocument, project: ProjectView): Generator<DocumentEntry> {
  const own = project.entry(path);
  if (own) yield own;
  for (const entry of project.documents) {
    if (entry.path !== path && entry.identity.initiative === identity.initiative) yield entry;
  }
}

function item(
  { range, blank }: ValueSlot,
  label: string,
  { insert = label, filterText = label, ...rest }: Partial<CompletionItem> & { readonly insert?: string },
): CompletionItem {
  return { label, ...rest, filterText: blank + filterText, textEdit: { range, newText: blank + insert } };
}

function rank(index: number): string {
  return String(index).padStart(3, '0');
}

function rangeOn(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}
