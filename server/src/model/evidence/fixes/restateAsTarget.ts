/** The fix that turns a number said to be reached into the target that it was. */
import type { Fix } from '../../../diagnostic';
import { lineText } from '../../../syntax/positions';
import { parseDocument } from '../../../syntax/parseDocument';
import type { Claim } from '../../claims/claim';
import { findClaims } from '../../claims/findClaims';
import type { PhaseDocument } from '../../phaseDocument';

/**
 * Label and value that are all there is in the line. Matches `**Coverage**: 100% achieved`, `- Uptime: >99.9% reached`; does
 * not match `**Coverage**: 100% achieved in May`, `100% achieved`.
 */
const REACHED =
  /^(\s*(?:[-*+]\s+|\d{1,4}[.)]\s+)?(?:\*\*[^*:|]{1,80}(?:\*\*:|:\*\*)|[^*:|[\]]{1,80}:)\s+)([<>≤≥]?=?\s?\d[\d.,]{0,12}\s?(?:%|ms|s)?)\s+(?:achieved|reached|attained)(\.?)[ \t]*$/i;

/** @param sectionLine absolute line of the section that the claim's range is relative to */
export function restateAsTarget(document: PhaseDocument, claim: Claim, sectionLine: number): readonly Fix[] {
  if (claim.kind !== 'metric') return [];
  const line = sectionLine + claim.range.start.line;
  const text = lineText(document.parsed, line);
  const [, label, value, stop = ''] = REACHED.exec(text) ?? [];
  if (label === undefined || value === undefined) return [];
  const target = `target ${value}${stop}`;
  if (claimsLine(document, line, `${label}${target}`)) return [];
  const end = text.trimEnd().length;
  const range = { start: { line, character: label.length }, end: { line, character: end } };
  return [
    {
      title: `Restate as a target: "${target}"`,
      preferred: false,
      safe: false,
      edits: [{ type: 'change', uri: document.uri, edits: [{ range, newText: target }] }],
    },
  ];
}

/** Whether the line would still claim something strongly: whoever reads it decides, not the pattern here. */
function claimsLine({ parsed, identity, vocabulary }: PhaseDocument, line: number, text: string): boolean {
  const start = parsed.lineStarts[line] ?? 0;
  const after = start + lineText(parsed, line).length;
  const changed = parseDocument(`${parsed.text.slice(0, start)}${text}${parsed.text.slice(after)}`);
  return findClaims(changed, { kind: identity.kind, vocabulary }).some(({ claims }, index) =>
    claims.some(
      ({ strength, range }) =>
        strength === 'strong' && (changed.sections[index]?.line ?? 0) + range.start.line === line,
    ),
  );
}
