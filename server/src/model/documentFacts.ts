/**
 * What the rest of the project needs to know of a document. Kept for every phase document; text and syntax are kept only
 * for those that are open.
 */
import type { Range } from 'vscode-languageserver-types';
import type { ChainFacts } from './chain/chainFacts';
import { collectChain, type ChainWords } from './chain/collectChain';
import { documentTitle, titleSection } from './identity';
import { baseName, decodePath } from './paths';
import { baselessKeys } from './claims/baselessKeys';
import { perVocabulary } from './claims/claimCache';
import { classifyStatus, type StatusClass } from './claims/statusWords';
import type { ClaimVocabulary } from './claims/vocabulary';
import { readTestId } from './evidence/testIds';
import { namedThingsOf, type NamedThings } from './namedThings';
import type { PhaseDocument } from './phaseDocument';
import { phasesInTitle } from './phaseRef';
import { pointersOf } from './pointersOf';
import type { Block, Field, ParsedDocument, Pointer, SectionContent } from '../syntax/document';
import { slugsOfDocument } from '../syntax/slugs';
import { plainText } from '../syntax/inlineText';
import { shiftRange } from '../syntax/positions';

export { pointersOf };

export interface DocumentFacts {
  readonly title: string | undefined;
  /** First heading, or the first line. */
  readonly titleRange: Range;
  /** Anchors of the headings, as GitHub makes them. */
  readonly slugs: ReadonlySet<string>;
  /** The declared status: the first field labelled Status, Phase Status … whose words are known. */
  readonly status: DeclaredStatus | undefined;
  /** It has no text below its headings, or none at all. */
  readonly isEmpty: boolean;
  readonly tasks: TaskCount;
  /** Keys of the phases that a heading gives up: `Phase 3.8 (removed, integrated into 3.7)`. */
  readonly droppedPhases: ReadonlySet<string>;
  readonly strongClaims: number;
  /** Keys of the strong claims that offer nothing to follow: pointing to them shows nothing. */
  readonly baselessClaims: ReadonlySet<string>;
  /** Lower-case base names that pointers of the document lead to: who has to be judged again when a file comes or goes. */
  readonly namesPointedTo: ReadonlySet<string>;
  readonly named: NamedThings;
  /** What others may contradict or have to answer. */
  readonly chain: ChainFacts;
}

export interface DeclaredStatus {
  readonly words: string;
  readonly class: StatusClass;
  readonly range: Range;
}

/** Check boxes; cancelled ones are not counted. */
export interface TaskCount {
  readonly done: number;
  readonly total: number;
}

/** What a section adds to the facts. The same object as long as the section's content is the same. */
interface SectionFacts {
  readonly tasks: TaskCount;
  readonly statusField: { readonly field: Field; readonly line: number; readonly class: StatusClass } | undefined;
  readonly names: readonly string[];
  readonly dropped: readonly string[];
}

const factsOfSection = perVocabulary(() => new WeakMap<SectionContent, SectionFacts>());
/** What a heading says of a phase that is not carried out. */
const DROPPED = /\b(?:removed|cancelled|canceled|dropped|skipped|(?:integrated|merged|folded|absorbed) into)\b/i;
/** `Status`, `Current Status`, `Phase 8 Status`; not `HTTP Status`, `Job Status`. */
const STATUS_LABEL = /^(?:(?:current|overall|document|project|handoff|testing|phase\s+\S+)\s+)?status$/i;

/**
 * @param words the team's own
 * @param previous the facts of the version before: what has not changed is the same object again
 */
