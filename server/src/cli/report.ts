/** What `check` found, as plain data for the formatters. */
import type { Range } from 'vscode-languageserver-types';
import type { ClaimReport } from '../features/claimReports';
import type { Severity } from '../diagnostic';
import type { DocumentKind } from '../model/documentKind';
import type { InitiativeNode } from '../protocol';
import type { Chain } from './chain';

export interface Report {
  /** In order of their paths, those without findings included. */
  readonly documents: readonly CheckedDocument[];
  readonly counts: ReportCounts;
  readonly rules: readonly RuleDescription[];
  readonly version: string;
  /** Address of the tool's own pages; undefined while there is none. */
  readonly homepage: string | undefined;
  /** Whether something could not be checked; standard error says what. */
  readonly isIncomplete: boolean;
}

export interface CheckedDocument extends Place {
  readonly kind: DocumentKind;
  /** As written: `8`, `2.5`; undefined for documents of a whole initiative. */
  readonly phase: string | undefined;
  readonly iteration: string | undefined;
  /** Folder that owns the phases, relative to the workspace root. */
  readonly initiative: string;
  readonly findings: readonly ReportedFinding[];
  /** What comments of the document waive; only formats that can tell it apart show it. */
  readonly waived: readonly WaivedFinding[];
  /** How many findings the baseline knows. */
  readonly known: number;
  /** Only if the formatter asked for it and there are findings. */
  readonly text: string | undefined;
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: ReportedSeverity;
  readonly range: Range;
  readonly message: string;
  readonly related: readonly ReportedPlace[];
  /** Empty where the format does not tell them. */
  readonly fixes: readonly { readonly title: string; readonly preferred: boolean; readonly safe: boolean }[];
  /** The claims that it is about, if an explanation was asked for and the finding stands on claims. */
  readonly claims?: readonly ClaimReport[];
}

export interface WaivedFinding extends ReportedFinding {
  /** By a comment of the document, or by the baseline. */
  readonly by: 'comment' | 'baseline';
  /** Undefined as long as nobody has said why; that is a finding of its own. */
  readonly reason: string | undefined;
}

export interface ReportedPlace extends Place {
  readonly range: Range;
  readonly message: string;
}

export interface Place {
  /** Relative to the current folder, `/` between the parts. */
  readonly path: string;
  readonly uri: string;
}

export interface RuleDescription {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity | 'off';
  /** Its page as Markdown. */
  readonly page: string;
}

export type ReportedSeverity = Exclude<Severity, 'hint'>;

/** From the least to the most severe. Hints are for editors and never reported. */
export const reportedSeverities = ['information', 'warning', 'error'] as const satisfies readonly ReportedSeverity[];

export interface ReportCounts {
  readonly documents: number;
  readonly documentsWithFindings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  /** Findings that are not reported because the baseline knows them. */
  readonly known: number;
}

export function countReport(documents: readonly CheckedDocument[]): ReportCounts {
  const findings = documents.flatMap((document) => document.findings);
  const count = (severity: ReportedSeverity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    documents: documents.length,
    documentsWithFindings: documents.filter((document) => document.findings.length > 0).length,
    errors: count('error'),
    warnings: count('warning'),
    informations: count('information'),
    known: documents.reduce((sum, { known }) => sum + known, 0),
  };
}

/** An initiative as `status` shows it. */
export interface StatusInitiative {
  readonly node: InitiativeNode;
  readonly chain: Chain;
  /** Its folder relative to the current one. */
  readonly path: string;
  /** Path of one of its documents, relative to the current folder. */
  readonly pathOf: (uri: string) => string;
}
