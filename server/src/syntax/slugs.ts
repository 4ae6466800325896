import type { Heading, ParsedDocument } from './document';
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

/** The headings that a set of anchors was made from. */
const sources = new WeakMap<ReadonlySet<string>, readonly Heading[]>();

/**
 * The anchors of all headings of a document.
 *
 * @param previous the anchors of the version before; given back if no heading has changed since, which is what most
 *   keystrokes leave behind
 */
export function slugsOfDocument(document: ParsedDocument, previous?: ReadonlySet<string>): ReadonlySet<string> {
  const headings: Heading[] = [];
  for (const { content } of document.sections) if (content.heading) headings.push(content.heading);
  if (previous && areSame(sources.get(previous), headings)) return previous;
  const nextSlug = createSlugger();
  const slugs = new Set(headings.map((heading) => nextSlug(plainText(heading.inline))));
  sources.set(slugs, headings);
  return slugs;
}

/** The anchor of each heading with the index of its section, in order. */
export function sectionSlugs({ sections }: ParsedDocument): readonly (readonly [index: number, slug: string])[] {
  const nextSlug = createSlugger();
  return sections.flatMap(({ content, index }) =>
    content.heading ? [[index, nextSlug(plainText(content.heading.inline))] as const] : [],
  );
}

function areSame(a: readonly Heading[] | undefined, b: readonly Heading[]): boolean {
  return a?.length === b.length && a.every((heading, index) => heading === b[index]);
}
