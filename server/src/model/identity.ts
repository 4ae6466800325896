/**
 * Which document of which phase a file is: from the configuration, a preset's file names, front matter or the title, in
 * this order. Where nothing matches the answer is undefined, and the file gets no diagnostic at all.
 */
import { parse as parseYaml } from 'yaml';
import type { Config } from '../config';
import type { ParsedDocument, Section } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { documentKinds, type DocumentKind } from './documentKind';
import { kindFromWords } from './kindWords';
import { compileNamePattern, type NameMatch, type NamePattern } from './namePattern';
import type { Identity } from './phaseDocument';
import { parsePhaseId } from './phaseId';
import { presets, roleFolders } from './presets';
import { isTooDeep } from './yamlDepth';

/** Who a file is as far as its path tells. */
export interface PathIdentity {
  readonly kind: DocumentKind;
  readonly phase: string | undefined;
  readonly iteration: string | undefined;
  readonly preset: string;
  readonly source: 'configuration' | 'path';
}

interface CompiledPattern {
  readonly match: NamePattern;
  readonly kind: DocumentKind | undefined;
  readonly preset: string;
}

const presetPatterns: readonly CompiledPattern[] = presets.flatMap((preset) =>
  preset.documents.map(({ pattern, kind }) => ({ match: compileNamePattern(pattern), kind, preset: preset.name })),
);
const markerPatterns = presets.flatMap((preset) => preset.markers.map((pattern) => compileNamePattern(pattern)));
const configured = new WeakMap<Config, readonly CompiledPattern[]>();

/** Files that are about the folder, never about a phase, whatever their title says. */
const PLAIN_FILE = /^(?:readme|changelog|contributing|license|code_of_conduct|security|index)\b/i;
const MARKDOWN = /\.(?:md|markdown)$/i;
/** `Phase 8 Handoff`, `# Phase 3.5: Notes`, `Testing Summary - Phase C`; not `Phased rollout`. */
const TITLE_PHASE = /\b(?:phase|Phase|PHASE)(?:[ _-]?(\d+(?:[._]\d+)*[A-Za-z]?)|[ _-]([A-Z]))(?![A-Za-z0-9])/;
const ITERATION_FOLDER = /^[A-Za-z]*\d{2,}$/;
const ITERATION_IN_NAME = /^(?:TODO|PRD|RFC|CONTEXT)([A-Za-z]*\d+[A-Za-z0-9]*)\.md$/i;

/** What the path says, by the patterns of the configuration, then of its presets. */
export function identifyPath(path: string, config: Config): PathIdentity | undefined {
  if (!MARKDOWN.test(path)) return undefined;
  for (const pattern of patternsOf(config)) {
    const found = pattern.match(path);
    const kind = found && kindOf(pattern, found);
    if (!kind) continue;
    return {
      kind,
      phase: found.phase,
      iteration: found.iter,
      preset: pattern.preset,
      source: pattern.preset === 'configuration' ? 'configuration' : 'path',
    };
  }
  return undefined;
}

/** What front matter (`kind`, `phase`, `iteration`) or the title (`Phase 8 Handoff`) says. */
export function identifyContent(
  path: string,
  parsed: ParsedDocument,
): Omit<Identity, 'initiative' | 'archived'> | undefined {
  if (PLAIN_FILE.test(path.slice(path.lastIndexOf('/') + 1))) return undefined;
  return identifyFrontMatter(parsed) ?? identifyTitle(parsed);
}

/** Kind and phase of a document that the user named, though nothing claims it. */
export function identifyNamed(parsed: ParsedDocument): Omit<Identity, 'initiative' | 'archived'> {
  const title = documentTitle(parsed) ?? '';
  return {
    kind: kindFromWords(title) ?? 'other',
    phase: phaseInTitle(title),
    iteration: undefined,
    preset: 'title',
    source: 'title',
  };
}

