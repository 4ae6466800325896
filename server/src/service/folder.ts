/** The state of one workspace folder: its files, configurations and phase documents, and the view that rules get. */
import { URI } from 'vscode-uri';
import { defaultConfig, type Config } from '../config';
import { findClaims } from '../model/claims/findClaims';
import { configFileName, type ConfigProblem } from '../model/configFile';
import { collectFacts, type DocumentFacts } from '../model/documentFacts';
import { isToolOutput } from '../model/evidence/evidenceFacts';
import { FileIndex } from '../model/fileIndex';
import { compileGlobs, type GlobSet } from '../model/glob';
import {
  baseName,
  findInitiative,
  findMarkerFolders,
  identifyContent,
  identifyNamed,
  identifyPath,
  isMarkerFile,
  parentFolder,
  type MarkerFolders,
} from '../model/identity';
import { comparePhases, parsePhaseId } from '../model/phaseId';
import type { Identity, PhaseDocument, PhaseId } from '../model/phaseDocument';
import { presets } from '../model/presets';
import type { DocumentEntry, ProjectView, RequiredKind, Resolution } from '../model/project';
import { resolvePointer, resolveTest } from '../model/references';
import type { Findings } from '../rules/runRules';
import type { DiagnosticReport } from './service';
import type { ParsedDocument, Pointer } from '../syntax/document';
import { EvidenceStore } from './evidenceStore';

/** A phase document and what is kept of it. */
export interface DocumentRecord extends DocumentEntry {
  /** Kept while the document is open or not yet diagnosed; read again when needed. */
  document: PhaseDocument | undefined;
  /** Findings of the latest {@link generation}. */
  findings: Findings | undefined;
  /** What was reported last; the id stays as long as nothing else is found. */
  reported: DiagnosticReport | undefined;
  /** Counts up whenever the findings may have changed. */
  generation: number;
  /** Whether version control may have something to say on its claims. */
  asksHistory: boolean;
  /** Artifacts that its claims wait for: too large to be read while somebody types. */
  awaits: ReadonlySet<string>;
  /** Whether tests that it names are looked up in the reports of the project. */
  asksReports: boolean;
  facts: DocumentFacts;
  identity: Identity;
}

interface FolderConfig {
  readonly config: Config;
  readonly ignore: GlobSet;
  readonly archive: GlobSet;
}

export class Folder implements ProjectView {
  readonly rootUri: string;
  readonly evidence = new EvidenceStore();
  readonly #root: URI;
  #files = new FileIndex([]);
  #markers: MarkerFolders = new Map();
  #configs = new Map<string, FolderConfig>();
  #problems = new Map<string, readonly ConfigProblem[]>();
  readonly #records = new Map<string, DocumentRecord>();
  #sorted: readonly DocumentRecord[] | undefined;
  #sets: Map<string, DocumentRecord[]> | undefined;
  #lastPhases: Map<string, PhaseId> | undefined;
  #artifacts: readonly string[] | undefined;
  #factsVersion: object = {};
  readonly #unreadable = new Set<string>();
  readonly #nextGeneration: () => number;

  /** @param nextGeneration never gives the same number again, so that a file that comes back has none of before */
  constructor(rootUri: string, nextGeneration: () => number) {
    this.#root = parseUri(rootUri);
    this.rootUri = this.#root.toString();
    this.#nextGeneration = nextGeneration;
  }

  // What rules and features see.

  get documents(): readonly DocumentRecord[] {
    this.#sorted ??= [...this.#records.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return this.#sorted;
  }

  get artifacts(): readonly string[] {
    this.#artifacts ??= [...this.#files.paths].filter((path) => isToolOutput(path)).sort();
    return this.#artifacts;
  }

  phaseSet(identity: Identity): readonly DocumentRecord[] {
    this.#sets ??= this.#groupByPhase();
    const set = this.#sets.get(phaseSetKey(identity)) ?? [];
    // A prompt without iteration in its name belongs to whichever iteration its folder holds.
    return set.filter(
      ({ identity: other }) => !identity.iteration || !other.iteration || other.iteration === identity.iteration,
    );
  }

  get factsVersion(): object {
    return this.#factsVersion;
  }

