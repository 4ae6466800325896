/** Composition root of the core: folders, documents and caches behind the {@link PhaseDocsService} facade. */
import type { Range } from 'vscode-languageserver-types';
import type { Diagnostic, FixableDiagnostic } from '../diagnostic';
import { attachDropped } from '../features/attachDropped';
import { getBindings } from '../features/bindings';
import { countClaims } from '../features/claimCounts';
import { getClaimReports, type ClaimReport } from '../features/claimReports';
import { getCodeLenses } from '../features/codeLenses';
import { getCompletions } from '../features/completion';
import { documentLabel } from '../features/documentLabel';
import { getDocumentLinks } from '../features/documentLinks';
import { getDocumentSymbols } from '../features/documentSymbols';
import { fixAll } from '../features/fixAll';
import { getFoldingRanges } from '../features/foldingRanges';
import { getHover } from '../features/hover';
import { getInlayHints } from '../features/inlayHints';
import { getInsertableSections } from '../features/insertSection';
import { findNext } from '../features/nextFinding';
import { buildPhaseTree, countFindings } from '../features/phaseTree';
import { planConfiguration } from '../features/planConfiguration';
import { fixableRules, rankFixes } from '../features/rankFixes';
import { getRulePage } from '../features/rulePage';
import { getScaffoldSources, planScaffold } from '../features/scaffold';
import { getSemanticTokens } from '../features/semanticTokens';
import { getRequirementIds } from '../features/trace/giveIds';
import { getDefinitions, getReferences, type ReadDocument } from '../features/references';
import type { CancellationToken, Host, Logger } from '../host';
import { baselineOf } from '../model/baseline/documentBaseline';
import { findEvidenceNeeds } from '../model/evidence/evidenceNeeds';
import { configFileName } from '../model/configFile';
import { parentFolder } from '../model/paths';
import type { PhaseDocument } from '../model/phaseDocument';
import type { RuleContext } from '../rules/rule';
import { noFindings, type Findings } from '../rules/runRules';
import type { ParsedDocument } from '../syntax/document';
import { parseDocument } from '../syntax/parseDocument';
import { touches } from '../syntax/positions';
import type { EvidenceSource } from './artifactReadings';
import { countKinds, deriveFrom, isBelow } from './deriveFrom';
import { examineDocument } from './examineDocument';
import { parseUri, type DocumentRecord, type Folder } from './folder';
import { OpenDocument } from './openDocument';
import { createReviewService } from './reviewService';
import { entriesOf } from './knownFindings';
import { planArchive } from './planArchive';
import { createPhaseReports } from './phaseReports';
import { reportOf } from './reportOf';
import type { DiagnosticReport, PhaseDocsService } from './service';
import { traceInitiatives } from './traceInitiatives';
import { Workspace } from './workspace';

export interface ServiceOptions {
  readonly host: Host;
  readonly logger: Logger;
  /** Whether completions may hold tab stops. */
  readonly snippets?: boolean;
}

interface LoadedDocument {
  readonly folder: Folder;
  readonly record: DocumentRecord;
  readonly document: PhaseDocument;
}

