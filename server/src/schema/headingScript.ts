/** In which letters a document is written: names of a schema in Latin letters say nothing of headings in others. */
import type { ParsedDocument, SectionContent } from '../syntax/document';
import { maskedText } from '../syntax/inlineText';

/** A letter of another alphabet or script than the Latin one. */
const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;

type Letters = 'latin' | 'other' | 'none';

const known = new WeakMap<SectionContent, Letters>();

/** Whether most headings are written in other letters than Latin ones. Names of code do not matter. */
export function hasForeignHeadings({ sections }: ParsedDocument): boolean {
  let balance = 0;
  for (const { content } of sections) {
    const letters = lettersOf(content);
    if (letters === 'other') balance++;
    else if (letters === 'latin') balance--;
  }
  return balance > 0;
}

function lettersOf(content: SectionContent): Letters {
  const kept = known.get(content);
  if (kept) return kept;
  const text = content.heading ? maskedText(content.heading.inline, { code: true }) : '';
  const letters = OTHER_LETTER.test(text) ? 'other' : /\p{L}/u.test(text) ? 'latin' : 'none';
  known.set(content, letters);
  return letters;
}
