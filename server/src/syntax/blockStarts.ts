/** How the first characters of a line, after indentation and container marks, open or close a block (CommonMark 0.31). */

/** `***`, `- - -`, `___`; not `--` or `-*-`. */
const THEMATIC_BREAK = /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;
/** `# Title`, `###`; not `#tag` or seven marks. */
const ATX_HEADING = /^(#{1,6})(?:[ \t]+|$)/;
/** `===` or `---` under a paragraph; not `=-=`. */
const SETEXT_UNDERLINE = /^(?:=+|-+)[ \t]*$/;
/** Three or more backticks, none later in the line, or three or more tildes. */
const FENCE_OPENING = /^(?:`{3,}(?![^`]*`)|~{3,})/;
/** `-`, `*`, `+`, `1.`, `12)` before a space or the end of the line; not `-x` or a number of ten digits. */
const LIST_MARKER = /^(?:[-*+]|(\d{1,9})[.)])(?=[ \t]|$)/;

/**
 * Pairs of what starts an HTML block and what ends it; the last two end before a blank line instead. Unlike in CommonMark,
 * a tag's name may hold `_`, as prompts with `<success_criteria>` do.
 */
const HTML_BLOCKS: readonly { readonly start: RegExp; readonly end: RegExp | undefined }[] = [
  { start: /^<(?:script|pre|textarea|style)(?:\s|>|$)/i, end: /<\/(?:script|pre|textarea|style)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<![A-Za-z]/, end: />/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  {
    start:
      /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[123456]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i,
    end: undefined,
  },
  {
    start:
      /^(?:<[a-z][\w-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[a-z][\w-]*\s*>)\s*$/i,
    end: undefined,
  },
];
const ANY_TAG = HTML_BLOCKS.length - 1;

/** Whether the rest of a line is a thematic break. */
export function isThematicBreak(rest: string): boolean {
  return THEMATIC_BREAK.test(rest);
}

/** An ATX heading's level and where its words begin and end in `rest`. */
export function matchAtxHeading(rest: string): { level: number; from: number; to: number } | undefined {
  const match = ATX_HEADING.exec(rest);
  if (match === null) return undefined;
  const from = match[0].length;
  const end = rest.trimEnd().length;
  let closing = end;
  while (closing > from && rest[closing - 1] === '#') closing--;
  // The marks of `# Title ##` close the heading, those of `# C#` belong to its words.
  const closes = closing === from || /[ \t]/.test(rest[closing - 1] ?? '');
  const to = closes ? rest.slice(0, closing).trimEnd().length : end;
  return { level: (match[1] ?? '').length, from, to: Math.max(to, from) };
}

/** The level of the heading that a setext underline makes of the paragraph above it. */
export function matchSetextUnderline(rest: string): 1 | 2 | undefined {
  if (!SETEXT_UNDERLINE.test(rest)) return undefined;
  return rest.startsWith('=') ? 1 : 2;
}

/** The number of characters of an opening fence. */
export function matchFenceOpening(rest: string): number | undefined {
  return FENCE_OPENING.exec(rest)?.[0].length;
}

/** Whether the rest of a line closes a fence of `length` characters `mark`. */
export function isFenceClosing(rest: string, mark: string, length: number): boolean {
  let count = 0;
  while (rest[count] === mark) count++;
  return count >= length && rest.slice(count).trim() === '';
}

/** A list marker and the number of an ordered one. */
export function matchListMarker(rest: string): { marker: string; number: number | undefined } | undefined {
  const match = LIST_MARKER.exec(rest);
  if (match === null) return undefined;
  return { marker: match[0], number: match[1] === undefined ? undefined : Number(match[1]) };
}

/** What ends the HTML block that the rest of a line starts: a pattern, or a blank line. */
export type HtmlEnd = RegExp | 'blank-line';

/** The end condition of the HTML block that starts here; a lone tag of any name cannot interrupt a paragraph. */
export function matchHtmlStart(rest: string, interruptsParagraph: boolean): HtmlEnd | undefined {
  for (const [index, { start, end }] of HTML_BLOCKS.entries()) {
    if (index === ANY_TAG && interruptsParagraph) return undefined;
    if (start.test(rest)) return end ?? 'blank-line';
  }
  return undefined;
}
