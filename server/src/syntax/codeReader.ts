/** Fenced and indented code. */
import type { TreeCursor } from '@lezer/common';
import type { CodeBlock } from './document';
import type { NodePlaces } from './nodePlaces';

/** Reads a fence; `base` is the column where the content of its item begins, undefined directly in a quote. */
export function readFencedCode(cursor: TreeCursor, places: NodePlaces, base: number | undefined): CodeBlock {
  const start = places.position(cursor.from);
  const end = places.position(cursor.to);
  const fence = readFence(cursor, places);
  const contentLine = start.line + 1;
  const indent = fenceIndent(cursor.from, places, base);
  return {
    type: 'code',
    range: { start, end: fence.closed ? places.range(cursor.from, cursor.to).end : end },
    fenced: true,
    info: fence.info,
    // Of one blank line the library takes the line break for content.
    content: fence.content === '\n' && end.line === contentLine + 1 ? '' : unindent(fence.content, indent),
    contentLine,
    closed: fence.closed,
  };
}

/** Reads code that is code by its indentation. */
export function readIndentedCode(cursor: TreeCursor, places: NodePlaces): CodeBlock {
  const start = places.position(cursor.from);
  const range = { start, end: places.position(cursor.to) };
  const { content } = readFence(cursor, places);
  return { type: 'code', range, fenced: false, info: '', content, contentLine: start.line, closed: true };
}

function readFence(cursor: TreeCursor, places: NodePlaces): { info: string; content: string; closed: boolean } {
  let info = '';
  let marks = 0;
  // Mostly one part: line breaks stand apart only where marks or indentation of a container stand between the lines.
  const parts: string[] = [];
  if (cursor.firstChild()) {
    do {
      if (cursor.name === 'CodeText') parts.push(places.slice(cursor.from, cursor.to));
      else if (cursor.name === 'CodeInfo') info = places.slice(cursor.from, cursor.to);
      else if (cursor.name === 'CodeMark') marks++;
    } while (cursor.nextSibling());
    cursor.parent();
  }
  return { info, content: parts.length === 1 ? (parts[0] ?? '') : parts.join(''), closed: marks > 1 };
}

/** How many columns a fence stands to the right of its container's content: its lines may be indented as much. */
function fenceIndent(from: number, places: NodePlaces, base: number | undefined): number {
  let start = from;
  while (places.charAt(start - 1) === ' ' || places.charAt(start - 1) === '\t') start--;
  const spaces = from - start;
  if (spaces === 0) return 0;
  const before = places.charAt(start - 1);
  if (base === undefined) return before === '>' ? spaces - 1 : spaces;
  const isFirstInLine = before === '\n' || before === '' || before === '>';
  return isFirstInLine ? Math.max(0, places.column(from) - base) : 0;
}

/** Drops up to `count` spaces at the beginning of each line. */
function unindent(content: string, count: number): string {
  return count === 0 ? content : content.replace(new RegExp(`^ {1,${String(Math.min(count, 3))}}`, 'gm'), '');
}
