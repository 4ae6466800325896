/** A document that an editor holds: applies LSP changes and keeps the parsed form in step. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ParsedDocument } from '../syntax/document';
import { parseDocument } from '../syntax/parseDocument';
import { updateDocument } from '../syntax/updateDocument';
import type { ContentChange } from './service';

export class OpenDocument {
  /** Kept beside the parsed text because LSP positions count in the editor's text, CR and byte order mark included. */
  #text: TextDocument;
  #parsed: ParsedDocument;
  /** True while the editor's text is the parsed text, so that offsets need no translation. */
  #isPlain: boolean;

  constructor(text: string) {
    this.#text = TextDocument.create('', 'markdown', 0, text);
    this.#parsed = parseDocument(text);
    this.#isPlain = isPlain(text);
  }

  get parsed(): ParsedDocument {
    return this.#parsed;
  }

  apply(change: ContentChange): void {
    const { range, text } = change;
    const from = range ? this.#text.offsetAt(range.start) : 0;
    const to = range ? this.#text.offsetAt(range.end) : this.#parsed.text.length;
    this.#text = TextDocument.update(this.#text, [range ? { range, text } : { text }], 0);
    if (range && this.#isPlain && isPlain(text)) {
      this.#parsed = updateDocument(this.#parsed, { from, to: Math.max(from, to), insert: text });
      return;
    }
    // Texts with CR are rare in editors: find what changed by comparing, so that the rest is kept all the same.
    const next = this.#text.getText();
    this.#isPlain = isPlain(next);
    this.#parsed = updateDocument(this.#parsed, difference(this.#parsed.text, normalizeLines(next)));
  }
}

function isPlain(text: string): boolean {
  return !text.includes('\r') && !text.startsWith('\uFEFF');
}

function normalizeLines(text: string): string {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return body.replace(/\r\n?/g, '\n');
}

/** The one edit that turns `before` into `after`: what stands between their common beginning and end. */
function difference(before: string, after: string): { from: number; to: number; insert: string } {
  const shortest = Math.min(before.length, after.length);
  let from = 0;
  while (from < shortest && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < shortest - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
