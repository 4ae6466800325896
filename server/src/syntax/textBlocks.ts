/** Paragraphs and list items: the blocks whose words may be fields and tasks. */
import type { Range } from 'vscode-languageserver-types';
import type { Block, Inline, ListItem, Paragraph, TaskMark } from './document';
import { findFields } from './fields';
import { parseInline } from './inlineParser';
import type { TextRun } from './nodePlaces';

/**
 * `[ ] `, `[x] `, `[!] ` at the start of an item; not `[1] `, which is a footnote, and not `[x](target)`.
 * The mark may be an emoji of two UTF-16 units.
 */
const TASK_MARK = /^\[([^\d[\]\n]|[\ud800-\udbff][\udc00-\udfff])\](?:[ \t]+|(?=\n|$))/;

/** The paragraph of some words. */
export function readParagraph({ text, range }: TextRun): Paragraph {
  const inline = parseInline(text, range);
  return { type: 'paragraph', range, inline, fields: findFields(inline, 'paragraph') };
}

/** The list item whose first paragraph is `head`. */
export function finishItem(
  marker: string,
  range: Range,
  head: TextRun | undefined,
  children: readonly Block[],
): ListItem {
  const match = head === undefined ? null : TASK_MARK.exec(head.text);
  const inline = head === undefined ? undefined : headInline(head, match?.[0].length ?? 0);
  return {
    type: 'item',
    range,
    marker,
    ordered: marker.length > 1,
    task: head === undefined || match === null ? undefined : taskMark(head, match[1] ?? ''),
    inline,
    fields: inline === undefined ? [] : findFields(inline, 'item'),
    children,
  };
}

function taskMark({ range: { start } }: TextRun, mark: string): TaskMark {
  const end = { line: start.line, character: start.character + mark.length + 2 };
  return { mark, range: { start, end } };
}

function headInline({ text, range }: TextRun, skipped: number): Inline | undefined {
  if (skipped === text.length) return undefined;
  const start = { line: range.start.line, character: range.start.character + skipped };
  return parseInline(text.slice(skipped), { start, end: range.end });
}
