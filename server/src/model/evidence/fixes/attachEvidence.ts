/** Edits that make a claim honest: point it to an artifact that is there, or say what it is without one. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { Fix } from '../../../diagnostic';
import { lineText, sectionAt } from '../../../syntax/positions';
import type { Claim } from '../../claims/claim';
import type { PhaseDocument } from '../../phaseDocument';
import type { ProjectView } from '../../project';
import { evidenceCandidates } from './candidates';
import { evidenceLine } from './evidenceLine';
import { restateAsTarget } from './restateAsTarget';

/**
 * Fixes for one claim, those that point to an artifact first. Which one shows the claim to be true only the author
 * knows, so none is preferred and none is safe to apply everywhere.
 *
 * @param sectionLine absolute line of the section that the claims' ranges are relative to
 * @param others claims of the section that are reported with it
 */
export function attachEvidence(
  document: PhaseDocument,
  claim: Claim,
  sectionLine: number,
  project: ProjectView,
  others: readonly Claim[] = [],
): readonly Fix[] {
  const line = sectionLine + claim.range.start.line;
  const candidates = evidenceCandidates(document, [claim], project).map(({ link, title }) =>
    fix(document, `Point to evidence: ${title}`, pointTo(document, line, link)),
  );
  return [
    ...candidates,
    ...(others.length > 0 ? attachToSection(document, [claim, ...others], sectionLine, project) : []),
    ...restateAsTarget(document, claim, sectionLine),
    fix(document, 'Say that it is not verified', appendTo(document, line, '(not verified)')),
  ];
}

/** What one claim of the section is denied by is not written below all of them, unless there is nothing else. */
function attachToSection(
  document: PhaseDocument,
  claims: readonly Claim[],
  sectionLine: number,
  project: ProjectView,
): readonly Fix[] {
  const [best] = evidenceCandidates(document, claims, project);
  if (!best || best.status === 'empty') return [];
  const last = sectionLine + Math.max(...claims.map(({ range }) => range.start.line));
  const section = sectionAt(document.parsed, sectionLine);
  const edit = evidenceLine(document.parsed, section, last, best.link);
  return [fix(document, `Write one evidence line for the section: ${best.title}`, edit)];
}

function fix({ uri }: PhaseDocument, title: string, edit: TextEdit): Fix {
  return { title, preferred: false, safe: false, edits: [{ type: 'change', uri, edits: [edit] }] };
}

/** A heading gets an evidence line below it; everything else gets the pointer at the end of its line. */
function pointTo(document: PhaseDocument, line: number, link: string): TextEdit {
  const text = lineText(document.parsed, line);
  if (!isHeading(text)) return appendTo(document, line, `(evidence: ${link})`);
  const end = { line, character: text.length };
  return { range: { start: end, end }, newText: `\n\n**Evidence**: ${link}` };
}

function appendTo(document: PhaseDocument, line: number, words: string): TextEdit {
  const text = lineText(document.parsed, line);
  const trimmed = text.trimEnd();
  // In a table the words belong into the last cell, before the closing bar.
  const inCell = trimmed.startsWith('|') && trimmed.endsWith('|') && trimmed.length > 1;
  const character = inCell ? trimmed.slice(0, -1).trimEnd().length : trimmed.length;
  return { range: { start: { line, character }, end: { line, character } }, newText: ` ${words}` };
}

function isHeading(text: string): boolean {
  return /^ {0,3}#{1,6}\s/.test(text);
}
