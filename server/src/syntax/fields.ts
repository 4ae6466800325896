/** `**Label**: value` and its variants. Which labels mean something is for others to decide. */
import type { Field, Inline, InlineSpan, TableRow } from './document';
import { plainText } from './inlineText';
import { rangeInInline } from './positions';

/** A label in plain words: `Status:`, `Test results:`; not `Note that this is: …` (too long), not `http:` or `12:30`. */
const PLAIN_LABEL = /^\p{Lu}[\p{L}\p{N}&/()'-]*(?: [\p{L}\p{N}&/()'-]+){0,3}:(?=\s|$)/u;
/** `Status`, `Go or no go?` is not: nothing to trim. */
const PLAIN_EDGES = /^[A-Za-z0-9](?:[^]*[A-Za-z0-9])?$/;
/** Marks, emoji and space before a label: `✅ `, `**`; not the letters and digits of `2. Scope (MVP)`. */
const LABEL_START = /^[^\p{L}\p{N}([]+/u;
/** The same after it; `(MVP)`, `95%` and `C++` keep their ends. */
const LABEL_END = /(?<![^\p{L}\p{N})\]%+#.])[^\p{L}\p{N})\]%+#.]+$/u;
/** What may stand before a bold label: emoji and marks, but no words. */
const WORDLESS = /^[^\p{L}\p{N}]*$/u;
/** Headings of a first column that names fields. */
const LABEL_COLUMN = /^(?:field|item|key|attribute|property|parameter|label|name|metric|aspect|detail)s?$/i;
const LONGEST_LABEL = 80;

/** The fields of a paragraph or list item, at most one for each line. */
export function findFields(inline: Inline, shape: 'paragraph' | 'item'): readonly Field[] {
  if (!inline.text.includes(':')) return NO_FIELDS;
  const fields: Field[] = [];
  let spanIndex = 0;
  for (let from = 0; from <= inline.text.length;) {
    const lineBreak = inline.text.indexOf('\n', from);
    const to = lineBreak < 0 ? inline.text.length : lineBreak;
    while (spanIndex < inline.spans.length && (inline.spans[spanIndex]?.from ?? 0) < from) spanIndex++;
    const field = findField(inline, from, to, inline.spans[spanIndex], shape);
    if (field !== undefined) fields.push(field);
    from = to + 1;
  }
  return fields;
}

/** The fields of a table's rows; a two-column table may tell them in its header row too. */
export function tableFields(header: TableRow, rows: readonly TableRow[]): readonly Field[] {
  if (header.cells.length !== 2) return NO_FIELDS;
  const namesFields = LABEL_COLUMN.test(plainText(header.cells[0] ?? NO_CELL).trim());
  const fields: Field[] = [];
  for (const row of [header, ...rows]) {
    const [label, value] = row.cells;
    if (label === undefined || value === undefined) continue;
    // A header whose two cells are bold is only a header.
    const isLabel = row === header ? isBold(label) && !isBold(value) : namesFields || isBold(label);
    if (isLabel) fields.push(rowField(row, label, value));
  }
  return fields;
}

const NO_FIELDS: readonly Field[] = [];
const NO_CELL: Inline = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  text: '',
  spans: [],
  pointers: [],
  comments: [],
};

/** Kept, because after an edit most rows of a long table are the same objects. */
const rowFields = new WeakMap<TableRow, Field>();

function rowField(row: TableRow, label: Inline, value: Inline): Field {
  const field = rowFields.get(row) ?? makeRowField(label, value);
  rowFields.set(row, field);
  return field;
}

function makeRowField(label: Inline, value: Inline): Field {
  const words = trimLabel(label.text, 0, label.text.length);
  const valueEnd = dropComments(value, { from: 0, to: value.text.length }).to;
  return {
    shape: 'row',
    label: plainLabel(label.text.slice(words.from, words.to)),
    labelRange: rangeInInline(label, words.from, words.to),
    value: value.text.slice(0, valueEnd),
    valueRange: rangeInInline(value, 0, valueEnd),
  };
}

function isBold(cell: Inline): boolean {
  const span = cell.spans[0];
  return (
    span?.type === 'strong' && WORDLESS.test(cell.text.slice(0, span.from)) && WORDLESS.test(cell.text.slice(span.to))
  );
}

function findField(
  inline: Inline,
  from: number,
  to: number,
  span: InlineSpan | undefined,
  shape: 'paragraph' | 'item',
): Field | undefined {
  const { text } = inline;
  const label = boldLabel(text, from, to, span) ?? plainWordsLabel(text, from, to);
  if (label === undefined) return undefined;
  const words = trimLabel(text, label.from, label.to);
  if (words.from >= words.to) return undefined;
  const value = dropComments(inline, trimSpace(text, label.valueFrom, to));
  return {
    shape,
    label: plainLabel(text.slice(words.from, words.to)),
    labelRange: rangeInInline(inline, words.from, words.to),
    value: text.slice(value.from, value.to),
    valueRange: rangeInInline(inline, value.from, value.to),
  };
}

interface LabelSpan {
  readonly from: number;
  readonly to: number;
  readonly valueFrom: number;
}

/** `**Label**: value`, `**Label:** value`, `✅ **Label**: value`. */
function boldLabel(text: string, from: number, to: number, span: InlineSpan | undefined): LabelSpan | undefined {
  if (span?.type !== 'strong' || span.to > to || span.innerTo - span.innerFrom > LONGEST_LABEL) return undefined;
  if (!WORDLESS.test(text.slice(from, span.from))) return undefined;
  if (text.charAt(span.innerTo - 1) === ':') return { from: span.innerFrom, to: span.innerTo - 1, valueFrom: span.to };
  const colon = trimSpace(text, span.to, to).from;
  return text.charAt(colon) === ':' ? { from: span.innerFrom, to: span.innerTo, valueFrom: colon + 1 } : undefined;
}

function plainWordsLabel(text: string, from: number, to: number): LabelSpan | undefined {
  const start = trimSpace(text, from, to).from;
  const match = PLAIN_LABEL.exec(text.slice(start, Math.min(to, start + LONGEST_LABEL)));
  if (match === null) return undefined;
  const end = start + match[0].length;
  return { from: start, to: end - 1, valueFrom: end };
}

/** The words of a label without the marks, emoji and space around them. */
function trimLabel(text: string, from: number, to: number): { from: number; to: number } {
  const label = text.slice(from, to);
  if (PLAIN_EDGES.test(label)) return { from, to };
  const start = LABEL_START.exec(label)?.[0].length ?? 0;
  const end = LABEL_END.exec(label.slice(start))?.[0].length ?? 0;
  return { from: from + start, to: to - end };
}

/** Marks inside a label, as of `` `key` name ``, are no part of its words. */
function plainLabel(label: string): string {
  return label.replace(/[*`]|(?<!\w)_|_(?!\w)/g, '').trim();
}

function trimSpace(text: string, from: number, to: number): { from: number; to: number } {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { from: start, to: end };
}

/** Comments behind a value say something about it and are no part of it. */
function dropComments(
  { text, spans }: Pick<Inline, 'text' | 'spans'>,
  { from, to }: { from: number; to: number },
): { from: number; to: number } {
  if (!text.startsWith('-->', to - 3)) return { from, to };
  const comment = spans.findLast((span) => span.type === 'comment' && span.to === to && span.from >= from);
  return comment ? dropComments({ text, spans }, trimSpace(text, from, comment.from)) : { from, to };
}
