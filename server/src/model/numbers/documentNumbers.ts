/** The numbers of a whole document that contradict each other. */
import type { ParsedDocument } from '../../syntax/document';
import { shiftConflict, type NumberConflict } from './conflict';
import { frontMatterConflicts } from './frontMatterNumbers';
import { sectionNumbers } from './sectionNumbers';
import { wholeConflicts } from './wholeAndParts';

/** All conflicts of a document; ranges are absolute. */
export function* documentConflicts(document: ParsedDocument): Iterable<NumberConflict> {
  if (document.frontMatter) yield* frontMatterConflicts(document.frontMatter);
  for (const { content, line } of document.sections) {
    for (const conflict of sectionNumbers(content).conflicts) yield shiftConflict(conflict, line);
  }
  yield* wholeConflicts(document);
}
