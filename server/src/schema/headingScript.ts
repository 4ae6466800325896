/** In which letters a document is written: names of a schema in Latin letters say nothing of headings in others. */
import type { ParsedDocument, SectionContent } from '../syntax/document';
import { plainText } from '../syntax/inlineText';

/** A letter of another alphabet or script than the Latin one. */
const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;

const known = new WeakMap<SectionContent, boolean>();

/** Whether most headings are written in other letters than Latin ones. Paths and names in them do not matter. */
export function hasForeignHeadings({ sections }: ParsedDocument): boolean {
  let headings = 0;
  let foreign = 0;
  for (const { content } of sections) {
    if (!content.heading) continue;
    headings++;
    if (isForeign(content)) foreign++;
  }
  return foreign * 2 > headings;
}

function isForeign(content: SectionContent): boolean {
  const kept = known.get(content);
  if (kept !== undefined) return kept;
  const foreign = content.heading !== undefined && OTHER_LETTER.test(plainText(content.heading.inline));
  known.set(content, foreign);
  return foreign;
}
