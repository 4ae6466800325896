/** The state of one workspace folder: its files, configurations and phase documents, and the view that rules get. */
import { URI } from 'vscode-uri';
import type { Config } from '../config';
import { findClaims } from '../model/claims/findClaims';
import { configFileName, parseConfig } from '../model/configFile';
import type { ConfigProblem } from '../model/configReader';
import { collectFacts, type DocumentFacts } from '../model/documentFacts';
import { ProjectChain } from '../model/chain/projectChain';
import { chainWordsOf } from '../model/chain/chainWords';
import { isToolOutput } from '../model/evidence/evidenceFacts';
import { FileIndex } from '../model/fileIndex';
import type { Identity, PhaseDocument, PhaseId } from '../model/phaseDocument';
import { baseName } from '../model/paths';
import { PhaseSets } from '../model/phaseSets';
import type { DocumentEntry, ProjectView, RequiredKind, Resolution } from '../model/project';
import { resolvePointer, resolveTest } from '../model/references';
import type { Findings } from '../rules/runRules';
import type { DiagnosticReport } from './service';
import type { Schema } from '../schema/schema';
import type { ParsedDocument, Pointer } from '../syntax/document';
import { DocumentIdentities } from './documentIdentities';
import { EvidenceStore } from './evidenceStore';
import { FolderBaselines } from './folderBaselines';
import { FolderSchemas } from './folderSchemas';
import { FolderSettings } from './folderSettings';
import type { LoadedConfig } from './loadConfig';

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

export class Folder implements ProjectView {
  readonly rootUri: string;
  readonly evidence = new EvidenceStore();
  readonly chain = new ProjectChain();
  readonly schemas = new FolderSchemas();
  /** Findings that the team knows already. */
  readonly baselines = new FolderBaselines();
  readonly #root: URI;
  #files = new FileIndex([]);
  readonly settings = new FolderSettings();
  readonly identities = new DocumentIdentities(
    this.settings,
    () => this.#ownPaths(),
    (config) => this.schemas.kindsOf(config),
  );
  readonly #records = new Map<string, DocumentRecord>();
  #sorted: readonly DocumentRecord[] | undefined;
  #sets: PhaseSets<DocumentRecord> | undefined;
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
    return this.#phaseSets.of(identity);
  }

  lastPhase(initiative: string): PhaseId | undefined {
    return this.#phaseSets.lastPhase(initiative);
  }

  isDropped(identity: Identity): boolean {
    return this.#phaseSets.isDropped(identity);
  }

  phasesOf(initiative: string): readonly PhaseId[] {
    return this.#phaseSets.phases(initiative);
  }

  duplicatesOf(document: Pick<DocumentEntry, 'identity' | 'path'>): readonly DocumentEntry[] {
    return this.#phaseSets.duplicatesOf(document);
  }

  requiredKinds(identity: Identity): readonly RequiredKind[] {
    return this.#phaseSets.requiredKinds(identity);
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

  schemaFor(path: string, kind: string): Schema | undefined {
    return this.schemas.schemaOf(this.configFor(path), kind);
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
    return [...this.settings.problems, ...this.schemas.problems, ...this.baselines.problems];
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
    this.identities.reset();
    this.#artifacts = undefined;
    this.#factsVersion = {};
  }

  filesBelow(folder: string): readonly string[] {
    return this.#files.below(folder);
  }

  get paths(): Iterable<string> {
    return this.#files.paths;
  }

  /** @returns whether the set of files changed, and whether other conventions hold because of it */
  setFile(path: string, exists: boolean): { readonly changed: boolean; readonly otherConventions: boolean } {
    const changed = exists ? this.#files.add(path) : this.#files.delete(path);
    if (!exists) this.#unreadable.delete(path);
    if (!changed) return { changed, otherConventions: false };
    this.#artifacts = undefined;
    this.#factsVersion = {};
    return { changed, otherConventions: this.identities.fileChanged(path, exists) };
  }

  /** @param path of the configuration file */
  setConfig(path: string, loaded: LoadedConfig): void {
    // Where references may count from is configured too.
    this.#factsVersion = {};
    this.settings.set(path, loaded);
  }

  /**
   * Tells the mistakes of a configuration, or of a file that one extends, while it is typed. What it says counts once it
   * is saved, because it concerns every document.
   *
   * @returns whether the file is one of these
   */
  previewConfig(path: string, text: string, ruleIds: readonly string[]): boolean {
    const configs = [...(this.isConfig(path) ? [path] : []), ...this.settings.extending(path)];
    if (configs.length === 0) return false;
    const uri = this.uriOf(path);
    this.settings.preview(configs, uri, parseConfig(text, uri, ruleIds).problems);
    return true;
  }

  isConfig(path: string): boolean {
    return baseName(path) === configFileName;
  }

  get configs(): readonly Config[] {
    return this.settings.configs;
  }

  configFor(path: string): Config {
    return this.settings.configFor(path);
  }

  /** Makes the current version of a document known. @returns undefined if it is no phase document (any more) */
  setDocument(path: string, parsed: ParsedDocument, named: boolean): DocumentRecord | undefined {
    const identity = this.identities.identify(path, parsed, named);
    const old = this.#records.get(path);
    if (!identity) {
      this.removeDocument(path);
      return undefined;
    }
    const isSame = old !== undefined && sameIdentity(old.identity, identity);
    const document = this.toPhaseDocument(path, isSame ? old.identity : identity, parsed);
    const facts = collectFacts(document, chainWordsOf(this.configFor(path)), old?.facts);
    if (!old || !sameMembers(old.facts.slugs, facts.slugs)) this.#factsVersion = {};
    if (old && !sameMembers(old.facts.droppedPhases, facts.droppedPhases)) this.#sets = undefined;
    if (isSame) {
      Object.assign(old, { facts, document, findings: undefined, generation: this.#nextGeneration() });
      this.#spread(this.chain.set(old));
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
    this.#spread(this.chain.set(record));
    this.#sorted = this.#sets = undefined;
    return record;
  }

  removeDocument(path: string): boolean {
    if (!this.#records.delete(path)) return false;
    this.#spread(this.chain.delete(path));
    this.#factsVersion = {};
    this.#sorted = this.#sets = undefined;
    return true;
  }

  toPhaseDocument(path: string, identity: Identity, parsed: ParsedDocument): PhaseDocument {
    const config = this.configFor(path);
    return {
      uri: this.uriOf(path),
      path,
      identity,
      parsed,
      vocabulary: config.words,
      claims: findClaims(parsed, { kind: identity.kind, vocabulary: config.words }),
      schema: this.schemas.schemaOf(config, identity.kind),
    };
  }

  /** Without those of folders inside that are roots of their own. */
  #ownPaths(): Iterable<string> {
    const { roots } = this.settings;
    if (roots.length === 0) return this.#files.paths;
    return [...this.#files.paths].filter((path) => !roots.some((root) => path.startsWith(`${root}/`)));
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

  /** The findings of other documents that depend on this one's places have to be made again. @returns their URIs */
  refreshDependants(path: string): readonly string[] {
    return this.#spread(this.chain.dependantsOf(path));
  }

  #spread(paths: Iterable<string>): readonly string[] {
    const affected: string[] = [];
    for (const path of paths) {
      const record = this.#records.get(path);
      if (!record) continue;
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

  get #phaseSets(): PhaseSets<DocumentRecord> {
    this.#sets ??= new PhaseSets(this.documents, (path) => this.configFor(path));
    return this.#sets;
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

/** Whether a document is who it was, so that nothing has to be told to others. */
function sameIdentity(a: Identity, b: Identity): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
