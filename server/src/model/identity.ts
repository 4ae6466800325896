/**
 * Which document of which phase a file is: from the configuration, a preset's file names, front matter or the title, in
 * this order. Where nothing matches the answer is undefined, and the file gets no diagnostic at all.
 */
import { parse as parseYaml } from 'yaml';
import type { Config } from '../config';
import type { ParsedDocument, Section } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import type { Conventions, PatternOrigin } from './conventions';
import { documentKinds, isKindName, ownKind, type DocumentKind } from './documentKind';
import { editionOfName, kindFromWords, topicOfName } from './kindWords';
import type { NameMatch } from './namePattern';
import { baseName } from './paths';
import type { Identity, PhaseId } from './phaseDocument';
import { parsePhaseId, type PhaseOrder } from './phaseId';
import { parseNameRef, phasesInTitle, unitOfWord, type PhaseRef } from './phaseRef';
import { isTooDeep } from './yamlDepth';

/** What a file says of itself, without its surroundings. */
export type OwnIdentity = Omit<Identity, 'initiative' | 'archived' | 'tentative'>;

/** Who a file is as far as its path tells. */
export interface PathIdentity {
  readonly identity: OwnIdentity;
  /** The pattern that says it. */
  readonly origin: PatternOrigin;
  /** What has to be there besides the name. */
  readonly needs: 'title' | 'neighbours' | undefined;
}

const TITLE_PARTS = /:| [-–—|] /;
const MARKDOWN = /\.(?:md|markdown)$/i;
/** Files that are about the folder, never about a phase, whatever their title says. */
const PLAIN_FILE = /^(?:readme|changelog|contributing|license|code_of_conduct|security|index)\b/i;
/** Kinds whose words, together with a phase, make a title unmistakable: a "Phase 3 Plan" may be anybody's. */
const titleKinds: ReadonlySet<DocumentKind> = new Set(['prompt', 'handoff', 'testing-summary', 'decisions', 'notes']);

export function isMarkdown(path: string): boolean {
  return MARKDOWN.test(path);
}

/** Whether the file is about its folder or project: a README, a changelog. */
export function isPlainFile(path: string): boolean {
  return PLAIN_FILE.test(baseName(path));
}

/**
 * All that the path can mean, by the patterns of the configuration, then of the presets: the first that needs nothing
 * besides the name ends the list.
 */
export function* readPath(path: string, conventions: Conventions): Iterable<PathIdentity> {
  if (!isMarkdown(path) || isPlainFile(path)) return;
  for (const read of readAllPatterns(path, conventions)) {
    yield read;
    if (read.needs === undefined) return;
  }
}

/** Every pattern that the path fits, in order, also behind the one that decides. */
export function* readAllPatterns(path: string, conventions: Conventions): Iterable<PathIdentity> {
  for (const pattern of conventions.patterns) {
    const found = pattern.match(path);
    const read = found && readMatch(path, found, pattern.origin, conventions);
    if (read) yield read;
  }
}

/** What the path says without looking at anything else. */
export function identifyPath(path: string, conventions: Conventions): PathIdentity | undefined {
  for (const found of readPath(path, conventions)) if (found.needs === undefined) return found;
  return undefined;
}

/** What front matter (`kind`, `phase`, `iteration`) or the title (`Phase 8 Handoff`) says. */
export function identifyContent(path: string, parsed: ParsedDocument, config: Config): OwnIdentity | undefined {
  if (isPlainFile(path)) return undefined;
  return identifyFrontMatter(parsed, config) ?? identifyTitle(parsed, config.phases);
}

/** Kind and phase of a document that the user named, though nothing claims it. */
export function identifyNamed(parsed: ParsedDocument, order: PhaseOrder): OwnIdentity {
  const title = documentTitle(parsed) ?? '';
  return ownIdentity(kindFromWords(title) ?? 'other', phasesInTitle(title, order)[0], 'title', 'title');
}

/** Whether the title names one of the phases that the name is about. */
export function titleConfirms(parsed: ParsedDocument, identity: OwnIdentity, config: Config): boolean {
  const named = phasesInTitle(documentTitle(parsed) ?? '', config.phases, config.phases.prefixes);
  const keys = new Set(identity.phases.map(({ key }) => key));
  return named.some(({ phases }) => phases.some(({ key }) => keys.has(key)));
}

/** `PHASE2_INFRASTRUCTURE.md` says no kind; its title `Phase 2: Infrastructure - Complete` does. */
export function refineKind(identity: OwnIdentity, parsed: ParsedDocument): OwnIdentity {
  if (identity.kind !== 'other') return identity;
  const kind = kindFromWords(documentTitle(parsed) ?? '');
  return kind ? { ...identity, kind } : identity;
}

/** The words of the first heading of level 1, else of the first heading; undefined if there is none. */
export function documentTitle(parsed: ParsedDocument): string | undefined {
  const heading = titleSection(parsed)?.content.heading;
  return heading && plainText(heading.inline).trim();
}

/** The section that begins with the title: the first heading of level 1, else the first heading. */
export function titleSection({ sections }: ParsedDocument): Section | undefined {
  return (
    sections.find(({ content }) => content.heading?.level === 1) ?? sections.find(({ content }) => content.heading)
  );
}

