/**
 * What a finding is recognised by in the next run. It must not move with the lines above it, and not change when other
 * findings of its section come or go; so it is made of rule, path and the text of the line, not of place and message.
 */
import { createHash } from 'node:crypto';
import type { CheckedDocument } from '../report';

/** @returns one for each finding of the document, in the same order; findings that are alike get different ones */
export function fingerprintFindings({ path, text, findings }: CheckedDocument): readonly string[] {
  const lines = (text ?? '').split(/\r\n|\r|\n/);
  const seen = new Map<string, number>();
  return findings.map(({ rule, range }) => {
    const words = (lines[range.start.line] ?? '').toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? [];
    const key = JSON.stringify([rule, path, words.join(' ')]);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return createHash('sha256').update(`${key}#${nth}`).digest('hex').slice(0, 32);
  });
}
