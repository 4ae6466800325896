/** Claims of one block, with what its neighbours need to know of it. Depends on nothing outside the block and its context. */
import type { Range } from 'vscode-languageserver-types';
import type { Block, Inline, ListItem, Paragraph, Pointer } from '../../syntax/document';
import { rangeInInline } from '../../syntax/positions';
import { classifyLine, type LineContext, type LineShape } from './classify';
import { draftClaims, type ClaimDraft } from './draft';
import { evidencePointers, isEvidenceLabel, isLog } from './evidenceScope';
import { prominenceOf } from './prominence';
import { paragraphSegments, wholeSegment, type Segment } from './segments';
import { labelRole, type SectionRole } from './sectionRole';
import { wishWords } from './sectionWords';
import { tableClaims } from './tableClaims';
import type { Signal } from './signal';
import type { Token } from './tokens';
import { imperativeVerbs, measureWords } from './words';

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

export interface EvidenceField {
  readonly range: Range;
  readonly pointers: readonly Pointer[];
  /** A label only: its value is what follows the block. */
  readonly open: boolean;
}

/** `**Success Criteria**:` and the like: what the list or text after it is for. */
export interface Intro {
  readonly role: SectionRole;
  readonly measured: boolean;
  readonly evidence: boolean;
}

interface Collector {
  readonly drafts: ClaimDraft[];
  readonly evidence: EvidenceField[];
  pointers: Pointer[];
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
      into.pointers.push(...[block.header, ...block.rows].flatMap((row) => row.cells.flatMap(evidencePointers)));
      return undefined;
    case 'code':
      if (isLog(block.info, block.content)) into.log = true;
      return undefined;
    default:
      return undefined;
  }
}

function examineParagraph(block: Paragraph, context: LineContext, into: Collector): Intro | undefined {
  const scope = evidencePointers(block.inline);
  into.pointers.push(...scope);
  let after: Intro | undefined;
  for (const segment of paragraphSegments(block.inline)) {
    const here: LineContext =
      after && segment.labelEnd === 0 ? { ...context, role: after.role, measured: after.measured } : context;
    after =
      examineSegment(block.inline, segment, here, 'prose', scope, into) ?? (segment.labelEnd > 0 ? undefined : after);
    if (segment.labelEnd === 0 && !segment.introduces) after = undefined;
  }
  return after;
}

function examineItem(item: ListItem, context: LineContext, into: Collector): void {
  const start = into.pointers.length;
  const drafts: ClaimDraft[] = [];
  let below: LineContext = context;
  const open = item.task !== undefined && !isTicked(item);
  if (item.inline) {
    const segment = wholeSegment(item.inline);
    const own: Collector = { drafts, evidence: into.evidence, pointers: into.pointers, log: false };
    into.pointers.push(...evidencePointers(item.inline));
    const done = item.task !== undefined && isTicked(item);
    const intro = open
      ? undefined
      : examineSegment(item.inline, segment, context, done ? 'done-task' : 'item', [], own);
    below = nestedContext(segment, intro, context);
  }
  const nested: Collector = { drafts: [], evidence: into.evidence, pointers: into.pointers, log: into.log };
  let listContext = below;
  for (const child of item.children) {
    const intro = examine(child, listContext, nested);
    if (child.type === 'paragraph')
      listContext = intro ? { ...below, role: intro.role, measured: intro.measured } : below;
  }
  into.log = nested.log;
  // The pointers of an item and of all that is nested in it support its own claim.
  const scope = into.pointers.slice(start);
  into.drafts.push(...drafts.map((draft) => ({ ...draft, scope })), ...(open ? [] : nested.drafts));
}

function isTicked(item: ListItem): boolean {
  return item.task?.mark === 'x' || item.task?.mark === 'X';
}

/** What an item says of the items nested in it: `1. **Mitigation**:`, `2. **Validation** ✅`. */
function nestedContext(segment: Segment, intro: Intro | undefined, context: LineContext): LineContext {
  if (intro) return { ...context, role: intro.role, measured: intro.measured };
  const ticked = segment.tokens.some((token) => token.kind === 'mark' && token.mark === 'done');
  if (ticked && context.role !== 'options' && context.role !== 'plan') return { ...context, role: 'report' };
  return context;
}

