/** Finds what a reader can follow in a run of text. */
import type { Position } from 'vscode-languageserver-types';
import type { InlineSpan, Pointer } from './document';
import type { InlineMarkup } from './inlineMarkup';
import { WordScanner, type WordPart } from './wordScanner';
import { classifyDestination, classifyWords, isCommitHash, type PointerWords } from './pointerWords';

/** What is no file in a command: `-x`, `--out=x`, `$HOME`, `A=b`. */
const COMMAND_OPTION = /^[-$]|=/;
/** A word that is a definition's label: `[ref]: target`. */
const DEFINITION = /^[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]*(?:<([^>\n]*)>|(\S+))/gm;
/** Digits that may be a commit; they are one after {@link COMMIT_WORD}. */
const HEXADECIMAL = /\b[0-9a-f]{7,40}\b/g;
/** `commit `, `**Commit**: `, `SHA (`, `Commits: 3f2a1bc, `; not `committed `. */
const COMMIT_WORD = /\b(?:commits?|revision|sha)[\s:(#*_]*(?:[0-9a-f]{7,40}(?:,|\s|and)+)*$/i;
/** `PR 12`, `Pull request 7`; `PR #12` is found as `#12`. */
const NAMED_PULL_REQUEST = /\b(?:PR|[Pp]ull [Rr]equest) (\d{1,7})\b(?![.%]\d)/g;
/** Words after which `#1` is an issue even with one digit. */
const ISSUE_WORD =
  /(?:issues?|prs?|pull requests?|bugs?|tickets?|fix(?:e[sd])?|close[sd]?|resolve[sd]?|merge requests?|mrs?)[:\s(]*$/i;
/** Words after which `#12` counts something in the text itself. */
const COUNTED_WORD =
  /(?:phase|step|attempt|iteration|tests?|priority|risk|item|point|option|goal|rule|tasks?|page|section|figure|table|line|chapter|version|run|day|week|sprint|decision|lesson|no|number|requirement|mode|agent|colou?r|job|rank|top|case|scenario|round|batch|build|fm|question)[.:]?\s*$/i;

/** All pointers of a text, in order of their place. */
export function findPointers(text: string, markup: InlineMarkup, positionAt: (offset: number) => Position): Pointer[] {
  return new PointerFinder(text, markup, positionAt).find();
}

class PointerFinder {
  readonly #text: string;
  readonly #markup: InlineMarkup;
  readonly #positionAt: (offset: number) => Position;
  readonly #found: { readonly from: number; readonly pointer: Pointer }[] = [];
  /** Code, links, tags and comments: what stands in them are no plain words. Without overlaps, in order. */
  readonly #opaque: WordPart[] = [];

  readonly #plainWords: WordScanner;
  readonly #codeWords: WordScanner;

  constructor(text: string, markup: InlineMarkup, positionAt: (offset: number) => Position) {
    this.#text = text;
    this.#plainWords = new WordScanner(text);
    this.#codeWords = new WordScanner(text);
    this.#markup = markup;
    this.#positionAt = positionAt;
  }

  find(): Pointer[] {
    for (const span of this.#markup.spans) this.#addSpan(span);
    this.#addDefinitions();
    this.#addWords();
    this.#addMatches(HEXADECIMAL, 'commit');
    this.#addMatches(NAMED_PULL_REQUEST, 'issue');
    this.#found.sort((a, b) => a.from - b.from);
    // A definition's destination may also have been found as a word.
    return this.#found.filter(({ from }, index) => from !== this.#found[index - 1]?.from).map(({ pointer }) => pointer);
  }

  #addSpan(span: InlineSpan): void {
    const { type, from, to, innerFrom, innerTo } = span;
    if (type === 'strong' || type === 'emphasis' || type === 'strikethrough') return;
    const destination = this.#markup.destinations.get(span);
    if (destination !== undefined) this.#addWord(destination.from, destination.to, classifyDestination);
    // The words of a link are not looked at for pointers of their own.
    if (from < (this.#opaque.at(-1)?.to ?? 0)) return;
    this.#opaque.push({ from, to });
    if (type === 'autolink') this.#addWord(innerFrom, innerTo, classifyPlain);
    else if (type === 'code') this.#addCode(innerFrom, innerTo);
  }

  #addCode(innerFrom: number, innerTo: number): void {
    const code = this.#text.slice(innerFrom, innerTo);
    const words = code.trim();
    const from = innerFrom + code.length - code.trimStart().length;
    if (this.#addWord(from, from + words.length, classifyCode) || !/\s/.test(words)) return;
    // A command: the files it names can be followed.
    for (const part of this.#codeWords.between(innerFrom, innerTo)) {
      const word = this.#text.slice(part.from, part.to);
      if (!COMMAND_OPTION.test(word)) this.#addWord(part.from, part.to, classifyInCommand);
    }
  }

  /** Looks for pointers in the plain words between the opaque spans. */
  #addWords(): void {
    let from = 0;
    for (const opaque of this.#opaque) {
      this.#addWordsBetween(from, opaque.from);
      from = opaque.to;
    }
    this.#addWordsBetween(from, this.#text.length);
  }

  #addWordsBetween(from: number, to: number): void {
    for (const part of this.#plainWords.between(from, to)) {
      const pointer = classifyPlain(this.#text.slice(part.from, part.to));
      if (pointer === undefined) continue;
      const isIssue = pointer.form === 'issue' && this.#text.charAt(part.from) === '#';
      if (isIssue && !isIssueAfter(this.#text.slice(Math.max(0, part.from - 40), part.from), pointer.target)) continue;
      if (!this.#isInTemplate(part)) this.#add(pointer, part.from, part.to);
    }
  }

  /** `phase{N}.md`, `<name>.md`, `*.json`, `[phase].md`. */
  #isInTemplate({ from, to }: WordPart): boolean {
    const before = this.#text.charAt(from - 1);
    const after = this.#text.charAt(to);
    return (
      /[{}<>]/.test(before + after) ||
      (before === '*' && this.#text.charAt(from) === '.') ||
      (before === ']' && this.#text.charAt(from) === '.')
    );
  }

  #addMatches(pattern: RegExp, form: 'commit' | 'issue'): void {
    let opaque = 0;
    const beyond = this.#text.length + 1;
    for (const match of this.#text.matchAll(pattern)) {
      const to = match.index + match[0].length;
      const digits = match[1] ?? match[0];
      const from = to - digits.length;
      while ((this.#opaque[opaque]?.to ?? beyond) <= from) opaque++;
      if ((this.#opaque[opaque]?.from ?? beyond) < to) continue;
      if (
        form === 'commit' &&
        !(isCommitHash(digits) && COMMIT_WORD.test(this.#text.slice(Math.max(0, from - 100), from)))
      )
        continue;
      this.#add({ form, target: digits, fragment: undefined, lines: undefined }, from, to);
    }
  }

  #addDefinitions(): void {
    if (!this.#text.includes(']:')) return;
    for (const match of this.#text.matchAll(DEFINITION)) {
      const destination = match[1] ?? match[2] ?? '';
      const to = match.index + match[0].length - (match[1] === undefined ? 0 : 1);
      // `[Note]: words` defines nothing worth following.
      if (/[./#]/.test(destination)) this.#addWord(to - destination.length, to, classifyDestination);
    }
  }

  #addWord(from: number, to: number, classify: (words: string) => PointerWords | undefined): boolean {
    const pointer = classify(this.#text.slice(from, to));
    if (pointer !== undefined) this.#add(pointer, from, to);
    return pointer !== undefined;
  }

  #add({ form, target, fragment, lines }: PointerWords, from: number, to: number): void {
    const range = { start: this.#positionAt(from), end: this.#positionAt(to) };
    this.#found.push({ from, pointer: { form, target, fragment, lines, range } });
  }
}

function classifyPlain(words: string): PointerWords | undefined {
  return classifyWords(words, 'plain');
}

function classifyCode(words: string): PointerWords | undefined {
  return classifyWords(words, 'code');
}

function classifyInCommand(words: string): PointerWords | undefined {
  const pointer = classifyWords(words, 'plain');
  if (pointer?.form === 'issue') return undefined;
  return pointer?.form === 'plain-path' ? { ...pointer, form: 'code-path' } : pointer;
}

/** `#12` is an issue unless the words before it count something else; `#1` only if they say so. */
function isIssueAfter(before: string, number: string): boolean {
  if (ISSUE_WORD.test(before)) return true;
  const isLinked = before === '' || /[\s(,/]$/.test(before);
  return isLinked && number.length > 1 && number.length < 6 && !COUNTED_WORD.test(before);
}
