import type { ParsedDocument } from './document';
import { parseDocument } from './parseDocument';
import { normalizeLineEnds } from './sourceLines';

/** Replaces `[from, to)` of `document.text` by `insert`. */
export interface DocumentEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The document after an edit. */
export function updateDocument(previous: ParsedDocument, { from, to, insert }: DocumentEdit): ParsedDocument {
  return parseDocument(previous.text.slice(0, from) + normalizeLineEnds(insert) + previous.text.slice(to));
}
