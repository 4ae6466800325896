/** All workspace folders and the documents that editors hold open; keeps records in step with both. */
import { URI } from 'vscode-uri';
import { neverCancelled, type CancellationToken, type Host, type Logger } from '../host';
import { parseConfig } from '../model/configFile';
import { baseName } from '../model/identity';
import { rules } from '../rules/index';
import type { ParsedDocument } from '../syntax/document';
import { parseDocument } from '../syntax/parseDocument';
import { Folder, sameMembers, type DocumentRecord } from './folder';
import type { OpenDocument } from './openDocument';
import type { FileChange } from './service';

/** Files read at the same time: enough to keep a disk busy, few enough for any limit on open files. */
const READS_AT_ONCE = 64;
const MARKDOWN = /\.(?:md|markdown)$/i;
/** Only a file that starts like this can be a phase document by its content; the others are not parsed. */
const MAY_IDENTIFY_ITSELF = /^\uFEFF?(?:---\r?\n|\s*(?:<!--(?:(?!-->)[^])*-->\s*)*# [^\n]*\bphase\b)/i;

const ruleIds = rules.map((rule) => rule.id);

export class Workspace {
  readonly openDocuments = new Map<string, OpenDocument>();
  readonly folders: Folder[] = [];
  readonly #host: Host;
  readonly #logger: Logger;
  readonly #unscanned = new Set<Folder>();
  /** Documents that the user named; they stay phase documents whatever they are called. */
  readonly #adopted = new Set<string>();

  constructor(host: Host, logger: Logger) {
    this.#host = host;
    this.#logger = logger;
  }

  addFolder(rootUri: string): void {
    const folder = new Folder(rootUri);
    if (this.folders.some((known) => known.rootUri === folder.rootUri)) return;
    this.folders.push(folder);
    this.#unscanned.add(folder);
  }

  removeFolder(rootUri: string): void {
    const { rootUri: wanted } = new Folder(rootUri);
    const index = this.folders.findIndex((folder) => folder.rootUri === wanted);
    const [removed] = index < 0 ? [] : this.folders.splice(index, 1);
    if (removed) this.#unscanned.delete(removed);
  }

  records(): readonly DocumentRecord[] {
    return this.folders.flatMap((folder) => folder.documents);
  }

  find(uri: string): { folder: Folder; record: DocumentRecord } | undefined {
    const place = this.#placeOf(uri);
    const record = place?.folder.entry(place.path);
    return place && record && { folder: place.folder, record };
  }

  async readText(uri: string): Promise<string | undefined> {
    return this.openDocuments.get(URI.parse(uri).toString())?.parsed.text ?? (await this.#host.readFile(uri));
  }

  async scan(token: CancellationToken, onProgress?: (done: number, total: number) => void): Promise<void> {
    for (const folder of [...this.#unscanned]) {
      const files = await this.#host.listFiles(folder.rootUri, token);
      folder.setFiles(files.map(({ path }) => path));
      await this.#readConfigs(folder);
      await this.#readDocuments(folder, token, onProgress);
      if (token.isCancellationRequested) return;
      this.#unscanned.delete(folder);
    }
  }

  /** A new version of an open document. */
  update(uri: string, parsed: ParsedDocument): void {
    const place = this.#placeOf(uri);
    if (!place) return;
    const { folder, path } = place;
    if (folder.isConfig(path)) {
      // Mistakes show while typing; what the file says counts once it is saved, because it concerns every document.
      folder.setProblems(path, parseConfig(parsed.text, uri, ruleIds).problems);
      return;
    }
    if (!MARKDOWN.test(path)) return;
    const before = folder.entry(path);
    const facts = before?.facts;
    const identity = before?.identity;
    const after = folder.setDocument(path, parsed, this.#adopted.has(uri));
    if (before !== after || !facts || !after || !sameMembers(facts.slugs, after.facts.slugs)) {
      this.#invalidateReferrers(folder, path);
    } else if (!sameMembers(facts.baselessClaims, after.facts.baselessClaims)) {
      // Who points here for evidence may point to a mere repetition now, or no longer.
      if (this.#invalidateReferrers(folder, path).length > 0) folder.evidenceChanged();
    }
    if (identity !== after?.identity)
      this.#invalidateInitiative(folder, identity?.initiative ?? after?.identity.initiative);
  }

  /** A document was closed: what is on disk counts again. */
  forget(uri: string): void {
    const place = this.find(uri);
    if (!place) return;
    const { folder, record } = place;
    record.document = undefined;
    record.findings = undefined;
    record.generation++;
    // It may have been deleted while it was open, or never saved.
    const type = folder.hasFile(record.path) ? 'changed' : 'deleted';
    void this.filesChanged([{ uri, type }], neverCancelled).catch((error: unknown) =>
      this.#logger.error(`Cannot read ${uri} again.`, error),
    );
  }

  adopt(uri: string, parsed: ParsedDocument): DocumentRecord | undefined {
    const place = this.#placeOf(uri);
    if (!place) return undefined;
    this.#adopted.add(uri);
    return place.folder.setDocument(place.path, parsed, true);
  }

  async filesChanged(changes: readonly FileChange[], token: CancellationToken): Promise<readonly string[]> {
    const affected = new Set<string>();
    for (const { uri, type } of changes) {
      if (token.isCancellationRequested) break;
      const place = this.#placeOf(uri);
      if (!place) continue;
      for (const path of await this.#filesMeantBy(place.folder, place.path, type, token)) {
        for (const changed of await this.#fileChanged(place.folder, path, type, token)) affected.add(changed);
      }
    }
    return [...affected];
  }

  /** Editors report a folder that was renamed, added or deleted as one event for the folder itself. */
  async #filesMeantBy(
    folder: Folder,
    path: string,
    type: FileChange['type'],
    token: CancellationToken,
  ): Promise<readonly string[]> {
    if (type === 'deleted') return folder.hasFile(path) ? [path] : [...folder.filesBelow(path), path];
    if (type === 'changed' || MARKDOWN.test(path) || folder.isConfig(path)) return [path];
    const inside = await this.#host.listFiles(folder.uriOf(path), token);
    return inside.length === 0 ? [path] : inside.map((entry) => `${path}/${entry.path}`);
  }

  async #fileChanged(
    folder: Folder,
    path: string,
    type: FileChange['type'],
    token: CancellationToken,
  ): Promise<readonly string[]> {
    const uri = folder.uriOf(path);
    if (folder.isConfig(path)) {
      await this.#readConfig(folder, path);
      await this.#readDocuments(folder, token);
      return folder.invalidate(() => true);
    }
    const setChanged = folder.setFile(path, type !== 'deleted');
    if (folder.evidence.forget(path)) folder.evidenceChanged();
    const affected = new Set<string>();
    const initiative = folder.entry(path)?.identity.initiative;
    if (type === 'deleted') folder.removeDocument(path);
    else if (MARKDOWN.test(path) && !this.openDocuments.has(uri)) await this.#readDocument(folder, path);
    const record = folder.entry(path);
    if (record) affected.add(record.uri);
    for (const changed of this.#invalidateReferrers(folder, path)) affected.add(changed);
    if (setChanged) {
      const owner = record?.identity.initiative ?? initiative;
      for (const changed of this.#invalidateInitiative(folder, owner)) affected.add(changed);
    }
    return [...affected];
  }

  /** Documents that point to a file of this name. */
  #invalidateReferrers(folder: Folder, path: string): readonly string[] {
    const name = baseName(path).toLowerCase();
    return folder.invalidate((record) => record.path !== path && record.facts.namesPointedTo.has(name));
  }

  /** Rules look at the set of documents of a phase, and at which phases there are. */
  #invalidateInitiative(folder: Folder, initiative: string | undefined): readonly string[] {
    if (initiative === undefined) return [];
    return folder.invalidate((record) => record.identity.initiative === initiative);
  }

  #placeOf(uri: string): { folder: Folder; path: string } | undefined {
    let best: { folder: Folder; path: string } | undefined;
    for (const folder of this.folders) {
      const path = folder.pathOf(uri);
      // The innermost folder owns the document.
      if (path !== undefined && (!best || path.length < best.path.length)) best = { folder, path };
    }
    return best;
  }

  async #readConfigs(folder: Folder): Promise<void> {
    const paths = [...folder.paths].filter((path) => folder.isConfig(path));
    await Promise.all(paths.map((path) => this.#readConfig(folder, path)));
  }

  async #readConfig(folder: Folder, path: string): Promise<void> {
    const uri = folder.uriOf(path);
    const text = await this.readText(uri);
    if (text === undefined) folder.setConfig(path, undefined, []);
    else {
      const { config, problems } = parseConfig(text, uri, ruleIds);
      folder.setConfig(path, config, problems);
    }
  }

  async #readDocuments(
    folder: Folder,
    token: CancellationToken,
    onProgress?: (done: number, total: number) => void,
  ): Promise<void> {
    const paths = [...folder.paths].filter(
      (path) => MARKDOWN.test(path) && this.#placeOf(folder.uriOf(path))?.folder === folder,
    );
    let next = 0;
    let done = 0;
    const worker = async () => {
      for (let path = paths[next++]; path !== undefined && !token.isCancellationRequested; path = paths[next++]) {
        await this.#readDocument(folder, path);
        onProgress?.(++done, paths.length);
      }
    };
    await Promise.all(Array.from({ length: READS_AT_ONCE }, worker));
  }

  async #readDocument(folder: Folder, path: string): Promise<void> {
    const uri = folder.uriOf(path);
    const open = this.openDocuments.get(uri);
    if (open) {
      folder.setDocument(path, open.parsed, this.#adopted.has(uri));
      return;
    }
    if (folder.isIgnored(path) && !this.#adopted.has(uri)) {
      folder.removeDocument(path);
      return;
    }
    const text = await this.#host.readFile(uri);
    const isPhaseDocument =
      text !== undefined &&
      (folder.identityByPath(path) !== undefined || MAY_IDENTIFY_ITSELF.test(text) || this.#adopted.has(uri));
    if (isPhaseDocument) folder.setDocument(path, parseDocument(text), this.#adopted.has(uri));
    else folder.removeDocument(path);
  }
}
