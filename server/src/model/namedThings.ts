/** What a document names and others may want to name too: people, ids of decisions and requirements, documents. */
import type { Range } from 'vscode-languageserver-types';
import type { Block, ParsedDocument, Pointer, SectionContent, TableRow } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { shiftRange } from '../syntax/positions';
import { pointersOf } from './pointersOf';

export interface NamedThings {
  /** As written behind a label such as `Owner`, each once. */
  readonly people: readonly string[];
  /** In the order of the document; an id that is defined twice is there twice. */
  readonly ids: readonly NamedId[];
  /** Pointers to Markdown files, section by section. */
  readonly references: readonly PlacedReferences[];
}

/** A heading, item or row that begins with an id: `AD-001: Queue per berth`. */
export interface NamedId {
  readonly id: string;
  /** What follows the id, without markup; may be empty. */
  readonly title: string;
}

export interface PlacedReferences {
  /** Absolute line of the section that the ranges are relative to. */
  readonly line: number;
  readonly references: readonly DocumentReference[];
}

export interface DocumentReference {
  readonly pointer: Pointer;
  /** Relative to the section's first line. */
  readonly range: Range;
}

interface SectionThings {
  readonly people: readonly string[];
  readonly ids: readonly NamedId[];
  readonly references: readonly DocumentReference[];
}

const thingsOfSection = new WeakMap<SectionContent, SectionThings>();
/** `AD-001`, `D1.1`, `REQ_7`; then a sign or the end. */
const ID = /^([A-Z]{1,8}[-_]?\d{1,5}(?:\.\d{1,4}){0,3})(?=\s*(?:[:.)–—-]|$)|\s)/;
const PERSON_LABEL =
  /^(?:(?:phase|task|document|decision|risk|primary|backup|next) )?(?:owners?|assignees?|assigned to|responsible|authors?|prepared by|written by|reviewers?|reviewed by|approvers?|approved by|contact|lead|decided by)$/i;
const MARKDOWN = /\.(?:md|markdown)$/i;
const LONGEST_NAME = 60;
const LONGEST_TITLE = 120;
/** What stands where a name is still to come, and what names nobody. */
const NOBODY = /^(?:[[<{(].*|tbd|tba|todo|n\/?a|none|nobody.*|unassigned|pending.*|-+|—|–|_+|\?+|…|\.+)$/i;

/** Whether a label, without markup and colon, is followed by names of people. */
export function isPersonLabel(label: string): boolean {
  return label.length <= LONGEST_NAME && PERSON_LABEL.test(label.trim());
}

/** @param previous of the version before: the same object again if nothing in it changed */
export function namedThingsOf({ sections }: ParsedDocument, previous?: NamedThings): NamedThings {
  const people = new Set<string>();
  const ids: NamedId[] = [];
  const references: PlacedReferences[] = [];
  for (const { content, line } of sections) {
    const things = readSection(content);
    for (const name of things.people) people.add(name);
    for (const id of things.ids) ids.push(id);
    if (things.references.length > 0) references.push({ line, references: things.references });
  }
  const next = { people: [...people], ids, references };
  return previous && isSame(previous, next) ? previous : next;
}

function isSame(a: NamedThings, b: NamedThings): boolean {
  return (
    a.people.length === b.people.length &&
    a.ids.length === b.ids.length &&
    a.references.length === b.references.length &&
    a.people.every((name, index) => name === b.people[index]) &&
    a.ids.every((id, index) => id === b.ids[index]) &&
    a.references.every(
      (placed, index) =>
        placed.line === b.references[index]?.line && placed.references === b.references[index].references,
    )
  );
}

function readSection(content: SectionContent): SectionThings {
  const known = thingsOfSection.get(content);
  if (known) return known;
  const people = new Set<string>();
  const ids: NamedId[] = [];
  const references: DocumentReference[] = [];
  const addReferences = (pointers: readonly Pointer[], line: number) => {
    for (const pointer of pointers) {
      if (isReference(pointer)) references.push({ pointer, range: shiftRange(pointer.range, line) });
    }
  };
  const visit = (block: Block, line: number): void => {
    if (block.type === 'paragraph' || block.type === 'item' || block.type === 'table') {
      for (const { label, value } of block.fields) if (isPersonLabel(label)) addPeople(people, value);
    }
    if (block.type === 'table') readTable(block.header, block.rows, people, ids);
    if (block.type === 'item' && block.inline) addId(ids, plainText(block.inline));
    addReferences(pointersOf(block), line);
    if (block.type === 'item' || block.type === 'quote') for (const child of block.children) visit(child, line);
  };
  if (content.heading) {
    addId(ids, plainText(content.heading.inline));
    addReferences(content.heading.inline.pointers, 0);
  }
  for (const { block, line } of content.blocks) visit(block, line);
  // Copied, because a part of a string keeps all of it: facts are kept of documents whose text is not.
  const things = JSON.parse(JSON.stringify({ people: [...people], ids, references })) as SectionThings;
  thingsOfSection.set(content, things);
  return things;
}

function isReference({ form, target }: Pointer): boolean {
  const isPath = form === 'link' || form === 'at-path' || form === 'code-path' || form === 'plain-path';
  return isPath && MARKDOWN.test(target);
}

function readTable(header: TableRow, rows: readonly TableRow[], people: Set<string>, ids: NamedId[]): void {
  const columns = header.cells.flatMap((cell, index) => (isPersonLabel(plainText(cell).trim()) ? [index] : []));
  for (const { cells } of rows) {
    for (const column of columns) {
      const cell = cells[column];
      if (cell) addPeople(people, plainText(cell));
    }
    const [first, second] = cells.map((cell) => plainText(cell).trim());
    const id = ID.exec(first ?? '')?.[1];
    // An id alone in its cell is told by the next one.
    if (id !== undefined)
      ids.push({ id, title: titleAfter(first ?? '', id) || (second ?? '').slice(0, LONGEST_TITLE) });
  }
}

function addPeople(people: Set<string>, value: string): void {
  for (const part of value.slice(0, 300).split(/[,;&/]| and /)) {
    const name = part.replace(/[*_`]/g, '').trim();
    if (name !== '' && name.length <= LONGEST_NAME && !NOBODY.test(name)) people.add(name);
  }
}

function addId(ids: NamedId[], text: string): void {
  const words = text.trimStart();
  const id = ID.exec(words)?.[1];
  const title = id === undefined ? '' : titleAfter(words, id);
  if (id !== undefined && title !== '' && /^\s*[:.)–—-]/.test(words.slice(id.length))) ids.push({ id, title });
}

function titleAfter(text: string, id: string): string {
  const [line = ''] = text.slice(id.length).split('\n', 1);
  return line
    .replace(/^[\s:.)–—-]+/, '')
    .trim()
    .slice(0, LONGEST_TITLE);
}
