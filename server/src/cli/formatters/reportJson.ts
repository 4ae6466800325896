/**
 * `phase-docs report` for scripts; the same promises as in `json.ts`: fields may be added, `schemaVersion` grows when one
 * changes its meaning, lines and columns count from one, paths are relative to the current folder.
 *
 * {
 *   schemaVersion: 1,
 *   tool: { name, version },
 *   initiatives: [{
 *     name, path, progress, findings, verdicts: { contradicted, broken, … },
 *     phases: [{
 *       name, phase?, progress, findings, verdicts, missing: [kind],
 *       documents: [{ kind, path, status?, progress, findings, verdicts,
 *         claims: [{ line, column, text, verdict, note? }],
 *         openTasks: [{ line, column, text }] }]
 *     }],                                the last one without `phase`: documents of the initiative as a whole
 *     conflicts: [{ path, line, column, text, source, related: [{ path, line, column, text }] }],
 *     obligations: [as conflicts, and kind],
 *     requirements: [{ path, line, column, id?, text, missing: [task | claim | evidence],
 *       tasks: [{ path, line, column, state, text }], claims: [as tasks], evidence: [{ path } | { target }] }]
 *   }],
 *   trend: { state: 'unknown', reason } | { state: 'known', points: [{ commit?, date?, verdicts, tasks }] }
 * }
 *
 * where progress is as in `statusJson.ts` and the point without commit is now.
 */
import type {
  DocumentRow,
  InitiativeReport,
  PhaseReport,
  PhaseRow,
  ReportedRequirement,
  ReportItem,
  ReportPlace,
  TracedStep,
} from '../../features/report/phaseReport';

const SCHEMA_VERSION = 1;

export interface JsonPlaces {
  /** The path of a file, relative to the current folder. */
  pathOf(place: ReportPlace): string;
  /** The path of the initiative's folder. */
  folderOf(initiative: InitiativeReport): string;
}

export function formatReportJson({ initiatives, trend }: PhaseReport, version: string, places: JsonPlaces): string {
  const output = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'phase-docs', version },
    initiatives: initiatives.map((initiative) => ({
      name: initiative.name,
      path: places.folderOf(initiative),
      progress: initiative.progress,
      findings: initiative.findings,
      verdicts: initiative.verdicts,
      phases: initiative.phases.map((phase) => toPhase(phase, places)),
      conflicts: initiative.conflicts.map((item) => toItem(item, places)),
      obligations: initiative.obligations.map((item) => ({ kind: item.kind, ...toItem(item, places) })),
      requirements: initiative.requirements.map((requirement) => toRequirement(requirement, places)),
    })),
    trend,
  };
  return `${JSON.stringify(output, undefined, 2)}\n`;
}

function toPhase({ label, documents, missing, ...phase }: PhaseRow, places: JsonPlaces): object {
  const { progress, findings, verdicts } = phase;
  return {
    name: label,
    phase: phase.phase,
    progress,
    findings,
    verdicts,
    missing,
    documents: documents.map((document) => toDocument(document, places)),
  };
}

function toDocument(document: DocumentRow, places: JsonPlaces): object {
  const { kind, place, status, progress, findings, verdicts, claims, openTasks } = document;
  return {
    kind,
    path: places.pathOf(place),
    status: status?.words,
    progress,
    findings,
    verdicts,
    claims: claims.map((claim) => ({
      ...positionOf(claim.place),
      text: claim.words,
      verdict: claim.verdict,
      note: claim.note === '' ? undefined : claim.note,
    })),
    openTasks: openTasks.map((task) => ({ ...positionOf(task.place), text: task.words })),
  };
}

function toItem({ place, words, source, related }: ReportItem, places: JsonPlaces): object {
  return {
    path: places.pathOf(place),
    ...positionOf(place),
    text: words,
    source,
    related: related.map((other) => ({
      path: places.pathOf(other.place),
      ...positionOf(other.place),
      text: other.words,
    })),
  };
}

function toRequirement(requirement: ReportedRequirement, places: JsonPlaces): object {
  const { place, id, words, gaps, tasks, claims, evidence } = requirement;
  const toStep = (step: TracedStep) => {
    return { path: places.pathOf(step.place), ...positionOf(step.place), state: step.state, text: step.words };
  };
  return {
    path: places.pathOf(place),
    ...positionOf(place),
    id,
    text: words,
    missing: gaps,
    tasks: tasks.map(toStep),
    claims: claims.map(toStep),
    evidence: evidence.map(({ words: target, place: file }) => (file ? { path: places.pathOf(file) } : { target })),
  };
}

function positionOf({ line, character }: ReportPlace): { readonly line: number; readonly column: number } {
  return { line: line + 1, column: character + 1 };
}
