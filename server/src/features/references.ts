/** Where a decision, a requirement or a document is named, and where an id is given: definitions and references. */
import type { Location, Position, Range } from 'vscode-languageserver-types';
import { sameIteration } from '../model/chain/currentEntries';
import { pointersOf } from '../model/documentFacts';
import { baseName } from '../model/paths';
import type { PhaseDocument } from '../model/phaseDocument';
import type { DocumentEntry, ProjectView } from '../model/project';
import type { Inline, ParsedDocument } from '../syntax/document';
import { rangeInInline, shiftRange } from '../syntax/positions';
import { inlinesOf, walkDocument } from '../syntax/walk';
import { requirementsOf } from './trace/requirements';

export type ReadDocument = (entry: DocumentEntry) => Promise<PhaseDocument | undefined>;

const ID = /(?<![\p{L}\p{N}_/.-])[A-Z]{1,6}-?\d{1,4}(?:\.\d{1,3})*(?![\p{L}\p{N}_/])/gu;

interface PlacedId {
  readonly id: string;
  /** Absolute. */
  readonly range: Range;
}

/** The places that give the id at a position its meaning, or the document that a reference there leads to. */
export async function getDefinitions(
  document: PhaseDocument,
  project: ProjectView,
  position: Position,
  read: ReadDocument,
): Promise<readonly Location[]> {
  const path = pathAt(document, project, position);
  if (path !== undefined) {
    const range = project.entry(path)?.facts.titleRange ?? { start: origin, end: origin };
    return [{ uri: project.uriOf(path), range }];
  }
  const meaning = await meaningAt(document, project, position, read);
  return meaning?.definitions ?? [];
}

/** All places that name the id at a position, or that refer to the document that is named there or has its title there. */
export async function getReferences(
  document: PhaseDocument,
  project: ProjectView,
  position: Position,
  withDefinition: boolean,
  read: ReadDocument,
): Promise<readonly Location[]> {
  const path = pathAt(document, project, position);
  if (path !== undefined) return referencesTo(path, project, read);
  const meaning = await meaningAt(document, project, position, read);
  if (meaning) {
    const named = meaning.documents.flatMap(({ uri, parsed }) =>
      idsOf(parsed).flatMap(({ id, range }) => (id === meaning.id ? [{ uri, range }] : [])),
    );
    const gives = new Set(meaning.definitions.map(keyOf));
    return withDefinition ? named : named.filter((place) => !gives.has(keyOf(place)));
  }
  const title = project.entry(document.path)?.facts.titleRange;
  return title?.start.line === position.line ? referencesTo(document.path, project, read) : [];
}

const origin: Position = { line: 0, character: 0 };

/** An id stands for what its line gives it. */
function keyOf({ uri, range }: Location): string {
  return `${uri}#${range.start.line}`;
}

function pathAt({ parsed, path }: PhaseDocument, project: ProjectView, position: Position): string | undefined {
  for (const { block, line } of walkDocument(parsed)) {
    const pointer = pointersOf(block).find(({ range }) => holds(shiftRange(range, line), position));
    if (!pointer) continue;
    const resolution = project.resolve(pointer, path);
    return 'path' in resolution && project.hasFile(resolution.path) ? resolution.path : undefined;
  }
  return undefined;
}

async function referencesTo(path: string, project: ProjectView, read: ReadDocument): Promise<readonly Location[]> {
  const name = baseName(path).toLowerCase();
  const found: Location[] = [];
  for (const entry of project.documents) {
    if (!entry.facts.namesPointedTo.has(name)) continue;
    const document = await read(entry);
    if (!document) continue;
    for (const { block, line } of walkDocument(document.parsed)) {
      for (const pointer of pointersOf(block)) {
        const resolution = project.resolve(pointer, entry.path);
        if ('path' in resolution && resolution.path === path)
          found.push({ uri: entry.uri, range: shiftRange(pointer.range, line) });
      }
    }
  }
  return found;
}

interface Meaning {
  readonly id: string;
  readonly definitions: readonly Location[];
  /** Where the id means the same. */
  readonly documents: readonly PhaseDocument[];
}

/** Undefined where nothing gives the id: `UTF-8` and the like. */
async function meaningAt(
  document: PhaseDocument,
  project: ProjectView,
  position: Position,
  read: ReadDocument,
): Promise<Meaning | undefined> {
  const id = idsOf(document.parsed).find(({ range }) => holds(range, position))?.id;
  if (id === undefined) return undefined;
  const { identity } = document;
  const giving = new Map<PhaseDocument, readonly Location[]>();
  const others: PhaseDocument[] = [];
  for (const entry of project.documents) {
    const isNear = entry.identity.initiative === identity.initiative && sameIteration(entry.identity, identity);
    const other = entry.path === document.path ? document : isNear ? await read(entry) : undefined;
    if (!other) continue;
    const places = definitionsOf(id, entry, other);
    if (places.length > 0) giving.set(other, places);
    else others.push(other);
  }
  if (giving.size === 0) return undefined;
  // Decisions are counted anew in each phase: the document's own one is meant.
  const own = giving.get(document);
  if (own) return { id, definitions: own, documents: giving.size === 1 ? [document, ...others] : [document] };
  return { id, definitions: [...giving.values()].flat(), documents: [...giving.keys(), ...others] };
}

function definitionsOf(id: string, { facts, uri }: DocumentEntry, document: PhaseDocument): readonly Location[] {
  const given = facts.chain.definitions.filter((definition) => definition.id === id);
  const places = given.length > 0 ? given : requirementsOf(document).filter((requirement) => requirement.id === id);
  return places.map(({ range }) => ({ uri, range }));
}

/** Ids in the words of a document; those in fenced code are none. */
function idsOf(parsed: ParsedDocument): readonly PlacedId[] {
  const found: PlacedId[] = [];
  const add = (inline: Inline, line: number) => {
    for (const match of inline.text.matchAll(ID)) {
      const range = rangeInInline(inline, match.index, match.index + match[0].length);
      found.push({ id: match[0], range: shiftRange(range, line) });
    }
  };
  for (const { content, line } of parsed.sections) if (content.heading) add(content.heading.inline, line);
  for (const { block, line } of walkDocument(parsed)) for (const inline of inlinesOf(block)) add(inline, line);
  return found;
}

function holds({ start, end }: Range, { line, character }: Position): boolean {
  const isAfter = line > start.line || (line === start.line && character >= start.character);
  return isAfter && (line < end.line || (line === end.line && character <= end.character));
}
