/** How the values of a document are read for its schema: statuses with the team's own words, and what can be followed. */
import type { ValueReader } from '../schema/conditions';
import { parseDocument } from '../syntax/parseDocument';
import { walkDocument } from '../syntax/walk';
import { classifyStatus } from './claims/statusWords';
import type { ClaimVocabulary } from './claims/vocabulary';
import { pointersOf } from './documentFacts';

const readers = new WeakMap<ClaimVocabulary, ValueReader>();
const defaultReader = createReader(undefined);

/** The same object for the same words, so that answers can be kept under it. */
export function valueReaderFor(words: ClaimVocabulary | undefined): ValueReader {
  if (!words) return defaultReader;
  const known = readers.get(words) ?? createReader(words);
  readers.set(words, known);
  return known;
}

function createReader(words: ClaimVocabulary | undefined): ValueReader {
  return {
    statusOf: (text) => classifyStatus(text, words),
    hasPointer: (text) => [...walkDocument(parseDocument(text))].some(({ block }) => pointersOf(block).length > 0),
  };
}
