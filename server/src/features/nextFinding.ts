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
  const places = documents.flatMap(({ uri, diagnostics }) =>
    diagnostics
      .filter(isMissingEvidence)
      .map(({ rule, message, range }) => ({ location: { uri, range }, rule, message })),
  );
  const order = documents.map(({ uri }) => uri);
  return findNextPlace(places, order, from, direction);
}

/**
 * @param places in order
 * @param documents URIs in their order, those without places included
 */
export function findNextPlace(
  places: readonly Omit<NextFinding, 'index' | 'total'>[],
  documents: readonly string[],
  from: { readonly uri: string; readonly position: Position } | undefined,
  direction: 'next' | 'previous',
): NextFinding | undefined {
  const order = new Map(documents.map((uri, index) => [uri, index]));
  const start = from && order.get(from.uri);
  const isAfter = ({ location: { uri, range } }: (typeof places)[number]): number => {
    if (from === undefined || start === undefined) return 1;
    return (
      (order.get(uri) ?? 0) - start ||
      range.start.line - from.position.line ||
      range.start.character - from.position.character
    );
  };
  let index =
    direction === 'next'
      ? places.findIndex((place) => isAfter(place) > 0)
      : places.findLastIndex((place) => isAfter(place) < 0);
  if (index < 0) index = direction === 'next' ? 0 : places.length - 1;
  const found = places[index];
  return found && { ...found, index: index + 1, total: places.length };
}
