/** Requests and notifications beyond LSP, shared by server and client. The client imports nothing else of the server. */
import type { Command, Location, Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { ClaimVerdict } from './reviewProtocol';

/** A method name with the types of its parameters and result. */
export interface Method<Params, Result> {
  readonly name: string;
  /** Only for the types. */
  readonly types?: { readonly params: Params; readonly result: Result };
}

/** Client to server: the tree of initiatives, phases and documents, for the Phases view. */
export const treeRequest: Method<Record<string, never>, PhaseTree> = { name: 'phaseDocs/tree' };

/** Server to client: the answers of `phaseDocs/tree` and `phaseDocs/documentStatus` may have changed. */
export const projectChangedNotification: Method<Record<string, never>, void> = { name: 'phaseDocs/projectChanged' };

/** Client to server: the next finding of the claims family after a place, over all documents of the workspace. */
export const nextFindingRequest: Method<NextFindingParams, NextFinding | null> = { name: 'phaseDocs/nextFinding' };

/** Client to server: what the status bar shows for a document; null if it is no phase document. */
export const documentStatusRequest: Method<DocumentParams, DocumentStatus | null> = {
  name: 'phaseDocs/documentStatus',
};

/** Client to server: the sections that the schema knows and the document lacks, with the edit that inserts each. */
export const insertableSectionsRequest: Method<DocumentParams, readonly InsertableSection[]> = {
  name: 'phaseDocs/insertableSections',
};

/** Client to server: the phases after which a next one can be scaffolded, the one of the given document first. */
export const scaffoldSourcesRequest: Method<Partial<DocumentParams>, readonly ScaffoldSource[]> = {
  name: 'phaseDocs/scaffoldSources',
};

/** Client to server: the files that a scaffold would create. Nothing is written. */
export const scaffoldRequest: Method<ScaffoldParams, ScaffoldPlan> = { name: 'phaseDocs/scaffold' };

/** Client to server: a schema made from documents of the workspace; null if there are none. */
export const deriveSchemaRequest: Method<DeriveSchemaParams, DerivedSchemaFile | null> = {
  name: 'phaseDocs/deriveSchema',
};

/** Client to server: the kinds of documents of the workspace, the most common first. */
export const documentKindsRequest: Method<{ readonly folder?: string }, readonly KindCount[]> = {
  name: 'phaseDocs/documentKinds',
};

/** Client to server: the configuration that a folder's documents suggest; null for a folder of no workspace. */
export const planConfigurationRequest: Method<DocumentParams, NewConfiguration | null> = {
  name: 'phaseDocs/planConfiguration',
};

/** Client to server: the edit that applies all safe fixes: of a rule or of all, in a document or in all. Nothing is written. */
export const fixAllRequest: Method<FixAllParams, FixAllOutcome> = { name: 'phaseDocs/fixAll' };

/** Client to server: the edit that makes what is dropped or pasted on a claim its evidence; null where it would not be. */
export const attachEvidenceRequest: Method<AttachEvidenceParams, WorkspaceEdit | null> = {
  name: 'phaseDocs/attachEvidence',
};

/** Client to server: the configuration that declares documents as finished; null if it has mistakes. Nothing is written. */
export const planArchiveRequest: Method<{ readonly uris: readonly string[] }, ArchivePlan | null> = {
  name: 'phaseDocs/planArchive',
};

/** Client to server: the report as the parts of a page whose links are commands of the editor. */
export const reportPageRequest: Method<ReportPageParams, ReportPage | null> = { name: 'phaseDocs/reportPage' };

/** Client to server: the report as the text of a file; null if it cannot be made. Nothing is written. */
export const reportFileRequest: Method<ReportFileParams, string | null> = { name: 'phaseDocs/reportFile' };

/** Client to server: the page of a rule as Markdown; null for an unknown id. */
export const rulePageRequest: Method<{ readonly rule: string }, string | null> = { name: 'phaseDocs/rulePage' };

/** Server to client, only where the server has no file system of its own: paths of all files below a root. */
export const listFilesRequest: Method<{ readonly rootUri: string }, readonly string[]> = {
  name: 'phaseDocs/listFiles',
};

/** Server to client, only where the server has no file system of its own: the text of a file, null if unreadable. */
export const readFileRequest: Method<{ readonly uri: string }, string | null> = { name: 'phaseDocs/readFile' };

/** Server to client, after a file could not be read: why, so that an author can be told. */
export const readFailureRequest: Method<{ readonly uri: string }, ReadFailure> = { name: 'phaseDocs/readFailure' };

export type ReadFailure =
  | { readonly status: 'missing' | 'not-text' | 'unreadable' }
  | { readonly status: 'too-large'; readonly mostBytes: number };

/**
 * Folders that hold no words of the project: version control, installed packages, caches. Whoever lists files leaves them
 * out: the server where it reads them, the client where it does for the server. Folders that tools write results to
 * (`dist`, `build`, `target`, `coverage`) are listed, because evidence stands there.
 */
export const skippedFolders: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.jj',
  '.svn',
  'node_modules',
  'bower_components',
  '.pnpm-store',
  '.yarn',
  '.venv',
  'venv',
  '__pycache__',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.tox',
  '.gradle',
  '.terraform',
  '.next',
  '.nuxt',
  '.turbo',
  '.cache',
]);