/** The folder that owns the phases of the document at `path`, and the iteration that folder speaks of. */
export function findInitiative(
  path: string,
  markers: MarkerFolders,
): { folder: string; iteration: string | undefined } {
  let folder = parentFolder(path);
  for (let candidate = folder; ; candidate = parentFolder(candidate)) {
    if (markers.has(candidate))
      return { folder: candidate, iteration: markers.get(candidate) ?? iterationOf(candidate) };
    if (candidate === '') break;
  }
  while (folder !== '' && isRoleFolder(baseName(folder))) folder = parentFolder(folder);
  return { folder, iteration: iterationOf(folder) };
}

/** Whether the file makes its folder an initiative: `TODO003.md`. */
export function isMarkerFile(path: string): boolean {
  return MARKDOWN.test(path) && markerPatterns.some((match) => match(path));
}

/** Folders with a marker file (`TODO003.md`), and the iteration that the marker names. */
export type MarkerFolders = ReadonlyMap<string, string | undefined>;

export function findMarkerFolders(paths: Iterable<string>): MarkerFolders {
  const folders = new Map<string, string | undefined>();
  for (const path of paths) {
    if (!isMarkerFile(path)) continue;
    const folder = parentFolder(path);
    folders.set(folder, folders.get(folder) ?? ITERATION_IN_NAME.exec(baseName(path))?.[1]);
  }
  return folders;
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

/** The phase that a title names, if it is a phase id. */
export function phaseInTitle(title: string): Identity['phase'] {
  const [, number, letter] = TITLE_PHASE.exec(title) ?? [];
  const id = number ?? letter;
  return id === undefined ? undefined : parsePhaseId(id);
}

export function parentFolder(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function patternsOf(config: Config): readonly CompiledPattern[] {
  const known = configured.get(config);
  if (known) return known;
  const { presets: wanted } = config;
  const own = config.documents.map(({ pattern, kind }) => ({
    match: compileNamePattern(pattern),
    kind,
    preset: 'configuration',
  }));
  const fromPresets =
    wanted === 'auto' ? presetPatterns : presetPatterns.filter(({ preset }) => wanted.includes(preset));
  const patterns = [...own, ...fromPresets];
  configured.set(config, patterns);
  return patterns;
}

function kindOf(pattern: CompiledPattern, found: NameMatch): DocumentKind | undefined {
  if (pattern.kind) return pattern.kind;
  // `TODO003_phase8_handoff.md`: a name that fits but whose kind nobody knows is still a phase document.
  return found.kind === undefined ? 'other' : (kindFromWords(found.kind) ?? (found.phase ? 'other' : undefined));
}

function identifyFrontMatter(parsed: ParsedDocument): Omit<Identity, 'initiative' | 'archived'> | undefined {
  if (!parsed.frontMatter) return undefined;
  const data = readYaml(parsed.frontMatter.text);
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('phase' in data)) return undefined;
  const kind = documentKinds.find((known) => known === data.kind);
  if (!kind) return undefined;
  const iteration = 'iteration' in data && typeof data.iteration === 'string' ? data.iteration : undefined;
  return { kind, phase: parsePhaseId(String(data.phase)), iteration, preset: 'front matter', source: 'front matter' };
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

function identifyTitle(parsed: ParsedDocument): Omit<Identity, 'initiative' | 'archived'> | undefined {
  const title = documentTitle(parsed);
  if (title === undefined || parsed.sections.find((section) => section.content.heading)?.content.heading?.level !== 1) {
    return undefined;
  }
  const kind = kindFromWords(title);
  const phase = phaseInTitle(title);
  if (!phase || !kind || !titleKinds.has(kind)) return undefined;
  return { kind, phase, iteration: undefined, preset: 'title', source: 'title' };
}

/** Kinds whose words, together with a phase, make a title unmistakable: a "Phase 3 Plan" may be anybody's. */
const titleKinds: ReadonlySet<DocumentKind> = new Set(['prompt', 'handoff', 'testing-summary', 'decisions', 'notes']);

function iterationOf(folder: string): string | undefined {
  const name = baseName(folder);
  return ITERATION_FOLDER.test(name) ? name : undefined;
}

function isRoleFolder(name: string): boolean {
  return roleFolders.has(name.toLowerCase()) || /^phase[ _-]?[\d._]+$/i.test(name);
}
