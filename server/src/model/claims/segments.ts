/** Cuts the text of a paragraph, item, cell or heading into lines of one label each, split into tokens. */
import type { Inline } from '../../syntax/document';
import { maskedText } from '../../syntax/inlineText';
import { markAt } from './marks';
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
  return cutAtLabels(inline, false);
}

/** The segments of an item's text: lines without a label go on with the line before. */
export function itemSegments(inline: Inline): readonly Segment[] {
  return cutAtLabels(inline, true);
}

function cutAtLabels(inline: Inline, goesOn: boolean): readonly Segment[] {
  const text = maskedText(inline, { code: true });
  if (!text.includes('\n')) return [segment(inline, text, 0, text.length)];
  const starts: number[] = [0];
  for (let from = 0; from < text.length;) {
    const lineBreak = text.indexOf('\n', from);
    const to = lineBreak < 0 ? text.length : lineBreak;
    const labelled = startsWithLabel(inline, from);
    if (from > 0 && (labelled || startsWithSign(text, from))) starts.push(from);
    // A field of a paragraph is one line; so is what a hard line break ends.
    if ((labelled && !goesOn) || inline.text.endsWith('  ', to) || inline.text.endsWith('\\', to)) starts.push(to + 1);
    from = to + 1;
  }
  return [...new Set(starts)]
    .map((from, i, cuts) => segment(inline, text, from, cuts[i + 1] ?? text.length))
    .filter(({ tokens }) => tokens.length > 0);
}

/** A line that begins with `✅`, `❌` and the like stands for itself. */
function startsWithSign(text: string, from: number): boolean {
  let at = from;
  while (text[at] === ' ') at++;
  const found = markAt(text, at);
  return found !== undefined && found.mark !== 'decoration';
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

/** A label at the start of a line. Matches `**Status**: x`, `✅ **Status:** x`, `Status: x`; does not match `so **far**: x`. */
const labelStart =
  /^[^A-Za-z0-9*_]{0,6}(?:(?:\*\*|__)[^*\n]{1,80}(?::(?:\*\*|__)|(?:\*\*|__) ?:)|[*_]{0,2}[A-Z\u3040-\u30ff\u3400-\u9fff][\w \u3040-\u30ff\u3400-\u9fff]{1,30}[:：]\s)/;

function startsWithLabel(inline: Inline, from: number): boolean {
  return labelStart.test(inline.text.slice(from, from + 100));
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
