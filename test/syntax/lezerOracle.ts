/** Describes a document as our parser and as @lezer/markdown see it, to compare the two. */
import type { SyntaxNode } from '@lezer/common';
import { parser, Strikethrough, Table } from '@lezer/markdown';
import type { Block, Inline, ParsedDocument } from '../../server/src/syntax/document';
import { lineAfterFrontMatter } from '../../server/src/syntax/frontMatter';
import { positionInInline } from '../../server/src/syntax/positions';

const lezer = parser.configure([Table, Strikethrough]);

const BLOCK_NAMES: Readonly<Record<string, string>> = {
  Paragraph: 'paragraph',
  LinkReference: 'paragraph',
  ListItem: 'item',
  Blockquote: 'quote',
  Table: 'table',
  FencedCode: 'code',
  CodeBlock: 'code',
  HTMLBlock: 'html',
  CommentBlock: 'html',
  ProcessingInstructionBlock: 'html',
  HorizontalRule: 'break',
};

const SPAN_NAMES: Readonly<Record<string, string>> = {
  InlineCode: 'code',
  StrongEmphasis: 'strong',
  Emphasis: 'emphasis',
  Strikethrough: 'strikethrough',
  Link: 'link',
  Image: 'image',
  Autolink: 'autolink',
  HTMLTag: 'html',
  Comment: 'comment',
};

/** One line for each block or span: depth, kind, first position. */
export function describeWithLezer(document: ParsedDocument): string[] {
  const firstLine = lineAfterFrontMatter(document.frontMatter);
  const offset = document.lineStarts[firstLine] ?? document.text.length;
  const text = document.text.slice(offset);
  const lines: string[] = [];
  const starts = document.lineStarts.slice(firstLine).map((start) => start - offset);
  let line = 0;
  const place = (at: number) => {
    while (line > 0 && (starts[line] ?? 0) > at) line--;
    while ((starts[line + 1] ?? Infinity) <= at) line++;
    return `${String(line + firstLine)}:${String(at - (starts[line] ?? 0))}`;
  };
  const lineOf = (at: number) => place(at).split(':', 1)[0] ?? '';
  const visit = (node: SyntaxNode, depth: number): void => {
    let below = depth;
    const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
    const block = BLOCK_NAMES[node.name];
    const span = SPAN_NAMES[node.name];
    if (heading !== null) lines.push(depth === 0 ? `h${heading[1] ?? ''} ${place(node.from)}` : `${String(depth)} paragraph`);
    else if (block !== undefined) {
      // Where a paragraph begins is compared by its spans: ours begins after a check box.
      lines.push(block === 'paragraph' ? `${String(depth)} paragraph` : `${String(depth)} ${block} ${lineOf(node.from)}-${lineOf(node.to)}`);
      if (block === 'item' || block === 'quote') below = depth + 1;
    } else if (span !== undefined) {
      const isReference = (span === 'link' || span === 'image') && node.getChild('URL') === null;
      if (!isReference) lines.push(`${span} ${place(node.from)}-${place(node.to)}`);
    }
    if (node.name !== 'LinkReference') for (let child = node.firstChild; child !== null; child = child.nextSibling) visit(child, below);
  };
  visit(lezer.parse(text).topNode, 0);
  return lines;
}

/** The same description of our own result. */
export function describeOurs(document: ParsedDocument): string[] {
  const lines: string[] = [];
  const inlineSpans = (inline: Inline, origin: number) => {
    for (const span of inline.spans) {
      const isReference = (span.type === 'link' || span.type === 'image') && inline.text.charAt(span.to - 1) === ']';
      if (isReference) continue;
      const [from, to] = [positionInInline(inline, span.from), positionInInline(inline, span.to)];
      lines.push(`${span.type} ${String(from.line + origin)}:${String(from.character)}-${String(to.line + origin)}:${String(to.character)}`);
    }
  };
  const visit = (block: Block, origin: number, depth: number): void => {
    if (block.type === 'paragraph') {
      lines.push(`${String(depth)} paragraph`);
      inlineSpans(block.inline, origin);
      return;
    }
    const { start, end } = block.range;
    lines.push(`${String(depth)} ${block.type} ${String(start.line + origin)}-${String(end.line + origin)}`);
    if (block.type === 'table') for (const row of [block.header, ...block.rows]) for (const cell of row.cells) inlineSpans(cell, origin);
    if (block.type === 'item' && (block.inline !== undefined || block.task !== undefined)) {
      lines.push(`${String(depth + 1)} paragraph`);
      if (block.inline !== undefined) inlineSpans(block.inline, origin);
    }
    if (block.type === 'item' || block.type === 'quote') for (const child of block.children) visit(child, origin, depth + 1);
  };
  for (const { content, line } of document.sections) {
    if (content.heading !== undefined) {
      lines.push(`h${String(content.heading.level)} ${String(line)}:${String(content.heading.range.start.character)}`);
      inlineSpans(content.heading.inline, line);
    }
    for (const placed of content.blocks) visit(placed.block, line + placed.line, 0);
  }
  return lines;
}
