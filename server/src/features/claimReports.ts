/** Every claim of a document with its verdict and what it rests on, as plain data: for the hover and the command line. */
import type { Range } from 'vscode-languageserver-types';
import type { Claim } from '../model/claims/claim';
import type { Comparison } from '../model/evidence/comparison';
import { judgeClaim, type JudgedPointer, type Verdict } from '../model/evidence/judgeClaim';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ProjectView, Resolution } from '../model/project';
import { suppressionsOf } from '../model/suppressions';
import { claimVerdicts, type ClaimVerdict } from '../reviewProtocol';
import type { Findings } from '../rules/runRules';
import type { Pointer, Section } from '../syntax/document';
import { shiftRange } from '../syntax/positions';
import { waiverAt } from './claimCounts';
import { scopeOf } from './claimScope';

export interface ClaimReport extends Pick<Claim, 'strength' | 'kind' | 'text' | 'reason'> {
  /** Absolute. */
  readonly range: Range;
  /** `waived` only with a reason; what the evidence says stays in {@link judged}. */
  readonly verdict: ReportedVerdict;
  readonly judged: Verdict;
  /** The comment that waives it; without a reason it waives nothing. */
  readonly waiver: { readonly rule: string; readonly reason: string | undefined } | undefined;
  readonly form: Claim['evidence']['form'];
  /** Where evidence counts for this claim, in words that complete "looked in". */
  readonly lookedIn: readonly string[];
  /** In the order of the document. */
  readonly pointers: readonly PointerReport[];
  /** The claim's number as written beside what the artifacts say, if they speak of it. */
  readonly claimed: string | undefined;
  readonly measured: string | undefined;
  readonly measuredAt: Comparison['where'];
}

export const reportedVerdicts = claimVerdicts;

export type ReportedVerdict = ClaimVerdict;

export interface PointerReport extends Pick<Pointer, 'form' | 'target' | 'fragment' | 'lines'> {
  /** Absolute. */
  readonly range: Range;
  readonly status: Resolution['status'];
  /** Where it leads, relative to the workspace folder. */
  readonly path: string | undefined;
  /** Files of that name, where it is ambiguous. */
  readonly candidates: readonly string[];
  /** Why it shows nothing, though the file is there. */
  readonly emptiness: string | undefined;
  /** Seconds since 1970 at which version control got this state of the file; undefined: nobody knows. */
  readonly committedAt: number | undefined;
}

/**
 * The claims of a document in the order of their places.
 *
 * @param withWeak weak claims too; their artifacts are not read, so that nothing contradicts them
 */
export function getClaimReports(
  document: PhaseDocument,
  project: ProjectView,
  findings: Findings,
  withWeak: boolean,
): readonly ClaimReport[] {
  return document.parsed.sections.flatMap((section) =>
    (document.claims[section.index]?.claims ?? [])
      .filter(({ strength }) => withWeak || strength === 'strong')
      .map((claim) => reportClaim(claim, section, document, project, findings))
      .sort(byPlace),
  );
}

export function reportClaim(
  claim: Claim,
  section: Section,
  document: PhaseDocument,
  project: ProjectView,
  findings: Findings,
): ClaimReport {
  const { strength, kind, text, reason, evidence } = claim;
  const range = shiftRange(claim.range, section.line);
  const { verdict, pointers, comparison } = judgeClaim(claim, document.path, project);
  const waiver =
    strength === 'strong' || verdict !== 'unsupported'
      ? waiverAt(findings, range)
      : suppressionsOf(document.parsed).covering('weak-claim', range.start);
  return {
    strength,
    kind,
    text,
    reason,
    range,
    verdict: waiver?.reason === undefined ? verdict : 'waived',
    judged: verdict,
    waiver: waiver && { rule: waiver.rule, reason: waiver.reason },
    form: evidence.form,
    lookedIn: scopeOf(claim, section.content),
    pointers: pointers.map((pointer) => reportPointer(pointer, section.line, project)),
    claimed: comparison?.claimed,
    measured: comparison?.measured,
    measuredAt: comparison?.where,
  };
}

function reportPointer(
  { offered, resolution, emptiness, absence }: JudgedPointer,
  line: number,
  project: ProjectView,
): PointerReport {
  const { form, target, fragment, lines } = offered.pointer;
  const path = 'path' in resolution ? resolution.path : undefined;
  return {
    form,
    target,
    fragment,
    lines,
    range: shiftRange(offered.range, line),
    status: resolution.status,
    path,
    candidates: resolution.status === 'ambiguous' ? resolution.paths : [],
    emptiness: emptiness ?? absence,
    committedAt: path === undefined ? undefined : project.evidence.committedAt(path),
  };
}

function byPlace({ range: { start: a } }: ClaimReport, { range: { start: b } }: ClaimReport): number {
  return a.line - b.line || a.character - b.character;
}
