/** All safe fixes of a document at once: those that may be applied without a look at each. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { FixableDiagnostic } from '../diagnostic';
import type { ParsedDocument } from '../syntax/document';
import { parseDocument } from '../syntax/parseDocument';
import { offsetAt, positionAt } from '../syntax/positions';
import { applyEdits } from './applyEdits';

export interface FixedFinding {
  readonly rule: string;
  /** Of the fix. */
  readonly title: string;
  /** Zero-based, at the time of the fix. */
  readonly line: number;
}

export interface FixAllResult {
  /** One edit, or none where there is nothing to fix. */
  readonly edits: readonly TextEdit[];
  readonly fixed: readonly FixedFinding[];
}

/** A fix may bring another finding to light. More rounds than that would only turn in a circle. */
const mostRounds = 10;

/**
 * @param uri of the document: fixes that change other files are left for the author
 * @param fixesOf what can be done about the findings of a version of the document
 */
export async function fixAll(
  uri: string,
  parsed: ParsedDocument,
  fixesOf: (parsed: ParsedDocument) => Promise<readonly FixableDiagnostic[]>,
): Promise<FixAllResult> {
  const fixed: FixedFinding[] = [];
  const seen = new Set([parsed.text]);
  let current = parsed;
  for (let round = 0; round < mostRounds; round++) {
    const { edits, fixed: now } = pickSafeFixes(uri, current, await fixesOf(current));
    if (edits.length === 0) break;
    const next = parseDocument(applyEdits(current.text, edits));
    if (seen.has(next.text)) break;
    seen.add(next.text);
    fixed.push(...now);
    current = next;
  }
  return { edits: difference(parsed, current.text), fixed };
}

/** Safe fixes whose edits do not touch each other, the first ones first. */
function pickSafeFixes(
  uri: string,
  parsed: ParsedDocument,
  found: readonly FixableDiagnostic[],
): { readonly edits: readonly TextEdit[]; readonly fixed: readonly FixedFinding[] } {
  const taken: { from: number; to: number }[] = [];
  const edits: TextEdit[] = [];
  const fixed: FixedFinding[] = [];
  for (const { diagnostic, fixes } of found) {
    const safe = fixes.filter((fix) => fix.safe);
    const fix = safe.find(({ preferred }) => preferred) ?? safe[0];
    const [edit, ...others] = fix?.edits ?? [];
    if (!fix || edit?.type !== 'change' || edit.uri !== uri || others.length > 0) continue;
    const spans = edit.edits.map(({ range }) => ({
      from: offsetAt(parsed, range.start),
      to: offsetAt(parsed, range.end),
    }));
    if (spans.some((span) => taken.some((other) => span.from <= other.to && other.from <= span.to))) continue;
    taken.push(...spans);
    edits.push(...edit.edits);
    fixed.push({ rule: diagnostic.rule, title: fix.title, line: diagnostic.range.start.line });
  }
  return { edits, fixed };
}

/** The one edit between what both texts have in common at their beginning and end. */
function difference(before: ParsedDocument, after: string): readonly TextEdit[] {
  const { text } = before;
  if (text === after) return [];
  const shortest = Math.min(text.length, after.length);
  let from = 0;
  while (from < shortest && text.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < shortest - from &&
    text.charCodeAt(text.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  // No character of two units is torn apart.
  if (isLowSurrogate(text.charCodeAt(from)) || isLowSurrogate(after.charCodeAt(from))) from--;
  if (isLowSurrogate(text.charCodeAt(text.length - tail)) && tail > 0) tail--;
  const range = { start: positionAt(before, from), end: positionAt(before, text.length - tail) };
  return [{ range, newText: after.slice(from, after.length - tail) }];
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
