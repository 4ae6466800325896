/** A document that an editor holds: applies LSP changes and keeps the parsed form in step. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ParsedDocument } from '../syntax/document';
import { parseForEditing } from '../syntax/parseDocument';
import { offsetAt } from '../syntax/positions';
import { updateDocument } from '../syntax/updateDocument';
import type { ContentChange } from './service';

export class OpenDocument {
  #parsed: ParsedDocument;
  /**
   * The editor's own text, only where it differs from the parsed one: with CR or a byte order mark, LSP positions do not
   * lead to the same offsets.
   */
  #original: TextDocument | undefined;

  constructor(text: string) {
    this.#parsed = parseForEditing(text);
    this.#original = isPlain(text) ? undefined : createTextDocument(text);
  }

  get parsed(): ParsedDocument {
    return this.#parsed;
  }

  apply({ range, text }: ContentChange): void {
    if (range && !this.#original && isPlain(text)) {
      const from = offsetAt(this.#parsed, range.start);
      const to = Math.max(from, offsetAt(this.#parsed, range.end));
      this.#parsed = updateDocument(this.#parsed, { from, to, insert: text });
      return;
    }
    const before = this.#original ?? createTextDocument(this.#parsed.text);
    const after = TextDocument.update(before, [range ? { range, text } : { text }], 0).getText();
    this.#original = isPlain(after) ? undefined : createTextDocument(after);
    // What changed is found by comparing, so that the rest is kept all the same.
    this.#parsed = updateDocument(this.#parsed, difference(this.#parsed.text, normalizeLines(after)));
  }
}

function createTextDocument(text: string): TextDocument {
  return TextDocument.create('', 'markdown', 0, text);
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
