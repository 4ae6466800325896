import type { Paint } from '../paint';
import type { Report } from '../report';

/** Turns a report into text. Pure: the same report gives the same bytes. */
export interface Formatter {
  /** Whether the texts of documents with findings are needed. */
  readonly needsText: boolean;
  /** Whether it says what can be done about a finding: that costs more than finding it. */
  readonly needsFixes: boolean;
  /** Whether it tells of findings that comments waive. */
  readonly needsWaived: boolean;
  /** @returns the whole output with its last line end, or nothing */
  format(report: Report, options: FormatOptions): string;
}

export interface FormatOptions {
  readonly paint: Paint;
  /** Findings only: no summary. */
  readonly quiet: boolean;
}
