/** What all forms of a report say in the same words. */
import { reportedVerdicts, type ReportedVerdict } from '../claimReports';
import { countOf, shareOf } from '../countOf';
import type { PromiseKind } from '../../model/chain/chainFacts';
import type { FindingCounts, Progress, ProgressState } from '../../protocol';
import type { TraceCounts } from '../trace/countTrace';
import type { InitiativeReport, PhaseRow, ReportPlace } from './phaseReport';

/** The name in titles; not "Phase …", which would make a report look like a phase document. */
export const reportTitle = 'Documentation report';

/** How a place is linked: each shell reaches it in its own way. */
export interface ReportLinks {
  /** A URL, not yet escaped for HTML. */
  toPlace(place: ReportPlace): string;
}

export const stateNames: Readonly<Record<ProgressState, string>> = {
  done: 'done',
  partial: 'partly done',
  active: 'in progress',
  planned: 'planned',
  blocked: 'blocked',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'no status',
};

/** Signs that tell states apart without colour. */
export const stateSigns: Readonly<Record<ProgressState, string>> = {
  done: '✔',
  partial: '◐',
  active: '▶',
  planned: '○',
  blocked: '■',
  failed: '✖',
  cancelled: '⊘',
  unknown: '–',
};

/** Verdicts of claims that somebody has to look at, worst first. */
export const openVerdicts: readonly ReportedVerdict[] = reportedVerdicts.filter(
  (verdict) => verdict !== 'supported' && verdict !== 'waived',
);

/** `3 of 5 tasks done, 2 of 7 claims supported, 1 error, 4 warnings`. */
export function summaryOf({ progress, findings }: Pick<InitiativeReport, 'progress' | 'findings'>): string {
  const parts = [tasksText(progress.tasks), claimsText(progress.claims), ...findingTexts(findings)];
  return parts.filter((part) => part !== '').join(', ');
}

export function tasksText({ done, total }: Progress['tasks']): string {
  return total === 0 ? '' : `${shareOf(done, total, 'task')} done`;
}

export function claimsText({ supported, waived, total }: Progress['claims']): string {
  if (total === 0) return '';
  return `${shareOf(supported, total, 'claim')} supported${waived === 0 ? '' : `, ${waived} waived`}`;
}

export function findingTexts({ errors, warnings }: FindingCounts): readonly string[] {
  return [errors > 0 ? countOf(errors, 'error') : '', warnings > 0 ? countOf(warnings, 'warning') : ''].filter(
    (text) => text !== '',
  );
}

/** `docs/notes.md:12`, counted as editors do. */
export function placeText({ path, line }: ReportPlace): string {
  return `${path}:${line + 1}`;
}

/** What was found open in a phase, whatever its documents declare: `2 open tasks`, `3 claims without support`. */
export function openWorkOf({
  documents,
  progress,
}: PhaseRow): readonly { readonly what: 'tasks' | 'claims'; readonly words: string }[] {
  const tasks = progress.tasks.total - progress.tasks.done;
  const claims = documents.reduce(
    (sum, { verdicts }) => sum + openVerdicts.reduce((part, verdict) => part + verdicts[verdict], 0),
    0,
  );
  return [
    ...(tasks > 0 ? [{ what: 'tasks', words: countOf(tasks, 'open task') } as const] : []),
    ...(claims > 0 ? [{ what: 'claims', words: `${countOf(claims, 'claim')} without support` } as const] : []),
  ];
}

/** Counted, and listed only where there is room: their answers are seldom found by words. */
export const quietObligations: ReadonlySet<PromiseKind> = new Set(['criterion', 'risk']);

/** `7 requirements: 5 in a to-do list, 3 claimed by a phase, 2 with evidence.` */
export function traceText({ requirements, planned, claimed, shown }: TraceCounts): string {
  return `${countOf(requirements, 'requirement')}: ${planned} in a to-do list, ${claimed} claimed by a phase, ${shown} with evidence.`;
}

/** `3 next steps`. */
export function obligationCount(kind: PromiseKind, count: number): string {
  const plural = kind === 'criterion' ? 'criteria' : kind === 'deferred' ? 'items left to a later phase' : `${kind}s`;
  const singular = kind === 'deferred' ? 'item left to a later phase' : kind;
  return `${count} ${count === 1 ? singular : plural}`;
}
