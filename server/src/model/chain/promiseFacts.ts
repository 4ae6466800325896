/** What a document promises on behalf of others: outputs, prerequisites, deferred items, next steps, risks, criteria. */
import type { Block, Inline, ListItem, Paragraph, SectionContent, Table } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { shiftRange } from '../../syntax/positions';
import type { DocumentKind } from '../documentKind';
import { classifyStatus } from '../claims/statusWords';
import type { PromiseFact, PromiseKind } from './chainFacts';
import { hashWords } from './foldWords';
import { idsIn } from './ids';
import { phasesNamed } from './phaseNames';
import type { SectionPlace } from './sectionPlaces';

/** Kinds of document whose promises bind the next phase, or the one they speak of. */
const promising: Readonly<Record<PromiseKind, ReadonlySet<DocumentKind>>> = {
  output: new Set(['prompt']),
  reference: new Set(['prompt']),
  prerequisite: new Set(['handoff']),
  deferred: new Set(['handoff', 'completion', 'notes']),
  'next step': new Set(['handoff']),
  risk: new Set(['handoff']),
  criterion: new Set(['prd', 'todo']),
};
/** `Document your work in these files:`, `**Outputs**:`; not `The output is written to`. */
const OUTPUT_LABEL =
  /^\W{0,4}(?:(?:please )?document your work\b|(?:expected |required )?(?:outputs?|deliverables)\W{0,4}:|save (?:your )?(?:work|results|outputs?) (?:in|to)\b)/i;
const DEFERRED_LABEL = /^\W{0,4}(?:deferred|carried over|postponed)(?: (?:items?|work|tasks?|to phase \S+))?\W{0,4}:/i;

const NEXT_LABEL = /^\W{0,4}(?:immediate )?next (?:steps?|actions?)\W{0,4}:\W{0,4}$/i;

export function sectionPromises(content: SectionContent, place: SectionPlace): readonly PromiseFact[] {
  const found: PromiseFact[] = [];
  let label: PromiseKind | undefined;
  for (const { block, line } of content.blocks) {
    if (block.type === 'paragraph')
      label = labelKind(block) ?? (block.inline.text.trimEnd().endsWith(':') ? undefined : label);
    const promise = label ?? place.promises;
    if (!promise || !promising[promise].has(place.kind)) continue;
    if (block.type === 'item') for (const item of leaves(block)) add(found, readItem(item), line, promise, place);
    else if (block.type === 'table' && promise !== 'output' && promise !== 'reference')
      for (const row of readRows(block)) add(found, row, line, promise, place);
  }
  return found;
}

/** An item of a list, or the row of a table. */
interface Promising {
  readonly inline: Inline | undefined;
  readonly text: string;
  /** It has a box, or a cell for its state: it is told to be open or done. */
  readonly hasState: boolean;
  readonly isSettled: boolean;
}

function readItem({ inline, task }: ListItem): Promising {
  const text = inline ? plainText(inline).trim() : '';
  const mark = task?.mark.toLowerCase();
  return { inline, text, hasState: task !== undefined, isSettled: mark === 'x' || mark === '-' };
}

