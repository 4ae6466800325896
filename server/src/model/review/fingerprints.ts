/** What tells whether a claim, and what it points to, are still those that a reviewer saw. */
import { sha256 } from './sha256';

/** Enough that nobody finds another text with the same one by trying. */
const DIGITS = 20;

/** Marks of Markdown that say nothing. */
const MARKUP = /[*_`~|]+/g;

/**
 * @param line of the document that the claim stands in: a cell says little without its row
 * @param words of the claim
 */
export function fingerprintClaim(line: string, words: string): string {
  return shorten(JSON.stringify([bare(line), bare(words)]));
}

/** What a claim points to, and what stands there. */
export interface SeenEvidence {
  /** As written, with its fragment. */
  readonly pointer: string;
  /** What became of it: `found`, `missing` … */
  readonly status: string;
  /** What stands there; undefined where it is not known. */
  readonly content: string | undefined;
}

/** The order of the pointers counts, as it does for a reader. */
export function fingerprintEvidence(evidence: readonly SeenEvidence[]): string {
  return shorten(JSON.stringify(evidence.map(({ pointer, status, content }) => [pointer, status, content ?? null])));
}

/** Of what a file, or the part that is pointed to, says. */
export function fingerprintContent(text: string): string {
  return shorten(text.replace(/\r\n?/g, '\n'));
}

function bare(text: string): string {
  return text.replace(MARKUP, ' ').replace(/\s+/g, ' ').trim();
}

function shorten(text: string): string {
  return sha256(text).slice(0, DIGITS);
}
