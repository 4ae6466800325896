/** Outline: the heading tree, with the declared status of the document beside its title. */
import { SymbolKind, type DocumentSymbol, type Range } from 'vscode-languageserver-types';
import type { PhaseDocument } from '../model/phaseDocument';
import type { Section } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { shiftRange } from '../syntax/positions';

export function getDocumentSymbols(document: PhaseDocument): readonly DocumentSymbol[] {
  const { sections } = document.parsed;
  const roots: DocumentSymbol[] = [];
  const symbols = new Map<number, DocumentSymbol>();
  for (const section of sections) {
    const { heading } = section.content;
    if (!heading) continue;
    const symbol: DocumentSymbol = {
      name: plainText(heading.inline).trim() || '(empty heading)',
      detail: claimDetail(document, section),
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

function claimDetail(document: PhaseDocument, section: Section): string {
  const strong = document.claims[section.index]?.claims.filter((claim) => claim.strength === 'strong').length ?? 0;
  return strong === 0 ? '' : strong === 1 ? '1 claim' : `${strong} claims`;
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
