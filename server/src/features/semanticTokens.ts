/** Claims as tokens that themes and users can colour: one type, and a modifier for each verdict. */
import type { Range } from 'vscode-languageserver-types';
import type { ParsedDocument } from '../syntax/document';
import { lineText } from '../syntax/positions';
import { reportedVerdicts, type ClaimReport } from './claimReports';

/**
 * Five numbers a token: lines since the token before, characters since it or since the beginning of the line, length, type,
 * modifiers as bits. Clients need not know tokens of several lines, so there is one for each line.
 *
 * Numbers of types and modifiers count in `semanticTokensLegend`.
 *
 * @param range the lines that are asked for; default: all
 */
export function getSemanticTokens(
  document: ParsedDocument | undefined,
  reports: readonly ClaimReport[],
  range?: Range,
): readonly number[] {
  if (!document) return [];
  const tokens = reports
    .filter(
      (report) => !range || (report.range.end.line >= range.start.line && report.range.start.line <= range.end.line),
    )
    .flatMap((report) => tokensOf(document, report))
    .sort((a, b) => a.line - b.line || a.start - b.start);
  const data: number[] = [];
  let line = 0;
  let start = 0;
  let end = 0;
  for (const token of tokens) {
    // Tokens must not overlap: the one that begins first counts.
    if (token.line === line && token.start < end) continue;
    data.push(token.line - line, token.line === line ? token.start - start : token.start, token.length, 0, token.bits);
    ({ line, start } = token);
    end = start + token.length;
  }
  return data;
}

interface Token {
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly bits: number;
}

function tokensOf(document: ParsedDocument, { range: { start, end }, verdict }: ClaimReport): readonly Token[] {
  const bits = 1 << reportedVerdicts.indexOf(verdict);
  const tokens: Token[] = [];
  for (let line = start.line; line <= end.line; line++) {
    const text = lineText(document, line);
    const from = line === start.line ? start.character : text.length - text.trimStart().length;
    const to = line === end.line ? end.character : text.trimEnd().length;
    if (to > from) tokens.push({ line, start: from, length: to - from, bits });
  }
  return tokens;
}
