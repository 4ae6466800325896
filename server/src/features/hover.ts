/** What the editor shows over a claim: its verdict, why it is a claim, and where its evidence leads. */
import type { Hover, Position, Range } from 'vscode-languageserver-types';
import type { Claim } from '../model/claims/claim';
import { judgeClaim, type Judgement } from '../model/evidence/judgeClaim';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ProjectView, Resolution } from '../model/project';
import type { Schema } from '../schema/schema';
import { findSchemaSection } from '../schema/matchSections';
import { plainText } from '../syntax/inlineText';
import { sectionAt, shiftRange } from '../syntax/positions';

/** @returns undefined where there is nothing to say */
export function getHover(
  document: PhaseDocument,
  project: ProjectView,
  schema: Schema | undefined,
  position: Position,
): Hover | undefined {
  const section = sectionAt(document.parsed, position.line);
  for (const claim of document.claims[section.index]?.claims ?? []) {
    const range = shiftRange(claim.range, section.line);
    if (!contains(range, position) || claim.strength !== 'strong') continue;
    return {
      range,
      contents: { kind: 'markdown', value: describeClaim(claim, judgeClaim(claim, document.path, project)) },
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
};

function describeClaim(claim: Claim, judgement: Judgement): string {
  const verdict =
    judgement.verdict === 'supported' && judgement.pointers.length === 0
      ? '$(pass) **Backed by a log**: the section shows output.'
      : judgement.verdict === 'unsupported' && claim.evidence.form === 'prose'
        ? '$(warning) **Unsupported**: the evidence is words only.'
        : verdicts[judgement.verdict];
  const pointers = judgement.pointers.map(
    ({ offered, resolution }) => `- \`${offered.pointer.target}\`: ${describeResolution(resolution)}`,
  );
  const what = `Strong claim (${claim.kind}): ${claim.reason}`;
  return [verdict, what, pointers.join('\n')].filter(Boolean).join('\n\n');
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
