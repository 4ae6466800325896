/** The page of a rule for a terminal: Markdown is readable as it is, so only what disturbs is taken away. */

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
      lines.push(...captionOf(info));
    } else lines.push(isCode ? indent(line) : plainLine(line));
  }
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

/** Rule pages tell in the info string what an example is. */
function captionOf(info: string): readonly string[] {
  const words = info.split(' ');
  if (words.includes('invalid')) return ['Reported:', ''];
  return words.includes('valid') ? ['Not reported:', ''] : [];
}

function indent(line: string): string {
  return line === '' ? '' : `    ${line}`;
}

function plainLine(line: string): string {
  const [, marks, words] = HEADING.exec(line) ?? [];
  if (marks !== undefined && words !== undefined) return marks.length === 1 ? words : words.toUpperCase();
  return line.replace(LINK, '$1').replace(BOLD, '$1');
}
