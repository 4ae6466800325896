/** What an id of a decision, requirement or task means: where it is given, and where it is named. From facts alone. */
import type { Location, Position, Range } from 'vscode-languageserver-types';
import { sameIteration } from '../../model/chain/currentEntries';
import type { DocumentFacts } from '../../model/documentFacts';
import type { IdMention } from '../../model/idMentions';
import type { DocumentEntry, ProjectView } from '../../model/project';
import { shiftRange } from '../../syntax/positions';
import { listsRequirements } from '../trace/requirements';

/** Where an id is given. */
export interface GivenPlace {
  readonly entry: DocumentEntry;
  readonly id: string;
  /** What it stands for. */
  readonly words: string;
  /** Absolute, of the text of the heading, item or cell. */
  readonly range: Range;
}

export interface MentionPlace {
  readonly entry: DocumentEntry;
  /** Absolute lines. */
  readonly mention: IdMention;
}

/** One thing that an id stands for. */
export interface IdMeaning {
  readonly id: string;
  readonly givenIn: readonly GivenPlace[];
  /** Documents in which the id means this. */
  readonly scope: readonly DocumentEntry[];
}

type Given = Omit<GivenPlace, 'entry'>;
const givenByFacts = new WeakMap<DocumentFacts, ReadonlyMap<string, readonly Given[]>>();

/** The ids that a document gives, in its order: decisions and the like anywhere, requirements where they are listed. */
export function givenIds({ facts, identity }: DocumentEntry): ReadonlyMap<string, readonly Given[]> {
  const known = givenByFacts.get(facts);
  if (known) return known;
  const given = new Map<string, Given[]>();
  for (const { id, words, range } of facts.chain.definitions) {
    const places = given.get(id);
    if (places) places.push({ id, words, range });
    else given.set(id, [{ id, words, range }]);
  }
  if (listsRequirements(identity)) {
    for (const { line, names } of facts.named.sections) {
      // What comes later is told of it: a table of where requirements went.
      for (const { id, title, range } of names.given)
        if (!given.has(id)) given.set(id, [{ id, words: `${id}: ${title}`, range: shiftRange(range, line) }]);
    }
  }
  givenByFacts.set(facts, given);
  return given;
}

/** Documents in which an id may mean the same: those of the initiative and iteration, the given one included. */
export function nearEntries({ identity }: DocumentEntry, project: ProjectView): readonly DocumentEntry[] {
  return project.documents.filter(
    (other) => other.identity.initiative === identity.initiative && sameIteration(other.identity, identity),
  );
}

/** Undefined where nothing gives the id: `UTF-8` and the like. */
export function meaningOf(id: string, entry: DocumentEntry, project: ProjectView): IdMeaning | undefined {
  const near = nearEntries(entry, project);
  const giving = near.filter((other) => givenIds(other).has(id));
  if (giving.length === 0) return undefined;
  // Decisions are counted anew in each phase: the document's own one is meant.
  const isOwn = giving.includes(entry);
  const counted = isOwn ? [entry] : giving;
  return {
    id,
    givenIn: counted.flatMap((one) => placesIn(one, id)),
    scope: isOwn && giving.length > 1 ? [entry] : near,
  };
}

function placesIn(entry: DocumentEntry, id: string): readonly GivenPlace[] {
  return (givenIds(entry).get(id) ?? []).map((given) => ({ entry, ...given }));
}

/** All places that name one of some ids, in order of path and place; those that give it included. */
export function mentionsOf(ids: ReadonlySet<string>, scope: readonly DocumentEntry[]): readonly MentionPlace[] {
  const found: MentionPlace[] = [];
  for (const entry of scope) {
    for (const { line, names } of entry.facts.named.sections) {
      for (const mention of names.mentions)
        if (ids.has(mention.id)) found.push({ entry, mention: { ...mention, line: mention.line + line } });
    }
  }
  return found;
}

/** The id that is written at a position. */
export function mentionAt({ facts }: DocumentEntry, { line, character }: Position): IdMention | undefined {
  for (const placed of facts.named.sections) {
    if (placed.line > line) return undefined;
    const mention = placed.names.mentions.find(
      (one) =>
        one.line + placed.line === line && one.from <= character && character <= one.to && one.range !== 'inside',
    );
    if (mention) return { ...mention, line };
  }
  return undefined;
}

export function toLocation({ entry: { uri }, mention: { line, from, to } }: MentionPlace): Location {
  return { uri, range: { start: { line, character: from }, end: { line, character: to } } };
}

/** Whether a mention stands in the line that gives the id: there it stands for what the line says. */
export function gives({ givenIn }: IdMeaning, { entry, mention }: MentionPlace): boolean {
  return givenIn.some((place) => place.entry === entry && place.range.start.line === mention.line);
}

/** For each id that a document gives, the places that name it elsewhere: where it means what this document says. */
export function mentionsOfGiven(
  entry: DocumentEntry,
  project: ProjectView,
): ReadonlyMap<string, readonly MentionPlace[]> {
  const given = givenIds(entry);
  const found = new Map<string, MentionPlace[]>();
  if (given.size === 0) return found;
  const near = nearEntries(entry, project);
  const others = near.filter((other) => other !== entry);
  const shared = new Set([...given.keys()].filter((id) => others.some((other) => givenIds(other).has(id))));
  for (const place of mentionsOf(new Set(given.keys()), near)) {
    const { id, line } = place.mention;
    const isOwn = place.entry === entry;
    // Others that give the id as well mean their own.
    if (!isOwn && shared.has(id)) continue;
    if (isOwn && given.get(id)?.some(({ range }) => range.start.line === line)) continue;
    const places = found.get(id);
    if (places) places.push(place);
    else found.set(id, [place]);
  }
  return found;
}
