/** Composition root of the core: folders, documents and caches behind the {@link PhaseDocsService} facade. */
import type { Diagnostic } from '../diagnostic';
import { countClaims } from '../features/claimCounts';
import { getClaimReports, type ClaimReport } from '../features/claimReports';
import { getCodeLenses } from '../features/codeLenses';
import { documentLabel } from '../features/documentLabel';
import { getInlayHints } from '../features/inlayHints';
import { findNext } from '../features/nextFinding';
import { findOpenObligations } from '../features/openObligations';
import { buildPhaseTree, countFindings } from '../features/phaseTree';
import { planConfiguration } from '../features/planConfiguration';
import { getRulePage } from '../features/rulePage';
import { getSemanticTokens } from '../features/semanticTokens';
import type { Host, Logger } from '../host';
import { configFileName } from '../model/configFile';
import { parentFolder } from '../model/paths';
import { countKinds, deriveFrom, isBelow } from './deriveFrom';
import { parseUri, type DocumentRecord } from './folder';
import { OpenDocument } from './openDocument';
import { createReviewService } from './reviewService';
import { entriesOf } from './knownFindings';
import { planArchive } from './planArchive';
import { createPhaseReports } from './phaseReports';
import { reportOf } from './reportOf';
import { scaffoldPhase, scaffoldSources } from './scaffoldPhase';
import type { DiagnosticReport, PhaseDocsService } from './service';
import { traceInitiatives } from './traceInitiatives';
import { Workspace } from './workspace';
import { DocumentAccess } from './documentAccess';
import { createEditingService } from './editingService';
import { createNavigationService } from './navigationService';
import { createRenameService } from './renameService';

export interface ServiceOptions {
  readonly host: Host;
  readonly logger: Logger;
  /** Whether completions may hold tab stops. */
  readonly snippets?: boolean;
}

export function createPhaseDocsService({ host, logger, snippets = false }: ServiceOptions): PhaseDocsService {
  const workspace = new Workspace(host);
  const open = workspace.openDocuments;

  const documents = new DocumentAccess(workspace, host, logger);
  const { load, examine, examineAll } = documents;

  const diagnose = async (uri: string): Promise<readonly Diagnostic[]> => (await examine(uri)).diagnostics;

  const report = async (uri: string): Promise<DiagnosticReport> => {
    const { diagnostics } = await examine(uri);
    return reportOf(workspace.find(uri)?.record, diagnostics);
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
    ...createEditingService(documents, snippets),
    ...createNavigationService(documents),
    ...createRenameService(documents),
    ...reports,
    reviews,

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
        const paths = await folder.evidence.loadLarge(documents.sourceOf(folder));
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
      const parsed = open.get(normalize(uri))?.parsed ?? (await documents.readParsed(uri));
      return parsed && workspace.adopt(normalize(uri), parsed);
    },

    explain: (uri) => workspace.explain(normalize(uri)),

    diagnose,
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

    inlayHints: async (uri, range) => getInlayHints(await claims(uri, false), range),
    semanticTokens: async (uri, range) =>
      getSemanticTokens((await load(uri))?.document.parsed, await claims(uri, false), range),
    async codeLenses(uri, _token, wanted) {
      const findings = await examine(uri);
      const loaded = await load(uri);
      return loaded ? getCodeLenses(loaded.document, loaded.record.facts, findings, loaded.folder, wanted) : [];
    },

    async tree(token) {
      const documents = [];
      for (const { record, findings } of await examineAll(token)) {
        const claims = countClaims(record.facts.strongClaims, findings);
        const folder = workspace.find(record.uri)?.folder;
        const obligations = folder ? findOpenObligations(record, folder) : [];
        documents.push({ entry: record, diagnostics: findings.diagnostics, claims, obligations });
      }
      return buildPhaseTree(documents);
    },
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
    scaffoldSources: (uri) => scaffoldSources(workspace, uri),
    scaffold: (params) => scaffoldPhase(workspace, params, (folder) => documents.sourceOf(folder)),
    planConfiguration(folderUri) {
      const uri = `${normalize(folderUri)}/${configFileName}`;
      const place = workspace.folderOf(uri);
      if (!place) return undefined;
      const { folder, path } = place;
      const plan = planConfiguration({ folder: parentFolder(path), documents: folder.documents, paths: folder.paths });
      return { uri, ...plan };
    },
    rulePage: getRulePage,
  };
}

/** VS Code writes `%3A` and `c:` where others write `:` and `C:`; one spelling inside. */
function normalize(uri: string): string {
  return parseUri(uri).toString();
}
