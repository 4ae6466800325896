/** Inline markup of one run of text. Every character is looked at a bounded number of times. */
import type { InlineSpan } from './document';
import { readDelimiter, resolveEmphasis, type Delimiter } from './emphasis';
import { readLinkLabel, readLinkTarget } from './links';

/** The marked-up parts of a text and where links lead. */
export interface InlineMarkup {
  /** In order of their start; nested spans follow the one that contains them. */
  readonly spans: readonly InlineSpan[];
  /** The destination of each link and image that has one, as offsets. */
  readonly destinations: ReadonlyMap<InlineSpan, { readonly from: number; readonly to: number }>;
}

/** A character that may begin or end markup. */
const MARKUP = /[\\`*_~[\]!<]/g;
/** `<https://example.org>`, `<a.b@c.de>`; not `<b>`. */
const AUTOLINK = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9][A-Za-z0-9.-]*)>/y;
/** `<b class="x">`, `</td>`, `<br/>`; not `<5 minutes`. */
const TAG =
  /<(?:\/[A-Za-z][\w-]*\s*|[A-Za-z][\w-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>/y;
const ESCAPABLE = /[!-/:-@[-`{-~]/;

interface Bracket {
  readonly from: number;
  readonly isImage: boolean;
  /** How many delimiters there were before it. */
  readonly delimiterCount: number;
}

/** Finds code, emphasis, links, images, autolinks, tags and comments. */
export function findMarkup(text: string): InlineMarkup {
  return new MarkupScanner(text).scan();
}

class MarkupScanner {
  readonly #text: string;
  readonly #spans: InlineSpan[] = [];
  readonly #destinations = new Map<InlineSpan, { readonly from: number; readonly to: number }>();
  readonly #delimiters: Delimiter[] = [];
  readonly #brackets: Bracket[] = [];
  /** Brackets below this height cannot open a link, because one was found inside them. */
  #closedBrackets = 0;
  /** Start offsets of all backtick runs by length, in order; found when first needed. */
  #backtickRuns: Map<number, number[]> | undefined;
  #hasCommentEnd = true;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): InlineMarkup {
    MARKUP.lastIndex = 0;
    for (let at = this.#next(0); at >= 0;) at = this.#next(this.#read(at));
    resolveEmphasis(this.#delimiters, this.#spans);
    if (this.#spans.length > 1) this.#spans.sort((a, b) => a.from - b.from || b.to - a.to);
    return { spans: this.#spans, destinations: this.#destinations };
  }

  #next(from: number): number {
    MARKUP.lastIndex = from;
    return MARKUP.exec(this.#text)?.index ?? -1;
  }

  /** Reads what begins at an offset; returns where to go on. */
  #read(at: number): number {
    const text = this.#text;
    switch (text.charAt(at)) {
      case '\\':
        return ESCAPABLE.test(text.charAt(at + 1)) ? at + 2 : at + 1;
      case '`':
        return this.#readCode(at);
      case '<':
        return this.#readAngle(at);
      case '!':
        if (text.charAt(at + 1) !== '[') return at + 1;
        this.#brackets.push({ from: at, isImage: true, delimiterCount: this.#delimiters.length });
        return at + 2;
      case '[':
        this.#brackets.push({ from: at, isImage: false, delimiterCount: this.#delimiters.length });
        return at + 1;
      case ']':
        return this.#readLinkEnd(at);
      default: {
        const delimiter = readDelimiter(text, at);
        const { to, mark } = delimiter;
        // One tilde is "about", as in ~95%.
        if (mark !== '~' || delimiter.length === 2) this.#delimiters.push(delimiter);
        return to;
      }
    }
  }

  #readCode(from: number): number {
    const text = this.#text;
    let innerFrom = from;
    while (text.charAt(innerFrom) === '`') innerFrom++;
    const length = innerFrom - from;
    const close = this.#closingRun(length, innerFrom);
    if (close === undefined) return innerFrom;
    this.#spans.push({ type: 'code', from, to: close + length, innerFrom, innerTo: close });
    return close + length;
  }

  /** The next run of exactly `length` backticks. Callers come with growing offsets, so earlier runs are dropped. */
  #closingRun(length: number, from: number): number | undefined {
    this.#backtickRuns ??= findBacktickRuns(this.#text);
    const runs = this.#backtickRuns.get(length);
    if (runs === undefined) return undefined;
    while ((runs.at(-1) ?? from) < from) runs.pop();
    return runs.at(-1);
  }

  #readAngle(from: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', from)) {
      const close = this.#hasCommentEnd ? text.indexOf('-->', from + 2) : -1;
      if (close < 0) {
        this.#hasCommentEnd = false;
        return from + 4;
      }
      const to = close + 3;
      this.#spans.push({ type: 'comment', from, to, innerFrom: from + 4, innerTo: Math.max(from + 4, close) });
      return to;
    }
    AUTOLINK.lastIndex = from;
    const autolink = AUTOLINK.exec(text);
    if (autolink !== null) {
      const to = from + autolink[0].length;
      this.#spans.push({ type: 'autolink', from, to, innerFrom: from + 1, innerTo: to - 1 });
      return to;
    }
    TAG.lastIndex = from;
    const tag = TAG.exec(text);
    if (tag === null) return from + 1;
    const to = from + tag[0].length;
    this.#spans.push({ type: 'html', from, to, innerFrom: from + 1, innerTo: to - 1 });
    return to;
  }

  #readLinkEnd(at: number): number {
    const bracket = this.#brackets.pop();
    if (bracket === undefined) return at + 1;
    const height = this.#brackets.length;
    const isClosed = !bracket.isImage && height < this.#closedBrackets;
    this.#closedBrackets = Math.min(this.#closedBrackets, height);
    if (isClosed) return at + 1;
    const target = readLinkTarget(this.#text, at + 1);
    const labelEnd = target === undefined ? this.#labelEnd(bracket, at + 1) : undefined;
    const to = target?.end ?? labelEnd;
    if (to === undefined) return at + 1;
    const innerFrom = bracket.from + (bracket.isImage ? 2 : 1);
    const span: InlineSpan = {
      type: bracket.isImage ? 'image' : 'link',
      from: bracket.from,
      to,
      innerFrom,
      innerTo: at,
    };
    this.#spans.push(span);
    if (target !== undefined) this.#destinations.set(span, { from: target.from, to: target.to });
    resolveEmphasis(this.#delimiters.splice(bracket.delimiterCount), this.#spans);
    if (!bracket.isImage) this.#closedBrackets = height;
    return to;
  }

  /** The end of `[text][label]`; `array[0][1]` is no link. */
  #labelEnd(bracket: Bracket, from: number): number | undefined {
    const before = bracket.from === 0 ? '' : this.#text.charAt(bracket.from - 1);
    return /\w/.test(before) ? undefined : readLinkLabel(this.#text, from);
  }
}

/** Start offsets of backtick runs by length, last one first. */
function findBacktickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let from = text.indexOf('`'); from >= 0;) {
    let to = from + 1;
    while (text.charCodeAt(to) === 0x60) to++;
    const sameLength = runs.get(to - from);
    if (sameLength === undefined) runs.set(to - from, [from]);
    else sameLength.push(from);
    from = text.indexOf('`', to);
  }
  for (const starts of runs.values()) starts.reverse();
  return runs;
}
