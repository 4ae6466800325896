import type { Range } from 'vscode-languageserver-types';
import type { Comment, Inline } from './document';
import { commentAt } from './comments';
import { findMarkup, type InlineMarkup } from './inlineMarkup';
import { findPointers } from './pointers';
import { positionsIn } from './positions';

/** Without one of these a text has neither markup nor pointers. */
const MARKUP_OR_POINTER = /[`*_~[\]<#/@]|\.\w|GH-|PR |[Rr]equest \d|[0-9a-f]{7}/;
const MARKUP = /[`*_~[\]<]/;
const NO_MARKUP: InlineMarkup = { spans: [], destinations: new Map() };

/** Shared by the many inlines without markup. */
export const EMPTY_INLINE_PARTS = {
  spans: [],
  pointers: [],
  comments: [],
} as const satisfies Omit<Inline, 'range' | 'text'>;

/** Parses a run of text that stands at `range`. */
export function parseInline(text: string, range: Range): Inline {
  if (!MARKUP_OR_POINTER.test(text)) return { range, text, ...EMPTY_INLINE_PARTS };
  const markup = MARKUP.test(text) ? findMarkup(text) : NO_MARKUP;
  const positionAt = positionsIn(text, range.start);
  const comments: Comment[] = [];
  for (const { type, from, to } of markup.spans) {
    if (type === 'comment') comments.push(commentAt(text, positionAt, from, to));
  }
  return { range, text, spans: markup.spans, pointers: findPointers(text, markup, positionAt), comments };
}