/** The phase in the front matter's `phase`, also as tools write it: `11`, `07.1-inserted-work`. */
export function phaseInFrontMatter(parsed: ParsedDocument, order: PhaseOrder): PhaseId | undefined {
  const value = frontMatterOf(parsed)?.phase;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const [, id] = /^(?:phase[ _-]?)?(\d+(?:[._]\d+)*[A-Za-z]?)(?:-.*)?$/i.exec(String(value).trim()) ?? [];
  return id === undefined ? parsePhaseId(String(value).trim(), undefined, order) : parsePhaseId(id, undefined, order);
}

function readMatch(
  path: string,
  found: NameMatch,
  origin: PatternOrigin,
  conventions: Conventions,
): PathIdentity | undefined {
  const { pattern, preset } = origin;
  const words = found.kind === undefined ? undefined : conventions.kindOf(found.kind);
  const kind = pattern.kind ?? words ?? 'other';
  const order = conventions.orderOf(preset);
  const unitWord = found.unit === undefined ? undefined : (unitOfWord(found.unit) ?? undefined);
  const isOfPart = found.part !== undefined;
  const ref =
    found.phase === undefined
      ? undefined
      : parseNameRef(found.phase, isOfPart ? pattern.unit : (unitWord ?? pattern.unit), order);
  // A name with neither a phase nor a word that anybody knows says nothing.
  if (pattern.kind === undefined && words === undefined && !ref && pattern.unknownKind !== 'other') return undefined;
  const isUnknown = pattern.kind === undefined && words === undefined && found.kind !== undefined;
  if (isUnknown && pattern.unknownKind === 'ignore') return undefined;
  // In capitals a name is meant: `PHASE1_BASELINE`, but `phase-3-motor` may be anything.
  const isDoubtful = isUnknown && pattern.unknownKind === 'title' && !/(?:PHASE|WEEK|DAY|SPRINT)/.test(baseName(path));
  const part = found.part === undefined ? undefined : parseNameRef(found.part, unitWord ?? pattern.partUnit ?? 'part');
  const identity = ownIdentity(kind, ref, preset, preset === 'configuration' ? 'configuration' : 'path');
  const rest = [found.kind, found.slug].filter((text) => text !== undefined).join('_');
  return {
    identity: {
      ...identity,
      direction: identity.direction && (pattern.direction ?? identity.direction),
      part: part?.phases[0],
      series: found.phase === undefined ? undefined : found.separator,
      topic: topicOfName(rest, kind),
      edition: editionOfName(rest),
      iteration: found.iter,
    },
    origin,
    needs: pattern.needs ?? (isDoubtful ? 'title' : undefined),
  };
}

function ownIdentity(
  kind: DocumentKind,
  ref: PhaseRef | undefined,
  preset: string,
  source: Identity['source'],
): OwnIdentity {
  const [phase, ...others] = ref?.phases ?? [];
  const isBetween = kind === 'handoff' && ref !== undefined && (ref.relation === 'to' || ref.relation === 'range');
  return {
    kind,
    phase,
    // From one to the next: it is the first one's.
    phases: ref?.relation === 'to' && phase ? [phase] : (ref?.phases ?? []),
    to: ref?.relation === 'to' || isBetween ? others.at(-1) : undefined,
    direction: kind !== 'handoff' ? undefined : isBetween ? 'between' : 'from',
    part: undefined,
    series: undefined,
    topic: '',
    edition: undefined,
    iteration: undefined,
    preset,
    source,
  };
}

function identifyFrontMatter(parsed: ParsedDocument, config: Config): OwnIdentity | undefined {
  const data = frontMatterOf(parsed);
  const name = typeof data?.kind === 'string' ? data.kind : '';
  const known = documentKinds.find((candidate) => candidate === name);
  // A team with schemas of its own may have kinds of its own.
  const kind = known ?? (config.schemas.length > 0 && isKindName(name) ? ownKind(name) : undefined);
  if (!data || !kind || data.phase === undefined) return undefined;
  const phase = phaseInFrontMatter(parsed, config.phases);
  const ref: PhaseRef | undefined = phase && { phases: [phase], relation: 'single' };
  const iteration = typeof data.iteration === 'string' ? data.iteration : undefined;
  return { ...ownIdentity(kind, ref, 'front matter', 'front matter'), iteration };
}

function identifyTitle(parsed: ParsedDocument, order: PhaseOrder): OwnIdentity | undefined {
  const title = documentTitle(parsed);
  if (title === undefined || parsed.sections.find((section) => section.content.heading)?.content.heading?.level !== 1) {
    return undefined;
  }
  // Part by part: `Session Summary: Phase 5 and all its Tests` is no testing summary.
  const kind = title
    .split(TITLE_PARTS)
    .map(kindFromWords)
    .find((known) => known && titleKinds.has(known));
  const [ref] = phasesInTitle(title, order);
  if (!ref || ref.phases[0]?.unit !== undefined || !kind) return undefined;
  return ownIdentity(kind, ref, 'title', 'title');
}

interface FrontMatter {
  readonly kind?: unknown;
  readonly phase?: unknown;
  readonly iteration?: unknown;
}

const frontMatters = new WeakMap<object, FrontMatter>();

/** The front matter as data; undefined if there is none, or none that is a map. */
function frontMatterOf({ frontMatter }: ParsedDocument): FrontMatter | undefined {
  if (!frontMatter) return undefined;
  const known = frontMatters.get(frontMatter);
  if (known) return known;
  const data = readYaml(frontMatter.text);
  if (typeof data !== 'object' || data === null) return undefined;
  frontMatters.set(frontMatter, data);
  return data;
}

function readYaml(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return parseYaml(text, { logLevel: 'silent' });
  } catch {
    // Broken front matter says nothing about the document's identity; rules report it.
    return undefined;
  }
}
