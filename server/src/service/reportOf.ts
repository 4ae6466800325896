/** What is reported of a document, with an id that stays while the same is found: then nobody needs to be told again. */
import type { Range } from 'vscode-languageserver-types';
import type { Diagnostic, RelatedPlace } from '../diagnostic';
import type { DocumentRecord } from './folder';
import type { DiagnosticReport } from './service';

/**
 * The last report of the document if it says the same; else a new one, kept if these are its current findings.
 *
 * @param record undefined for what is no phase document
 */
export function reportOf(record: DocumentRecord | undefined, diagnostics: readonly Diagnostic[]): DiagnosticReport {
  const last = record?.reported;
  if (last && areSameDiagnostics(last.diagnostics, diagnostics)) return last;
  const next = { resultId: record ? String(record.generation) : '0', diagnostics };
  if (record?.findings?.diagnostics === diagnostics) record.reported = next;
  return next;
}

/** Findings of unchanged sections are the same objects, so this mostly compares no more than identities. */
function areSameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return areSame(a, b, isSameDiagnostic);
}

function isSameDiagnostic(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.rule === b.rule &&
    a.severity === b.severity &&
    a.message === b.message &&
    isSameRange(a.range, b.range) &&
    areSame(a.related, b.related, isSamePlace)
  );
}

function isSamePlace(a: RelatedPlace, b: RelatedPlace): boolean {
  return a.uri === b.uri && a.message === b.message && isSameRange(a.range, b.range);
}

function isSameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

function areSame<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  return a.every((value, index) => {
    const other = b[index];
    return other !== undefined && (value === other || isSame(value, other));
  });
}
