/** Edits that make a claim honest: point it to an artifact that is there, or say that nobody has looked. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { Fix } from '../../../diagnostic';
import { lineText } from '../../../syntax/positions';
import type { Claim } from '../../claims/claim';
import type { PhaseDocument } from '../../phaseDocument';
import type { ProjectView } from '../../project';
import { evidenceCandidates, linkTo } from './candidates';

/**
 * Fixes for one claim, those that point to an artifact first. Which one shows the claim to be true only the author
 * knows, so none is preferred and none is safe to apply everywhere.
 *
 * @param sectionLine absolute line of the section that the claim's range is relative to
 */
export function attachEvidence(
  document: PhaseDocument,
  claim: Claim,
  sectionLine: number,
  project: ProjectView,
): readonly Fix[] {
  const line = sectionLine + claim.range.start.line;
  const fix = (title: string, edit: TextEdit): Fix => ({
    title,
    preferred: false,
    safe: false,
    edits: [{ type: 'change', uri: document.uri, edits: [edit] }],
  });
  const candidates = evidenceCandidates(document.path, [claim.text], project).map(({ path, title }) =>
    fix(`Point to evidence: ${title}`, pointTo(document, line, linkTo(path, document.path))),
  );
  return [...candidates, fix('Say that it is not verified', appendTo(document, line, '(not verified)'))];
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
