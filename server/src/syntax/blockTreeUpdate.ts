/** Reads the blocks of a text anew after an edit: only those near it. */
import type { ChangedRange, Tree } from '@lezer/common';
import type { ParsedDocument } from './document';
import { parseBlockTree, updateBlockTree } from './blockTree';
import { lineAfterFrontMatter } from './frontMatter';
import { bodyOf, type Source } from './source';
import { lineAt, lineEnd } from './sourceLines';
import { unitAt } from './unitIndex';

/**
 * The tree of each document that is or may be edited. Kept apart from it, so that it is no part of what others see and
 * documents nobody edits have none.
 */
const trees = new WeakMap<ParsedDocument, Tree>();

/** How many lines above a change are read again. */
const LINES_ABOVE = 2;
/** Where the first cut is, and how much farther the next one is each time. */
const FIRST_CUT = 1000;
const CUT_GROWTH = 4;

/** Keeps the tree of a document for its next edit. */
export function keepTree(document: ParsedDocument, tree: Tree): void {
  trees.set(document, tree);
}

/** The tree of the text that `previous` becomes when `[from, to)` is replaced by text that ends at `newEnd`. */
export function treeAfterEdit(
  previous: ParsedDocument,
  next: Source,
  { from, to, newEnd }: { from: number; to: number; newEnd: number },
): Tree {
  const tree = trees.get(previous);
  const body = bodyOf(next);
  if (tree === undefined) return parseBlockTree(body);
  const start = previous.lineStarts[lineAfterFrontMatter(previous.frontMatter)] ?? previous.text.length;
  const isAbove = to <= start && next.bodyStart === start + newEnd - to;
  if (isAbove) return tree;
  if (from < start || next.bodyStart !== start) return parseBlockTree(body);
  // The library ends a paragraph before a table's header row by the row below it, but takes over all blocks that end two
  // lines above a change.
  const firstLine = Math.max(0, lineAt(next.lineStarts, from) - LINES_ABOVE);
  const changeStart = Math.max(start, next.lineStarts[firstLine] ?? 0) - start;
  // The rest of a changed line is not the block it was: but where a line is the first, the library takes it for a whole one.
  const rest = lineEnd(next.text, next.lineStarts, lineAt(next.lineStarts, newEnd)) - newEnd;
  const change: ChangedRange = {
    fromA: changeStart,
    toA: to + rest - start,
    fromB: changeStart,
    toB: newEnd + rest - start,
  };
  return updateBlockTree(tree, body, withCuts(change, cutsOf(previous, tree.length, start)));
}

/**
 * Where to cut the old tree in parts besides the change. The library takes over whole branches of a part only if they are
 * no longer than a quarter of what precedes the part, so without cuts it would go over the blocks one by one. Lists it goes
 * over in any case: of 5,000 items it takes a millisecond.
 */
function cutsOf(previous: ParsedDocument, length: number, start: number): Set<number> {
  const cuts = new Set<number>();
  for (let place = FIRST_CUT; place < length; place *= CUT_GROWTH) {
    // Before a block or item, so that none is read again only because of a cut.
    const unit = unitAt(previous, lineAt(previous.lineStarts, place + start));
    cuts.add((previous.lineStarts[unit?.line ?? 0] ?? 0) - start - 1);
  }
  return cuts;
}

/** The change and, as changes of nothing, the cuts before and after it. */
function withCuts(change: ChangedRange, cuts: ReadonlySet<number>): ChangedRange[] {
  const shift = change.toB - change.toA;
  const before: ChangedRange[] = [];
  const after: ChangedRange[] = [];
  for (const cut of cuts) {
    const moved = cut + shift;
    if (cut > 0 && cut < change.fromA) before.push({ fromA: cut, toA: cut, fromB: cut, toB: cut });
    else if (cut > change.toA) after.push({ fromA: cut, toA: cut, fromB: moved, toB: moved });
  }
  return [...before, change, ...after];
}
