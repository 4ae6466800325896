/** Folds what VS Code's Markdown support does not: front matter. Sections and lists are folded by it already. */
import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { PhaseDocument } from '../model/phaseDocument';

export function getFoldingRanges({ parsed }: PhaseDocument): readonly FoldingRange[] {
  if (!parsed.frontMatter) return [];
  const { start, end } = parsed.frontMatter.range;
  const endLine = end.character === 0 ? end.line - 1 : end.line;
  return endLine > start.line ? [{ startLine: start.line, endLine, kind: FoldingRangeKind.Region }] : [];
}
