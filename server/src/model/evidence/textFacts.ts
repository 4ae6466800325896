/** What has to be known of a file that is evidence by its words, not by what it measures. */
import { parseDocument } from '../../syntax/parseDocument';
import { findClaims } from '../claims/findClaims';
import { baselessKeys } from '../claims/baselessKeys';

export interface TextFacts {
  readonly isEmpty: boolean;
  /** Undefined where nobody has counted. */
  readonly lines: number | undefined;
  /** Keys of the strong claims of a document that offer nothing to follow; empty for what is no document. */
  readonly baselessClaims: ReadonlySet<string>;
}

/** Files whose words are the evidence; of others only lines are looked for. */
const WORDS = /\.(?:log|txt|out|md|markdown)$/i;

export function isTextPath(path: string): boolean {
  return WORDS.test(path);
}

const NOTHING: ReadonlySet<string> = new Set();
const DOCUMENT = /\.(?:md|markdown)$/i;
/** Longer documents are evidence by their length alone. */
const LONGEST_DOCUMENT = 1024 * 1024;

/** @param text undefined: it cannot be read as text */
export function readText(path: string, text: string | undefined): TextFacts {
  if (text === undefined) return { isEmpty: false, lines: undefined, baselessClaims: NOTHING };
  const isParsed = DOCUMENT.test(path) && text.length <= LONGEST_DOCUMENT;
  const baselessClaims = isParsed ? baselessKeys(findClaims(parseDocument(text), { kind: 'other' })) : NOTHING;
  const lines = text.split(/\r\n|\r|\n/);
  return {
    isEmpty: lines.every((line) => line.trim() === ''),
    lines: lines.at(-1) === '' ? lines.length - 1 : lines.length,
    baselessClaims,
  };
}
