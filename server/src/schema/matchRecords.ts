/** Records such as decisions, in the shapes in which they are written: headings, and rows of a table. */
import type { Range } from 'vscode-languageserver-types';
import type { Block, Heading, Section, SectionContent, Table } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { shiftRange } from '../syntax/positions';
import { isEmptyValue } from './conditions';
import { matchesName, NameIndex, readHeadingWords, readHeadings } from './headingWords';
import type { RecordPart, RecordSchema } from './schema';
import { blockFields } from './sectionAnswers';

export interface FoundRecord {
  readonly title: string;
  /** Absolute place of heading or row. */
  readonly range: Range;
  /** Index of the section that the record is, or that holds its row. */
  readonly index: number;
  readonly form: 'heading' | 'row';
  /** Parts of the schema that are nowhere in it. */
  readonly missing: readonly RecordPart[];
  /** Line of the last label of a part in the record's own text, and its shape; undefined if there is none. */
  readonly lastLabel: { readonly line: number; readonly marker: string | undefined } | undefined;
}

/** What a section says of the parts of a record. */
interface PartAnswers {
  readonly parts: ReadonlySet<RecordPart>;
  readonly form: HeadingForm | undefined;
  /** Whether nothing below the heading is a record. */
  readonly passesOver: boolean;
  /** The part that the heading is: `#### Rationale`. */
  readonly heading: RecordPart | undefined;
  readonly lastLabel: { readonly line: number; readonly marker: string | undefined } | undefined;
}

const namesOfRecord = new WeakMap<RecordSchema, NameIndex<RecordPart>>();
const answersOfRecord = new WeakMap<RecordSchema, WeakMap<SectionContent, PartAnswers>>();
/** `1. Title`, `2.3 Title`, `4) Title`. */
const NUMBERED = /^\W{0,3}\d+(?:\.\d+)*[.)]?\s+\S/;
/** `AD-001: Title`, `D1.1: Title`, `TD-3 – Title`. */
const WITH_ID = /^\W{0,3}([A-Z]{1,5})-?\d+(?:\.\d+)*\s*[:.)–—-]\s*\S/;
/** `Decision 3: Title`, `Decision – Title`: the words before the title. */
const TITLED = /^([^:–—]{1,60}?)(?::|\s[–—-])\s*\S/;

/** @param sections where to look, in order: those of a section, or all */
export function findRecords(sections: readonly Section[], schema: RecordSchema): readonly FoundRecord[] {
  const records: FoundRecord[] = [];
  let passedOver = 7;
  for (const [at, section] of sections.entries()) {
    const level = section.content.heading?.level ?? 0;
    if (level > passedOver) continue;
    passedOver = isPassedOver(section, schema) ? level : 7;
    if (passedOver < 7) continue;
    const form = formOf(section, schema);
    if (form && answersOf(section.content, schema).heading === undefined) {
      const record = readRecord(section, sections, at, form, schema);
      if (record) records.push(record);
    }
    for (const { block, line } of section.content.blocks) {
      if (block.type === 'table') records.push(...rowRecords(block, section, line, schema));
    }
  }
  return records;
}

/** Whether nothing below a heading is a record: alternatives, plans for later. */
function isPassedOver({ content }: Section, schema: RecordSchema): boolean {
  return answersOf(content, schema).passesOver;
}

function readPassedOver(heading: Heading | undefined, { notBelow }: RecordSchema): boolean {
  if (!heading || notBelow.length === 0 || heading.level === 1) return false;
  const words = readHeadingWords(plainText(heading.inline));
  return notBelow.some((pattern) => matchesName(pattern, words));
}

type HeadingForm = 'named' | 'id' | 'numbered';

/** Kept for the content: a document may have thousands of headings. */
function formOf({ content }: Section, schema: RecordSchema): HeadingForm | undefined {
  return answersOf(content, schema).form;
}

function readForm(heading: Heading | undefined, schema: RecordSchema): HeadingForm | undefined {
  if (!heading || heading.level === 1) return undefined;
  const text = plainText(heading.inline);
  const id = WITH_ID.exec(text)?.[1];
  if (schema.hasIds && id !== undefined) return schema.otherIds.includes(id) ? undefined : 'id';
  // `Decisions` alone is the section that holds them, `Key decisions` too. Numbers do not matter: `Decision 3: …`.
  const [, name] = TITLED.exec(text) ?? [];
  const words = readHeadingWords((name ?? '').replace(/\d+(?:\.\d+)*/g, ''));
  if (name !== undefined && schema.headings.some((pattern) => matchesName(pattern, words))) return 'named';
  return schema.numbered && NUMBERED.test(text) && readHeadingWords(text).plain.length > 0 ? 'numbered' : undefined;
}

