/** Blocks that hold blocks, while their lines are being read. */
import type { Position } from 'vscode-languageserver-types';
import type { Block, BlockQuote, ListItem, TaskMark } from './document';
import { findFields } from './fields';
import { parseInline } from './inlineParser';
import type { TextRun } from './leaves';
import { rangeBetween } from './positions';

export type Container = QuoteContainer | ItemContainer;

interface QuoteContainer {
  readonly type: 'quote';
  readonly from: Position;
  readonly children: Block[];
  end: Position;
}

export interface ItemContainer {
  readonly type: 'item';
  readonly from: Position;
  readonly children: Block[];
  end: Position;
  /** Columns of indentation that a line needs to belong to the item. */
  readonly contentIndent: number;
  readonly marker: string;
  readonly ordered: boolean;
  /** The words of the first paragraph. */
  head: TextRun | undefined;
}

/**
 * `[ ] `, `[x] `, `[!] ` at the start of an item; not `[1] `, which is a footnote, and not `[x](target)`.
 * The mark may be an emoji of two UTF-16 units.
 */
const TASK_MARK = /^\[([^\d[\]\n]|[\ud800-\udbff][\udc00-\udfff])\](?:[ \t]+|(?=\n|$))/;

/** Whether nothing has been read of an item but its marker. */
export function isEmptyItem(container: Container): boolean {
  return container.type === 'item' && container.head === undefined && container.children.length === 0;
}

/** Extends a container to the end of something in it. */
export function extendTo(container: Container, end: Position): void {
  const isLater =
    end.line > container.end.line || (end.line === container.end.line && end.character > container.end.character);
  if (isLater) container.end = end;
}

export function finishQuote(quote: QuoteContainer, origin: number): BlockQuote {
  return { type: 'quote', range: rangeBetween(quote.from, quote.end, origin), children: quote.children };
}

export function finishItem(item: ItemContainer, origin: number): ListItem {
  const { head } = item;
  const taskMatch = head === undefined ? null : TASK_MARK.exec(head.text);
  const skipped = taskMatch?.[0].length ?? 0;
  const mark = taskMatch?.[1];
  let task: TaskMark | undefined;
  if (head !== undefined && mark !== undefined) {
    const markEnd = { line: head.from.line, character: head.from.character + mark.length + 2 };
    task = { mark, range: rangeBetween(head.from, markEnd, origin) };
  }
  const inline = head === undefined ? undefined : headInline(head, skipped, origin);
  return {
    type: 'item',
    range: rangeBetween(item.from, item.end, origin),
    marker: item.marker,
    ordered: item.ordered,
    task,
    inline,
    fields: inline === undefined ? [] : findFields(inline, 'item'),
    children: item.children,
  };
}

function headInline(head: TextRun, skipped: number, origin: number) {
  const text = head.text.slice(skipped);
  if (text === '') return undefined;
  const from = { line: head.from.line, character: head.from.character + skipped };
  return parseInline(text, rangeBetween(from, head.to, origin));
}
