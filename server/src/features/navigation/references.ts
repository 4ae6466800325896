/** Definitions and references of documents, headings, ids and obligations. */
import type { Location, Position } from 'vscode-languageserver-types';
import type { PhaseDocument } from '../../model/phaseDocument';
import type { DocumentEntry, ProjectView } from '../../model/project';
import { headingsOf, type PlacedHeading } from './headings';
import { givenIds, gives, mentionsOf, mentionsOfGiven, toLocation, type IdMeaning } from './ids';
import { incomingReferences, namesDocument, type IncomingReference } from './incoming';
import { answerLocation, promiseAt, promisesAnsweredAt, type AnsweredPromise } from './obligationPlaces';
import { headingLine, placeBehind, subjectAt } from './subjectAt';

export type ReadDocument = (entry: DocumentEntry) => Promise<PhaseDocument | undefined>;

/**
 * Where a reference leads, where an id is given, where what is promised at the position is answered, or what the line
 * there answers.
 *
 * @param read for the exact places of answers
 */
export async function getDefinitions(
  document: PhaseDocument,
  project: ProjectView,
  position: Position,
  read: ReadDocument,
): Promise<readonly Location[]> {
  const entry = project.entry(document.path);
  if (!entry) return [];
  const subject = subjectAt(document, entry, project, position);
  if (subject?.type === 'file' && subject.from)
    return [{ uri: project.uriOf(subject.path), range: placeBehind(subject.path, subject.from, project) }];
  if (subject?.type === 'heading' && subject.from)
    return [{ uri: subject.entry.uri, range: headingLine(subject.heading) }];
  if (subject?.type === 'id') return subject.meaning.givenIn.map(({ entry: { uri }, range }) => ({ uri, range }));
  const promise = promiseAt(entry, project, position);
  if (promise) return [await located(promise, read)];
  const answered = promisesAnsweredAt(document, entry, project, position);
  if (answered.length > 0) return answered.map(promiseLocation);
  if (subject?.type === 'file') return [{ uri: entry.uri, range: placeBehind(subject.path, undefined, project) }];
  return subject ? [{ uri: entry.uri, range: headingLine(subject.heading) }] : [];
}

/**
 * All places that refer to the document, heading or id at a position, or that answer what is promised there.
 *
 * @param withDefinition whether the place itself is told as well
 * @param read for the exact places of answers
 */
export async function getReferences(
  document: PhaseDocument,
  project: ProjectView,
  position: Position,
  withDefinition: boolean,
  read: ReadDocument,
): Promise<readonly Location[]> {
  const entry = project.entry(document.path);
  if (!entry) return [];
  const subject = subjectAt(document, entry, project, position);
  switch (subject?.type) {
    case 'file': {
      const own = { uri: project.uriOf(subject.path), range: placeBehind(subject.path, undefined, project) };
      return [...(withDefinition ? [own] : []), ...documentReferences(subject.path, project)];
    }
    case 'heading': {
      const own = { uri: subject.entry.uri, range: headingLine(subject.heading) };
      return [
        ...(withDefinition ? [own] : []),
        ...(headingReferences(subject.entry, project).get(subject.heading) ?? []),
      ];
    }
    case 'id':
      return idReferences(subject.meaning, withDefinition, project);
    case undefined:
      break;
  }
  const promise = promiseAt(entry, project, position);
  const promises = promise ? [promise] : promisesAnsweredAt(document, entry, project, position);
  const answers = await Promise.all(promises.map((one) => located(one, read)));
  const all = [...(withDefinition ? promises.map(promiseLocation) : []), ...answers];
  return all.filter((place, index) => all.findIndex((other) => keyOf(other) === keyOf(place)) === index);
}

/** Who refers to a document, by name: also what the code lens above its title shows. */
export function documentReferences(path: string, project: ProjectView): readonly Location[] {
  return incomingReferences(path, project).filter(namesDocument).map(placeOf);
}

