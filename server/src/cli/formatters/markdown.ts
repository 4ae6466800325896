/** For a comment in a pull request: a table for each document. */
import { countOf } from '../../features/countOf';
import { markdownLink, markdownText } from '../../features/markdownText';
import type { CheckedDocument, ReportCounts, ReportedFinding, ReportedPlace } from '../report';
import type { Formatter } from './formatter';
import { printable } from './printable';

/** Places of a finding that are named before the rest is only counted. */
const PLACES_NAMED = 4;

export const markdownFormatter: Formatter = {
  needsText: false,
  needsFixes: false,
  needsWaived: false,
  format({ documents, counts }, { quiet }) {
    const blocks = documents.filter(({ findings }) => findings.length > 0).map(formatDocument);
    if (!quiet) blocks.unshift(formatSummary(counts));
    return blocks.length > 0 ? printable(`${blocks.join('\n\n')}\n`) : '';
  },
};

function formatSummary({ documents, documentsWithFindings, errors, warnings, informations }: ReportCounts): string {
  const parts = [
    errors > 0 ? countOf(errors, 'error') : '',
    warnings > 0 ? countOf(warnings, 'warning') : '',
    informations > 0 ? countOf(informations, 'information') : '',
  ].filter((part) => part !== '');
  if (documents === 0) return '## Phase Docs: no phase documents found';
  if (parts.length === 0) return `## Phase Docs: nothing to report in ${countOf(documents, 'document')}`;
  return `## Phase Docs: ${parts.join(', ')} in ${documentsWithFindings} of ${countOf(documents, 'document')}`;
}

function formatDocument({ path, findings }: CheckedDocument): string {
  const rows = findings.map((finding) => `| ${cellsOf(finding, path).join(' | ')} |`);
  return [
    `### ${markdownLink(path, encodePath(path))}`,
    '',
    '| line | severity | finding | rule |',
    '| ---: | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function cellsOf({ range, severity, message, related, rule }: ReportedFinding, path: string): readonly string[] {
  const places = related.slice(0, PLACES_NAMED).map((place) => linkTo(place, path));
  if (related.length > PLACES_NAMED) places.push(`${related.length - PLACES_NAMED} more`);
  const also = places.length === 0 ? '' : `<br>See ${places.join(', ')}.`;
  return [lineLink(path, range.start.line), severity, `${markdownText(message)}${also}`, `\`${rule}\``];
}

function linkTo({ path, range }: ReportedPlace, here: string): string {
  const line = range.start.line;
  if (path === here) return lineLink(path, line);
  return markdownLink(`${path}:${line + 1}`, `${encodePath(path)}#L${line + 1}`);
}

function lineLink(path: string, line: number): string {
  return markdownLink(String(line + 1), `${encodePath(path)}#L${line + 1}`);
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
