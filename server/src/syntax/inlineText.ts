/** The words of an inline without its markup. */
import type { Inline, InlineSpan } from './document';

/** `\*`, `\|`; not `\n` in words. */
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** The visible words: marks, tags, comments and link destinations dropped, line breaks made spaces. */
export function plainText(inline: Inline): string {
  const { text, spans } = inline;
  const kept = spans.length === 0 ? text : replaceParts(text, hiddenParts(spans, false), () => '');
  const words = kept.includes('\\') ? kept.replace(ESCAPE, '$1') : kept;
  return words.includes('\n') ? words.replace(/\s*\n\s*/g, ' ') : words;
}

/** Options of {@link maskedText}. */
export interface MaskOptions {
  /** Whether what code spans hold is masked too. */
  readonly code?: boolean;
}

/**
 * The text with marks, tags, comments and link destinations replaced by spaces: as long as `inline.text`, so that offsets
 * stay valid. Line breaks are kept.
 */
export function maskedText(inline: Inline, { code = false }: MaskOptions = {}): string {
  if (inline.spans.length === 0) return inline.text;
  return replaceParts(inline.text, hiddenParts(inline.spans, code), blank);
}

interface Part {
  readonly from: number;
  readonly to: number;
}

function replaceParts(text: string, parts: readonly Part[], replacement: (part: string) => string): string {
  let result = '';
  let at = 0;
  for (const { from, to } of parts) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    result += text.slice(at, start) + replacement(text.slice(start, to));
    at = to;
  }
  return result + text.slice(at);
}

function blank(part: string): string {
  return part.includes('\n') ? part.replace(/[^\n]/g, ' ') : ' '.repeat(part.length);
}

/** What a reader does not see, in order. */
function hiddenParts(spans: readonly InlineSpan[], hideCode: boolean): Part[] {
  const parts: Part[] = [];
  let last = 0;
  let isInOrder = true;
  for (const { type, from, to, innerFrom, innerTo } of spans) {
    const isHidden = type === 'comment' || type === 'html' || (type === 'code' && hideCode);
    if (isHidden) parts.push({ from, to });
    else parts.push({ from, to: innerFrom }, { from: innerTo, to });
    // Only the marks of spans in others come out of order.
    if (from < last) isInOrder = false;
    last = isHidden ? from : innerTo;
  }
  return isInOrder ? parts : parts.sort((a, b) => a.from - b.from);
}

/** Longer ones are no values, but texts. */
const longestValue = 500;
/** Marks of a short value, such as that of a field: `**Complete**`, `` `v2` ``, `[report](r.xml)`. */
const VALUE_MARKS = /\*+|`+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|\[([^\]]*)\]\([^)]*\)|<!--[^]*?-->/gu;

/** The words of a value whose markup nobody has parsed. */
export function plainValue(value: string): string {
  return value.slice(0, longestValue).replace(VALUE_MARKS, '$1').trim();
}
