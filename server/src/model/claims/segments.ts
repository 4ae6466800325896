/** Cuts the text of a paragraph, item, cell or heading into lines of one label each, split into tokens. */
import type { Inline } from '../../syntax/document';
import { maskedText } from '../../syntax/inlineText';
import { tokenize, type Token } from './tokens';

/** A stretch of an inline's text that is read as one. */
export interface Segment {
  /** Offsets in the inline's text. */
  readonly from: number;
  readonly to: number;
  /** Offsets of the tokens are offsets in the inline's text. */
  readonly tokens: readonly Token[];
  /** Number of tokens before the colon of a label; 0 for none. */
  readonly labelEnd: number;
  /** Only a label: what follows is introduced by it. */
  readonly introduces: boolean;
}

/** Tokens a label has at most. */
const longestLabel = 9;

/** The segments of a paragraph: each field line by itself, the lines between as one. */
export function paragraphSegments(inline: Inline): readonly Segment[] {
  const text = maskedText(inline, { code: true });
  if (!text.includes('\n')) return [segment(inline, text, 0, text.length)];
  const segments: Segment[] = [];
  let start = 0;
  let from = 0;
  while (from <= text.length) {
    const lineEnd = text.indexOf('\n', from);
    const to = lineEnd < 0 ? text.length : lineEnd;
    const line = segment(inline, text, from, to);
    if (line.labelEnd > 0 && startsWithMarkup(inline, from)) {
      if (from > start) segments.push(segment(inline, text, start, from));
      segments.push(line);
      start = to + 1;
    }
    from = to + 1;
  }
  if (start < text.length) segments.push(segment(inline, text, start, text.length));
  return segments;
}

/** An item, a cell or a heading as one segment. */
export function wholeSegment(inline: Inline): Segment {
  const text = maskedText(inline, { code: true });
  return segment(inline, text, 0, text.length);
}

function segment(inline: Inline, text: string, from: number, to: number): Segment {
  const tokens = dropQuoted(tokenize(text, from, to));
  const labelEnd = findLabelEnd(inline, tokens);
  const last = tokens.at(-1);
  const introduces = last !== undefined && isColon(last.word) && emphasisOnly.test(inline.text.slice(last.to, to));
  return { from, to, tokens, labelEnd, introduces };
}

/** Nothing but marks of emphasis. Matches ``, `**`, `** `; does not match `` `src/x.ts` ``. */
const emphasisOnly = /^[\s*_]*$/;

function isColon(word: string): boolean {
  return word === ':' || word === '：';
}

/** Is there bold text at the start of a line, signs aside? Matches `**Status**: x`, `✅ **Status**: x`; not `so **far**: x`. */
const markupStart = /^[^A-Za-z0-9*_]{0,6}(?:\*\*|__)/;

function startsWithMarkup(inline: Inline, from: number): boolean {
  return (
    markupStart.test(inline.text.slice(from, from + 12)) ||
    /^[A-Z][\w ]{1,30}: /.test(inline.text.slice(from, from + 34))
  );
}

/** The index of the colon, or of the dash after a bold start, that ends a label. */
function findLabelEnd(inline: Inline, tokens: readonly Token[]): number {
  const bold = inline.spans.find((span) => span.type === 'strong');
  for (let i = 1; i <= Math.min(longestLabel, tokens.length - 1); i++) {
    const token = tokens[i];
    if (token?.kind !== 'stop') continue;
    if (isColon(token.word)) return i;
    const dash = token.word === '–' || token.word === '—' || token.word === '-';
    if (dash && bold && bold.from <= (tokens[0]?.from ?? 0) && bold.to <= token.from) return i;
    if (token.word === '.' || token.word === '!' || token.word === '?' || token.word === ';') return 0;
  }
  return 0;
}

/** Words in quotation marks are somebody else's, unless there are no others. */
function dropQuoted(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => token.word === '"' || token.word === '“')) return tokens;
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (token.word === '"' || token.word === '“') {
      const end = closingQuote(tokens, i);
      if (end > i && !(i === 0 && end === tokens.length - 1)) {
        i = end;
        continue;
      }
    }
    kept.push(token);
  }
  return kept;
}

const longestQuote = 14;

function closingQuote(tokens: readonly Token[], from: number): number {
  for (let i = from + 1; i <= Math.min(from + longestQuote, tokens.length - 1); i++) {
    const word = tokens[i]?.word;
    if (word === '"' || word === '”') return i;
  }
  return -1;
}
