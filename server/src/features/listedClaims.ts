/** The claims of a document as reviewers meet them: with a name that says enough, and an id that outlives edits elsewhere. */
import type { PhaseDocument } from '../model/phaseDocument';
import { fingerprintClaim } from '../model/review/fingerprints';
import { plainText } from '../syntax/inlineText';
import { lineText, sectionAt } from '../syntax/positions';
import type { ClaimReport } from './claimReports';

export interface ListedClaim {
  readonly report: ClaimReport;
  /** Unique in its document. */
  readonly id: string;
  /** What is claimed; in a table with the first cell of the row. */
  readonly label: string;
  /** Heading of its section. */
  readonly section: string | undefined;
  readonly fingerprint: string;
}

export function listClaims({ parsed }: PhaseDocument, reports: readonly ClaimReport[]): readonly ListedClaim[] {
  const seen = new Map<string, number>();
  return reports.map((report) => {
    const { line } = report.range.start;
    const text = lineText(parsed, line);
    const fingerprint = fingerprintClaim(text, report.text);
    const nth = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, nth + 1);
    const { heading } = sectionAt(parsed, line).content;
    const section = heading && plainText(heading.inline).trim();
    const id = nth === 0 ? fingerprint : `${fingerprint}-${nth}`;
    return {
      report,
      id,
      label: labelOf(report.text, text),
      section: section === '' ? undefined : section,
      fingerprint,
    };
  });
}

/** A cell such as "✅ Complete" says nothing without the row that it stands in. */
function labelOf(words: string, line: string): string {
  if (!/^\s*\|/.test(line)) return words;
  const first = line
    .split('|')
    .map((cell) => cell.replace(/[*_`~]+/g, '').trim())
    .find((cell) => cell !== '');
  return first === undefined || words.includes(first) || first.includes(words) ? words : `${first}: ${words}`;
}
