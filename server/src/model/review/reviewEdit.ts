/**
 * Writes an answer into the text of a review. Only the lines of the reviewer's own answer to this claim are replaced:
 * answers of others, comments and the order stay as they are.
 */
import { Document, isMap } from 'yaml';
import type { TextEdit } from 'vscode-languageserver-types';
import type { ClaimAnswer } from '../../reviewProtocol';
import type { ReviewEntry, ReviewFile, ReviewFingerprint } from './reviewFile';

export interface NewAnswer {
  readonly claim: string;
  readonly section: string | undefined;
  readonly answer: ClaimAnswer;
  readonly note: string | undefined;
  readonly reviewer: string | undefined;
  readonly date: string | undefined;
  readonly fingerprint: ReviewFingerprint;
}

export type ReviewEdit = { readonly edits: readonly TextEdit[] } | { readonly problem: string };

/** @param documentName file name of the document, for the first line */
export function newReviewText(documentName: string, answer: NewAnswer): string {
  const header = `# Review of ${documentName.replace(/[\r\n]/g, ' ')}, kept by Phase Docs. Notes may be edited.\nversion: 1\nreviews:\n`;
  return header + entryLines(answer, 2);
}

/**
 * @param text of the review as it is
 * @param file the same, parsed
 * @param old what the reviewer answered before and now takes back; undefined for a first answer
 */
export function recordAnswer(
  text: string,
  file: ReviewFile,
  documentName: string,
  answer: NewAnswer,
  old: ReviewEntry | undefined,
): ReviewEdit {
  if (file.isBlank) return { edits: [insertion(text, lineCountOf(text), newReviewText(documentName, answer))] };
  const [problem] = file.problems;
  if (problem)
    return { problem: `The review has a mistake in line ${problem.range.start.line + 1}. Put it right first.` };
  if (!file.end) {
    if (file.entries.length === 0) return emptyList(text, answer);
    return { problem: 'The review is not written as a list with a dash for each answer. Rewrite it so first.' };
  }
  const lines = entryLines(answer, file.end.indent);
  if (!old) return { edits: [insertion(text, file.end.line, lines)] };
  const { from, to } = old.lines;
  const isLast = to >= lineCountOf(text) && !text.endsWith('\n');
  const end = isLast ? { line: to - 1, character: lineLength(text, to - 1) } : { line: to, character: 0 };
  const newText = isLast ? lines.slice(0, -1) : lines;
  return { edits: [{ range: { start: { line: from, character: 0 }, end }, newText }] };
}

/** `reviews:` without anything behind it, as a person may leave it. */
function emptyList(text: string, answer: NewAnswer): ReviewEdit {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => /^reviews:\s*(?:\[\s*\]\s*)?$/.test(each));
  if (line < 0) return { problem: 'The review has no list `reviews:` to add to.' };
  const range = { start: { line, character: 0 }, end: { line, character: lineLength(text, line) } };
  return { edits: [{ range, newText: `reviews:\n${entryLines(answer, 2).slice(0, -1)}` }] };
}

function insertion(text: string, line: number, newText: string): TextEdit {
  const last = lineCountOf(text) - 1;
  if (line <= last) return { range: at(line, 0), newText };
  const column = lineLength(text, last);
  return { range: at(last, column), newText: column > 0 ? `\n${newText}` : newText };
}

function at(line: number, character: number): TextEdit['range'] {
  return { start: { line, character }, end: { line, character } };
}

function lineCountOf(text: string): number {
  return text.split('\n').length;
}

function lineLength(text: string, line: number): number {
  return (text.split('\n')[line] ?? '').replace(/\r$/, '').length;
}

/** The answer as an item of a list, with a line end. */
function entryLines({ fingerprint, ...answer }: NewAnswer, indent: number): string {
  const known = Object.entries(answer).filter(([, value]) => value !== undefined && value !== '');
  const document = new Document({ ...Object.fromEntries(known), fingerprint });
  const shown = document.get('fingerprint');
  // One line for what is not for people.
  if (isMap(shown)) shown.flow = true;
  const yaml = document.toString({ lineWidth: 0 });
  const lines = yaml.trimEnd().split('\n');
  const pad = ' '.repeat(indent);
  return lines.map((line, i) => (line === '' ? '\n' : `${pad}${i === 0 ? '- ' : '  '}${line}\n`)).join('');
}
