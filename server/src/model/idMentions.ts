/** Where a text names ids of decisions, requirements and tasks. Whether anything gives such an id is another question. */
import type { Position } from 'vscode-languageserver-types';
import type { Inline } from '../syntax/document';
import { positionInInline } from '../syntax/positions';

/** A place that names an id. Positions count from the section's first line, or from where the caller says. */
export interface IdMention {
  readonly id: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /**
   * `FR-1 to FR-4`: `end` of its first and last id, `inside` of those that nobody wrote out. Their place is that of the
   * first one.
   */
  readonly range?: 'end' | 'inside';
}

/** `PD-001`, `FR-3`, `R1`, `D1.1`; not `v1`, `docs/FR-3`, `FR-3_notes`, `PD-001-use-one-queue`, `SHA-256x`. */
const ID = /(?<![\p{L}\p{N}_/.-])([A-Z]{1,6}-?)(\d{1,4}(?:\.\d{1,3})*)(?![\p{L}\p{N}_/]|-[\p{Ll}\p{N}])/gu;
/** Most texts name none: this is all that they cost. */
const PERHAPS = /[A-Z]-?\d/;
const ONLY_ID = /^[A-Z]{1,6}-?\d{1,4}(?:\.\d{1,3})*$/;
const RANGE = /^\s{0,3}(?:[-–—]|to|through)\s{0,3}$/;
/** More than that is no list of requirements. */
const LONGEST_RANGE = 100;

/** Whether words are one id and nothing else. */
export function isId(words: string): boolean {
  return ONLY_ID.test(words);
}

/** @param line of the inline's origin; added to the lines of what is found */
export function idMentions(inline: Inline, line: number): readonly IdMention[] {
  const { text, pointers } = inline;
  if (!PERHAPS.test(text)) return [];
  const found: IdMention[] = [];
  let before:
    { readonly prefix: string; readonly number: string; readonly end: number; readonly at: number } | undefined;
  let pointer = 0;
  for (const match of text.matchAll(ID)) {
    const [id, prefix = '', number = ''] = match;
    const place = positionInInline(inline, match.index);
    // The id in a path is a part of a name. Pointers and ids both come in their order.
    while (isBefore(pointers[pointer]?.range.end, place)) pointer++;
    const next = pointers[pointer]?.range;
    if (next && !startsAfter(next.start, place)) continue;
    const mention = { id, line: place.line + line, from: place.character, to: place.character + id.length };
    const first = before && found[before.at];
    if (first && before?.prefix === prefix && RANGE.test(text.slice(before.end, match.index))) {
      found[before.at] = { ...first, range: 'end' };
      for (const between of numbersBetween(before.number, number))
        found.push({ ...first, id: prefix + between, range: 'inside' });
      found.push({ ...mention, range: 'end' });
    } else found.push(mention);
    before = { prefix, number, end: match.index + id.length, at: found.length - 1 };
  }
  return found;
}

/** Whether something ends where the other begins, or earlier. */
function isBefore(end: Position | undefined, start: Position): boolean {
  return end !== undefined && (end.line < start.line || (end.line === start.line && end.character <= start.character));
}

function startsAfter(start: Position, place: Position): boolean {
  return start.line > place.line || (start.line === place.line && start.character > place.character);
}

/** `FR-3` and `FR-4` of `FR-2 to FR-5`: numbers as they are written. */
export function* numbersBetween(first: string, last: string): Iterable<string> {
  const from = Number(first);
  const to = Number(last);
  if (!Number.isInteger(from) || !Number.isInteger(to) || to - from > LONGEST_RANGE) return;
  for (let number = from + 1; number < to; number++) yield String(number).padStart(first.length, '0');
}
