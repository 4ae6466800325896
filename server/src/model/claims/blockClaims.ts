/** Claims of one block, with what its neighbours need to know of it. Depends on nothing outside the block and its context. */
import type { Block, Inline, ListItem, Paragraph, Pointer } from '../../syntax/document';
import { positionInInline } from '../../syntax/positions';
import { cannotClaim, isSilent, type LineContext } from './classify';
import type { ClaimDraft } from './draft';
import { evidencePointers, isLog } from './evidenceScope';
import { examineLine, type EvidenceField, type Intro } from './lineClaims';
import { introduced, LabelScope } from './labelScope';
import { prominenceOf } from './prominence';
import { itemSegments, paragraphSegments, type Segment } from './segments';
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
  /** A status in it says that what the section is about is done. */
  readonly settles: boolean;
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
  if (isSilent(context)) return silent;
  const into: Collector = { drafts: [], evidence: [], pointers: [], log: false };
  const intro = examine(block, context, into);
  return { ...into, intro, settles: into.drafts.some(isSettling) };
}

const silent: BlockClaims = { drafts: [], pointers: [], evidence: [], intro: undefined, log: false, settles: false };

function isSettling({ prominence }: ClaimDraft): boolean {
  return prominence === prominenceOf.status;
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
  const segments = paragraphSegments(inline);
  const offered = scope.length > 0 && segments.length > 1 ? withoutGoals(inline, segments, scope) : scope;
  for (const segment of segments) {
    const here = label && segment.labelEnd === 0 ? introduced(context, label) : context;
    const line = examineLine(inline, segment, here, 'prose', offered);
    into.drafts.push(...line.drafts);
    if (line.evidence) into.evidence.push(line.evidence);
    label = line.intro;
  }
  return label;
}

/** What a line such as `**Goal**: … in settings.toml` names is what was wanted, not how it is known. */
function withoutGoals(inline: Inline, segments: readonly Segment[], pointers: readonly Pointer[]): readonly Pointer[] {
  const goals = segments.filter(({ tokens, labelEnd }) => goalLabels.has(tokens[labelEnd - 1]?.word ?? ''));
  if (goals.length === 0) return pointers;
  const lines = new Set(goals.map(({ tokens }) => positionInInline(inline, tokens[0]?.from ?? 0).line));
  return pointers.filter(({ range }) => !lines.has(range.start.line));
}

const goalLabels = new Set('goal goals objective objectives requirement requirements scope purpose mission'.split(' '));

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
  for (const child of item.children) labels.pass(child, examine(child, labels.contextFor(child), into), false);
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
  let below = context;
  itemSegments(inline).forEach((segment, i) => {
    const line = examineLine(inline, segment, context, item.task && i === 0 ? 'done-task' : 'item', []);
    into.drafts.push(...line.drafts);
    if (line.evidence) into.evidence.push(line.evidence);
    below = line.intro ? introduced(context, line.intro) : nestedContext(segment, context);
  });
  return below;
}

/** `2. **Validation** ✅` reports what is nested in it. */
function nestedContext(segment: Segment, context: LineContext): LineContext {
  if (context.role === 'options' || context.role === 'plan' || cannotClaim(context)) return context;
  const ticked = segment.tokens.some((token) => token.kind === 'mark' && token.mark === 'done');
  return ticked ? { ...context, role: 'report' } : context;
}
