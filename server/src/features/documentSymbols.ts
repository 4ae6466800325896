/** Outline: the heading tree, with declared status and claims beside the title, claims and tasks beside headings. */
import { SymbolKind, type DocumentSymbol, type Range } from 'vscode-languageserver-types';
import type { DocumentFacts } from '../model/documentFacts';
import type { PhaseDocument } from '../model/phaseDocument';
import type { Findings } from '../rules/runRules';
import type { Section } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { shiftRange } from '../syntax/positions';
import { countByVerdict, countClaims, type VerdictCount } from './claimCounts';
import { countOf } from './countOf';

export function getDocumentSymbols(
  document: PhaseDocument,
  facts: DocumentFacts,
  findings: Findings,
): readonly DocumentSymbol[] {
  const { sections } = document.parsed;
  const roots: DocumentSymbol[] = [];
  const symbols = new Map<number, DocumentSymbol>();
  for (const section of sections) {
    const { heading } = section.content;
    if (!heading) continue;
    const symbol: DocumentSymbol = {
      name: plainText(heading.inline).trim() || '(empty heading)',
      detail:
        section.line === facts.titleRange.start.line
          ? documentDetail(facts, findings)
          : claimDetail(document, section, findings),
      kind: SymbolKind.String,
      range: rangeWithChildren(section, sections),
      selectionRange: shiftRange(heading.range, section.line),
      children: [],
    };
    symbols.set(section.index, symbol);
    const siblings = symbols.get(section.parent)?.children ?? roots;
    siblings.push(symbol);
  }
  return roots;
}

/** `In progress · 7 claims: 1 contradicted, 2 unsupported`. */
function documentDetail({ status, strongClaims }: DocumentFacts, findings: Findings): string {
  const { waived } = countClaims(strongClaims, findings);
  const words = claimWords(
    strongClaims - waived,
    countByVerdict(findings, () => true),
  );
  return [...(status ? [status.words] : []), ...(words === '' ? [] : [words])].join(' · ');
}

function claimDetail(document: PhaseDocument, section: Section, findings: Findings): string {
  const strong = document.claims[section.index]?.claims.filter((claim) => claim.strength === 'strong').length ?? 0;
  if (strong === 0) return '';
  const end = section.line + section.content.lineCount;
  return claimWords(
    strong,
    countByVerdict(findings, ({ start: { line } }) => line >= section.line && line < end),
  );
}

/** `3 claims`, `3 claims: 1 contradicted`. */
function claimWords(total: number, verdicts: readonly VerdictCount[]): string {
  if (total <= 0) return '';
  const open = verdicts.map(({ verdict, count }) => `${count} ${verdict}`).join(', ');
  return open === '' ? countOf(total, 'claim') : `${countOf(total, 'claim')}: ${open}`;
}

/** From the heading to the line before the next heading of the same or a lower level. */
export function rangeWithChildren(section: Section, sections: readonly Section[]): Range {
  let last = section;
  for (let index = section.index + 1; index < sections.length; index++) {
    const next = sections[index];
    if (!next || (next.content.heading?.level ?? 0) <= (section.content.heading?.level ?? 0)) break;
    last = next;
  }
  const end = last.line + Math.max(1, last.content.lineCount);
  return { start: { line: section.line, character: 0 }, end: { line: end, character: 0 } };
}
