/** `*`, `_` and `~~` runs become spans by the delimiter algorithm of CommonMark, in linear time. */
import type { InlineSpan } from './document';

/** A run of `*`, `_` or `~` that may open or close emphasis. */
export interface Delimiter {
  readonly mark: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** Length of the whole run, before parts of it are used. */
  readonly length: number;
  from: number;
  to: number;
}

const PUNCTUATION = /[\p{P}\p{S}]/u;
const WHITE_SPACE = /\s/;

/** Reads the run of `mark` that begins at an offset. */
export function readDelimiter(text: string, from: number): Delimiter {
  const mark = text.charAt(from);
  let to = from + 1;
  while (text.charAt(to) === mark) to++;
  const before = characterBefore(text, from);
  const after = characterAfter(text, to);
  const spaceBefore = before === '' || WHITE_SPACE.test(before);
  const spaceAfter = after === '' || WHITE_SPACE.test(after);
  const punctuationBefore = PUNCTUATION.test(before);
  const punctuationAfter = PUNCTUATION.test(after);
  const leftFlanking = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore);
  const rightFlanking = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter);
  const isWordMark = mark === '_';
  return {
    mark,
    length: to - from,
    from,
    to,
    canOpen: leftFlanking && (!isWordMark || !rightFlanking || punctuationBefore),
    canClose: rightFlanking && (!isWordMark || !leftFlanking || punctuationAfter),
  };
}

/** Pairs the delimiters, which are in order of their place, and adds the spans they make. */
export function resolveEmphasis(delimiters: readonly Delimiter[], spans: InlineSpan[]): void {
  // Delimiters that may still open, and for each kind of closer the height below which none of them fits.
  const openers: Delimiter[] = [];
  const bottoms = new Map<string, number>();
  for (const closer of delimiters) {
    if (closer.canClose) closeWith(closer, openers, bottoms, spans);
    if (closer.canOpen && closer.to > closer.from) openers.push(closer);
  }
}

function closeWith(closer: Delimiter, openers: Delimiter[], bottoms: Map<string, number>, spans: InlineSpan[]): void {
  const kind = `${closer.mark}${closer.canOpen ? '+' : '-'}${String(closer.length % 3)}`;
  while (closer.to > closer.from) {
    const bottom = Math.min(bottoms.get(kind) ?? 0, openers.length);
    let index = openers.length - 1;
    while (index >= bottom && !matches(openers[index], closer)) index--;
    const opener = index >= bottom ? openers[index] : undefined;
    if (opener === undefined) {
      bottoms.set(kind, openers.length);
      return;
    }
    const used = closer.mark === '~' || (opener.to - opener.from >= 2 && closer.to - closer.from >= 2) ? 2 : 1;
    const type = closer.mark === '~' ? 'strikethrough' : used === 2 ? 'strong' : 'emphasis';
    opener.to -= used;
    spans.push({
      type,
      from: opener.to,
      to: closer.from + used,
      innerFrom: opener.to + used,
      innerTo: closer.from,
    });
    closer.from += used;
    // What stands between opener and closer cannot pair across them; a used up opener goes too.
    openers.length = opener.to > opener.from ? index + 1 : index;
    for (const [other, height] of bottoms) if (height > openers.length) bottoms.set(other, openers.length);
  }
}

function matches(opener: Delimiter | undefined, closer: Delimiter): boolean {
  if (opener?.mark !== closer.mark) return false;
  if (closer.mark === '~') return opener.length === closer.length;
  // The rule of three: `*a**b*` is not strong inside emphasis.
  const mayBeBoth = opener.canClose || closer.canOpen;
  return (
    !mayBeBoth || (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0)
  );
}

function characterBefore(text: string, offset: number): string {
  const unit = text.charCodeAt(offset - 1);
  return isLowSurrogate(unit) ? text.slice(offset - 2, offset) : text.slice(Math.max(0, offset - 1), offset);
}

function characterAfter(text: string, offset: number): string {
  return isLowSurrogate(text.charCodeAt(offset + 1)) ? text.slice(offset, offset + 2) : text.charAt(offset);
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
