/** What the editor shows over a claim: its verdict, why it is a claim, and where its evidence leads. */
import type { Hover, Position, Range } from 'vscode-languageserver-types';
import type { Claim } from '../model/claims/claim';
import { judgeClaim, type Judgement } from '../model/evidence/judgeClaim';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ProjectView, Resolution } from '../model/project';
import type { Waiver } from '../model/suppressions';
import type { WaivedDiagnostic } from '../rules/runRules';
import type { Schema } from '../schema/schema';
import { findSchemaSection } from '../schema/matchSections';
import { plainText } from '../syntax/inlineText';
import { sectionAt, shiftRange } from '../syntax/positions';
import { claimPlaces } from './claimCounts';

/** @returns undefined where there is nothing to say */
export function getHover(
  document: PhaseDocument,
  project: ProjectView,
  schema: Schema | undefined,
  waived: readonly WaivedDiagnostic[],
  position: Position,
): Hover | undefined {
  const section = sectionAt(document.parsed, position.line);
  for (const claim of document.claims[section.index]?.claims ?? []) {
    const range = shiftRange(claim.range, section.line);
    if (!contains(range, position) || claim.strength !== 'strong') continue;
    const judgement = judgeClaim(claim, document.path, project);
    return {
      range,
      contents: { kind: 'markdown', value: describeClaim(claim, judgement, findWaiver(waived, range)) },
    };
  }
  const { heading } = section.content;
  if (!heading || !schema) return undefined;
  const range = shiftRange(heading.range, section.line);
  const wanted = contains(range, position) ? findSchemaSection(schema, plainText(heading.inline)) : undefined;
  if (!wanted?.description) return undefined;
  return { range, contents: { kind: 'markdown', value: `**${wanted.name}** — ${wanted.description}` } };
}

const verdicts: Readonly<Record<Judgement['verdict'], string>> = {
  supported: '$(pass) **Supported**: at least one pointer leads to something.',
  unsupported: '$(warning) **Unsupported**: nothing to follow in the claim’s scope.',
  broken: '$(error) **Broken**: none of the pointers leads anywhere.',
  contradicted: '$(error) **Contradicted**: the evidence says something else.',
  vacuous: '$(warning) **Vacuous**: what is pointed to shows nothing.',
  stale: '$(info) **Stale**: the evidence is older than what it covers.',
};

function findWaiver(waived: readonly WaivedDiagnostic[], { start }: Range): Waiver | undefined {
  const isHere = (place: Range) => place.start.line === start.line && place.start.character === start.character;
  return waived.find(({ diagnostic }) => claimPlaces(diagnostic).some(isHere))?.waiver;
}

function describeClaim(claim: Claim, judgement: Judgement, waiver: Waiver | undefined): string {
  const verdict = describeVerdict(claim, judgement);
  const waived =
    waiver && `$(circle-slash) **Waived**${waiver.reason === undefined ? ' without a reason.' : `: ${waiver.reason}`}`;
  const pointers = judgement.pointers.map(
    ({ offered, resolution, emptiness }) =>
      `- \`${offered.pointer.target}\`: ${emptiness ?? describeResolution(resolution)}`,
  );
  const { comparison } = judgement;
  const measured =
    comparison?.measured === undefined ? '' : `Claimed: ${comparison.claimed ?? ''} · measured: ${comparison.measured}`;
  const what = `Strong claim (${claim.kind}): ${claim.reason}`;
  return [waived, verdict, measured, what, pointers.join('\n')].filter(Boolean).join('\n\n');
}

function describeVerdict(claim: Claim, judgement: Judgement): string {
  return judgement.verdict === 'supported' && judgement.pointers.length === 0
    ? '$(pass) **Backed by a log**: the section shows output.'
    : judgement.verdict === 'unsupported' && claim.evidence.form === 'prose'
      ? '$(warning) **Unsupported**: the evidence is words only.'
      : verdicts[judgement.verdict];
}

function describeResolution(resolution: Resolution): string {
  switch (resolution.status) {
    case 'found':
      return `found, ${resolution.path}`;
    case 'moved':
      return `found elsewhere, ${resolution.path}`;
    case 'ambiguous':
      return `${resolution.paths.length} files have this name`;
    case 'no-anchor':
      return `no heading #${resolution.fragment}`;
    case 'missing':
      return 'not found';
    case 'unchecked':
      return 'not checked here';
  }
}

function contains(range: Range, { line, character }: Position): boolean {
  const { start, end } = range;
  return (
    (line > start.line || (line === start.line && character >= start.character)) &&
    (line < end.line || (line === end.line && character <= end.character))
  );
}
