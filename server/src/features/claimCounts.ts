/** How many strong claims a document makes and how many of them something supports. */
import type { Range } from 'vscode-languageserver-types';
import type { Diagnostic } from '../diagnostic';

export interface ClaimCounts {
  readonly total: number;
  readonly supported: number;
}

/**
 * @param total strong claims of the document
 * @param diagnostics all its findings, hints included: each claim without support is the place of one
 */
export function countClaims(total: number, diagnostics: readonly Diagnostic[]): ClaimCounts {
  const open = new Set<string>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.rule === 'unsupported-claim') open.add(placeKey(diagnostic.range));
    // A broken pointer stands for the claims that it was offered for.
    if (diagnostic.rule === 'broken-evidence') for (const { range } of diagnostic.related) open.add(placeKey(range));
  }
  return { total, supported: Math.max(0, total - open.size) };
}

function placeKey({ start }: Range): string {
  return `${start.line}:${start.character}`;
}