const STATE_COLUMN = /^(?:current )?(?:status|state)$/i;
const ID_COLUMN = /^(?:#|ids?|no\.?|nr\.?)$/i;
/** Statuses after which nobody has to do anything any more; what is accepted is lived with. */
const OVER = /\b(?:closed|resolved|mitigated|retired|accepted)\b/i;

/** The first cell of each row that is no id says what it is about. */
function* readRows({ header, rows }: Table): Iterable<Promising> {
  const names = header.cells.map((cell) => plainText(cell).trim());
  const stateColumn = names.findIndex((name) => STATE_COLUMN.test(name));
  const words = names.findIndex((name, index) => index !== stateColumn && !ID_COLUMN.test(name));
  for (const { cells } of rows) {
    const inline = cells[words];
    const ids = cells.slice(0, Math.max(0, words)).map((cell) => plainText(cell).trim());
    const stateCell = cells[stateColumn];
    const state = stateCell ? plainText(stateCell).trim() : '';
    const status = classifyStatus(state);
    const isSettled = status === 'done' || status === 'cancelled' || OVER.test(state);
    const text = [...ids, inline ? plainText(inline).trim() : ''].filter(Boolean).join(' ');
    yield { inline, text, hasState: status !== undefined || isSettled || /\bopen\b/i.test(state), isSettled };
  }
}

function labelKind({ inline }: Paragraph): PromiseKind | undefined {
  const text = plainText(inline);
  if (OUTPUT_LABEL.test(text)) return 'output';
  if (NEXT_LABEL.test(text)) return 'next step';
  return DEFERRED_LABEL.test(text) ? 'deferred' : undefined;
}

/** An item that only heads a list is not promised itself. */
function* leaves(item: ListItem): Iterable<ListItem> {
  const below = item.children.filter((child): child is Block & { type: 'item' } => child.type === 'item');
  if (below.length === 0 || (item.inline && !/:[*_]*\s*$/.test(item.inline.text))) yield item;
  else for (const child of below) yield* leaves(child);
}

function add(found: PromiseFact[], promising: Promising, line: number, kind: PromiseKind, place: SectionPlace): void {
  const { inline, text, isSettled } = promising;
  if (!inline) return;
  const { count, key, hashes } = hashWords(plainText(inline));
  const files = inline.pointers.filter(({ form }) => isPath(form)).map(({ target }) => target);
  if ((count < 2 && files.length === 0) || ABOUT_ITEM.test(text)) return;
  const ids = idsIn(text);
  found.push({
    kind,
    phase: phaseOf(text, kind, place),
    binding: isBinding(promising, kind, ids.length > 0, files.length > 0, place),
    settled: isSettled || inline.text.includes('~~') || isDone(text),
    key,
    wordHashes: hashes,
    files,
    ids,
    heading: place.heading,
    words: text,
    range: shiftRange(inline.range, line),
  });
}

/** A criterion is one of the phase that its section is about; all else is for the phase that it names, or the next one. */
function phaseOf(text: string, kind: PromiseKind, { own, phase }: SectionPlace): string | undefined {
  const named = phasesNamed(text);
  if (named.several) return undefined;
  if (kind === 'criterion') return named.keys[0] ?? (phase === '' ? undefined : phase);
  return named.keys[0] ?? (own ? undefined : phase);
}

/** `Long-term Objectives`, `Future Enhancements`: nobody expects them of the next phase. */
const DISTANT =
  /\b(?:(?:long|medium|mid)[- ]?term|future|later|optional|nice to have|stretch|roadmap|vision|backlog)\b/i;

/** Prose says of a next step or a risk what may be; a box, a state or an id makes it something to be answered. */
function isBinding(
  { text, hasState }: Promising,
  kind: PromiseKind,
  hasId: boolean,
  hasFile: boolean,
  { heading }: SectionPlace,
): boolean {
  switch (kind) {
    case 'output':
    case 'reference':
    case 'deferred':
      return true;
    case 'prerequisite':
      return hasState || hasId || hasFile || BINDING.test(text);
    case 'next step':
      return (hasState || hasId) && !DISTANT.test(heading);
    case 'risk':
    case 'criterion':
      return hasState || hasId;
  }
}

function isPath(form: string): boolean {
  return form === 'link' || form === 'at-path' || form === 'code-path' || form === 'plain-path';
}

/** `must be`, `Required:`, `before phase 3`, `⚠️`: somebody has to do something. */
const BINDING =
  /\b(?:must|required|requires|needs? to|has to|have to|before|pending|unresolved|blocker|blocking)\b|[⚠❌]/iu;
/** Properties of the item above: nobody answers those. */
export const ABOUT_ITEM =
  /^\W{0,4}(?:status|owner|priority|impact|effort|timeline|location|purpose|description|note|reason|rationale|probability|likelihood|severity|mitigation|estimate[d]?(?: effort| time)?|due|assignee|dependencies|dependency|risk|type|current state|action|next step|resolution|workaround|benefit|cost|solution)s?\W{0,4}:/i;

/** Only a sign at one of the ends says so: `✅ Migrate`, `Migrate … ✅`. */
function isDone(text: string): boolean {
  const sign = /^[✅☑✔❌]|[✅☑✔]\W*$/u.exec(text)?.[0];
  return sign !== undefined && classifyStatus(sign) === 'done';
}
