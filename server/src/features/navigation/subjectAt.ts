/** What a position in a document is about: what can be gone to, looked for and renamed from there. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { IdMention } from '../../model/idMentions';
import type { PhaseDocument } from '../../model/phaseDocument';
import type { DocumentEntry, ProjectView } from '../../model/project';
import { headingOnLine, headingsOf, isTitle, type PlacedHeading } from './headings';
import { meaningOf, mentionAt, type IdMeaning } from './ids';
import { slugOf } from './incoming';
import { fragmentRange, holds, pointerAt, type PlacedPointer } from './pointerAt';

export type Subject =
  /** A file, from a reference to it or, if it is a document, from its title. */
  | { readonly type: 'file'; readonly path: string; readonly from: PlacedPointer | undefined }
  /** A heading that is no title, from itself or from a link to it. */
  | {
      readonly type: 'heading';
      readonly entry: DocumentEntry;
      readonly heading: PlacedHeading;
      readonly from: PlacedPointer | undefined;
    }
  | { readonly type: 'id'; readonly meaning: IdMeaning; readonly mention: IdMention };

/** @param entry of the document */
export function subjectAt(
  document: PhaseDocument,
  entry: DocumentEntry,
  project: ProjectView,
  position: Position,
): Subject | undefined {
  const from = pointerAt(document.parsed, position);
  if (from) return subjectOfPointer(from, document.path, project, position);
  const mention = mentionAt(entry, position);
  const meaning = mention && meaningOf(mention.id, entry, project);
  if (meaning) return { type: 'id', meaning, mention };
  const heading = headingOnLine(entry, position.line);
  if (!heading) return undefined;
  if (isTitle(heading, entry)) return { type: 'file', path: entry.path, from: undefined };
  return { type: 'heading', entry, heading, from: undefined };
}

function subjectOfPointer(
  from: PlacedPointer,
  path: string,
  project: ProjectView,
  position: Position,
): Subject | undefined {
  const resolution = project.resolve(from.pointer, path);
  if (!('path' in resolution) || !project.hasFile(resolution.path)) return undefined;
  const entry = project.entry(resolution.path);
  const fragment = fragmentRange(from);
  const isOnFragment = from.pointer.target === '' || (fragment && holds(fragment, position));
  const heading = entry && isOnFragment ? headingBehind(from, entry) : undefined;
  if (entry && heading && !isTitle(heading, entry)) return { type: 'heading', entry, heading, from };
  return { type: 'file', path: resolution.path, from };
}

/** The heading that a reference leads to. */
export function headingBehind({ pointer }: PlacedPointer, target: DocumentEntry): PlacedHeading | undefined {
  const slug = slugOf(pointer, target);
  return slug === undefined ? undefined : headingsOf(target).find((heading) => heading.slug === slug);
}

/** Where a reference to a file leads: to the heading or the lines that it names, else to the title or the first line. */
export function placeBehind(path: string, from: PlacedPointer | undefined, project: ProjectView): Range {
  const entry = project.entry(path);
  const lines = from?.pointer.lines;
  if (lines) {
    const start = { line: Math.max(0, lines.from - 1), character: 0 };
    return { start, end: start };
  }
  const heading = from && entry && headingBehind(from, entry);
  if (heading) return headingLine(heading);
  const start = { line: 0, character: 0 };
  return entry?.facts.titleRange ?? { start, end: start };
}

/** With the marks, as editors show headings. */
export function headingLine({ range: { start, end } }: PlacedHeading): Range {
  return { start: { line: start.line, character: 0 }, end };
}
