/** For people in a terminal and for coding agents: one line for each finding, below the path of its document. */
import type { Position } from 'vscode-languageserver-types';
import type { Paint } from '../paint';
import type { CheckedDocument, ReportCounts, ReportedFinding, ReportedPlace, ReportedSeverity } from '../report';
import { explainClaim } from './claimsText';
import { countOf } from '../../features/countOf';
import type { Formatter } from './formatter';
import { printable } from './printable';

/** Further places of a finding that are named before the rest is only counted. */
const PLACES_NAMED = 6;

/** Claims of one finding that are explained before the rest is only counted. */
const CLAIMS_EXPLAINED = 3;

export const textFormatter: Formatter = {
  needsText: false,
  needsFixes: false,
  needsWaived: false,
  format({ documents, counts }, { paint, quiet }) {
    const blocks = documents
      .filter(({ findings }) => findings.length > 0)
      .map((document) => formatDocument(document, paint));
    if (!quiet) blocks.push(formatSummary(counts, paint));
    return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : '';
  },
};

function formatDocument(document: CheckedDocument, paint: Paint): string {
  const { path, findings } = document;
  const placeWidth = Math.max(...findings.map(({ range }) => formatPosition(range.start).length));
  const severityWidth = Math.max(...findings.map(({ severity }) => severity.length));
  const indent = ' '.repeat(placeWidth + severityWidth + 6);
  const lines = findings.flatMap((finding) => [
    [
      ' ',
      formatPosition(finding.range.start).padStart(placeWidth),
      '',
      `${paintSeverity(finding.severity, paint)}${' '.repeat(severityWidth - finding.severity.length)}`,
      '',
      `${toOneLine(finding.message)}  ${paint.dim(finding.rule)}`,
    ].join(' '),
    ...formatRelated(finding, path).map((line) => `${indent}${paint.dim(line)}`),
    ...formatExplanation(finding).map((line) => `${indent}${paint.dim(line)}`),
  ]);
  return [paint.bold(toOneLine(path)), ...lines].join('\n');
}

/** Places in the same document as a list of positions, those elsewhere a line each. */
function formatRelated({ related }: ReportedFinding, path: string): readonly string[] {
  const here = related.filter((place) => place.path === path);
  const elsewhere = related.filter((place) => place.path !== path);
  const lines = elsewhere.slice(0, PLACES_NAMED).map(formatElsewhere);
  if (here.length > 0) lines.unshift(`also at ${listPositions(here)}`);
  if (elsewhere.length > PLACES_NAMED) lines.push(`and ${elsewhere.length - PLACES_NAMED} more elsewhere`);
  return lines;
}

/** Why each claim of the finding is one, and where its evidence was looked for. */
function formatExplanation({ claims = [], range }: ReportedFinding): readonly string[] {
  const lines = claims.slice(0, CLAIMS_EXPLAINED).flatMap((claim) => {
    const [reason = '', ...evidence] = explainClaim(claim);
    const { start } = claim.range;
    const place = start.line === range.start.line ? '' : ` at ${formatPosition(start)}`;
    return [`why${place}: ${reason}`, ...evidence.map((line) => `  ${line}`)];
  });
  const rest = claims.length - CLAIMS_EXPLAINED;
  return rest > 0 ? [...lines, `and ${countOf(rest, 'more claim')}; \`phase-docs claims\` lists all`] : lines;
}

function listPositions(places: readonly ReportedPlace[]): string {
  const positions = places.slice(0, PLACES_NAMED).map(({ range }) => formatPosition(range.start));
  const rest = places.length - positions.length;
  return rest > 0 ? `${positions.join(', ')} and ${rest} more` : positions.join(', ');
}

function formatElsewhere({ path, range, message }: ReportedPlace): string {
  return `see ${toOneLine(path)}:${formatPosition(range.start)}  ${toOneLine(message)}`;
}

function formatSummary(counts: ReportCounts, paint: Paint): string {
  const { documents, documentsWithFindings, errors, warnings, informations, known } = counts;
  const total = errors + warnings + informations;
  if (documents === 0) {
    return 'No phase documents found. Name a file to check it anyway, or say in .phase-docs.yaml which files they are.';
  }
  const waiting = known === 0 ? '' : ` ${countOf(known, 'known finding')} in the baseline.`;
  if (total === 0) return `${paint.green('Nothing to report')} in ${countOf(documents, 'document')}.${waiting}`;
  const parts = [
    errors > 0 ? paint.red(countOf(errors, 'error')) : '',
    warnings > 0 ? paint.yellow(countOf(warnings, 'warning')) : '',
    informations > 0 ? paint.blue(countOf(informations, 'information')) : '',
  ].filter((part) => part !== '');
  return [
    `${parts.join(', ')} in ${documentsWithFindings} of ${countOf(documents, 'document')}.${waiting}`,
    paint.dim('`phase-docs explain RULE` tells why a rule reports something and what to do.'),
  ].join('\n');
}

function paintSeverity(severity: ReportedSeverity, paint: Paint): string {
  switch (severity) {
    case 'error':
      return paint.red(severity);
    case 'warning':
      return paint.yellow(severity);
    case 'information':
      return paint.blue(severity);
  }
}

/** As editors count: from one. */
function formatPosition({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}

function toOneLine(text: string): string {
  return printable(text.replace(/\s*\n\s*/g, ' ').trim());
}
