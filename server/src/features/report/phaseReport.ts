/**
 * What a report tells of initiatives, as plain data. Formatters render it; none of them counts anything itself.
 * Lines and columns are zero-based.
 */
import type { PromiseKind } from '../../model/chain/chainFacts';
import type { DocumentKind } from '../../model/documentKind';
import type { FindingCounts, Progress } from '../../protocol';
import type { ReportedVerdict } from '../claimReports';
import type { TraceStep } from '../trace/traceRequirements';

export interface PhaseReport {
  /** In the order of their folders. */
  readonly initiatives: readonly InitiativeReport[];
  readonly trend: Trend;
}

export interface InitiativeReport {
  /** Of its folder, without a slash at the end. */
  readonly uri: string;
  /** `berth_planner/001`. */
  readonly name: string;
  /** Folder relative to the workspace folder; empty for that itself. */
  readonly folder: string;
  readonly progress: Progress;
  readonly findings: FindingCounts;
  readonly verdicts: VerdictCounts;
  /** The columns of the matrix: kinds that a phase has or lacks, in reading order. */
  readonly kinds: readonly { readonly kind: DocumentKind; readonly title: string }[];
  /** In order; last, if there are any, the documents of the initiative as a whole. */
  readonly phases: readonly PhaseRow[];
  readonly conflicts: readonly ReportItem[];
  /** In the order of {@link obligationKinds}. */
  readonly obligations: readonly ReportedObligation[];
  /** What became of each requirement, in the order of the documents; empty where none can be told. */
  readonly requirements: readonly ReportedRequirement[];
}

/** A phase, or the initiative as a whole. */
export interface PhaseRow {
  /** `Phase 8`, `Whole initiative`. */
  readonly label: string;
  /** As written: `8`; undefined for the whole initiative. */
  readonly phase: string | undefined;
  readonly progress: Progress;
  readonly findings: FindingCounts;
  readonly verdicts: VerdictCounts;
  readonly documents: readonly DocumentRow[];
  /** Kinds that the convention asks for and the phase lacks. */
  readonly missing: readonly DocumentKind[];
}

export interface DocumentRow {
  readonly kind: DocumentKind;
  /** `Hand-off`. */
  readonly title: string;
  /** Its first heading. */
  readonly place: ReportPlace;
  /** The status that it declares, as written. */
  readonly status: { readonly words: string; readonly place: ReportPlace } | undefined;
  readonly progress: Progress;
  readonly findings: FindingCounts;
  /** Where the worst finding stands; undefined if there is neither error nor warning. */
  readonly firstFinding: ReportPlace | undefined;
  readonly verdicts: VerdictCounts;
  /** All strong claims in order of place. */
  readonly claims: readonly ReportedClaim[];
  /** Open check boxes in order of place. */
  readonly openTasks: readonly ReportItem[];
}

/** Strong claims by verdict. */
export type VerdictCounts = Readonly<Record<ReportedVerdict, number>>;

export interface ReportPlace {
  readonly uri: string;
  /** Relative to the workspace folder. */
  readonly path: string;
  readonly line: number;
  readonly character: number;
}

export interface ReportedClaim {
  readonly place: ReportPlace;
  readonly words: string;
  readonly verdict: ReportedVerdict;
  /** What its evidence came to: `Claimed: 95 % · measured: 91.5 %`; empty where there is nothing to say. */
  readonly note: string;
}

/** Something to look at, with the other places that belong to it. */
export interface ReportItem {
  readonly place: ReportPlace;
  readonly words: string;
  /** Id of the rule that found it, or the kind of obligation. */
  readonly source: string;
  readonly related: readonly { readonly place: ReportPlace; readonly words: string }[];
}

/** Outputs and what was left to a phase first; risks and criteria are seldom answered in words that can be found. */
export const obligationKinds = [
  'output',
  'prerequisite',
  'deferred',
  'next step',
  'criterion',
  'risk',
] as const satisfies readonly PromiseKind[];

export interface ReportedObligation extends ReportItem {
  readonly kind: PromiseKind;
}

export interface ReportedRequirement {
  readonly place: ReportPlace;
  /** Undefined where its author gave none. */
  readonly id: string | undefined;
  readonly words: string;
  /** Items of to-do lists, with their state: `done`, `3/5`, `open`, `said`. */
  readonly tasks: readonly TracedStep[];
  /** Claims of phases, with their verdict. */
  readonly claims: readonly TracedStep[];
  /** Where the claims point to: files of the workspace, each once, and what is none, such as commits. */
  readonly evidence: readonly { readonly words: string; readonly place: ReportPlace | undefined }[];
  /** Steps that are missing. */
  readonly gaps: readonly TraceStep[];
}

export interface TracedStep {
  readonly place: ReportPlace;
  readonly state: string;
  readonly words: string;
}

/** How the counts came about over the history of version control. */
export type Trend =
  /** Nobody knows, and why: no version control, an untrusted workspace, a browser. */
  | { readonly state: 'unknown'; readonly reason: string }
  | { readonly state: 'known'; readonly points: readonly TrendPoint[] };

export interface TrendPoint {
  /** Abbreviated hash; undefined for the files as they are now. */
  readonly commit: string | undefined;
  /** `2026-03-05`; undefined for now. */
  readonly date: string | undefined;
  readonly verdicts: VerdictCounts;
  readonly tasks: Progress['tasks'];
}
