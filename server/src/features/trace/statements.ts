/** The statements of a document with their words, for following a requirement through it. */
import type { SectionContent, Block, Inline } from '../../syntax/document';
import type { PhaseDocument } from '../../model/phaseDocument';
import { sectionPlaces } from '../../model/chain/sectionPlaces';
import { foldedWords, keyOfWords } from '../../model/chain/foldWords';
import { numbersBetween } from '../../model/idMentions';
import { plainText } from '../../syntax/inlineText';

export interface TracedStatement {
  readonly words: string;
  /** Absolute, zero-based. */
  readonly line: number;
  /** The last line that belongs to it: for a heading that of its part of the document. */
  readonly lastLine: number;
  readonly form: 'heading' | 'item' | 'row' | 'paragraph';
  /** Undefined without a box. */
  readonly box: 'open' | 'done' | undefined;
  /** Key of the phase that its section is about; empty for none. */
  readonly phase: string;
  /** Ids as written, ranges spelled out. */
  readonly ids: readonly string[];
  /** Hash of the words; 0 for too few. */
  readonly key: number;
}

/** Fewer words may be the same by chance. */
const FEWEST_WORDS = 3;

export function tracedStatements(document: PhaseDocument): readonly TracedStatement[] {
  const { sections, lineStarts } = document.parsed;
  const places = sectionPlaces(document);
  const found: TracedStatement[] = [];
  for (const section of sections) {
    const { content, line, index } = section;
    const phase = places[index]?.phase ?? '';
    const add = (inline: Inline, at: number, form: TracedStatement['form'], last: number, mark?: string): void => {
      const words = plainText(inline).replace(/\s+/g, ' ').trim();
      const first = at + inline.range.start.line;
      found.push({ words, line: first, lastLine: last, form, box: boxOf(mark), phase, ...marksOf(words) });
    };
    const { heading } = content;
    if (heading) {
      const next = sections.find((other) => other.index > index && !isBelow(sections, other.index, index));
      add(heading.inline, line, 'heading', (next?.line ?? lineStarts.length) - 1);
    }
    for (const { block, line: at } of content.blocks) visit(block, line + at, add);
  }
  return found;
}

function visit(
  block: Block,
  line: number,
  add: (inline: Inline, at: number, form: TracedStatement['form'], last: number, mark?: string) => void,
): void {
  const last = line + block.range.end.line;
  if (block.type === 'item' && block.inline)
    add(block.inline, line, 'item', line + block.inline.range.end.line, block.task?.mark);
  else if (block.type === 'paragraph') add(block.inline, line, 'paragraph', last);
  else if (block.type === 'table') for (const row of block.rows) addRow(row.cells, line, add);
  if (block.type === 'item' || block.type === 'quote') for (const child of block.children) visit(child, line, add);
}

/** The cells of a row are one statement. */
function addRow(cells: readonly Inline[], line: number, add: Parameters<typeof visit>[2]): void {
  const [first] = cells;
  if (!first) return;
  const text = cells.map((cell) => plainText(cell)).join(' | ');
  add({ ...first, text, spans: [], pointers: [], comments: [] }, line, 'row', line + first.range.start.line);
}

function isBelow(
  sections: readonly { readonly parent: number; readonly content: SectionContent }[],
  index: number,
  above: number,
): boolean {
  for (let at = sections[index]?.parent ?? -1; at >= above; at = sections[at]?.parent ?? -1)
    if (at === above) return true;
  return false;
}

function boxOf(mark: string | undefined): TracedStatement['box'] {
  if (mark === undefined) return undefined;
  return mark.toLowerCase() === 'x' ? 'done' : 'open';
}

function marksOf(words: string): Pick<TracedStatement, 'ids' | 'key'> {
  const folded = foldedWords(words);
  return { ids: idsNamed(words), key: folded.length < FEWEST_WORDS ? 0 : keyOfWords(folded) };
}

const ID = /(?<![\p{L}\p{N}_/.-])([A-Z]{1,6}-?)(\d{1,4}(?:\.\d{1,3})*)(?![\p{L}\p{N}_/])/gu;

/** `R1, R2 and R5`, `FR-1–FR-4`, `R1 to R3`: every id, those between the ends of a range too. */
export function idsNamed(text: string): readonly string[] {
  const found = new Set<string>();
  let before: { readonly prefix: string; readonly number: string; readonly end: number } | undefined;
  for (const match of text.matchAll(ID)) {
    const [id, prefix = '', number = ''] = match;
    if (before?.prefix === prefix && /^\s*(?:[-–—]|to|through)\s*$/.test(text.slice(before.end, match.index)))
      for (const between of numbersBetween(before.number, number)) found.add(prefix + between);
    found.add(id);
    before = { prefix, number, end: match.index + id.length };
  }
  return [...found];
}
