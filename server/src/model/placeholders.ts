/** What a template leaves for its author to replace, and nobody replaced: `[TBD]`, `{N-1}`, `<your name>`, `YYYY-MM-DD`. */
import type { Range } from 'vscode-languageserver-types';
import { maskedText } from '../syntax/inlineText';
import { rangeInInline, shiftRange } from '../syntax/positions';
import { BlockMemo } from '../syntax/blockMemo';
import type {
  Block,
  Field,
  Inline,
  InlineSpan,
  ListItem,
  Paragraph,
  SectionContent,
  TableRow,
} from '../syntax/document';
import { classifyStatus } from './claims/statusWords';

export interface Placeholder {
  /** Relative to the first line of the section. */
  readonly range: Range;
  readonly text: string;
  /** Says only that something is not known yet: in a plan that is an honest word. */
  readonly isOpen: boolean;
}

/** What has a placeholder wherever it stands. None of them can match in more ways than one. */
const anywhere: readonly RegExp[] = [
  // `[TBD]`, `[Insert the date]`, `[Your name]`; not `[US1]`, `[text](target)`, `[Rule 1 - Bug]`.
  /(?<![\w\]!\\])\[(?:(?:TBD|TBA|TBC|TODO|FIXME|XXX?|PLACEHOLDER|[Pp]laceholder|NEEDS CLARIFICATION)(?![\w-])|(?:[Tt]o be (?:determined|defined|added|filled|completed)|[Ii]nsert|[Ee]nter|[Ff]ill in|[Yy]our|[Dd]escribe|[Pp]rovide|[Ss]pecify|[Rr]eplace)(?: |(?=\])))[^\][\n]{0,120}\](?![(:[])/g,
  // `[X]%`, `Phase [N]`; not `- [X] task`.
  /(?<=(?:[Pp]hase|[Ww]eek|[Ss]print|[Ss]tep|[Dd]ay) )\[[XYN](?: ?[-+] ?1)?\]/g,
  /\[(?:XX?|YY?|NN?)\] ?%/g,
  // `{N-1}`, `{phase}`, `{PROJECT_NAME}`; not `/users/{id}`, `${name}`, `{a, b}`.
  /(?<![\w$/.{(=#%\\^-])\{(?:[NXY](?: ?[-+] ?1)?|phase|date|name|author|title|version|iteration|project|feature|your [a-z ]{1,30}|[A-Z]{2,20}(?:[_ ][A-Z]{2,20}){1,4})\}(?![\w/.}(])/g,
  // `{{name}}`, `{{ project name }}`; not `${{ x }}`, `style={{ … }}`.
  /(?<![$={\w/"'])\{\{ ?[A-Za-z][A-Za-z0-9_ -]{0,40}\}\}(?![}\w/"'])/g,
  // `<your name>` where it is no tag; tags are looked at by themselves.
  /<(?:your|insert|enter|fill in)[ -][^<>\n]{1,60}>/gi,
  // `$(date +%F)`; not `$(x + y)$`.
  /\$\((?:date|git|whoami|hostname|pwd|id|uname)(?: [^()\n]{0,80})?\)/g,
  // `2025-01-XX`.
  /(?<![\w-])(?:\d{4}|YYYY|XXXX)-(?:\d\d|XX)-XX(?![\w-])/g,
  /lorem ipsum/gi,
  // `TODO: fill in the numbers`; not `TODO: parse the header`, which is a task.
  /\bTODO:? (?:fill(?: in)?|complete|describe|write|insert|update) (?:this|these|the (?:section|text|rest|value|number|date|name)s?|me|in|here)\b/gi,
];

/** Something that may be a placeholder at all. */
const MAY_HOLD = /[[{<$]|TBD|TBA|TBC|TODO|\?\?\?|XX|YYYY|DD|[Tt]o be |orem ipsum/;

/** Whole values that say nothing yet. */
const openValues = new Set([
  'tbd',
  'tba',
  'tbc',
  'to be determined',
  'to be decided',
  'to be defined',
  'to be announced',
]);
const emptyValues = new Set([
  ...['???', 'xxx', 'xx%', 'x%', 'xx', 'fixme', 'placeholder', 'to be filled', 'to be filled in', 'insert here'],
  ...[
    'yyyy-mm-dd',
    'yyyy/mm/dd',
    'dd/mm/yyyy',
    'mm/dd/yyyy',
    'dd.mm.yyyy',
    'yyyy-mm-dd hh:mm',
    'hh:mm',
    'month dd, yyyy',
  ],
]);
/** `[Date of Handoff]`, `[Location and completeness]`, `[Name]`; not `[BLOCKING]`, `[1]`, `[Unreleased]`. */
const BRACKETED =
  /^\[(?:[A-Z][a-z]+(?:[ /][A-Za-z,/-]+){1,11}|Name|Date|Title|Owner|Author|Status|Signature|Details|Description|Link|Value|Number|Version|Reason|Notes)\]$/;
/** `<name>`, `<date>` as a whole value: elsewhere they are tags. */
const ANGLED =
  /^<(?:name|date|author|owner|title|version|phase|project|your[ -][\w -]{1,40}|TBD|TODO|[a-z]+[-_ ](?:name|date|id|number|version|path|url))>$/i;

/** A text with these words is about placeholders. */
const ABOUT_PLACEHOLDERS =
  /\b(?:placeholders?|templates?|templated|variables?|interpolat\w{0,10}|substitut\w{0,10}|markers?|syntax|format(?:s|ted|ting)?|handlebars|mustache|jinja2?|tokens?|replac(?:e|es|ed|ing)|regex|patterns?|naming|filenames?)\b/i;

const bySection = new WeakMap<SectionContent, readonly Placeholder[]>();
const byBlock = new BlockMemo<readonly Placeholder[]>();

/** The placeholders of a section, in order. Code, quotations and what tells of placeholders are left out. */
export function findPlaceholders(section: SectionContent): readonly Placeholder[] {
  let found = bySection.get(section);
  if (!found) {
    found = [
      ...(section.heading ? inText(section.heading.inline) : []),
      ...section.blocks.flatMap(({ block, line }) =>
        byBlock.get(block, section, readBlock).map((each) => ({ ...each, range: shiftRange(each.range, line) })),
      ),
    ];
    bySection.set(section, found);
  }
  return found;
}

function readBlock(block: Block): readonly Placeholder[] {
  switch (block.type) {
    case 'paragraph':
      return inTextBlock(block, block.inline);
    case 'item':
      return [...(block.inline ? inTextBlock(block, block.inline) : []), ...block.children.flatMap(readBlock)];
    case 'table':
      return [block.header, ...block.rows].flatMap(inRow);
    default:
      return [];
  }
}

/** Open values of a row that says to be open are no news. */
function inRow({ cells }: TableRow): readonly Placeholder[] {
  if (!cells.some(({ text }) => MAY_HOLD.test(text))) return none;
  const isPending = cells.some(({ text }) => !isOpenValue(text) && isUnfinished(text));
  return cells
    .flatMap((cell) => {
      const whole = wholeValue(cell, cell.text, cell.range);
      return whole ? [whole] : inText(cell);
    })
    .filter(({ isOpen }) => !(isOpen && isPending));
}

function isUnfinished(text: string): boolean {
  const status = classifyStatus(text);
  return status !== undefined && status !== 'done' && status !== 'failed';
}

const none: readonly Placeholder[] = [];

function inTextBlock({ fields }: Paragraph | ListItem, inline: Inline): readonly Placeholder[] {
  if (!MAY_HOLD.test(inline.text)) return none;
  const whole = wholeValue(inline, inline.text, inline.range);
  if (whole) return [whole];
  const values = fields.flatMap((field) => fieldValue(inline, field) ?? []);
  return [
    ...values,
    ...inText(inline).filter((each) => !values.some((value) => overlaps(value.range, each.range))),
  ].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

/** Labels of what is still to come. */
const FUTURE_LABEL = /^(?:next|target|planned|expected|estimated|due|eta|future|upcoming)\b/i;

function fieldValue(inline: Inline, { label, value, valueRange }: Field): Placeholder | undefined {
  const found = wholeValue(inline, value, valueRange);
  return found?.isOpen && FUTURE_LABEL.test(label) ? undefined : found;
}

function overlaps(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.character <= b.end.character && b.start.character <= a.end.character;
}

/** Markup and stops around a value. Matches the ends of `**TBD**`, `_TBD_.`. */
const EDGES = /^[\s*_~]+|[\s*_~.]+$/g;

/** A value that is nothing but a placeholder. */
function wholeValue(inline: Inline, value: string, range: Range): Placeholder | undefined {
  if (value.length > LONGEST_VALUE) return undefined;
  const text = value.replace(EDGES, '');
  const words = text.toLowerCase();
  const isOpen = openValues.has(words);
  if (!isOpen && !emptyValues.has(words) && !ANGLED.test(text) && !isBracketed(text, inline)) return undefined;
  return { range, text, isOpen };
}

const LONGEST_VALUE = 100;

function isOpenValue(text: string): boolean {
  return openValues.has(text.replace(EDGES, '').toLowerCase());
}

/** `[Name](target)` has a span of its own and is a link. */
function isBracketed(text: string, { spans }: Inline): boolean {
  return BRACKETED.test(text) && !spans.some(({ type }) => type === 'link' || type === 'code');
}

function inText(inline: Inline): readonly Placeholder[] {
  if (!MAY_HOLD.test(inline.text)) return none;
  const text = replaceParts(maskedText(inline, { code: true }), inline.spans.filter(isSetApart));
  const found = [...matchesIn(text), ...tagsIn(inline)].filter(({ from, to }) => !isQuoted(text, from, to));
  if (found.length === 0) return none;
  found.sort((a, b) => a.from - b.from);
  if (ABOUT_PLACEHOLDERS.test(replaceParts(text, found))) return none;
  return found.map(({ from, to }) => ({
    range: rangeInInline(inline, from, to),
    text: inline.text.slice(from, to),
    isOpen: false,
  }));
}

/** Offsets in a text. */
interface Part {
  readonly from: number;
  readonly to: number;
}

function* matchesIn(text: string): Iterable<Part> {
  for (const pattern of anywhere) {
    for (const { index, 0: match } of text.matchAll(pattern)) yield { from: index, to: index + match.length };
  }
}

function tagsIn({ spans, text }: Inline): readonly Part[] {
  return spans.filter(({ type, from, to }) => type === 'html' && YOUR_TAG.test(text.slice(from, to)));
}

/** Struck out, or the words of a link. */
function isSetApart({ type }: InlineSpan): boolean {
  return type === 'strikethrough' || type === 'link' || type === 'image';
}

/** The text with some parts, in the order of their start, as blanks. */
function replaceParts(text: string, parts: readonly Part[]): string {
  let result = '';
  let at = 0;
  for (const { from, to } of parts) {
    if (to <= at) continue;
    const start = Math.max(at, from);
    result += text.slice(at, start) + ' '.repeat(to - start);
    at = to;
  }
  return result + text.slice(at);
}

/** In quotation marks it is told of. */
function isQuoted(text: string, from: number, to: number): boolean {
  return QUOTES.includes(text.charAt(from - 1) || ' ') && QUOTES.includes(text.charAt(to) || ' ');
}

const QUOTES = '"\'“”‘’«»„';

/** `<your name>`, `<insert date>`: read as tags with attributes. */
const YOUR_TAG = /^<(?:your|insert|enter)[ -][\w -]{1,60}>$/i;
