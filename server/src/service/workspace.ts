/** All workspace folders and the documents that editors hold open; keeps records in step with both. */
import { URI } from 'vscode-uri';
import { defaultConfig, type Config } from '../config';
import { neverCancelled, type CancellationToken, type Host, type ReadOutcome } from '../host';
import { configFileName } from '../model/configFile';
import { listsTests } from '../model/evidence/evidenceFacts';
import { baseName } from '../model/paths';
import { rules } from '../rules/index';
import type { ParsedDocument } from '../syntax/document';
import { parseDocument } from '../syntax/parseDocument';
import { explainIdentity, type IdentityExplanation } from './explainIdentity';
import { loadConfig, noConfig, unreadableConfig } from './loadConfig';
import { Folder, parseUri, sameMembers, type DocumentRecord } from './folder';
import { readBaseline } from './folderBaselines';
import { mayIdentifyItself } from './mayIdentifyItself';
import type { OpenDocument } from './openDocument';
import { forEachOf, nearOf } from './readOrder';
import type { FileChange, ScanListener } from './service';

const MARKDOWN = /\.(?:md|markdown)$/i;
const ruleIds = rules.map((rule) => rule.id);

export class Workspace {
  readonly openDocuments = new Map<string, OpenDocument>();
  readonly folders: Folder[] = [];
  readonly #host: Host;
  readonly #unscanned = new Set<Folder>();
  /** URIs of folders that a configuration in an outer folder has made roots. */
  readonly #implied = new Map<string, Folder>();
  /** Documents that the user named; they stay phase documents whatever they are called. */
  readonly #adopted = new Set<string>();
  #generation = 0;
  /** Changes are taken in one after the other: what is read last is what counts. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(host: Host) {
    this.#host = host;
  }

  addFolder(rootUri: string): void {
    const folder = new Folder(rootUri, () => ++this.#generation);
    if (this.folders.some((known) => known.rootUri === folder.rootUri)) return;
    this.folders.push(folder);
    this.#unscanned.add(folder);
    this.#rescanAround(folder);
  }

  removeFolder(rootUri: string): void {
    const wanted = parseUri(rootUri).toString();
    const index = this.folders.findIndex((folder) => folder.rootUri === wanted);
    const [removed] = index < 0 ? [] : this.folders.splice(index, 1);
    if (!removed) return;
    this.#unscanned.delete(removed);
    this.#implied.delete(removed.rootUri);
    for (const [inner, owner] of this.#implied) if (owner === removed) this.removeFolder(inner);
    this.#rescanAround(removed);
  }

  /** The folders that hold this one lose its documents to it, or get them back. */
  #rescanAround(inner: Folder): void {
    for (const folder of this.folders) {
      if (folder !== inner && folder.pathOf(inner.rootUri) !== undefined) this.#unscanned.add(folder);
    }
  }

  records(): readonly DocumentRecord[] {
    return this.folders.flatMap((folder) => folder.documents);
  }

  find(uri: string): { folder: Folder; record: DocumentRecord } | undefined {
    const place = this.#placeOf(uri);
    const record = place?.folder.entry(place.path);
    return place && record && { folder: place.folder, record };
  }

  configOf(uri: string): Config {
    const place = this.#placeOf(uri);
    return place ? place.folder.configFor(place.path) : defaultConfig;
  }

  /** The workspace folder that a file is in or would be in, and its path there. */
  folderOf(uri: string): { readonly folder: Folder; readonly path: string } | undefined {
    return this.#placeOf(uri);
  }

  /** Why the file is the document that it is, or none. */
  async explain(uri: string): Promise<IdentityExplanation | undefined> {
    const place = this.#placeOf(uri);
    if (!place) return undefined;
    const { folder, path } = place;
    const text = await this.readText(uri);
    const parsed = text === undefined ? undefined : parseDocument(text);
    return explainIdentity(path, parsed, folder.identities, folder.settings);
  }

  /** Files that are phase documents by their names, but whose text cannot be had. */
  unreadable(): readonly string[] {
    return this.folders.flatMap((folder) => folder.unreadable.map((path) => folder.uriOf(path)));
  }

  async readText(uri: string): Promise<string | undefined> {
    return this.openDocuments.get(URI.parse(uri).toString())?.parsed.text ?? (await this.#host.readFile(uri));
  }

  /** As `Host.readChunks`; what an editor holds comes first. */
  async readChunks(uri: string, mostBytes: number, take: (chunk: string) => boolean): Promise<ReadOutcome> {
    const open = this.openDocuments.get(URI.parse(uri).toString());
    if (!open && this.#host.readChunks) return this.#host.readChunks(uri, mostBytes, take);
    const text = open?.parsed.text ?? (await this.#host.readFile(uri));
    if (text === undefined) return { status: 'unreadable' };
    take(text);
    return { status: 'read' };
  }

  async scan(token: CancellationToken, listener: ScanListener = {}): Promise<void> {
    // More may come while it goes on: a configuration can make its folder a root.
    for (let [folder] = this.#unscanned; folder; [folder] = this.#unscanned) {
      const files = await this.#host.listFiles(folder.rootUri, token);
      folder.setFiles(files.map(({ path }) => path));
      this.#dropStrangers(folder);
      await this.#readConfigs(folder);
      await this.#readSchemas(folder);
      for (const path of folder.paths) await this.#readBaseline(folder, path);
      await this.#readDocuments(folder, token, listener);
      if (token.isCancellationRequested) return;
      this.#unscanned.delete(folder);
    }
  }

  /** Documents that are gone, or that belong to a folder inside this one. */
  #dropStrangers(folder: Folder): void {
    for (const { path, uri } of folder.documents) {
      const isHere = folder.hasFile(path) || this.openDocuments.has(uri);
      if (!isHere || !this.#owns(folder, path)) folder.removeDocument(path);
    }
  }

  #owns(folder: Folder, path: string): boolean {
    return this.#placeOf(folder.uriOf(path))?.folder === folder;
  }

  /** A new version of an open document. */
  update(uri: string, parsed: ParsedDocument): void {
    const place = this.#placeOf(uri);
    if (!place) return;
    const { folder, path } = place;
    if (folder.previewConfig(path, parsed.text, ruleIds)) return;
    folder.schemas.preview(path, uri, parsed.text);
    if (!MARKDOWN.test(path)) return;
    const before = folder.entry(path);
    const facts = before?.facts;
    const identity = before?.identity;
    const after = folder.setDocument(path, parsed, this.#adopted.has(uri));
    if (before !== after || !facts || !after || !sameMembers(facts.slugs, after.facts.slugs)) {
      this.#invalidateReferrers(folder, path);
    } else if (
      facts.isEmpty !== after.facts.isEmpty ||
      !sameMembers(facts.baselessClaims, after.facts.baselessClaims)
    ) {
      // Who points here for evidence may point to nothing or to a mere repetition now, or no longer.
      if (this.#invalidateReferrers(folder, path).length > 0) folder.evidenceChanged();
    }
    const isDifferent =
      identity !== after?.identity || (facts && after && !sameMembers(facts.droppedPhases, after.facts.droppedPhases));
    if (isDifferent) this.#invalidateInitiative(folder, identity?.initiative ?? after?.identity.initiative);
  }

  /** A document was closed: what is on disk counts again, once this resolves. */
  async forget(uri: string): Promise<void> {
    const place = this.#placeOf(uri);
    if (!place) return;
    const { folder, path } = place;
    const record = folder.entry(path);
    if (record) {
      record.document = undefined;
      folder.refresh(record);
    }
    // It may have been deleted while it was open, or never saved.
    await this.filesChanged([{ uri, type: folder.hasFile(path) ? 'changed' : 'deleted' }], neverCancelled);
  }

  adopt(uri: string, parsed: ParsedDocument): DocumentRecord | undefined {
    const place = this.#placeOf(uri);
    if (!place) return undefined;
    this.#adopted.add(uri);
    return place.folder.setDocument(place.path, parsed, true);
  }

  filesChanged(changes: readonly FileChange[], token: CancellationToken): Promise<readonly string[]> {
    const result = this.#turn.then(() => this.#takeIn(changes, token));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #takeIn(changes: readonly FileChange[], token: CancellationToken): Promise<readonly string[]> {
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
    const { changed: setChanged, otherConventions } = folder.setFile(path, type !== 'deleted');
    const configs = folder.isConfig(path) ? [path] : folder.settings.extending(path);
    for (const config of configs) await this.#readConfig(folder, config);
    if (configs.length > 0) await this.#configsChanged(folder, uri);
    if (configs.length === 0 && folder.schemas.concerns(path)) {
      await this.#readSchemas(folder);
      await this.#readDocuments(folder, token);
      return [uri, ...folder.invalidate(() => true)];
    }
    if (configs.length > 0 || otherConventions) {
      if (type === 'deleted') folder.removeDocument(path);
      if (folder.evidence.forget(path)) folder.evidenceChanged();
      await this.scan(token);
      await this.#readSchemas(folder);
      await this.#readDocuments(folder, token);
      return [uri, ...this.folders.flatMap((one) => one.invalidate(() => true))];
    }
    if (await this.#readBaseline(folder, path)) return [uri, ...folder.invalidate(() => true)];
    if (folder.evidence.forget(path)) folder.evidenceChanged();
    const affected = new Set<string>();
    if (listsTests(path))
      for (const changed of folder.invalidate((record) => record.asksReports)) affected.add(changed);
    const before = folder.entry(path)?.identity;
    if (type === 'deleted') folder.removeDocument(path);
    else if (MARKDOWN.test(path) && !this.openDocuments.has(uri)) await this.#readDocument(folder, path);
    const record = folder.entry(path);
    if (record) affected.add(record.uri);
    for (const changed of this.#invalidateReferrers(folder, path)) affected.add(changed);
    for (const changed of folder.refreshDependants(path)) affected.add(changed);
    if (setChanged || before !== record?.identity) {
      const owner = record?.identity.initiative ?? before?.initiative;
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
    this.#matchInnerFolders(folder);
  }

  #readBaseline(folder: Folder, path: string): Promise<boolean> {
    return readBaseline(folder, path, (uri) =>
      this.#owns(folder, path) ? this.readText(uri) : Promise.resolve(undefined),
    );
  }

  async #readConfig(folder: Folder, path: string): Promise<void> {
    if (!folder.hasFile(path)) {
      folder.setConfig(path, noConfig);
      return;
    }
    const loaded = await loadConfig(path, {
      ruleIds,
      // What is saved counts, not what is being typed.
      read: (file) => this.#host.readFile(folder.uriOf(file)),
      uriOf: (file) => folder.uriOf(file),
    });
    const problems = loaded.layer === undefined ? [unreadableConfig(folder.uriOf(path))] : loaded.problems;
    // Those of a folder inside are told by that one.
    folder.setConfig(path, { ...loaded, problems: this.#owns(folder, path) ? problems : [] });
  }

  /** Folders may have become roots, or be none any more. */
  async #configsChanged(folder: Folder, uri: string): Promise<void> {
    this.#matchInnerFolders(folder);
    const outer = this.#implied.get(folder.rootUri);
    const path = outer?.pathOf(uri);
    if (!outer || path === undefined) return;
    await this.#readConfig(outer, path);
    this.#matchInnerFolders(outer);
  }

  /** A folder whose configuration says that it is a root becomes a workspace folder of its own, like one that is added. */
  #matchInnerFolders(outer: Folder): void {
    const wanted = new Set(outer.settings.roots.map((path) => parseUri(outer.uriOf(path)).toString()));
    for (const rootUri of wanted) {
      if (this.folders.some((folder) => folder.rootUri === rootUri)) continue;
      this.addFolder(rootUri);
      this.#implied.set(rootUri, outer);
      const config = outer.pathOf(`${rootUri}/${configFileName}`);
      if (config !== undefined) outer.settings.setProblems(config, []);
    }
    for (const [rootUri, owner] of this.#implied) {
      if (owner === outer && !wanted.has(rootUri)) this.removeFolder(rootUri);
    }
    // Files of folders inside show nothing of the conventions outside.
    outer.identities.reset();
  }

  async #readSchemas(folder: Folder): Promise<void> {
    await folder.schemas.load(folder.configs, folder, (uri) => this.#host.readFile(uri));
  }

  /** Those that are open and those around them first: who looks at one need not wait for all. */
  async #readDocuments(
    folder: Folder,
    token: CancellationToken,
    { onProgress, onOpenRead }: ScanListener = {},
  ): Promise<void> {
    const paths = [...folder.paths].filter((path) => MARKDOWN.test(path) && this.#owns(folder, path));
    let done = 0;
    const readAll = (wanted: readonly string[]) =>
      forEachOf(wanted, token, async (path) => {
        await this.#readDocument(folder, path);
        onProgress?.(++done, paths.length);
      });
    const open = onOpenRead ? this.#openIn(folder) : [];
    if (!onOpenRead || open.length === 0) return readAll(paths);
    const isNear = nearOf(open, folder);
    await readAll(paths.filter(isNear));
    if (!token.isCancellationRequested) onOpenRead(open.map(({ uri }) => uri));
    await readAll(paths.filter((path) => !isNear(path)));
    // What was found meanwhile did not know of all.
    folder.invalidate(() => true);
  }

  #openIn(folder: Folder): readonly { readonly uri: string; readonly path: string }[] {
    return [...this.openDocuments.keys()].flatMap((uri) => {
      const place = this.#placeOf(uri);
      return place?.folder === folder ? [{ uri, path: place.path }] : [];
    });
  }

  async #readDocument(folder: Folder, path: string): Promise<void> {
    const uri = folder.uriOf(path);
    const isNamed = this.#adopted.has(uri);
    const isWanted = folder.identities.exclusionOf(path, 'configuration') === undefined || isNamed;
    const text = isWanted && !this.openDocuments.has(uri) ? await this.#host.readFile(uri) : undefined;
    // Asked only now: it may have been opened while the file was read.
    const open = this.openDocuments.get(uri);
    const isCalledSo = folder.identities.byPath(path) !== undefined;
    folder.setReadable(path, text !== undefined || open !== undefined || !isCalledSo);
    if (open) folder.setDocument(path, open.parsed, isNamed);
    else if (
      text !== undefined &&
      (isCalledSo || isNamed || mayIdentifyItself(text) || folder.identities.needsContent(path))
    )
      folder.setDocument(path, parseDocument(text), isNamed);
    else folder.removeDocument(path);
  }
}
