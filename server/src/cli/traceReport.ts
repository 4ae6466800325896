/** The trace of requirements as plain data for the formatters: its paths are those of the command line. */
import type { InitiativeTrace } from '../features/trace/traceRequirements';

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