/** Initialization options that the client sends. */
export interface InitializationOptions {
  /** Whether the server must ask the client for files. Default: it reads them itself. */
  readonly clientFiles?: boolean;
  /** Whether it follows `command:` links to the {@link clientCommands}. Default: it does not. */
  readonly commandLinks?: boolean;
  /** Whether the user trusts the workspace: only then version control is asked. Default: it is trusted. */
  readonly isTrusted?: boolean;
}

/** Settings below `phaseDocs.` in the editor that the server reads; everything about documents is in `.phase-docs.yaml`. */
export interface EditorSettings {
  readonly codeLens: CodeLensSettings;
  readonly hints: { readonly enabled: boolean };
  /** Whether the verdict of each claim stands behind it. */
  readonly inlayHints: { readonly enabled: boolean };
  /** Whether claims are coloured by verdict. */
  readonly semanticHighlighting: { readonly enabled: boolean };
}

export interface CodeLensSettings {
  /** Whether there are any. */
  readonly enabled: boolean;
  /** Above the title: claims by verdict. */
  readonly document: boolean;
  /** Above headings: claims that are not supported, and the evidence. */
  readonly sections: boolean;
  /** Above headings: what became of what they leave to a later phase. */
  readonly obligations: boolean;
  /** Above title and headings: who refers to them. */
  readonly references: boolean;
}

/** Which documents a schema is made from: these, or those of a kind, everywhere or below a folder. */
export interface DeriveSchemaParams {
  readonly uris?: readonly string[];
  /** URI. */
  readonly folder?: string;
  /** Only documents of this kind; a name that no document has makes a kind of all of them. Default: the most common. */
  readonly kind?: string | undefined;
}

export interface DerivedSchemaFile {
  readonly kind: string;
  /** YAML with comments. */
  readonly text: string;
  readonly documents: number;
  /** Documents that have all that the schema requires. */
  readonly passing: number;
}

export interface KindCount {
  readonly kind: string;
  /** `hand-off`. */
  readonly label: string;
  readonly documents: number;
}

export interface AttachEvidenceParams {
  readonly uri: string;
  readonly position: Position;
  /** Files; empty: the text is meant. */
  readonly files: readonly string[];
  /** A path or a commit, and nothing else. */
  readonly text?: string;
}

export interface FixAllParams {
  /** The document; default: all of the workspace. */
  readonly uri?: string;
  /** Only findings of this rule; default: of all. */
  readonly rule?: string;
}

export interface FixAllOutcome {
  readonly edit: WorkspaceEdit;
  /** Findings that it fixes, and the documents that it changes. */
  readonly findings: number;
  readonly documents: number;
}

export interface DocumentParams {
  readonly uri: string;
}

/** A configuration to be created. */
export interface NewConfiguration {
  readonly uri: string;
  readonly text: string;
  /** What was found, in one sentence. */
  readonly summary: string;
}

export interface NextFindingParams {
  /** Where to start; without it, at the first document. */
  readonly uri?: string;
  readonly position?: Position;
  readonly direction: 'next' | 'previous';
  /** Goes to claims with this verdict instead of to missing evidence. */
  readonly verdict?: ClaimVerdict;
}

export interface NextFinding {
  readonly location: Location;
  /** Undefined for a claim that was asked for by its verdict. */
  readonly rule?: string;
  readonly message: string;
  /** One-based number of the finding, and how many there are. */
  readonly index: number;
  readonly total: number;
}

export interface DocumentStatus {
  /** As shown: `Hand-off, phase 8`. */
  readonly title: string;
  readonly counts: FindingCounts;
  /** Strong claims: all, those that evidence supports, and those that a comment waives with a reason. */
  readonly claims: { readonly total: number; readonly supported: number; readonly waived: number };
}

export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
}

export interface PhaseTree {
  readonly initiatives: readonly InitiativeNode[];
}

