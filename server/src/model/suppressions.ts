/** Which findings a document's own comments waive, and where. A fact of the document: nothing outside it counts. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { ParsedDocument } from '../syntax/document';
import { shiftRange } from '../syntax/positions';
import { suppressionComments, type SuppressionComment } from './suppressionComments';

/** A comment in place: its lines are absolute. */
export interface Suppression extends Omit<SuppressionComment, 'rules'> {
  readonly waivers: readonly Waiver[];
}

/** One rule that a comment waives. The same object wherever one version of the document is asked. */
export interface Waiver {
  /** As written: perhaps no rule at all. */
  readonly rule: string;
  /** Absolute place of the rule's id in the comment. */
  readonly range: Range;
  /** `baseline`: no comment, but the team's list of known findings. */
  readonly form: SuppressionComment['form'] | 'baseline';
  /** Undefined as long as nobody has said why. */
  readonly reason: string | undefined;
}

export interface Suppressions {
  /** In document order. */
  readonly comments: readonly Suppression[];
  /**
   * What waives a finding of the rule that begins at a position; the narrowest if there are several. A waiver counts
   * without a reason too: the missing reason is a finding then, in place of the one that is waived.
   */
  covering(rule: string, position: Position): Waiver | undefined;
  /** Whether an `enable` that names this rule, or names none, ends anything. */
  endsSomething(end: Waiver | Suppression): boolean;
}

const known = new WeakMap<ParsedDocument, Suppressions>();
const NONE: Suppressions = { comments: [], covering: () => undefined, endsSomething: () => false };

/** The suppressions of one version of a document. Costs nothing but a look at each section while there are none. */
export function suppressionsOf(document: ParsedDocument): Suppressions {
  const kept = known.get(document);
  if (kept) return kept;
  const comments: Suppression[] = [];
  for (const section of document.sections) {
    const read = suppressionComments(document, section);
    if (read.length > 0) for (const comment of placeComments(read, section.line)) comments.push(comment);
  }
  const suppressions = comments.length === 0 ? NONE : placeWaivers(comments);
  known.set(document, suppressions);
  return suppressions;
}

const placed = new WeakMap<
  readonly SuppressionComment[],
  { readonly line: number; readonly comments: readonly Suppression[] }
>();

/** Kept while the section stays where it is: an edit inside a line moves none. */
function placeComments(comments: readonly SuppressionComment[], line: number): readonly Suppression[] {
  const kept = placed.get(comments);
  if (kept?.line === line) return kept.comments;
  const inLine = comments.map((comment) => inPlace(comment, line));
  placed.set(comments, { line, comments: inLine });
  return inLine;
}

function inPlace({ rules, ...comment }: SuppressionComment, line: number): Suppression {
  const { form, reason, word } = comment;
  return {
    ...comment,
    word: { ...word, range: shiftRange(word.range, line) },
    range: shiftRange(comment.range, line),
    nextLine: comment.nextLine + line,
    waivers: rules.map(({ name, range }) => ({ rule: name, range: shiftRange(range, line), form, reason })),
  };
}

/** Where the waivers of one rule count. */
interface Reach {
  readonly lines: Map<number, Waiver>;
  readonly blocks: Block[];
  file: Waiver | undefined;
}

interface Block {
  readonly waiver: Waiver;
  readonly from: Position;
  /** Undefined up to the end of the document. */
  to: Position | undefined;
}

function placeWaivers(comments: readonly Suppression[]): Suppressions {
  const reaches = new Map<string, Reach>();
  const ends = new Set<Waiver | Suppression>();
  for (const comment of comments) {
    const { form, waivers, range } = comment;
    for (const waiver of waivers) {
      const reach = reaches.get(waiver.rule) ?? { lines: new Map<number, Waiver>(), blocks: [], file: undefined };
      reaches.set(waiver.rule, reach);
      if (form !== 'enable') addWaiver(reach, comment, waiver);
      else if (endBlocks(reach, range.start)) ends.add(waiver);
    }
    if (form === 'enable' && waivers.length === 0) {
      // Without a name it ends whatever is open.
      for (const reach of reaches.values()) if (endBlocks(reach, range.start)) ends.add(comment);
    }
  }
  return {
    comments,
    covering: (rule, position) => {
      const reach = reaches.get(rule);
      if (!reach) return undefined;
      const block = reach.blocks.findLast((candidate) => isInside(candidate, position));
      return reach.lines.get(position.line) ?? block?.waiver ?? reach.file;
    },
    endsSomething: (end) => ends.has(end),
  };
}

function addWaiver(reach: Reach, { form, range, nextLine }: Suppression, waiver: Waiver): void {
  if (form === 'disable-line') reach.lines.set(range.end.line, waiver);
  else if (form === 'disable-next-line') reach.lines.set(nextLine, waiver);
  else if (form === 'disable') reach.blocks.push({ waiver, from: range.end, to: undefined });
  else if (form === 'disable-file') reach.file ??= waiver;
}

/** @returns whether a block was open */
function endBlocks({ blocks }: Reach, at: Position): boolean {
  let ended = false;
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index];
    // All before it have ended already.
    if (!block || block.to) break;
    block.to = at;
    ended = true;
  }
  return ended;
}

function isInside({ from, to }: Block, position: Position): boolean {
  return isUpTo(from, position) && (to === undefined || !isUpTo(to, position));
}

/** Whether `a` is not behind `b`. */
function isUpTo(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