  resolve(pointer: Pointer, fromPath: string): Resolution {
    if (pointer.form === 'commit' && this.evidence.hasCommit(pointer.target) === false) return { status: 'missing' };
    const { roots } = this.configFor(fromPath);
    const slugsOf = (path: string) => this.#records.get(path)?.facts.slugs;
    const resolution = resolvePointer(pointer, fromPath, this.#files, slugsOf, roots);
    return pointer.form === 'test-id' ? resolveTest(pointer.target, resolution, this.evidence) : resolution;
  }

  lastPhase(initiative: string): PhaseId | undefined {
    this.#lastPhases ??= this.#findLastPhases();
    return this.#lastPhases.get(initiative);
  }

  requiredKinds(identity: Identity): readonly RequiredKind[] {
    const set = this.phaseSet(identity);
    const required = set[0] && this.configFor(set[0].path).required;
    if (required) return required.map((kind) => ({ kind, severity: 'warning' }));
    // A prompt found by title or a phase report beside `TODO…` documents follows the convention of its set.
    const names = new Set(set.map((entry) => entry.identity.preset));
    return presets.find((preset) => names.has(preset.name) && preset.required.length > 0)?.required ?? [];
  }

  uriOf(path: string): string {
    return this.#root.with({ path: `${this.#root.path.replace(/\/$/, '')}/${path}` }).toString();
  }

  entry(path: string): DocumentRecord | undefined {
    return this.#records.get(path);
  }

  hasFile(path: string): boolean {
    return this.#files.hasFile(path);
  }

  // What the service does with it.

  get problems(): readonly ConfigProblem[] {
    return [...this.#problems.values()].flat();
  }

  /** Paths of phase documents whose text cannot be had, in order. */
  get unreadable(): readonly string[] {
    return [...this.#unreadable].sort();
  }

  setReadable(path: string, isReadable: boolean): void {
    if (isReadable) this.#unreadable.delete(path);
    else this.#unreadable.add(path);
  }

  /** @returns path relative to the root; undefined if the URI is not below it */
  pathOf(uri: string): string | undefined {
    const { scheme, authority, path } = parseUri(uri);
    const rootPath = this.#root.path.replace(/\/$/, '');
    if (scheme !== this.#root.scheme || authority !== this.#root.authority) return undefined;
    if (!path.startsWith(`${rootPath}/`)) return undefined;
    return path.slice(rootPath.length + 1);
  }

  /** More is known of what claims point to. */
  evidenceChanged(): void {
    this.#factsVersion = {};
  }

  setFiles(paths: readonly string[]): void {
    this.#files = new FileIndex(paths);
    this.#markers = findMarkerFolders(paths);
    this.#artifacts = undefined;
    this.#factsVersion = {};
  }

  filesBelow(folder: string): readonly string[] {
    return this.#files.below(folder);
  }

  get paths(): Iterable<string> {
    return this.#files.paths;
  }

  /** @returns whether the set of files changed */
  setFile(path: string, exists: boolean): boolean {
    const changed = exists ? this.#files.add(path) : this.#files.delete(path);
    if (changed) {
      this.#artifacts = undefined;
      this.#factsVersion = {};
      if (isMarkerFile(path)) this.#markers = findMarkerFolders(this.#files.paths);
    }
    if (!exists) this.#unreadable.delete(path);
    return changed;
  }

  setConfig(path: string, config: Config | undefined, problems: readonly ConfigProblem[]): void {
    const folder = parentFolder(path);
    // Where references may count from is configured too.
    this.#factsVersion = {};
    if (config) {
      this.#configs.set(folder, {
        config,
        ignore: compileGlobs(config.ignore),
        archive: compileGlobs(config.archive),
      });
    } else {
      this.#configs.delete(folder);
    }
    this.setProblems(path, problems);
  }

  setProblems(path: string, problems: readonly ConfigProblem[]): void {
    if (problems.length > 0) this.#problems.set(path, problems);
    else this.#problems.delete(path);
  }

  isConfig(path: string): boolean {
    return baseName(path) === configFileName;
  }

  configFor(path: string): Config {
    return this.#nearestConfig(path)?.settings.config ?? defaultConfig;
  }

  isIgnored(path: string): boolean {
    return this.#matches(path, 'ignore');
  }

  /** Who the file is by its path alone; undefined if only its content can tell. */
  identityByPath(path: string): Identity | undefined {
    const found = identifyPath(path, this.configFor(path));
    if (!found || this.isIgnored(path)) return undefined;
    const { phase, ...rest } = found;
    return this.#complete(path, { ...rest, phase: phase === undefined ? undefined : parsePhaseId(phase) });
  }

  identify(path: string, parsed: ParsedDocument, named: boolean): Identity | undefined {
    const byPath = this.identityByPath(path);
    if (byPath) return byPath;
    if (this.isIgnored(path) && !named) return undefined;
    const found = identifyContent(path, parsed) ?? (named ? identifyNamed(parsed) : undefined);
    return found && this.#complete(path, found);
  }

  /** Makes the current version of a document known. @returns undefined if it is no phase document (any more) */
  setDocument(path: string, parsed: ParsedDocument, named: boolean): DocumentRecord | undefined {
    const identity = this.identify(path, parsed, named);
    const old = this.#records.get(path);
    if (!identity) {
      this.removeDocument(path);
      return undefined;
    }
    const isSame = old !== undefined && sameIdentity(old.identity, identity);
    const document = this.toPhaseDocument(path, isSame ? old.identity : identity, parsed);
    const facts = collectFacts(document, old?.facts);
    if (!old || !sameMembers(old.facts.slugs, facts.slugs)) this.#factsVersion = {};
    if (isSame) {
      Object.assign(old, { facts, document, findings: undefined, generation: this.#nextGeneration() });
      return old;
    }
    const record: DocumentRecord = {
      uri: document.uri,
      path,
      identity,
      facts,
      document,
      findings: undefined,
      reported: undefined,
      generation: this.#nextGeneration(),
      asksHistory: false,
      awaits: new Set(),
      asksReports: false,
    };
    this.#records.set(path, record);
    this.#sorted = this.#sets = this.#lastPhases = undefined;
    return record;
  }

  removeDocument(path: string): boolean {
    if (!this.#records.delete(path)) return false;
    this.#factsVersion = {};
    this.#sorted = this.#sets = this.#lastPhases = undefined;
    return true;
  }

  toPhaseDocument(path: string, identity: Identity, parsed: ParsedDocument): PhaseDocument {
    const { words } = this.configFor(path);
    return {
      uri: this.uriOf(path),
      path,
      identity,
      parsed,
      vocabulary: words,
      claims: findClaims(parsed, { kind: identity.kind, vocabulary: words }),
    };
  }

  /** The findings of these documents have to be made again. @returns their URIs */
  invalidate(which: (record: DocumentRecord) => boolean): readonly string[] {
    const affected: string[] = [];
    for (const record of this.#records.values()) {
      if (!which(record)) continue;
      this.refresh(record);
      affected.push(record.uri);
    }
    return affected;
  }

  /** The findings of the document have to be made again. */
  refresh(record: DocumentRecord): void {
    record.findings = undefined;
    record.generation = this.#nextGeneration();
  }

  #complete(path: string, found: Omit<Identity, 'initiative' | 'archived'>): Identity {
    const { folder, iteration } = findInitiative(path, this.#markers);
    return {
      ...found,
      iteration: found.iteration ?? iteration,
      initiative: folder,
      archived: this.#matches(path, 'archive'),
    };
  }

  #matches(path: string, which: 'ignore' | 'archive'): boolean {
    const nearest = this.#nearestConfig(path);
    if (!nearest) return false;
    const below = nearest.folder === '' ? path : path.slice(nearest.folder.length + 1);
    return nearest.settings[which](below);
  }

  #nearestConfig(path: string): { folder: string; settings: FolderConfig } | undefined {
    if (this.#configs.size === 0) return undefined;
    for (let folder = parentFolder(path); ; folder = parentFolder(folder)) {
      const settings = this.#configs.get(folder);
      if (settings) return { folder, settings };
      if (folder === '') return undefined;
    }
  }

  #findLastPhases(): Map<string, PhaseId> {
    const last = new Map<string, PhaseId>();
    for (const { identity } of this.#records.values()) {
      const { initiative, phase, kind } = identity;
      if (!phase || kind === 'prompt') continue;
      const known = last.get(initiative);
      if (!known || comparePhases(phase, known) > 0) last.set(initiative, phase);
    }
    return last;
  }

  #groupByPhase(): Map<string, DocumentRecord[]> {
    const sets = new Map<string, DocumentRecord[]>();
    for (const record of this.documents) {
      if (!record.identity.phase) continue;
      const key = phaseSetKey(record.identity);
      const set = sets.get(key);
      if (set) set.push(record);
      else sets.set(key, [record]);
    }
    return sets;
  }
}

/** A URI in the one spelling used inside: `c:` for `C:` and `c%3A`, no slash at the end. */
export function parseUri(uri: string): URI {
  const parsed = URI.parse(URI.parse(uri).toString());
  return parsed.path.length > 1 && parsed.path.endsWith('/') ? parsed.with({ path: parsed.path.slice(0, -1) }) : parsed;
}

export function sameMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const member of a) if (!b.has(member)) return false;
  return true;
}

function phaseSetKey({ initiative, phase }: Identity): string {
  return `${initiative}\n${phase?.key ?? ''}`;
}

function sameIdentity(a: Identity, b: Identity): boolean {
  return (
    a.kind === b.kind &&
    a.phase?.text === b.phase?.text &&
    a.iteration === b.iteration &&
    a.initiative === b.initiative &&
    a.preset === b.preset &&
    a.archived === b.archived
  );
}
