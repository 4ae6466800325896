/** What a document promises on behalf of others: outputs, prerequisites, deferred items, next steps, risks, criteria. */
import type { Block, ListItem, Paragraph, SectionContent } from '../../syntax/document';
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

export function sectionPromises(content: SectionContent, place: SectionPlace): readonly PromiseFact[] {
  const found: PromiseFact[] = [];
  let label: PromiseKind | undefined;
  for (const { block, line } of content.blocks) {
    if (block.type === 'paragraph')
      label = labelKind(block) ?? (block.inline.text.trimEnd().endsWith(':') ? undefined : label);
    if (block.type !== 'item') continue;
    const promise = label ?? place.promises;
    if (promise && promising[promise].has(place.kind))
      for (const item of leaves(block)) add(found, item, line, promise, place);
  }
  return found;
}

function labelKind({ inline }: Paragraph): PromiseKind | undefined {
  const text = plainText(inline);
  if (OUTPUT_LABEL.test(text)) return 'output';
  return DEFERRED_LABEL.test(text) ? 'deferred' : undefined;
}

/** An item that only heads a list is not promised itself. */
function* leaves(item: ListItem): Iterable<ListItem> {
  const below = item.children.filter((child): child is Block & { type: 'item' } => child.type === 'item');
  if (below.length === 0 || (item.inline && !/:[*_]*\s*$/.test(item.inline.text))) yield item;
  else for (const child of below) yield* leaves(child);
}

function add(found: PromiseFact[], item: ListItem, line: number, kind: PromiseKind, place: SectionPlace): void {
  const { inline, task } = item;
  if (!inline) return;
  const text = plainText(inline).trim();
  const { count, key, hashes } = hashWords(text);
  const files = inline.pointers.filter(({ form }) => isPath(form)).map(({ target }) => target);
  if ((count < 2 && files.length === 0) || ABOUT_ITEM.test(text)) return;
  const named = phasesNamed(text);
  found.push({
    kind,
    phase: named.several ? undefined : (named.keys[0] ?? (place.own ? undefined : place.phase)),
    binding: kind !== 'prerequisite' || task !== undefined || files.length > 0 || BINDING.test(text),
    settled: task?.mark.toLowerCase() === 'x' || task?.mark === '-' || inline.text.includes('~~') || isDone(text),
    key,
    wordHashes: hashes,
    files,
    ids: idsIn(text),
    heading: place.heading,
    words: text,
    range: shiftRange(inline.range, line),
  });
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
