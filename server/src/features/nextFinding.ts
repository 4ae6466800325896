/** Walks from one missing evidence to the next, over all documents, open or not. */
import type { Position } from 'vscode-languageserver-types';
import type { Diagnostic } from '../diagnostic';
import type { NextFinding } from '../protocol';

/** Findings that a reviewer steps through: claims without support that can be followed. */
export function isMissingEvidence(diagnostic: Diagnostic): boolean {
  return claimRules.has(diagnostic.rule) && (diagnostic.severity === 'error' || diagnostic.severity === 'warning');
}

const claimRules: ReadonlySet<string> = new Set([
  'contradicted-claim',
  'broken-evidence',
  'vacuous-evidence',
  'unsupported-claim',
]);

export interface DocumentFindings {
  readonly uri: string;
  /** In order of place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param documents all documents in the order in which a reviewer reads them
 * @param from undefined: before the first document; a position of a document not in the list: likewise
 * @returns the finding after (or before) the position, wrapping around; undefined if there is none at all
 */
export function findNext(
  documents: readonly DocumentFindings[],
  from: { readonly uri: string; readonly position: Position } | undefined,
  direction: 'next' | 'previous',
): NextFinding | undefined {
  const all = documents.flatMap(({ uri, diagnostics }) =>
    diagnostics.filter(isMissingEvidence).map((diagnostic) => ({ uri, diagnostic })),
  );
  if (all.length === 0) return undefined;
  const order = new Map(documents.map(({ uri }, index) => [uri, index]));
  const start = from && order.get(from.uri);
  const isAfter = (item: (typeof all)[number]): number => {
    if (from === undefined || start === undefined) return 1;
    const { range } = item.diagnostic;
    return (
      (order.get(item.uri) ?? 0) - start ||
      range.start.line - from.position.line ||
      range.start.character - from.position.character
    );
  };
  let index =
    direction === 'next' ? all.findIndex((item) => isAfter(item) > 0) : all.findLastIndex((item) => isAfter(item) < 0);
  if (index < 0) index = direction === 'next' ? 0 : all.length - 1;
  const found = all[index];
  if (!found) return undefined;
  const { rule, message, range } = found.diagnostic;
  return { location: { uri: found.uri, range }, rule, message, index: index + 1, total: all.length };
}