export interface InitiativeNode {
  /** Stable over versions of the tree. */
  readonly id: string;
  readonly label: string;
  /** Path of the initiative's folder relative to the workspace folder. */
  readonly description: string;
  /** The folder itself. */
  readonly uri: string;
  readonly progress: Progress;
  readonly counts: FindingCounts;
  readonly phases: readonly PhaseNode[];
  /** Documents that belong to no single phase: PRD, to-do list … */
  readonly documents: readonly DocumentNode[];
}

export interface PhaseNode {
  readonly id: string;
  /** `Phase 8`. */
  readonly label: string;
  readonly progress: Progress;
  readonly counts: FindingCounts;
  readonly documents: readonly DocumentNode[];
}

export interface DocumentNode {
  readonly id: string;
  readonly uri: string;
  /** `Hand-off`. */
  readonly label: string;
  /** File name. */
  readonly description: string;
  readonly progress: Progress;
  readonly counts: FindingCounts;
}

/** How far something is, as found in the documents; every number can be explained. */
export interface Progress {
  readonly state: ProgressState;
  /** The status as written in the document that speaks for it; undefined if {@link state} comes from elsewhere. */
  readonly declared?: string;
  /** Check boxes outside code, done and all. */
  readonly tasks: { readonly done: number; readonly total: number };
  /** Strong claims that evidence supports, those that a comment waives with a reason, and all. */
  readonly claims: { readonly supported: number; readonly waived: number; readonly total: number };
  /** What was promised there and was due, and is answered nowhere. */
  readonly unanswered?: number;
  /** One sentence on what was counted, for a tooltip. */
  readonly explanation: string;
}

export type ProgressState = 'done' | 'partial' | 'active' | 'planned' | 'blocked' | 'failed' | 'cancelled' | 'unknown';

export interface InsertableSection {
  readonly title: string;
  /** `Missing` or what the section is for. */
  readonly description: string;
  readonly required: boolean;
  readonly edit: WorkspaceEdit;
  /** Where the new section begins, once inserted. */
  readonly range: Range;
}

export interface ScaffoldSource {
  readonly initiativeId: string;
  /** `Phase 8 of worker refactor`. */
  readonly label: string;
  readonly phase: string;
  /** The id that follows in order. */
  readonly suggestedPhase: string;
  /** Kinds that a new phase gets, with those chosen at first. */
  readonly kinds: readonly { readonly kind: string; readonly label: string; readonly picked: boolean }[];
}

export interface ScaffoldParams {
  readonly initiativeId: string;
  /** The phase that has ended. */
  readonly phase: string;
  /** Id of the new phase, as typed. */
  readonly nextPhase: string;
  readonly kinds: readonly string[];
}

export interface ScaffoldPlan {
  readonly files: readonly ScaffoldFile[];
  /** Why something cannot be made, for the user. Files are empty then. */
  readonly problem?: string;
}

export interface ScaffoldFile {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
  /** True if there is such a file already: it is left alone. */
  readonly exists: boolean;
}

export interface ArchivePlan {
  /** Of the configuration. */
  readonly uri: string;
  readonly exists: boolean;
  /** All of it, as it would be. */
  readonly text: string;
  readonly globs: readonly string[];
}

export interface ReportPageParams {
  /** Of the tree; without it, all initiatives are told of. */
  readonly initiativeId?: string;
  /** Why the history is not read; without it, it is, and that takes its time. */
  readonly withoutTrend?: string;
}

/** Parts of an HTML page. Needs neither scripts nor anything from elsewhere. */
export interface ReportPage {
  readonly title: string;
  /** CSS, in colours of the editor's theme. */
  readonly style: string;
  /** What stands in the body. */
  readonly body: string;
}

export interface ReportFileParams {
  readonly initiativeId?: string;
  readonly format: 'html' | 'markdown';
  /** Where it will be saved: its links are relative to that. Without it, to the workspace folder. */
  readonly targetUri?: string;
}

/** Commands that the server names in code lenses and code actions and the client carries out. */
export const clientCommands = {
  /** Arguments: uri, position. Shows the next missing evidence from there. */
  nextMissingEvidence: 'phaseDocs.nextMissingEvidence',
  /** Arguments: {@link FixAllParams}. Applies all safe fixes of a rule or of all, in a document or in all. */
  fixAll: 'phaseDocs.fixAll',
  /** Arguments: uri, position, locations. Shows the places beside each other, at the position. */
  showPlaces: 'phaseDocs.showPlaces',
  /** Arguments: uri, position. Opens a place. */
  openPlace: 'phaseDocs.openPlace',
  /** Arguments: rule id. Opens the page of the rule. */
  showRule: 'phaseDocs.showRule',
} as const satisfies Record<string, Command['command']>;
