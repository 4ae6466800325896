/** What the editor shows over a claim, a heading or a field. */
import type { Hover, Position, Range } from 'vscode-languageserver-types';
import type { Verdict } from '../model/evidence/judgeClaim';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ProjectView } from '../model/project';
import type { Findings } from '../rules/runRules';
import type { Schema } from '../schema/schema';
import { isCalled } from '../schema/checkData';
import { findSchemaSection } from '../schema/matchSections';
import { blockFields, findSchemaField } from '../schema/sectionAnswers';
import { scopesOf } from '../schema/sectionScopes';
import type { Section } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { sectionAt, shiftRange } from '../syntax/positions';
import { walkBlocks } from '../syntax/walk';
import { reportClaim, type ClaimReport } from './claimReports';
import { describeField, describeSection } from './describeWanted';
import { claimedAndMeasured, describePointer, placesLookedIn, pointerText } from './claimWords';

/** @returns undefined where there is nothing to say */
export function getHover(
  document: PhaseDocument,
  project: ProjectView,
  schema: Schema | undefined,
  findings: Findings,
  position: Position,
): Hover | undefined {
  const section = sectionAt(document.parsed, position.line);
  for (const claim of document.claims[section.index]?.claims ?? []) {
    const range = shiftRange(claim.range, section.line);
    if (!contains(range, position) || claim.strength !== 'strong') continue;
    const report = reportClaim(claim, section, document, project, findings);
    return { range, contents: { kind: 'markdown', value: describeClaim(report) } };
  }
  return schema && describeWanted(document, schema, section, position);
}

/** Over a heading or the name of a field: what the schema wants there, and why. */
function describeWanted(
  { parsed }: PhaseDocument,
  schema: Schema,
  section: Section,
  position: Position,
): Hover | undefined {
  const { heading } = section.content;
  const headingRange = heading && shiftRange(heading.range, section.line);
  if (heading && headingRange && contains(headingRange, position)) {
    const wanted = findSchemaSection(schema, plainText(heading.inline));
    if (wanted) return { range: headingRange, contents: { kind: 'markdown', value: describeSection(wanted) } };
  }
  for (const { block, line } of walkBlocks(section)) {
    if (block.type === 'quote') continue;
    for (const { label, labelRange } of blockFields(block)) {
      const range = shiftRange(labelRange, line);
      if (!contains(range, position)) continue;
      const own = scopesOf(parsed, schema)
        .filter(({ index, sections }) => index !== undefined && sections.includes(section))
        .flatMap(({ fields }) => fields);
      const field = own.find((candidate) => isCalled(candidate, label)) ?? findSchemaField(schema, label);
      if (field) return { range, contents: { kind: 'markdown', value: describeField(field) } };
    }
  }
  return undefined;
}

const verdicts: Readonly<Record<Verdict, string>> = {
  supported: '$(pass) **Supported**: at least one pointer leads to something.',
  unsupported: '$(warning) **Unsupported**: nothing to follow in the claim’s scope.',
  broken: '$(error) **Broken**: none of the pointers leads anywhere.',
  contradicted: '$(error) **Contradicted**: the evidence says something else.',
  vacuous: '$(warning) **Vacuous**: what is pointed to shows nothing.',
  stale: '$(info) **Stale**: the evidence is older than what it covers.',
};

function describeClaim(report: ClaimReport): string {
  const { waiver, kind, reason, pointers } = report;
  const waived =
    waiver && `$(circle-slash) **Waived**${waiver.reason === undefined ? ' without a reason.' : `: ${waiver.reason}`}`;
  const what = `Strong claim (${kind}): ${reason}`;
  const places = placesLookedIn(report);
  const looked = places === undefined ? '' : `Looked in: ${places}.`;
  const list = pointers.map((pointer) => `- \`${pointerText(pointer)}\`: ${describePointer(pointer)}`).join('\n');
  return [waived, describeVerdict(report), claimedAndMeasured(report), what, looked, list].filter(Boolean).join('\n\n');
}

function describeVerdict({ judged, form, pointers }: ClaimReport): string {
  return judged === 'supported' && pointers.length === 0
    ? '$(pass) **Backed by a log**: the section shows output.'
    : judged === 'unsupported' && form === 'prose'
      ? '$(warning) **Unsupported**: the evidence is words only.'
      : verdicts[judged];
}

function contains(range: Range, { line, character }: Position): boolean {
  const { start, end } = range;
  return (
    (line > start.line || (line === start.line && character >= start.character)) &&
    (line < end.line || (line === end.line && character <= end.character))
  );
}
