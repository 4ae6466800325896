/** Claims of one block, with what its neighbours need to know of it. Depends on nothing outside the block and its context. */
import type { Block, ListItem, Paragraph, Pointer } from '../../syntax/document';
import { cannotClaim, type LineContext } from './classify';
import type { ClaimDraft } from './draft';
import { evidencePointers, isLog } from './evidenceScope';
import { examineLine, type EvidenceField, type Intro } from './lineClaims';
import { introduced, LabelScope } from './labelScope';
import { paragraphSegments, wholeSegment, type Segment } from './segments';
import { tableClaims } from './tableClaims';

export interface BlockClaims {
  readonly drafts: readonly ClaimDraft[];
  /** All pointers that can be evidence. */
  readonly pointers: readonly Pointer[];
  /** Fields labelled as evidence. */
  readonly evidence: readonly EvidenceField[];
  /** The label that the block ends with and that introduces what follows. */
  readonly intro: Intro | undefined;
  /** It pastes output or data. */
  readonly log: boolean;
}

/** What is gathered on the way through nested blocks. */
interface Collector {
  readonly drafts: ClaimDraft[];
  readonly evidence: EvidenceField[];
  readonly pointers: Pointer[];
  log: boolean;
}

/** Examines one outermost block of a section. */
export function examineBlock(block: Block, context: LineContext): BlockClaims {
  const into: Collector = { drafts: [], evidence: [], pointers: [], log: false };
  const intro = examine(block, context, into);
  return { ...into, intro };
}

function examine(block: Block, context: LineContext, into: Collector): Intro | undefined {
  switch (block.type) {
    case 'paragraph':
      return examineParagraph(block, context, into);
    case 'item':
      examineItem(block, context, into);
      return undefined;
    case 'table':
      into.drafts.push(...tableClaims(block, context));
      for (const row of [block.header, ...block.rows]) into.pointers.push(...row.cells.flatMap(evidencePointers));
      return undefined;
    case 'code':
      into.log ||= isLog(block.info, block.content);
      return undefined;
    default:
      // Quoted text is somebody else's, HTML is seldom text.
      return undefined;
  }
}

function examineParagraph({ inline }: Paragraph, context: LineContext, into: Collector): Intro | undefined {
  const scope = evidencePointers(inline);
  into.pointers.push(...scope);
  let label: Intro | undefined;
  for (const segment of paragraphSegments(inline)) {
    const here = label && segment.labelEnd === 0 ? introduced(context, label) : context;
    const line = examineLine(inline, segment, here, 'prose', scope);
    into.drafts.push(...line.drafts);
    if (line.evidence) into.evidence.push(line.evidence);
    label = line.intro;
  }
  return label;
}

function examineItem(item: ListItem, context: LineContext, into: Collector): void {
  const open = item.task !== undefined && !isTicked(item);
  const firstPointer = into.pointers.length;
  const firstDraft = into.drafts.length;
  let below = context;
  if (item.inline) {
    into.pointers.push(...evidencePointers(item.inline));
    if (!open) below = examineItemText(item, item.inline, context, into);
  }
  const lastOwn = into.drafts.length;
  const labels = new LabelScope(below);
  for (const child of item.children) labels.pass(child, examine(child, labels.contextFor(child), into));
  // What hangs on an unticked box is not done either.
  if (open) into.drafts.length = firstDraft;
  // The pointers of an item and of all that is nested in it support its own claims.
  const scope = into.pointers.slice(firstPointer);
  for (let i = firstDraft; i < Math.min(lastOwn, into.drafts.length); i++) {
    const draft = into.drafts[i];
    if (draft) into.drafts[i] = { ...draft, scope };
  }
}

function isTicked(item: ListItem): boolean {
  return item.task?.mark === 'x' || item.task?.mark === 'X';
}

/** The item's own text; gives the context of the blocks nested in it. */
function examineItemText(
  item: ListItem,
  inline: NonNullable<ListItem['inline']>,
  context: LineContext,
  into: Collector,
): LineContext {
  const segment = wholeSegment(inline);
  const line = examineLine(inline, segment, context, item.task ? 'done-task' : 'item', []);
  into.drafts.push(...line.drafts);
  if (line.evidence) into.evidence.push(line.evidence);
  return line.intro ? introduced(context, line.intro) : nestedContext(segment, context);
}

/** `2. **Validation** ✅` reports what is nested in it. */
function nestedContext(segment: Segment, context: LineContext): LineContext {
  if (context.role === 'options' || context.role === 'plan' || cannotClaim(context)) return context;
  const ticked = segment.tokens.some((token) => token.kind === 'mark' && token.mark === 'done');
  return ticked ? { ...context, role: 'report' } : context;
}