export function createPhaseDocsService({ host, logger, snippets = false }: ServiceOptions): PhaseDocsService {
  const workspace = new Workspace(host);
  const open = workspace.openDocuments;

  /** The current version of a phase document, read from the host if it is not open. */
  const load = async (uri: string): Promise<LoadedDocument | undefined> => {
    const place = workspace.find(uri);
    if (!place) return undefined;
    const { folder, record } = place;
    if (record.document) return { folder, record, document: record.document };
    const parsed = await readParsed(record.uri);
    return parsed && { folder, record, document: folder.toPhaseDocument(record.path, record.identity, parsed) };
  };

  const readEntry: ReadDocument = async ({ uri }) => (await load(uri))?.document;

  const readParsed = async (uri: string): Promise<ParsedDocument | undefined> => {
    const text = await host.readFile(uri);
    return text === undefined ? undefined : parseDocument(text);
  };

  const sourceOf = (folder: Folder): EvidenceSource => ({
    readChunks: (path, mostBytes, take) => workspace.readChunks(folder.uriOf(path), mostBytes, take),
  });

  /** What the claims of a document point to is read before they are judged; version control is asked later, at once. */
  const gatherEvidence = async (
    { folder, record, document }: LoadedDocument,
    wantsCommits = open.has(record.uri),
  ): Promise<void> => {
    // What an artifact turns out not to show raises the question of another one, and what a name leads to one more.
    for (let round = 0; round < 3; round++) {
      const needs = findEvidenceNeeds(document, folder, wantsCommits);
      record.asksHistory = needs.dated.length + needs.commits.length > 0;
      record.asksReports = needs.namesTests;
      const hasLearnt = await folder.evidence.load(needs, sourceOf(folder));
      record.awaits = folder.evidence.largeOf(needs);
      if (!hasLearnt) return;
      folder.evidenceChanged();
    }
  };

  const examine = async (uri: string): Promise<Findings> => {
    const place = workspace.find(uri);
    if (!place) return noFindings;
    const { folder, record } = place;
    if (record.findings) return record.findings;
    const { generation } = record;
    const loaded = await load(uri);
    if (!loaded) return noFindings;
    await gatherEvidence(loaded);
    const findings = examineDocument(contextOf(folder, record, loaded.document), (rule, error) =>
      logger.error(`The rule ${rule} failed on ${record.path}.`, error),
    );
    // Something may have changed while the text was read; then this answer is not kept.
    if (record.generation === generation) record.findings = findings;
    if (!open.has(record.uri)) record.document = undefined;
    return findings;
  };

  const diagnose = async (uri: string): Promise<readonly Diagnostic[]> => (await examine(uri)).diagnostics;

  const report = async (uri: string): Promise<DiagnosticReport> => {
    const { diagnostics } = await examine(uri);
    return reportOf(workspace.find(uri)?.record, diagnostics);
  };

  /** What the tree and the walk through missing evidence need of every document. */
  const examineAll = async (token: CancellationToken) => {
    const all: { record: DocumentRecord; findings: Findings }[] = [];
    for (const record of workspace.records()) {
      if (token.isCancellationRequested) break;
      all.push({ record, findings: await examine(record.uri) });
    }
    return all;
  };

  const fixes = async (uri: string, range?: Range): Promise<readonly FixableDiagnostic[]> => {
    const loaded = await load(uri);
    if (!loaded) return [];
    const { folder, record, document } = loaded;
    const { diagnostics } = await examine(uri);
    // Candidates are named with what they measure at present, though no finding depends on it.
    await gatherEvidence(loaded, true);
    const context = contextOf(folder, record, document);
    return diagnostics
      .filter((diagnostic) => !range || touches(diagnostic.range, range))
      .map((diagnostic) => ({ diagnostic, fixes: diagnostic.fixes(context) }));
  };

  const claims = async (uri: string, withWeak: boolean): Promise<readonly ClaimReport[]> => {
    const loaded = await load(uri);
    return loaded ? getClaimReports(loaded.document, loaded.folder, await examine(uri), withWeak) : [];
  };

  const reviews = createReviewService({ workspace, load, examine }, host);
  const reports = createPhaseReports({
    workspace,
    past: host.past,
    examineAll,
    load,
    openAt: (past) => createPhaseDocsService({ host: past, logger }),
  });

  return {
    addFolder: (rootUri) => workspace.addFolder(rootUri),
    removeFolder: (rootUri) => workspace.removeFolder(rootUri),
    async scan(token, listener) {
      await workspace.scan(token, listener);
      await reviews.scan();
    },

    openDocument(uri, text) {
      const document = new OpenDocument(text);
      open.set(normalize(uri), document);
      workspace.update(normalize(uri), document.parsed);
      void reviews.fileChanged(uri);
    },
    changeDocument(uri, changes) {
      const document = open.get(normalize(uri));
      if (!document) return;
      for (const change of changes) document.apply(change);
      workspace.update(normalize(uri), document.parsed);
      void reviews.fileChanged(uri);
    },
    async closeDocument(uri) {
      open.delete(normalize(uri));
      await workspace.forget(normalize(uri));
      await reviews.fileChanged(uri);
    },
    async settle({ details = false } = {}) {
      const { history } = host;
      const affected = new Set<string>();
      for (const folder of workspace.folders) {
        const invalidate = (which: (record: DocumentRecord) => boolean) => {
          folder.evidenceChanged();
          for (const uri of folder.invalidate(which)) affected.add(uri);
        };
        const isLearnt = history && (await folder.evidence.ask(history, folder.rootUri));
        if (isLearnt) invalidate((record) => record.asksHistory);
        if (history && details) await folder.evidence.askDetails(history, folder.rootUri);
        if (!folder.evidence.hasLarge) continue;
        const paths = await folder.evidence.loadLarge(sourceOf(folder));
        if (paths.size > 0) invalidate((record) => [...record.awaits].some((path) => paths.has(path)));
      }
      return [...affected];
    },
    async filesChanged(changes, token) {
      const affected = await workspace.filesChanged(changes, token);
      const isReview = await Promise.all(changes.map(({ uri }) => reviews.fileChanged(uri)));
      return [...affected, ...changes.flatMap(({ uri }, i) => (isReview[i] ? [normalize(uri)] : []))];
    },

    documents: () => workspace.records(),
    document: (uri) => workspace.find(uri)?.record,
    unreadableDocuments: () => workspace.unreadable(),
    async adopt(uri) {
      const parsed = open.get(normalize(uri))?.parsed ?? (await readParsed(uri));
      return parsed && workspace.adopt(normalize(uri), parsed);
    },

    explain: (uri) => workspace.explain(normalize(uri)),

    diagnose,
    fixes,
    async attachEvidence({ uri, position, files, text }) {
      const loaded = await load(uri);
      if (!loaded) return undefined;
      const { document, folder } = loaded;
      const paths = files.map((file) => folder.pathOf(file) ?? '');
      const edit = attachDropped(document, folder, position.line, { paths, text });
      return edit && { changes: { [uri]: [edit] } };
    },
    async quickFixes(uri, range) {
      const found = await fixes(uri, range);
      return { fixes: rankFixes(found), rules: fixableRules(found) };
    },
    async fixAll(uri, rule) {
      const loaded = await load(uri);
      if (!loaded || loaded.record.identity.archived) return undefined;
      const { folder, record } = loaded;
      const fixesOf = async (parsed: ParsedDocument) => {
        const document = folder.toPhaseDocument(record.path, record.identity, parsed);
        await gatherEvidence({ folder, record, document });
        const context = contextOf(folder, record, document);
        const { diagnostics } = examineDocument(context, (failed, error) =>
          logger.error(`The rule ${failed} failed on ${record.path}.`, error),
        );
        return diagnostics.map((diagnostic) => ({ diagnostic, fixes: diagnostic.fixes(context) }));
      };
      return fixAll(loaded.document.uri, loaded.document.parsed, fixesOf, rule);
    },
    async refactorings(uri, range) {
      const loaded = await load(uri);
      if (!loaded) return [];
      await gatherEvidence(loaded);
      const { document, folder } = loaded;
      return [...getBindings(document, folder, range), ...getRequirementIds(document, range)];
    },
    async knownFindings(uri) {
      const loaded = await load(uri);
      return loaded ? entriesOf(loaded.document.parsed, await examine(uri)) : [];
    },
    report,
    configOf: (uri) => workspace.configOf(normalize(uri)),
    findings: examine,
    configProblems(uri) {
      const all = workspace.folders.flatMap((folder) => folder.problems);
      if (uri === undefined || all.length === 0) return all;
      const wanted = normalize(uri);
      return all.filter((problem) => problem.uri === wanted);
    },

    claims: (uri, { weak = false } = {}) => claims(uri, weak),

    trace: (token) => traceInitiatives(workspace.records(), { load, examine }, token),

    async definitions(uri, position) {
      const loaded = await load(uri);
      return loaded ? getDefinitions(loaded.document, loaded.folder, position, readEntry) : [];
    },
    async references(uri, position, withDefinition) {
      const loaded = await load(uri);
      return loaded ? getReferences(loaded.document, loaded.folder, position, withDefinition, readEntry) : [];
    },

    async hover(uri, position) {
      const loaded = await load(uri);
      if (!loaded) return undefined;
      return getHover(loaded.document, loaded.folder, loaded.document.schema, await examine(uri), position);
    },
    async completion(uri, position, today) {
      const loaded = await load(uri);
      if (!loaded) return [];
      // Evidence is offered with what it measures.
      await gatherEvidence(loaded);
      const { document, folder } = loaded;
      const sources = { project: folder, today };
      return getCompletions(document, document.schema, position, { snippets, files: folder.paths, sources });
    },
    async documentLinks(uri) {
      const loaded = await load(uri);
      return loaded ? getDocumentLinks(loaded.document, loaded.folder) : [];
    },
    async documentSymbols(uri) {
      const findings = await examine(uri);
      const loaded = await load(uri);
      return loaded ? getDocumentSymbols(loaded.document, loaded.record.facts, findings) : [];
    },
    inlayHints: async (uri, range) => getInlayHints(await claims(uri, false), range),
    semanticTokens: async (uri, range) =>
      getSemanticTokens((await load(uri))?.document.parsed, await claims(uri, false), range),
    async foldingRanges(uri) {
      const loaded = await load(uri);
      return loaded ? getFoldingRanges(loaded.document) : [];
    },
    async codeLenses(uri, _token, wanted) {
      const findings = await examine(uri);
      const loaded = await load(uri);
      return loaded ? getCodeLenses(loaded.document, loaded.record.facts, findings, loaded.folder, wanted) : [];
    },

    async tree(token) {
      const documents = [];
      for (const { record, findings } of await examineAll(token)) {
        const claims = countClaims(record.facts.strongClaims, findings);
        documents.push({ entry: record, diagnostics: findings.diagnostics, claims });
      }
      return buildPhaseTree(documents);
    },
    ...reports,
    planArchive: (uris) => planArchive(workspace, uris.map(normalize)),
    async documentStatus(uri) {
      const record = workspace.find(uri)?.record;
      if (!record) return undefined;
      const findings = await examine(uri);
      return {
        title: documentLabel(record.identity),
        counts: countFindings(findings.diagnostics),
        claims: countClaims(record.facts.strongClaims, findings),
      };
    },
    async nextFinding(params, token) {
      if (params.verdict !== undefined) return reviews.nextClaim(params, token);
      const { uri, position, direction } = params;
      const all = await examineAll(token);
      const documents = all.map(({ record, findings }) => ({ uri: record.uri, diagnostics: findings.diagnostics }));
      return findNext(documents, uri && position ? { uri: normalize(uri), position } : undefined, direction);
    },
    deriveSchema: ({ uris, folder, kind }) =>
      deriveFrom(workspace.records(), { load }, { uris: uris?.map(normalize), folder, kind }),
    documentKinds: (folder) => countKinds(workspace.records().filter(({ uri }) => isBelow(uri, folder))),
    async insertableSections(uri) {
      const loaded = await load(uri);
      const schema = loaded?.document.schema;
      return loaded && schema ? getInsertableSections(loaded.document, schema) : [];
    },
    scaffoldSources: (uri) => {
      const preferred = uri === undefined ? undefined : workspace.find(uri);
      const others = workspace.folders.filter((folder) => folder !== preferred?.folder);
      return [
        ...(preferred ? getScaffoldSources(preferred.folder, preferred.record.uri) : []),
        ...others.flatMap((folder) => getScaffoldSources(folder)),
      ];
    },
    async scaffold(params) {
      for (const folder of workspace.folders) {
        if (!getScaffoldSources(folder).some((source) => source.initiativeId === params.initiativeId)) continue;
        return planScaffold(folder, params, (uri) => workspace.readText(uri));
      }
      return { files: [], problem: 'There is no such initiative any more. Try again.' };
    },
    planConfiguration(folderUri) {
      const uri = `${normalize(folderUri)}/${configFileName}`;
      const place = workspace.folderOf(uri);
      if (!place) return undefined;
      const { folder, path } = place;
      const plan = planConfiguration({ folder: parentFolder(path), documents: folder.documents, paths: folder.paths });
      return { uri, ...plan };
    },
    reviews,
    rulePage: getRulePage,
  };
}

/** VS Code writes `%3A` and `c:` where others write `:` and `C:`; one spelling inside. */
function normalize(uri: string): string {
  return parseUri(uri).toString();
}

function contextOf(folder: Folder, { path }: DocumentRecord, document: PhaseDocument): RuleContext {
  const known = folder.baselines.entriesFor(path);
  const baseline = known && baselineOf(document.parsed, known);
  return { document, project: folder, config: folder.configFor(path), baseline };
}
