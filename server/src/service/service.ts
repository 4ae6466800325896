/**
 * The facade that every shell calls: language server, command line, browser worker. It owns the state (folders,
 * documents, caches) and no logic of its own about documents.
 */
import type { CodeLens, InlayHint, Position, Range } from 'vscode-languageserver-types';
import type { Diagnostic } from '../diagnostic';
import type { Config } from '../config';
import type { ClaimReport } from '../features/claimReports';
import type { InitiativeTrace } from '../features/trace/traceRequirements';
import type { PhaseReport } from '../features/report/phaseReport';
import type { CancellationToken } from '../host';
import type { IdentityExplanation } from './explainIdentity';
import type { BaselineEntry } from '../model/baseline/baselineFile';
import type { ConfigProblem } from '../model/configReader';
import type { DocumentEntry } from '../model/project';
import type { Findings } from '../rules/runRules';
import type {
  DerivedSchemaFile,
  DeriveSchemaParams,
  ArchivePlan,
  KindCount,
  NewConfiguration,
  ScaffoldParams,
  ScaffoldPlan,
  ScaffoldSource,
} from '../authoringProtocol';
import type {
  CodeLensSettings,
  DocumentStatus,
  NextFinding,
  NextFindingParams,
  PhaseTree,
  ReportFileParams,
  ReportPage,
  ReportPageParams,
} from '../protocol';
import type { ReviewService } from './reviewService';
import type { EditingService } from './editingService';
import type { NavigationService } from './navigationService';
import type { RenameService } from './renameService';

export interface PhaseDocsService extends EditingService, NavigationService, RenameService {
  /** Makes a workspace folder known. Nothing is read before {@link scan}. */
  addFolder(rootUri: string): void;
  removeFolder(rootUri: string): void;
  /** Reads the folders that are new or have changed as a whole. Resolves early when cancelled. */
  scan(token: CancellationToken, listener?: ScanListener): Promise<void>;

  openDocument(uri: string, text: string): void;
  /** Applies LSP content changes in order. Unknown documents are ignored. */
  changeDocument(uri: string, changes: readonly ContentChange[]): void;
  /** Resolves when what is on disk counts again. */
  closeDocument(uri: string): Promise<void>;
  /** Files that were created, changed or deleted on disk. Resolves with what has to be diagnosed again. */
  filesChanged(changes: readonly FileChange[], token: CancellationToken): Promise<readonly string[]>;

  /**
   * Finds out what takes longer than anybody waits for while typing, for all documents diagnosed so far at once: asks
   * version control, and reads artifacts that are very large. Resolves with what has to be diagnosed again. Never part
   * of a keystroke.
   */
  settle(options?: SettleOptions): Promise<readonly string[]>;

  /** All phase documents of all folders, by folder and path. */
  documents(): readonly DocumentEntry[];
  document(uri: string): DocumentEntry | undefined;
  /** URIs of files that are phase documents by their names and cannot be read: binary, too large, protected. */
  unreadableDocuments(): readonly string[];
  /**
   * Treats a file as a phase document because the user named it, even where no convention claims it: kind and phase
   * come from its title. Undefined if it cannot be read.
   */
  adopt(uri: string): Promise<DocumentEntry | undefined>;

  /** Why a file of the workspace is the document that it is, or none; undefined for a file of no workspace folder. */
  explain(uri: string): Promise<IdentityExplanation | undefined>;

  /** Findings of one document in order of their place; empty for anything that is no phase document. */
  diagnose(uri: string, token: CancellationToken): Promise<readonly Diagnostic[]>;
  /** What a baseline has to say so that nothing that is found in a document now is new. */
  knownFindings(uri: string): Promise<readonly BaselineEntry[]>;
  /** As {@link diagnose}, with an id. */
  report(uri: string, token: CancellationToken): Promise<DiagnosticReport>;
  /** What is configured for a file: defaults, presets, and the configurations of all folders that hold it. */
  configOf(uri: string): Config;
  /** As {@link diagnose}, with what the document's comments waive. */
  findings(uri: string): Promise<Findings>;
  /** Mistakes in configuration files, in all of them or in one. */
  configProblems(uri?: string): readonly ConfigProblem[];

  /** Every strong claim of a document with its verdict, in order of place; on demand the weak ones too. */
  claims(uri: string, options?: { readonly weak?: boolean }): Promise<readonly ClaimReport[]>;

  /** For each initiative what its requirements have come to, in the order of {@link tree}. */
  trace(token: CancellationToken): Promise<readonly InitiativeTrace[]>;

  /** Verdicts of the strong claims on these lines. */
  inlayHints(uri: string, range: Range): Promise<readonly InlayHint[]>;
  /** The same as tokens of LSP; default: of the whole document. */
  semanticTokens(uri: string, range?: Range): Promise<readonly number[]>;
  /** @param wanted default: all */
  codeLenses(uri: string, token: CancellationToken, wanted?: CodeLensSettings): Promise<readonly CodeLens[]>;

  tree(token: CancellationToken): Promise<PhaseTree>;
  /** The configuration that declares these documents as finished; undefined if it has mistakes. */
  planArchive(uris: readonly string[]): Promise<ArchivePlan | undefined>;
  /** Everything that a report tells, of all initiatives or of some. */
  phaseReport(token: CancellationToken, options?: PhaseReportOptions): Promise<PhaseReport>;
  /** The same for a view of the editor. */
  reportPage(params: ReportPageParams, token: CancellationToken): Promise<ReportPage>;
  /** The same for a file. */
  reportFile(params: ReportFileParams, token: CancellationToken): Promise<string>;
  documentStatus(uri: string, token: CancellationToken): Promise<DocumentStatus | undefined>;
  nextFinding(params: NextFindingParams, token: CancellationToken): Promise<NextFinding | undefined>;
  /** Undefined if there are no such documents. */
  deriveSchema(params: DeriveSchemaParams): Promise<DerivedSchemaFile | undefined>;
  documentKinds(folder?: string): readonly KindCount[];
  scaffoldSources(uri: string | undefined): readonly ScaffoldSource[];
  scaffold(params: ScaffoldParams): Promise<ScaffoldPlan>;
  /** The configuration that the documents of a folder suggest; undefined for a folder of no workspace. */
  planConfiguration(folderUri: string): NewConfiguration | undefined;
  /** Claims with what reviewers say of them. */
  readonly reviews: ReviewService;
  /** The page of a rule as Markdown. */
  rulePage(rule: string): string | undefined;
}

/** Hears how the reading of a workspace goes on. */
export interface ScanListener {
  readonly onProgress?: (done: number, total: number) => void;
  /**
   * The documents that are open in an editor, and those around them, have been read: they can be diagnosed, though not for
   * good. Not called where nothing is open.
   */
  readonly onOpenRead?: (uris: readonly string[]) => void;
}

export interface PhaseReportOptions {
  /** Which documents are told of. Default: all. */
  readonly includes?: (entry: DocumentEntry) => boolean;
  /** Why the history is not read; without it, it is. */
  readonly withoutTrend?: string;
  /** Requirements are not followed: the numbers are wanted only. */
  readonly withoutRequirements?: boolean;
}

export interface SettleOptions {
  /** Asks version control also for what only hovers, lists of claims and fixes show: ages of artifacts, commits. */
  readonly details?: boolean;
}

/** The findings of a version of a document. */
export interface DiagnosticReport {
  /** The same as before if and only if the same is found: an edit of a line about which nothing is said changes nothing. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** As in LSP: without range, the whole text. */
export interface ContentChange {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

export interface FileChange {
  readonly uri: string;
  readonly type: 'created' | 'changed' | 'deleted';
}
