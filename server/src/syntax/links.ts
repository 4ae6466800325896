/** Where a link's destination stands: the part of inline syntax after `]`. */

/** Longest destination or title that is looked for, and deepest nesting of its parentheses: bounds for hostile input. */
const MAX_LENGTH = 2000;
const MAX_PARENTHESES = 32;

/** `(destination "title")` after a link's text. */
export interface LinkTarget {
  /** The destination as written, without angle brackets. */
  readonly from: number;
  readonly to: number;
  /** Offset after the closing parenthesis. */
  readonly end: number;
}

/** Reads `(destination "title")` at an offset, if it stands there. */
export function readLinkTarget(text: string, open: number): LinkTarget | undefined {
  if (text.charAt(open) !== '(') return undefined;
  let at = skipSpace(text, open + 1);
  const destination = text.charAt(at) === '<' ? readBracketed(text, at) : readBare(text, at);
  if (destination === undefined) return undefined;
  const afterDestination = destination.end;
  at = skipSpace(text, afterDestination);
  if (at > afterDestination) {
    const titleEnd = readTitle(text, at);
    if (titleEnd !== undefined) at = skipSpace(text, titleEnd);
  }
  return text.charAt(at) === ')' ? { from: destination.from, to: destination.to, end: at + 1 } : undefined;
}

/** Offset after `[label]` at an offset, if it stands there. */
export function readLinkLabel(text: string, open: number): number | undefined {
  if (text.charAt(open) !== '[') return undefined;
  for (let at = open + 1; at < text.length && at < open + 1000; at++) {
    const character = text.charAt(at);
    if (character === ']') return at > open + 1 ? at + 1 : undefined;
    if (character === '[') return undefined;
    if (character === '\\') at++;
  }
  return undefined;
}

interface Destination {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

function readBracketed(text: string, open: number): Destination | undefined {
  const limit = Math.min(text.length, open + MAX_LENGTH);
  for (let at = open + 1; at < limit; at++) {
    const character = text.charAt(at);
    if (character === '>') return { from: open + 1, to: at, end: at + 1 };
    if (character === '<' || character === '\n') return undefined;
    if (character === '\\') at++;
  }
  return undefined;
}

function readBare(text: string, from: number): Destination | undefined {
  const limit = Math.min(text.length, from + MAX_LENGTH);
  let depth = 0;
  let at = from;
  for (; at < limit; at++) {
    const character = text.charAt(at);
    if (isSpace(character)) break;
    if (character === '(') {
      if (++depth > MAX_PARENTHESES) return undefined;
    } else if (character === ')') {
      if (depth === 0) break;
      depth--;
    } else if (character === '\\' && at + 1 < limit && !isSpace(text.charAt(at + 1))) at++;
  }
  return depth === 0 ? { from, to: at, end: at } : undefined;
}

function readTitle(text: string, open: number): number | undefined {
  const quote = text.charAt(open);
  if (quote !== '"' && quote !== "'" && quote !== '(') return undefined;
  const close = quote === '(' ? ')' : quote;
  const limit = Math.min(text.length, open + MAX_LENGTH);
  for (let at = open + 1; at < limit; at++) {
    const character = text.charAt(at);
    if (character === close) return at + 1;
    if (character === '(' && quote === '(') return undefined;
    if (character === '\\') at++;
  }
  return undefined;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charAt(at))) at++;
  return at;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n';
}
