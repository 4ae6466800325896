/** Finds what a reader can follow in a run of text. */
import type { Position } from 'vscode-languageserver-types';
import type { InlineSpan, Pointer } from './document';
import type { InlineMarkup } from './inlineMarkup';
import { maskAllButWords } from './inlineText';
import { classifyDestination, classifyWords, isCommitHash, type PointerWords } from './pointerWords';

/** A word: what stands between white space, brackets, quotes and commas. */
const WORD = /[^\s"'“”‘’<>()[\]{}|,;`*]+/g;
/** Only such words can be pointers: `x.md`, `docs/x`, `#12`, `@x`, `GH-1`. */
const MAYBE_POINTER = /[./#@]\S|^GH-\d/;
/** Punctuation that ends a sentence or a clause, not an address. */
const TRAILING = /[.,:;!?…]+$/;
/** A word that is a definition's label: `[ref]: target`. */
const DEFINITION = /^[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]*(?:<([^>\n]*)>|(\S+))/gm;
/** The word that makes hexadecimal digits a commit: `commit 3f2a1bc`, `Commit: 3f2a1bc`; group: the digits. */
const NAMED_COMMIT = /\b(?:commits?|revision|sha)\b[\s:(#]*([0-9a-f]{7,40})\b/gi;
/** `PR 12`, `pull request 7`; `PR #12` is found as `#12`. */
const NAMED_PULL_REQUEST = /\b(?:PR|pull request) (\d{1,7})\b(?![.%]\d)/gi;
/** Words after which `#1` is an issue even with one digit. */
const ISSUE_WORD =
  /(?:issues?|prs?|pull requests?|bugs?|tickets?|fix(?:e[sd])?|close[sd]?|resolve[sd]?|merge requests?|mrs?)[:\s(]*$/i;
/** Words after which `#12` counts something in the text itself. */
const COUNTED_WORD =
  /(?:phase|step|attempt|iteration|tests?|priority|risk|item|point|option|goal|rule|tasks?|page|section|figure|table|line|chapter|version|run|day|week|sprint|decision|lesson|no|number|requirement|mode|agent|colou?r|job|rank|top|case|scenario|round|batch|build|fm|question)[.:]?\s*$/i;

/** All pointers of a text, in order of their place. */
export function findPointers(text: string, markup: InlineMarkup, positionAt: (offset: number) => Position): Pointer[] {
  const finder = new PointerFinder(text, positionAt);
  for (const span of markup.spans) finder.addSpan(span, markup.destinations.get(span));
  finder.addWords(markup.spans);
  return finder.finish();
}

class PointerFinder {
  readonly #text: string;
  readonly #positionAt: (offset: number) => Position;
  readonly #found = new Map<number, Pointer>();
  /** End of the last link, whose words are not looked at for pointers of their own. */
  #linkEnd = 0;

  constructor(text: string, positionAt: (offset: number) => Position) {
    this.#text = text;
    this.#positionAt = positionAt;
  }

  addSpan(span: InlineSpan, destination: { readonly from: number; readonly to: number } | undefined): void {
    const { type, innerFrom, innerTo } = span;
    if (destination !== undefined) {
      this.#add(
        classifyDestination(this.#text.slice(destination.from, destination.to)),
        destination.from,
        destination.to,
      );
    }
    if (type === 'link' || type === 'image') this.#linkEnd = Math.max(this.#linkEnd, span.to);
    else if (type === 'autolink')
      this.#add(classifyWords(this.#text.slice(innerFrom, innerTo), 'plain'), innerFrom, innerTo);
    else if (type === 'code' && span.from >= this.#linkEnd) this.#addCode(innerFrom, innerTo);
  }

  /** Looks for pointers in the plain words between the spans. */
  addWords(spans: readonly InlineSpan[]): void {
    const text = spans.length === 0 ? this.#text : maskAllButWords(this.#text, spans);
    this.#addDefinitions(text);
    for (const match of text.matchAll(WORD)) {
      if (MAYBE_POINTER.test(match[0])) this.#addWord(text, match.index, match[0]);
    }
    this.#addNamed(text, NAMED_COMMIT, (digits) => (isCommitHash(digits.toLowerCase()) ? 'commit' : undefined));
    this.#addNamed(text, NAMED_PULL_REQUEST, () => 'issue');
  }

  finish(): Pointer[] {
    return [...this.#found].sort(([a], [b]) => a - b).map(([, pointer]) => pointer);
  }

  #addCode(innerFrom: number, innerTo: number): void {
    const code = this.#text.slice(innerFrom, innerTo);
    const words = code.trim();
    const from = innerFrom + code.length - code.trimStart().length;
    const whole = classifyWords(words, 'code');
    if (whole !== undefined) {
      this.#add(whole, from, from + words.length);
      return;
    }
    if (!/\s/.test(words)) return;
    // A command: the files it names can be followed.
    for (const match of code.matchAll(WORD)) {
      if (!MAYBE_POINTER.test(match[0]) || /^[-$]|=/.test(match[0])) continue;
      const pointer = classifyWords(match[0], 'plain');
      if (pointer === undefined || pointer.form === 'issue') continue;
      const start = innerFrom + match.index;
      this.#add(
        pointer.form === 'plain-path' ? { ...pointer, form: 'code-path' } : pointer,
        start,
        start + match[0].length,
      );
    }
  }

  #addWord(text: string, from: number, match: string): void {
    const word = match.replace(TRAILING, '');
    const pointer = classifyWords(word, 'plain');
    if (pointer === undefined) return;
    const before = text.slice(Math.max(0, from - 40), from);
    if (pointer.form === 'issue' && word.startsWith('#') && !isIssueAfter(before, pointer.target)) return;
    // Templates and calls: `phase{N}.md`, `<name>.md`, `read('x.md')`, `*.json`.
    const next = text.charAt(from + match.length);
    if (/[{<*]$/.test(before) || (before.endsWith('[') && next === ']') || /[{}<>*]/.test(before.slice(-1) + next))
      return;
    this.#add(pointer, from, from + word.length);
  }

  #addDefinitions(text: string): void {
    if (!text.includes(']:')) return;
    for (const match of text.matchAll(DEFINITION)) {
      const destination = match[1] ?? match[2] ?? '';
      const from = match.index + match[0].length - destination.length - (match[1] === undefined ? 0 : 1);
      // A path among words is found as such; here only what needs the definition to be seen as a destination.
      const pointer = classifyDestination(destination);
      if (pointer?.form === 'link' && !/[./#]/.test(destination)) continue;
      this.#add(pointer, from, from + destination.length);
    }
  }

  #addNamed(text: string, pattern: RegExp, formOf: (digits: string) => 'commit' | 'issue' | undefined): void {
    for (const match of text.matchAll(pattern)) {
      const digits = match[1] ?? '';
      const form = formOf(digits);
      const to = match.index + match[0].length;
      if (form !== undefined)
        this.#add({ form, target: digits, fragment: undefined, lines: undefined }, to - digits.length, to);
    }
  }

  #add(words: PointerWords | undefined, from: number, to: number): void {
    if (words === undefined || this.#found.has(from)) return;
    const range = { start: this.#positionAt(from), end: this.#positionAt(to) };
    this.#found.set(from, { ...words, range });
  }
}

/** `#12` is an issue unless the words before it count something else; `#1` only if they say so. */
function isIssueAfter(before: string, number: string): boolean {
  if (ISSUE_WORD.test(before)) return true;
  const isLinked = before === '' || /[\s(,/]$/.test(before);
  return isLinked && number.length > 1 && number.length < 6 && !COUNTED_WORD.test(before);
}
