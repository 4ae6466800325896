/** Requests and notifications beyond LSP. The client imports this and the protocols beside it, nothing else of the server. */
import type { Command, Location, Position, WorkspaceEdit } from 'vscode-languageserver-types';
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

/** Client to server: the edit that applies all safe fixes: of a rule or of all, in a document or in all. Nothing is written. */
export const fixAllRequest: Method<FixAllParams, FixAllOutcome> = { name: 'phaseDocs/fixAll' };

/** Client to server: the edit that makes what is dropped or pasted on a claim its evidence; null where it would not be. */
export const attachEvidenceRequest: Method<AttachEvidenceParams, WorkspaceEdit | null> = {
  name: 'phaseDocs/attachEvidence',
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
  /** What it promises or asks for and nothing answers yet, in order of place; left out if there is nothing. */
  readonly obligations?: readonly ObligationNode[];
}

/** Its words, what it is (`left to phase 9`), where it stands, and where it may be answered in other words. */
export interface ObligationNode {
  readonly uri: string;
  readonly label: string;
  readonly description: string;
  readonly position: Position;
  readonly suggestion?: { readonly uri: string; readonly line: number };
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
