/** Headings and outermost blocks, read from the tree one after the other. */
import type { Tree, TreeCursor } from '@lezer/common';
import type { Block, Heading } from './document';
import { BlockReader } from './blockReader';
import { isList } from './nodeNames';
import type { Source } from './source';

/** An outermost block, one of a list's items or a heading, in its place. */
export interface Unit {
  /** Absolute line of its first line, which is its origin. */
  readonly line: number;
  readonly content: Block | Heading;
}

/**
 * Reads the units from a line where one begins. Before each of them `stopsAt` is asked whether to end there. Returns the
 * units and the line where reading ended: that one, or the number of lines.
 */
export function readUnits(
  source: Source,
  tree: Tree,
  fromLine: number,
  stopsAt: (line: number) => boolean,
): { units: Unit[]; endLine: number } {
  const reader = new BlockReader(source);
  const units: Unit[] = [];
  for (const cursor of unitNodes(tree, (source.lineStarts[fromLine] ?? source.text.length) - source.bodyStart)) {
    const line = reader.begin(cursor);
    if (stopsAt(line)) return { units, endLine: line };
    const content = reader.readUnit(cursor);
    if (content !== undefined) units.push({ line, content });
  }
  return { units, endLine: source.lineStarts.length };
}

/** Moves one cursor over the nodes of the units that end after an offset. */
function* unitNodes(tree: Tree, from: number): Generator<TreeCursor> {
  const cursor = tree.cursor();
  if (!cursor.childAfter(from)) return;
  do {
    if (!isList(cursor.name)) yield cursor;
    else if (cursor.childAfter(from)) {
      do yield cursor;
      while (cursor.nextSibling());
      cursor.parent();
    }
  } while (cursor.nextSibling());
}
