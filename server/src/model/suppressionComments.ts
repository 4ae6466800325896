/** Reads the comments that waive findings: `<!-- phase-docs-disable-next-line unsupported-claim -- counted by hand -->`. */
import type { Range } from 'vscode-languageserver-types';
import type { Block, Comment, ParsedDocument, Section, SectionContent } from '../syntax/document';
import { lineText, offsetAt, positionAt, rangeBetween, shiftRange } from '../syntax/positions';
import { walkBlocks } from '../syntax/walk';
import { nearest } from '../suggestion';

/** What stands after `phase-docs-`. */
export const suppressionForms = ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file'] as const;

export type SuppressionForm = (typeof suppressionForms)[number];

/** A comment that begins with `phase-docs-` and one of the {@link suppressionForms}, or nearly so. */
export interface SuppressionComment {
  /** Undefined for a misspelt one. */
  readonly form: SuppressionForm | undefined;
  /** The form as written, and where. */
  readonly word: NamedPlace;
  /** In the order written; not necessarily ids of rules. */
  readonly rules: readonly NamedPlace[];
  /** Undefined for none, or for one without a single letter. */
  readonly reason: string | undefined;
  readonly range: Range;
  /** The next line that is neither blank nor only such comments; it may lie behind the last one. */
  readonly nextLine: number;
}

export interface NamedPlace {
  readonly name: string;
  readonly range: Range;
}

/** `phase-docs-disable-line`; not `phase-docs:`, `phase-docs is`. */
const START = /^phase-docs-([a-z]+(?:-[a-z]+)*):?(?=[\s,]|$)/i;
/** ` -- `, ` — ` and `: ` before the reason; GitHub shows inline comments that hold `--`, so a colon will do. */
const SEPARATOR = /(?:^|\s)(?:--|—|–)(?=\s|$)|:(?=\s|$)/;
/** `counted by hand`; not `…`, `-`. */
const WORDS = /[\p{L}\p{N}]/u;
/** A line without text: empty, or the marks of a quote. */
const BLANK = /^[\s>]*$/;
/** What may stand around a comment that has a line to itself: also the mark of a list item. */
const ALONE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s*)?$/;

const known = new WeakMap<SectionContent, readonly SuppressionComment[]>();
const NONE: readonly SuppressionComment[] = [];

/** The suppression comments of a section; lines are relative to its first one. Read once while nothing in it changes. */
export function suppressionComments(document: ParsedDocument, section: Section): readonly SuppressionComment[] {
  const kept = known.get(section.content);
  if (kept) return kept;
  const comments = readComments(document, section);
  known.set(section.content, comments);
  return comments;
}

function readComments(document: ParsedDocument, section: Section): readonly SuppressionComment[] {
  const read = commentsOf(section).flatMap((comment) => readComment(document, section, comment) ?? []);
  return read.length === 0 ? NONE : findNextLines(document, section, read);
}

/** All comments of a section in order, those in code left out. */
function commentsOf(section: Section): readonly Comment[] {
  const comments = [...(section.content.heading?.inline.comments ?? [])];
  for (const { block, line } of walkBlocks({ ...section, line: 0 })) {
    for (const comment of commentsOfBlock(block)) comments.push({ ...comment, range: shiftRange(comment.range, line) });
  }
  return comments;
}

function commentsOfBlock(block: Block): readonly Comment[] {
  switch (block.type) {
    case 'html':
      return block.comments;
    case 'paragraph':
      return block.inline.comments;
    case 'item':
      return block.inline?.comments ?? [];
    case 'table':
      return [block.header, ...block.rows].flatMap((row) => row.cells.flatMap((cell) => cell.comments));
    default:
      return [];
  }
}

function readComment(
  document: ParsedDocument,
  { line }: Section,
  { text, range }: Comment,
): Omit<SuppressionComment, 'nextLine'> | undefined {
  const start = START.exec(text);
  const form = suppressionForms.find((candidate) => candidate === start?.[1]);
  // A word that is nothing like a form is somebody else's.
  if (!start?.[1] || (!form && nearest(start[1], suppressionForms) === undefined)) return undefined;
  const rest = text.slice(start[0].length);
  const separator = SEPARATOR.exec(rest);
  const names = separator ? rest.slice(0, separator.index) : rest;
  const words = separator ? rest.slice(separator.index + separator[0].length) : '';
  const wanted = [start[1], ...names.split(/[\s,>]+/).filter(Boolean)];
  const [word = { name: start[1], range }, ...rules] = findNames(document, line, range, wanted);
  return { form, word, rules, reason: WORDS.test(words) ? words.replace(/\s+/g, ' ').trim() : undefined, range };
}

/** Where the names stand. They follow each other, so each is looked for behind the one before. */
function findNames(
  document: ParsedDocument,
  sectionLine: number,
  { start }: Range,
  names: readonly string[],
): readonly NamedPlace[] {
  let from = offsetAt(document, { line: start.line + sectionLine, character: start.character });
  return names.map((name) => {
    const at = document.text.indexOf(name, from);
    from = at + name.length;
    return { name, range: rangeBetween(positionAt(document, at), positionAt(document, from), sectionLine) };
  });
}

/** From the last comment to the first, so that a pile of them is passed once. */
function findNextLines(
  document: ParsedDocument,
  { line: sectionLine, content }: Section,
  comments: readonly Omit<SuppressionComment, 'nextLine'>[],
): readonly SuppressionComment[] {
  const byLine = groupByLine(comments);
  const found = new Map<Omit<SuppressionComment, 'nextLine'>, number>();
  const findNextLine = (after: number): number => {
    for (let line = after + 1; line < content.lineCount; line++) {
      const text = lineText(document, sectionLine + line);
      const here = byLine.get(line);
      const last = here?.at(-1);
      if (!here || !last) {
        if (!BLANK.test(text)) return line;
      } else if (ALONE.test(textAround(text, line, here))) return found.get(last) ?? findNextLine(last.range.end.line);
      else return line;
    }
    // The next section begins with its heading.
    return content.lineCount;
  };
  for (const comment of [...comments].reverse()) found.set(comment, findNextLine(comment.range.end.line));
  return comments.map((comment) => ({ ...comment, nextLine: found.get(comment) ?? content.lineCount }));
}

function groupByLine<T extends { readonly range: Range }>(comments: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const byLine = new Map<number, T[]>();
  for (const comment of comments) {
    for (let line = comment.range.start.line; line <= comment.range.end.line; line++) {
      const here = byLine.get(line);
      if (here) here.push(comment);
      else byLine.set(line, [comment]);
    }
  }
  return byLine;
}

/** What a line holds besides the comments. */
function textAround(text: string, line: number, comments: readonly { readonly range: Range }[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of comments.map(({ range }) => range)) {
    if (start.line === line) kept += text.slice(at, start.character);
    at = end.line === line ? end.character : text.length;
  }
  return kept + text.slice(at);
}