export function collectFacts(document: PhaseDocument, words: ChainWords, previous?: DocumentFacts): DocumentFacts {
  const { parsed, vocabulary } = document;
  let done = 0;
  let total = 0;
  let status: DeclaredStatus | undefined;
  const names = new Set<string>();
  const dropped = new Set<string>();
  for (const section of parsed.sections) {
    const facts = sectionFacts(section.content, vocabulary);
    done += facts.tasks.done;
    total += facts.tasks.total;
    for (const name of facts.names) names.add(name);
    for (const key of facts.dropped) dropped.add(key);
    if (!status && facts.statusField) {
      const { field, line, class: statusClass } = facts.statusField;
      status = { words: field.value, class: statusClass, range: shiftRange(field.valueRange, section.line + line) };
    }
  }
  return {
    title: documentTitle(parsed),
    titleRange: titleRange(parsed),
    slugs: slugsOfDocument(parsed, previous?.slugs),
    status,
    isEmpty: parsed.sections.every(({ content }) => content.blocks.every(({ block }) => saysNothing(block))),
    tasks: { done, total },
    droppedPhases: dropped,
    strongClaims: countStrongClaims(document.claims),
    baselessClaims: baselessKeys(document.claims),
    namesPointedTo: names,
    named: namedThingsOf(parsed, previous?.named),
    chain: collectChain(document, words),
  };
}

/** A rule, a comment, or an item without words. */
function saysNothing(block: Block): boolean {
  switch (block.type) {
    case 'break':
      return true;
    case 'html':
      return block.comments.length > 0;
    case 'item':
      return block.inline === undefined && block.children.every(saysNothing);
    default:
      return false;
  }
}

function countStrongClaims(claims: PhaseDocument['claims']): number {
  let count = 0;
  for (const section of claims) for (const { strength } of section.claims) if (strength === 'strong') count++;
  return count;
}

/** Range of the first heading of level 1, else of the first heading, else the start of the document. */
export function titleRange(parsed: ParsedDocument): Range {
  const section = titleSection(parsed);
  if (!section?.content.heading) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return shiftRange(section.content.heading.range, section.line);
}

function sectionFacts(content: SectionContent, vocabulary: ClaimVocabulary | undefined): SectionFacts {
  const kept = factsOfSection(vocabulary);
  const known = kept.get(content);
  if (known) return known;
  const facts = readSection(content, vocabulary);
  kept.set(content, facts);
  return facts;
}

function readSection(content: SectionContent, vocabulary: ClaimVocabulary | undefined): SectionFacts {
  const count = { done: 0, total: 0 };
  const names = new Set<string>();
  let statusField: SectionFacts['statusField'];
  const visit = (block: Block, line: number): void => {
    if (block.type === 'item' && block.task && block.task.mark !== '-' && block.task.mark !== '~') {
      count.total++;
      if (block.task.mark.toLowerCase() === 'x') count.done++;
    }
    if (block.type === 'paragraph' || block.type === 'item' || block.type === 'table') {
      for (const field of block.fields) {
        if (statusField || !STATUS_LABEL.test(field.label)) continue;
        const statusClass = classifyStatus(field.value, vocabulary);
        if (statusClass) statusField = { field, line, class: statusClass };
      }
    }
    for (const pointer of pointersOf(block)) names.add(nameOf(pointer));
    if (block.type === 'item' || block.type === 'quote') for (const child of block.children) visit(child, line);
  };
  for (const { block, line } of content.blocks) visit(block, line);
  for (const pointer of content.heading?.inline.pointers ?? []) names.add(nameOf(pointer));
  return { tasks: count, statusField, names: [...names], dropped: droppedIn(content) };
}

/** Only the first phase: others are where the work went. */
function droppedIn({ heading }: SectionContent): readonly string[] {
  const words = heading ? plainText(heading.inline) : '';
  const [ref] = DROPPED.test(words) ? phasesInTitle(words) : [];
  const [phase] = ref?.phases ?? [];
  return phase ? [phase.key] : [];
}

/** Base name of the file or folder that a pointer leads to, in lower case. */
function nameOf({ form, target }: Pointer): string {
  const file = form === 'test-id' ? readTestId(target).file : target;
  return baseName(decodePath(file).replace(/\/$/, '')).toLowerCase();
}
