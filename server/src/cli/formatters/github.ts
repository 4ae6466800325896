/**
 * Workflow commands of GitHub Actions: each finding becomes an annotation at its line. Paths are relative to the current
 * folder, which has to be the root of the repository.
 */
import { countOf } from '../../features/countOf';
import type { CheckedDocument, ReportedFinding, ReportedSeverity } from '../report';
import type { Formatter } from './formatter';
import { printable } from './printable';

export const githubFormatter: Formatter = {
  needsText: false,
  needsFixes: false,
  needsWaived: false,
  format({ documents, counts }, { quiet }) {
    const lines = documents.flatMap((document) => document.findings.map((finding) => toCommand(document, finding)));
    if (!quiet) {
      const { errors, warnings, informations } = counts;
      const found = [countOf(errors, 'error'), countOf(warnings, 'warning'), countOf(informations, 'information')];
      lines.push(`phase-docs: ${found.join(', ')} in ${countOf(counts.documents, 'document')}.`);
    }
    return lines.map((line) => `${line}\n`).join('');
  },
};

function toCommand(
  { path }: CheckedDocument,
  { rule, severity, range: { start, end }, message }: ReportedFinding,
): string {
  const properties = {
    file: path,
    line: start.line + 1,
    endLine: end.line + 1,
    // Columns are only understood within one line.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
    title: `Phase Docs: ${rule}`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${levels[severity]} ${list.join(',')}::${escapeData(message)}`;
}

const levels: Readonly<Record<ReportedSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
};

function escapeData(text: string): string {
  return printable(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
