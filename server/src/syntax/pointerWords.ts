/** What a single word, or all that a code span holds, points to. */
import type { PointerForm } from './document';
import { looksLikePath, type PathContext } from './pathShape';

/** A pointer whose place is not known yet. */
export interface PointerWords {
  readonly form: PointerForm;
  readonly target: string;
  readonly fragment: string | undefined;
  readonly lines: { readonly from: number; readonly to: number } | undefined;
}

/** `:12`, `:12-20`, `:12:5` after a path. */
const LINE_SUFFIX = /:(\d{1,7})(?:[-–](\d{1,7})|:\d+)?$/;
/** `L10`, `L10-L20`, `L10-20`, `L10C2-L20C4` after `#`. */
const LINE_FRAGMENT = /^L(\d{1,7})(?:C\d+)?(?:[-–]L?(\d{1,7})(?:C\d+)?)?$/;
/** `3f2a1bc`, at least one digit and one letter, or 40 digits; not `1234567`, `deadbee` or `2025-01-02`. */
const COMMIT = /^(?:(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,39}|[0-9a-f]{40})$/;
/** `tests/test_x.py::TestC::test_y[case-1]`. */
const PYTEST_ID = /^([^\s:]+\.\w+)::(\S+)$/;
/** `tests/x.spec.ts > suite > name`. */
const SPEC_ID = /^(\S+\.[cm]?[jt]sx?) (?:>|›) (.+)$/;
const WEB_ADDRESS = /^https?:\/\/[^\s/]/i;
/** `#123`, `GH-123`, `owner/name#123`; groups: repository, number. */
const ISSUE = /^(?:([\w.-]+\/[\w.-]+)?#|GH-)(\d{1,7})$/;

/** The pointer that `words` are, if they are one. */
export function classifyWords(words: string, context: PathContext): PointerWords | undefined {
  if (WEB_ADDRESS.test(words)) return isPlaceholderAddress(words) ? undefined : splitFragment('url', words);
  if (context === 'code' && COMMIT.test(words)) return pointerWords('commit', words);
  const issue = ISSUE.exec(words);
  if (issue !== null) return classifyIssue(words, issue[1], issue[2] ?? '', context);
  return classifyTestId(words, context) ?? classifyPath(words, context);
}

/** A destination of a Markdown link or image; other schemes than http are not followed. */
export function classifyDestination(destination: string): PointerWords | undefined {
  if (destination === '') return undefined;
  if (WEB_ADDRESS.test(destination)) return splitFragment('url', destination);
  // `mailto:`, `vscode:`, `file:`; a Windows drive letter is no scheme.
  if (/^[a-z][a-z0-9+.-]+:/i.test(destination) || destination.startsWith('//')) return undefined;
  const pointer = splitFragment('link', destination);
  if (pointer.lines !== undefined) return pointer;
  const suffix = LINE_SUFFIX.exec(pointer.target);
  if (suffix === null || pointer.fragment !== undefined) return pointer;
  return { ...pointer, target: pointer.target.slice(0, suffix.index), lines: readLines(suffix) };
}

/** Whether words are a commit hash. */
export function isCommitHash(words: string): boolean {
  return COMMIT.test(words);
}

function classifyIssue(
  words: string,
  repository: string | undefined,
  number: string,
  context: PathContext,
): PointerWords | undefined {
  if (repository !== undefined) return pointerWords('issue', words);
  // In code `#1` is rather a comment or a colour; plain ones are judged with the words before them.
  if (words.startsWith('#') && context === 'code' && number.length !== 2 && number.length !== 4) return undefined;
  return pointerWords('issue', number);
}

function classifyTestId(words: string, context: PathContext): PointerWords | undefined {
  const pytest = words.includes('::') ? PYTEST_ID.exec(words) : null;
  if (pytest !== null) return looksLikePath(pytest[1] ?? '', 'code') ? pointerWords('test-id', words) : undefined;
  if (context === 'plain') return undefined;
  const spec = words.includes(' ') ? SPEC_ID.exec(words) : null;
  return spec !== null && looksLikePath(spec[1] ?? '', 'code') ? pointerWords('test-id', words) : undefined;
}

function classifyPath(words: string, context: PathContext): PointerWords | undefined {
  const isAtPath = words.startsWith('@');
  const pointer = splitFragment(isAtPath ? 'at-path' : `${context}-path`, isAtPath ? words.slice(1) : words);
  const suffix = pointer.fragment === undefined ? LINE_SUFFIX.exec(pointer.target) : null;
  const target = suffix === null ? pointer.target : pointer.target.slice(0, suffix.index);
  if (!(isAtPath ? looksLikeAtPath(target) : looksLikePath(target, context))) return undefined;
  return suffix === null ? pointer : { ...pointer, target, lines: readLines(suffix) };
}

/** After `@`, a package `scope/name`, a mention and a decorator are not paths. */
function looksLikeAtPath(target: string): boolean {
  if (looksLikePath(target, 'plain')) return true;
  if (!target.includes('/') || target.startsWith('/')) return false;
  return (
    (target.endsWith('/') || target.split('/').length > 2) && looksLikePath(`${target.replace(/\/$/, '')}/`, 'code')
  );
}

function splitFragment(form: PointerForm, words: string): PointerWords {
  const hash = words.indexOf('#');
  if (hash < 0) return pointerWords(form, words);
  const fragment = words.slice(hash + 1);
  const match = LINE_FRAGMENT.exec(fragment);
  return { form, target: words.slice(0, hash), fragment, lines: match === null ? undefined : readLines(match) };
}

function readLines(match: RegExpExecArray): { from: number; to: number } {
  const from = Number(match[1]);
  return { from, to: match[2] === undefined ? from : Number(match[2]) };
}

function pointerWords(form: PointerForm, target: string): PointerWords {
  return { form, target, fragment: undefined, lines: undefined };
}

/** `https://<host>/x`, `https://{env}.example.com`. */
function isPlaceholderAddress(words: string): boolean {
  return /[<>{}]|\.\.\.|…/.test(words);
}