function examineSegment(
  inline: Inline,
  segment: Segment,
  context: LineContext,
  shape: LineShape,
  scope: readonly Pointer[],
  into: Collector,
): Intro | undefined {
  const { tokens, labelEnd } = segment;
  const label = tokens.slice(0, labelEnd);
  const evidence = labelEnd > 0 && isEvidenceLabel(label, context.vocabulary);
  const role = labelEnd > 0 ? lineRole(label, segment, context, shape) : context.role;
  const measured = context.measured || label.some((token) => measureWords.has(token.word));
  if (evidence) into.evidence.push(evidenceField(inline, segment));
  const lineShape = labelEnd > 0 && shape === 'prose' ? 'field' : shape;
  const signals = classifyLine(
    { tokens, labelEnd, shape: lineShape },
    { ...context, role: shape === 'done-task' ? taskRole(context) : role, measured },
  );
  const kept = segment.introduces
    ? signals.filter((signal) => signal.level === 4 || (signal.level === 3 && !isBold(inline, segment)))
    : signals;
  into.drafts.push(
    ...draftClaims(
      inline,
      segment,
      shape === 'done-task' ? taskSignals(tokens, kept, context) : kept,
      prominence(segment, shape, kept),
      scope,
    ),
  );
  return segment.introduces ? { role, measured, evidence } : undefined;
}

/** A label in bold type only introduces; a sentence that ends in a colon asserts too. */
function isBold(inline: Inline, segment: Segment): boolean {
  return inline.spans.some(
    (span) => span.type === 'strong' && span.from <= (segment.tokens[0]?.from ?? 0) && span.from >= segment.from,
  );
}

/** A ticked task has been done wherever it stands, but an execution prompt's boxes are its own business. */
function taskRole(context: LineContext): SectionRole {
  return context.role === 'options' ? 'options' : 'report';
}

function taskSignals(tokens: readonly Token[], signals: readonly Signal[], context: LineContext): readonly Signal[] {
  if (context.section.role === 'instructions' || tokens.length === 0) return [];
  const order = imperativeVerbs.has(tokens[0]?.word ?? '');
  const strong = signals.filter((signal) => signal.strength === 'strong' && signal.level >= (order ? 3 : 2));
  if (strong.length > 0) return strong;
  return [{ kind: 'task', strength: 'weak', level: 4, from: 0, to: tokens.length, reason: 'a ticked task' }];
}

/** The role of a line with a label: `**Objective**: …`, `- **Mitigation**: …`. */
function lineRole(label: readonly Token[], segment: Segment, context: LineContext, shape: LineShape): SectionRole {
  const ticked = segment.tokens.some((token) => token.kind === 'mark' && token.mark === 'done');
  const wished = label.every((token) => token.kind !== 'word' || wishWords.has(token.word));
  if (ticked && shape === 'item' && !wished) return context.role;
  const use = segment.introduces ? 'intro' : shape === 'prose' ? 'field' : 'name';
  const own = labelRole(label, use, { ...context.section, role: context.role }, context.vocabulary);
  // In a list the label often is the name of the thing: `- **Success Criteria**: all met`.
  if (
    shape === 'item' &&
    !segment.introduces &&
    context.role === 'report' &&
    (own === 'explanation' || own === 'instructions' || own === 'criteria')
  )
    return 'report';
  return own;
}

function evidenceField(inline: Inline, segment: Segment): EvidenceField {
  const open = segment.introduces;
  const from = segment.tokens[open ? 0 : segment.labelEnd + 1]?.from ?? segment.from;
  const to = segment.tokens.at(-1)?.to ?? segment.to;
  const range = rangeInInline(inline, from, to);
  const pointers = evidencePointers(inline).filter((pointer) => isWithin(pointer.range, range));
  return { range, pointers, open };
}

function isWithin(inner: Range, outer: Range): boolean {
  return (
    inner.start.line >= outer.start.line &&
    inner.start.line <= outer.end.line &&
    (inner.start.line > outer.start.line || inner.start.character >= outer.start.character - 3)
  );
}

function prominence(segment: Segment, shape: LineShape, signals: readonly Signal[]): number {
  if (signals.some((signal) => signal.reason === 'a status that says it is done')) return prominenceOf.status;
  if (shape === 'prose') return segment.labelEnd > 0 ? prominenceOf.field : prominenceOf.prose;
  return prominenceOf.item;
}
