/** `phase-docs claims` for people: below the path of a document each claim, and below a claim what it rests on. */
import { reportedVerdicts, type ClaimReport, type ReportedVerdict } from '../../features/claimReports';
import { claimedAndMeasured, describePointer, placesLookedIn, pointerText } from '../../features/claimWords';
import type { ClaimsReport, DocumentClaims } from '../claimReport';
import type { Paint } from '../paint';
import { countOf } from '../../features/countOf';
import { printable } from './printable';

const verdictWidth = Math.max(...reportedVerdicts.map((verdict) => verdict.length));

export function formatClaimsText({ documents, weak, verdicts }: ClaimsReport, paint: Paint): string {
  const blocks = documents.filter(({ claims }) => claims.length > 0).map((document) => formatDocument(document, paint));
  const all = documents.flatMap(({ claims }) => claims);
  if (documents.length === 0) return 'No phase documents found. Name a file to read its claims anyway.\n';
  const what = `${weak ? '' : 'strong '}claim`;
  const asked = verdicts ? ` with the verdict ${[...verdicts].join(' or ')}` : '';
  const counts = reportedVerdicts
    .map((name) => ({ name, count: all.filter(({ verdict }) => verdict === name).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => paintVerdict(name, paint)(`${count} ${name}`));
  const total = all.length === 0 ? `No ${what}s` : countOf(all.length, what);
  const summary = `${total}${asked} in ${countOf(documents.length, 'document')}`;
  blocks.push(counts.length > 0 ? `${summary}: ${counts.join(', ')}.` : `${summary}.`);
  return `${blocks.join('\n\n')}\n`;
}

function formatDocument({ path, claims }: DocumentClaims, paint: Paint): string {
  const width = Math.max(...claims.map((claim) => placeOf(claim).length));
  const indent = ' '.repeat(width + verdictWidth + 6);
  const lines = claims.flatMap((claim) => [
    [
      ' ',
      placeOf(claim).padStart(width),
      '',
      paintVerdict(claim.verdict, paint)(claim.verdict) + ' '.repeat(verdictWidth - claim.verdict.length),
      '',
      oneLine(claim.text),
    ].join(' '),
    ...explainClaim(claim).map((line) => `${indent}${paint.dim(line)}`),
  ]);
  return [paint.bold(oneLine(path)), ...lines].join('\n');
}

/** Why it is a claim and what became of its evidence, a line each; for `check --explain` too. */
export function explainClaim(claim: ClaimReport): readonly string[] {
  const { strength, kind, reason, waiver, judged, form, pointers } = claim;
  const lines = [`${strength === 'weak' ? 'weak ' : ''}${kind}: ${reason}`];
  if (waiver)
    lines.push(`waived${waiver.reason === undefined ? ' without a reason' : `: ${waiver.reason}`} (${judged})`);
  const numbers = claimedAndMeasured(claim);
  if (numbers !== undefined) lines.push(`${numbers.charAt(0).toLowerCase()}${numbers.slice(1)}`);
  for (const pointer of pointers) lines.push(`${pointerText(pointer)}: ${describePointer(pointer)}`);
  const places = placesLookedIn(claim);
  if (places !== undefined) {
    const found = pointers.length > 0 ? 'nothing else' : form === 'prose' ? 'words only' : 'nothing to follow';
    lines.push(`looked in: ${places}; found ${found}`);
  } else if (pointers.length === 0 && form === 'log') lines.push('output pasted in its section');
  return lines.map(oneLine);
}

function paintVerdict(verdict: ReportedVerdict, paint: Paint): (text: string) => string {
  switch (verdict) {
    case 'contradicted':
    case 'broken':
      return paint.red;
    case 'vacuous':
    case 'unsupported':
      return paint.yellow;
    case 'stale':
      return paint.blue;
    case 'waived':
      return paint.dim;
    case 'supported':
      return paint.green;
  }
}

/** As editors count: from one. */
function placeOf({ range: { start } }: ClaimReport): string {
  return `${start.line + 1}:${start.character + 1}`;
}

function oneLine(text: string): string {
  return printable(text.replace(/\s*\n\s*/g, ' ').trim());
}
