/** Ways to make the evidence of a claim exact, offered where nothing is wrong with it. */
import type { Range } from 'vscode-languageserver-types';
import type { Fix } from '../diagnostic';
import { bindValue } from '../model/evidence/fixes/bindValue';
import { judgeSection } from '../model/evidence/judgeClaim';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ProjectView } from '../model/project';

/** @param range absolute; the claims on its lines are meant */
export function getBindings(document: PhaseDocument, project: ProjectView, range: Range): readonly Fix[] {
  return document.parsed.sections.flatMap((section, index) => {
    const last = document.parsed.sections[index + 1]?.line ?? Infinity;
    if (section.line > range.end.line || last <= range.start.line) return [];
    return judgeSection(document, index, project)
      .filter(({ claim, judgement }) => {
        const line = section.line + claim.range.start.line;
        // On a contradicted one the rule offers the same.
        return judgement.verdict !== 'contradicted' && line >= range.start.line && line <= range.end.line;
      })
      .flatMap((judged) => bindValue(document, judged, section.line));
  });
}
