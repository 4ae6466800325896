/** Behind each claim, in words: its verdict, and what its evidence measures. */
import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { ClaimReport, ReportedVerdict } from './claimReports';
import { describePointer, pointerText } from './claimWords';

const words: Readonly<Record<ReportedVerdict, string>> = {
  contradicted: 'contradicted',
  broken: 'evidence not found',
  vacuous: 'evidence shows nothing',
  stale: 'evidence is older',
  unsupported: 'no evidence',
  waived: 'waived',
  supported: 'supported',
};

/** @param range the lines that are in view */
export function getInlayHints(reports: readonly ClaimReport[], range: Range): readonly InlayHint[] {
  return reports
    .filter((report) => report.range.end.line >= range.start.line && report.range.start.line <= range.end.line)
    .map((report) => {
      const { verdict, measured, waiver, pointers } = report;
      const label = measured === undefined ? words[verdict] : `${words[verdict]}: ${measured}`;
      const found = pointers.map((pointer) => `${pointerText(pointer)}: ${describePointer(pointer)}`);
      const tooltip = verdict === 'waived' ? waiver?.reason : found.join('\n');
      return { position: report.range.end, label, paddingLeft: true, ...(tooltip && { tooltip }) };
    });
}
