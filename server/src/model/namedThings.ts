/** What a document names and others may want to name too: people, headings, ids of decisions and requirements, documents. */
import type { Range } from 'vscode-languageserver-types';
import type { Block, Inline, ParsedDocument, Pointer, SectionContent, TableRow } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { ownCopy } from '../syntax/textMemo';
import { shiftRange } from '../syntax/positions';
import { inlinesOf } from '../syntax/walk';
import { idMentions, type IdMention } from './idMentions';
import { pointersOf } from './pointersOf';

export interface NamedThings {
  /** As written behind a label such as `Owner`, each once. */
  readonly people: readonly string[];
  /** In the order of the document; an id that is defined twice is there twice. */
  readonly ids: readonly NamedId[];
  /** Headings, references and ids in their places, section by section; sections without any are left out. */
  readonly sections: readonly PlacedNames[];
}

/** A heading, item or row that begins with an id: `AD-001: Queue per berth`. */
export interface NamedId {
  readonly id: string;
  /** What follows the id, without markup; may be empty. */
  readonly title: string;
}

/** The names of a section in its place. */
export interface PlacedNames {
  /** Absolute line of the section that all positions of {@link names} are relative to. */
  readonly line: number;
  /** The same object as long as the section stays as it is. */
  readonly names: SectionNames;
}

export interface SectionNames {
  readonly heading: NamedHeading | undefined;
  /** Links to anchors of the document itself, and pointers to Markdown files. */
  readonly references: readonly DocumentReference[];
  /** Those of {@link NamedThings.ids} that stand here. */
  readonly given: readonly GivenId[];
  readonly mentions: readonly IdMention[];
}

export interface NamedHeading {
  readonly level: number;
  /** Without markup. */
  readonly text: string;
  /** Of the words between the marks. */
  readonly range: Range;
}

export interface GivenId extends NamedId {
  /** Of the heading's or item's text, or of the cell. */
  readonly range: Range;
}

export interface DocumentReference {
  readonly pointer: Pointer;
  /** Relative to the section's first line. */
  readonly range: Range;
}

interface SectionThings {
  readonly people: readonly string[];
  readonly names: SectionNames;
  readonly isEmpty: boolean;
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
  const placed: PlacedNames[] = [];
  for (const { content, line } of sections) {
    const things = readSection(content);
    if (things.isEmpty) continue;
    for (const name of things.people) people.add(name);
    for (const id of things.names.given) ids.push(id);
    placed.push({ line, names: things.names });
  }
  const next = { people: [...people], ids, sections: placed };
  return previous && isSame(previous, next) ? previous : next;
}

function isSame(a: NamedThings, b: NamedThings): boolean {
  return (
    a.people.length === b.people.length &&
    a.sections.length === b.sections.length &&
    a.people.every((name, index) => name === b.people[index]) &&
    a.sections.every(({ line, names }, index) => line === b.sections[index]?.line && names === b.sections[index].names)
  );
}

function readSection(content: SectionContent): SectionThings {
  const known = thingsOfSection.get(content);
  if (known) return known;
  const people = new Set<string>();
  const given: GivenId[] = [];
  const references: DocumentReference[] = [];
  const mentions: IdMention[] = [];
  const addReferences = (pointers: readonly Pointer[], line: number) => {
    for (const pointer of pointers) {
      if (isReference(pointer)) references.push({ pointer, range: shiftRange(pointer.range, line) });
    }
  };
  const visit = (block: Block, line: number): void => {
    if (block.type === 'paragraph' || block.type === 'item' || block.type === 'table') {
      for (const { label, value } of block.fields) if (isPersonLabel(label)) addPeople(people, value);
    }
    if (block.type === 'table') readTable(block.header, block.rows, line, people, given);
    if (block.type === 'item' && block.inline) addId(given, block.inline, line);
    addReferences(pointersOf(block), line);
    for (const inline of inlinesOf(block)) for (const mention of idMentions(inline, line)) mentions.push(mention);
    if (block.type === 'item' || block.type === 'quote') for (const child of block.children) visit(child, line);
  };
  const { heading } = content;
  if (heading) {
    addId(given, heading.inline, 0);
    addReferences(heading.inline.pointers, 0);
    mentions.push(...idMentions(heading.inline, 0));
  }
  for (const { block, line } of content.blocks) visit(block, line);
  const title = heading && {
    level: heading.level,
    text: ownCopy(plainText(heading.inline).trim()),
    range: heading.inline.range,
  };
  const isPlain = people.size + references.length + given.length + mentions.length === 0;
  const told = { people: [...people], references, given, mentions };
  // Copied, because a part of a string keeps all of it: facts are kept of documents whose text is not.
  const { people: own, ...others } = isPlain ? told : (JSON.parse(JSON.stringify(told)) as typeof told);
  const things: SectionThings = { people: own, names: { heading: title, ...others }, isEmpty: isPlain && !title };
  thingsOfSection.set(content, things);
  return things;
}

function isReference({ form, target, fragment }: Pointer): boolean {
  const isPath = form === 'link' || form === 'at-path' || form === 'code-path' || form === 'plain-path';
  return isPath && (MARKDOWN.test(target) || (target === '' && fragment !== undefined));
}

function readTable(
  header: TableRow,
  rows: readonly TableRow[],
  line: number,
  people: Set<string>,
  given: GivenId[],
): void {
  const columns = header.cells.flatMap((cell, index) => (isPersonLabel(plainText(cell).trim()) ? [index] : []));
  for (const { cells } of rows) {
    for (const column of columns) {
      const cell = cells[column];
      if (cell) addPeople(people, plainText(cell));
    }
    const [cell, next] = cells;
    const first = cell ? plainText(cell).trim() : '';
    const id = ID.exec(first)?.[1];
    if (cell === undefined || id === undefined) continue;
    // An id alone in its cell is told by the next one.
    const title = titleAfter(first, id) || (next ? plainText(next).trim().slice(0, LONGEST_TITLE) : '');
    given.push({ id, title, range: shiftRange(cell.range, line) });
  }
}

function addPeople(people: Set<string>, value: string): void {
  for (const part of value.slice(0, 300).split(/[,;&/]| and /)) {
    const name = part.replace(/[*_`]/g, '').trim();
    if (name !== '' && name.length <= LONGEST_NAME && !NOBODY.test(name)) people.add(name);
  }
}

function addId(given: GivenId[], inline: Inline, line: number): void {
  const words = plainText(inline).trimStart();
  const id = ID.exec(words)?.[1];
  const title = id === undefined ? '' : titleAfter(words, id);
  if (id !== undefined && title !== '' && /^\s*[:.)–—-]/.test(words.slice(id.length)))
    given.push({ id, title, range: shiftRange(inline.range, line) });
}

function titleAfter(text: string, id: string): string {
  const [line = ''] = text.slice(id.length).split('\n', 1);
  return line
    .replace(/^[\s:.)–—-]+/, '')
    .trim()
    .slice(0, LONGEST_TITLE);
}