function readRecord(
  section: Section,
  sections: readonly Section[],
  at: number,
  form: HeadingForm,
  schema: RecordSchema,
): FoundRecord | undefined {
  const { heading } = section.content;
  if (!heading) return undefined;
  const found = new Set<RecordPart>();
  const { lastLabel } = answersOf(section.content, schema);
  for (const part of answersOf(section.content, schema).parts) found.add(part);
  for (const inner of below(section, sections, at)) {
    const answers = answersOf(inner.content, schema);
    // A heading around records is none itself.
    if (!answers.heading && formOf(inner, schema) !== undefined && answers.parts.size > 0) return undefined;
    if (answers.heading) found.add(answers.heading);
    for (const part of answers.parts) found.add(part);
  }
  // Many a list is numbered that holds no records.
  if (form === 'numbered' && found.size === 0) return undefined;
  const missing = schema.parts.filter((part) => !part.inTitle && !found.has(part));
  return {
    title: plainText(heading.inline).trim(),
    range: shiftRange(heading.range, section.line),
    index: section.index,
    form: 'heading',
    missing,
    lastLabel: lastLabel && { ...lastLabel, line: section.line + lastLabel.line },
  };
}

function below(section: Section, sections: readonly Section[], at: number): readonly Section[] {
  const level = section.content.heading?.level ?? 0;
  let end = at + 1;
  while (end < sections.length && (sections[end]?.content.heading?.level ?? 0) > level) end++;
  return sections.slice(at + 1, end);
}

function answersOf(content: SectionContent, schema: RecordSchema): PartAnswers {
  const known = answersOfRecord.get(schema) ?? new WeakMap<SectionContent, PartAnswers>();
  answersOfRecord.set(schema, known);
  const answers = known.get(content) ?? readAnswers(content, schema);
  known.set(content, answers);
  return answers;
}

function readAnswers({ heading, blocks }: SectionContent, schema: RecordSchema): PartAnswers {
  const names = namesOf(schema);
  const parts = new Set<RecordPart>();
  let lastLabel: PartAnswers['lastLabel'];
  const visit = (block: Block, line: number): void => {
    for (const label of labelsOf(block)) {
      for (const part of names.find(readHeadings(label.text)).keys()) parts.add(part);
      const marker = block.type === 'item' ? block.marker : undefined;
      if (block.type !== 'table') lastLabel = { line: line + label.line, marker };
    }
    if (block.type === 'item') for (const child of block.children) visit(child, line);
  };
  for (const { block, line } of blocks) visit(block, line);
  const text = heading ? plainText(heading.inline) : '';
  const named = heading && !text.includes(':') ? names.find([readHeadingWords(text)]) : undefined;
  return {
    parts,
    form: readForm(heading, schema),
    passesOver: readPassedOver(heading, schema),
    heading: named && [...named.keys()][0],
    lastLabel,
  };
}

/** Labels of fields, and bold words that stand alone on a line. */
function* labelsOf(block: Block): Generator<{ readonly text: string; readonly line: number }> {
  for (const { label, labelRange } of blockFields(block)) yield { text: label, line: labelRange.start.line };
  if (block.type !== 'paragraph' && block.type !== 'item') return;
  const { inline } = block;
  const [span] = inline?.spans ?? [];
  if (!inline || span?.type !== 'strong' || span.from > 0 || block.fields.length > 0) return;
  const rest = inline.text.slice(span.to);
  if (rest === '' || rest.startsWith('\n')) {
    yield { text: inline.text.slice(span.innerFrom, span.innerTo), line: inline.range.start.line };
  }
}

/** Rows of a table whose header names two parts at least: `Decision | Rationale`. */
function rowRecords(table: Table, section: Section, line: number, schema: RecordSchema): readonly FoundRecord[] {
  const names = namesOf(schema);
  const columns = new Map<RecordPart, number>();
  for (const [index, cell] of table.header.cells.entries()) {
    const words = readHeadingWords(plainText(cell));
    for (const part of schema.parts) {
      if (!columns.has(part) && names.find([words]).get(part) === 'exact') columns.set(part, index);
    }
  }
  if (columns.size < 2) return [];
  return table.rows.map((row) => ({
    title: row.cells[0] ? plainText(row.cells[0]) : '',
    range: shiftRange(row.range, section.line + line),
    index: section.index,
    form: 'row',
    // Of a column that is not there, the table's own schema may speak.
    missing: [...columns].flatMap(([part, index]) => {
      const cell = row.cells[index];
      return cell && !isEmptyValue(plainText(cell)) ? [] : [part];
    }),
    lastLabel: undefined,
  }));
}

function namesOf(schema: RecordSchema): NameIndex<RecordPart> {
  const known = namesOfRecord.get(schema);
  if (known) return known;
  const index = new NameIndex<RecordPart>();
  for (const part of schema.parts) for (const pattern of part.patterns) index.add(pattern, part);
  namesOfRecord.set(schema, index);
  return index;
}
