import type { ParsedDocument } from './document';
import { plainText } from './inlineText';

/** Characters that GitHub drops from a heading's anchor: all but letters, marks, digits, `_`, `-` and spaces. */
const DROPPED = /[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu;

/** GitHub's anchor of a heading's visible words. */
export function slugify(heading: string): string {
  return heading.trim().toLowerCase().replace(DROPPED, '').replaceAll(' ', '-');
}

/** Gives the anchors of a document's headings one after the other: `title`, `title-1`, `title-2`. */
export function createSlugger(): (heading: string) => string {
  const counts = new Map<string, number>();
  return (heading) => {
    const slug = slugify(heading);
    let unique = slug;
    let count = counts.get(slug) ?? 0;
    while (counts.has(unique)) unique = `${slug}-${String(++count)}`;
    counts.set(slug, count);
    counts.set(unique, counts.get(unique) ?? 0);
    return unique;
  };
}

/** The anchors of all headings of a document. */
export function slugsOfDocument(document: ParsedDocument): ReadonlySet<string> {
  const nextSlug = createSlugger();
  const slugs = new Set<string>();
  for (const { content } of document.sections) {
    if (content.heading !== undefined) slugs.add(nextSlug(plainText(content.heading.inline)));
  }
  return slugs;
}
