/**
 * What a finding is recognised by in the next run. It must not move with the lines above it, and not change when other
 * findings of its section come or go; so it is made of rule, path and the text of the line, not of place and message.
 */
import { createHash } from 'node:crypto';
import type { CheckedDocument, ReportedFinding } from '../report';

/** Longer lines are known by their hash. */
const LONG_LINE = 2000;

/** @returns one for each finding of the document, in the same order; findings that are alike get different ones */
export function fingerprintFindings(
  { path, text }: CheckedDocument,
  findings: readonly ReportedFinding[],
): readonly string[] {
  const lines = (text ?? '').split(/\r\n|\r|\n/);
  const seen = new Map<string, number>();
  // Once for each line: a line may be long and hold thousands of findings.
  const wordsOfLine = new Map<number, string>();
  const wordsOf = (line: number): string => {
    let words = wordsOfLine.get(line);
    if (words === undefined) {
      words = shorten(((lines[line] ?? '').toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? []).join(' '));
      wordsOfLine.set(line, words);
    }
    return words;
  };
  return findings.map(({ rule, range }) => {
    const key = JSON.stringify([rule, path, wordsOf(range.start.line)]);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return hash(`${key}#${nth}`).slice(0, 32);
  });
}

function shorten(words: string): string {
  return words.length > LONG_LINE ? hash(words) : words;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
