/** The page of a rule for a terminal: Markdown is readable as it is, so only what disturbs is taken away. */
import { exampleCaption } from '../../features/rulePage';

/** `[words](target)`, not an image. */
const LINK = /(?<!!)\[([^\]]+)\]\(([^)\s]+)\)/g;
/** `**words**` outside of code spans; in them, `**` belongs to the code. */
const BOLD = /(?<!`)\*\*([^*`]+)\*\*(?!`)/g;
/** `## Words` */
const HEADING = /^(#{1,6})\s+(.*)$/;
/** An opening or closing fence with its info string. */
const FENCE = /^(?:```|~~~)\s*(.*)$/;

/** Headings become lines in capitals, fences become indentation, links their words. */
export function markdownToText(markdown: string): string {
  let isCode = false;
  const lines: string[] = [];
  for (const line of markdown.trim().split('\n')) {
    const info = FENCE.exec(line)?.[1];
    if (info !== undefined) {
      isCode = !isCode;
      const caption = isCode ? exampleCaption(info) : undefined;
      if (caption !== undefined) lines.push(`${caption}:`, '');
    } else lines.push(isCode ? indent(line) : plainLine(line));
  }
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function indent(line: string): string {
  return line === '' ? '' : `    ${line}`;
}

function plainLine(line: string): string {
  const [, marks, words] = HEADING.exec(line) ?? [];
  if (marks !== undefined && words !== undefined) return marks.length === 1 ? words : words.toUpperCase();
  return line.replace(LINK, '$1').replace(BOLD, '$1');
}
