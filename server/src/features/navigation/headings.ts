/** The headings of a document with their anchors, from its facts alone: the text need not be read. */
import type { Range } from 'vscode-languageserver-types';
import type { NamedThings } from '../../model/namedThings';
import type { DocumentEntry } from '../../model/project';
import { shiftRange } from '../../syntax/positions';
import { createSlugger } from '../../syntax/slugs';

export interface PlacedHeading {
  readonly text: string;
  readonly level: number;
  readonly slug: string;
  /** Absolute, of the words between the marks. */
  readonly range: Range;
}

const known = new WeakMap<NamedThings, readonly PlacedHeading[]>();

/** In the order of the document. */
export function headingsOf({ facts: { named } }: DocumentEntry): readonly PlacedHeading[] {
  let headings = known.get(named);
  if (!headings) {
    const nextSlug = createSlugger();
    headings = named.sections.flatMap(({ line, names: { heading } }) =>
      heading
        ? [
            {
              text: heading.text,
              level: heading.level,
              slug: nextSlug(heading.text),
              range: shiftRange(heading.range, line),
            },
          ]
        : [],
    );
    known.set(named, headings);
  }
  return headings;
}

export function headingOnLine(entry: DocumentEntry, line: number): PlacedHeading | undefined {
  return headingsOf(entry).find(({ range: { start, end } }) => start.line <= line && line <= end.line);
}

/** Whether a heading is the document's title. */
export function isTitle(heading: PlacedHeading, { facts }: DocumentEntry): boolean {
  return heading.range.start.line === facts.titleRange.start.line;
}
