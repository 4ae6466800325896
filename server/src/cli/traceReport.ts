/** The trace of requirements as plain data for the formatters: its paths are those of the command line. */
import type { InitiativeTrace, TracedRequirement } from '../features/trace/traceRequirements';

export interface TraceReport {
  readonly initiatives: readonly ReportedTrace[];
  readonly version: string;
  /** The path of a document, relative to the current folder. */
  readonly pathOf: (uri: string) => string;
}

export interface ReportedTrace extends InitiativeTrace {
  /** The folder of the initiative, relative to the current folder. */
  readonly path: string;
  /** A path of the workspace folder as seen from the current one. */
  readonly fromRoot: (path: string) => string;
}

export interface TraceCounts {
  readonly requirements: number;
  /** In a to-do list. */
  readonly planned: number;
  /** In a claim of a phase. */
  readonly claimed: number;
  /** By a claim that its evidence bears out, or that is waived with a reason. */
  readonly shown: number;
}

export function countTrace(requirements: readonly TracedRequirement[]): TraceCounts {
  const having = (step: TracedRequirement['gaps'][number]) =>
    requirements.filter(({ gaps }) => !gaps.includes(step)).length;
  return {
    requirements: requirements.length,
    planned: having('task'),
    claimed: having('claim'),
    shown: having('evidence'),
  };
}