/**
 * Who refers to each heading of a document, by its anchor or by an id that it gives: also what the code lenses above
 * headings show. Headings to which nobody refers are left out.
 */
export function headingReferences(
  entry: DocumentEntry,
  project: ProjectView,
): ReadonlyMap<PlacedHeading, readonly Location[]> {
  const bySlug = new Map<string, Location[]>();
  for (const reference of incomingReferences(entry.path, project)) {
    if (reference.slug === undefined) continue;
    const places = bySlug.get(reference.slug);
    if (places) places.push(placeOf(reference));
    else bySlug.set(reference.slug, [placeOf(reference)]);
  }
  const byLine = new Map<number, Location[]>();
  for (const [id, mentions] of mentionsOfGiven(entry, project)) {
    for (const { range } of givenIds(entry).get(id) ?? []) {
      const places = byLine.get(range.start.line) ?? [];
      byLine.set(range.start.line, [...places, ...mentions.map(toLocation)]);
    }
  }
  const found = new Map<PlacedHeading, readonly Location[]>();
  for (const heading of headingsOf(entry)) {
    const places = [...(bySlug.get(heading.slug) ?? []), ...(byLine.get(heading.range.start.line) ?? [])];
    if (places.length > 0) found.set(heading, sorted(places));
  }
  return found;
}

export interface ListedIds {
  /** Above the lines that give the ids. */
  readonly heading: PlacedHeading;
  readonly ids: number;
  readonly referring: readonly Location[];
}

/** For each heading, who refers to the ids that items and rows below it give, such as those of requirements. */
export function listedIdReferences(entry: DocumentEntry, project: ProjectView): readonly ListedIds[] {
  const headings = headingsOf(entry);
  const found = new Map<PlacedHeading, { ids: number; referring: Location[] }>();
  for (const [id, mentions] of mentionsOfGiven(entry, project)) {
    const line = givenIds(entry).get(id)?.[0]?.range.start.line ?? 0;
    const heading = headings.findLast(({ range }) => range.start.line <= line);
    if (!heading || heading.range.start.line === line) continue;
    const listed = found.get(heading) ?? { ids: 0, referring: [] };
    found.set(heading, { ids: listed.ids + 1, referring: [...listed.referring, ...mentions.map(toLocation)] });
  }
  return [...found].map(([heading, { ids, referring }]) => ({ heading, ids, referring: sorted(referring) }));
}

function idReferences(meaning: IdMeaning, withDefinition: boolean, project: ProjectView): readonly Location[] {
  const mentions = mentionsOf(new Set([meaning.id]), meaning.scope)
    .filter((place) => withDefinition || !gives(meaning, place))
    .map(toLocation);
  const anchors = meaning.givenIn.flatMap(({ entry, range: { start } }) => {
    const heading = headingsOf(entry).find((one) => one.range.start.line === start.line);
    return incomingReferences(entry.path, project).filter(({ slug }) => heading && slug === heading.slug);
  });
  return sorted([...mentions, ...anchors.map(placeOf)]);
}

async function located(promise: AnsweredPromise, read: ReadDocument): Promise<Location> {
  return answerLocation(promise, await read(promise.answer.entry));
}

function promiseLocation({ entry: { uri }, promise: { range } }: AnsweredPromise): Location {
  return { uri, range };
}

function placeOf({ entry: { uri }, range }: IncomingReference): Location {
  return { uri, range };
}

/** By document, then by place; each once. */
function sorted(places: readonly Location[]): readonly Location[] {
  const ordered = [...places].sort(
    (a, b) =>
      (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character,
  );
  return ordered.filter((place, index) => index === 0 || keyOf(place) !== keyOf(ordered[index - 1] ?? place));
}

function keyOf({ uri, range: { start, end } }: Location): string {
  return `${uri} ${start.line}:${start.character}-${end.line}:${end.character}`;
}
