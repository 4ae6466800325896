/** What a document leaves open, as far as it says so unambiguously: boxes, next steps, deferred items, risks. */
import { ABOUT_ITEM } from '../model/chain/promiseFacts';
import { overHeadings } from '../model/chain/sectionPlaces';
import { matchesName, readHeadings, readWordPattern } from '../schema/headingWords';
import type { WordPattern } from '../schema/headingWords';
import type { Inline, ListItem, ParsedDocument, Section, Table } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { createSlugger } from '../syntax/slugs';

export interface OpenItem {
  readonly kind: 'task' | 'next step' | 'deferred' | 'risk';
  /** With markup. */
  readonly raw: string;
  /** Without markup. */
  readonly words: string;
  /** Anchor of the section that it stands in. */
  readonly slug: string | undefined;
  /** Index of that section. */
  readonly section: number;
}

/** A section has the kind of the one that holds it, unless its heading says otherwise. */
type SectionKind = 'next step' | 'deferred' | 'risk' | 'criteria' | 'plain';

/** What stands below such a heading is open, box or not. Boxes below criteria are conditions, not tasks. */
const sectionKinds: readonly (readonly [SectionKind, readonly WordPattern[]])[] = (
  [
    // Below a heading about risks these are none, or over; an open box is a task there as anywhere.
    ['plain', overHeadings],
    [
      'criteria',
      [
        '* success criteria *',
        '* acceptance criteria *',
        '* exit criteria *',
        '* success metric *',
        '* lessons learned *',
      ],
    ],
    ['next step', ['* next step *', 'next action *', 'immediate action *']],
    ['deferred', ['* deferred *', '* carried over *', '* open item *', '* open task *', '* remaining work']],
    ['risk', ['* risk', '* risk assessment *', '* risk and *', '* open risk *', '* risk mitigation *']],
  ] as const
).map(([kind, names]) => [kind, names.map((name) => readWordPattern(name))]);
/** `✅`, `☑`, `✔` in an item say that it is done; `~~…~~` that it is dropped. */
const doneMarks = /[✅☑✔]|~~/u;
const STATUS_COLUMN = /^(?:current )?(?:status|state)$/i;
const OVER = /\b(?:closed|resolved|mitigated|retired|done|accepted)\b/i;

export function* openItemsOf(parsed: ParsedDocument): Generator<OpenItem> {
  const slugs = sectionSlugs(parsed);
  const kinds: SectionKind[] = [];
  for (const section of parsed.sections) {
    const { heading } = section.content;
    const own = heading && kindOfSection(plainText(heading.inline));
    const kind = own ?? kinds[section.parent] ?? 'plain';
    kinds[section.index] = kind;
    const place = { slug: slugs[section.index], section: section.index };
    if (kind === 'risk') for (const text of risksIn(section, own !== undefined)) yield { kind, ...text, ...place };
    else if (kind !== 'criteria') for (const text of itemsOf(section, kind)) yield { ...text, ...place };
  }
}

/** The anchor of each section's heading; undefined for the text before the first one. */
export function sectionSlugs({ sections }: ParsedDocument): readonly (string | undefined)[] {
  const nextSlug = createSlugger();
  return sections.map(({ content: { heading } }) => heading && nextSlug(plainText(heading.inline)));
}

function kindOfSection(title: string): SectionKind | undefined {
  const readings = readHeadings(title);
  const fits = (patterns: readonly WordPattern[]): boolean =>
    patterns.some((pattern) => readings.some((words) => matchesName(pattern, words)));
  return sectionKinds.find(([, patterns]) => fits(patterns))?.[0];
}

/** `None identified`, `No open risks`. */
const NOTHING = /^\W*(?:none|nothing|n\/a|no (?:open|known|high|critical|major|significant|further|remaining))\b/i;

type OpenText = Pick<OpenItem, 'raw' | 'words'>;

function* itemsOf({ content }: Section, sectionKind: Exclude<SectionKind, 'risk' | 'criteria'>) {
  let kind: SectionKind = sectionKind;
  for (const { block } of content.blocks) {
    // `**Next Steps**:` heads the list below it, as a heading would.
    if (block.type === 'paragraph') kind = kindOfLabel(block.inline) ?? sectionKind;
    if (block.type !== 'item' || kind === 'criteria' || kind === 'risk') continue;
    for (const text of openPartsOf(block, kind !== 'plain')) {
      yield { kind: kind === 'plain' ? ('task' as const) : kind, ...text };
    }
  }
}

/** A longer one is a sentence. */
const LONGEST_LABEL = 60;

function kindOfLabel(inline: Inline): SectionKind | undefined {
  const text = plainText(inline).trim();
  return text.endsWith(':') && text.length <= LONGEST_LABEL ? kindOfSection(text.slice(0, -1)) : undefined;
}

/** The item itself if it is open, else what is open below it. */
function* openPartsOf(item: ListItem, isOpenSection: boolean): Generator<OpenText> {
  const isOpen = item.task ? item.task.mark === ' ' : isOpenSection;
  const text = isOpen ? textOf(item) : undefined;
  if (text) {
    yield text;
    return;
  }
  for (const child of item.children) {
    if (child.type === 'item' && child.task) yield* openPartsOf(child, false);
  }
}

function textOf({ inline }: ListItem): OpenText | undefined {
  const raw = inline?.text.replace(/\s*\n\s*/g, ' ').trim() ?? '';
  if (!inline || raw === '' || doneMarks.test(raw) || inline.comments.length > 0) return undefined;
  const words = plainText(inline).replace(/\s+/g, ' ').trim();
  return NOTHING.test(words) ? undefined : { raw, words };
}

/**
 * Items and rows. Where a field is called Risk, its value is the risk; below a heading of its own, a risk is what the
 * heading says. What is done about it is none.
 */
function* risksIn({ content }: Section, isList: boolean): Generator<OpenText> {
  const { heading, blocks } = content;
  const named = blocks.flatMap(({ block }) => ('fields' in block && block.type !== 'table' ? block.fields : []));
  const risks = named.filter(({ label, value }) => label.toLowerCase() === 'risk' && !doneMarks.test(value));
  if (risks.length > 0) {
    for (const { value } of risks) yield { raw: value, words: value };
    return;
  }
  const isAbout = (inline: Inline | undefined) => inline !== undefined && ABOUT_ITEM.test(plainText(inline));
  const describes = blocks.some(
    ({ block }) => (block.type === 'item' || block.type === 'paragraph') && isAbout(block.inline),
  );
  if (!isList && heading && describes) {
    const words = plainText(heading.inline).trim();
    if (!doneMarks.test(words)) yield { raw: words, words };
    return;
  }
  let isOpen = true;
  for (const { block } of blocks) {
    if (block.type === 'paragraph') isOpen = !isAbout(block.inline);
    else if (block.type === 'table') yield* risksOfTable(block);
    else if (block.type === 'item' && isOpen && !isAbout(block.inline)) {
      const text = block.task && block.task.mark !== ' ' ? undefined : textOf(block);
      if (text) yield text;
    }
  }
}

function* risksOfTable({ header, rows }: Table): Generator<OpenText> {
  const status = header.cells.findIndex((cell) => STATUS_COLUMN.test(plainText(cell).trim()));
  for (const { cells } of rows) {
    const [first] = cells;
    const state = cells[status];
    const words = first ? plainText(first).trim() : '';
    const isOver = state !== undefined && (OVER.test(state.text) || doneMarks.test(state.text));
    if (first && words !== '' && !isOver && !doneMarks.test(words)) yield { raw: first.text.trim(), words };
  }
}
