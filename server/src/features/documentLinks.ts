/**
 * Links for the pointers that VS Code's own Markdown support does not know: `@path`, paths in backticks and plain paths.
 * Markdown links are left to it.
 */
import type { DocumentLink } from 'vscode-languageserver-types';
import { pointersOf } from '../model/documentFacts';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ProjectView } from '../model/project';
import { shiftRange } from '../syntax/positions';
import { walkDocument } from '../syntax/walk';

export function getDocumentLinks(document: PhaseDocument, project: ProjectView): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const { block, line } of walkDocument(document.parsed)) {
    for (const pointer of pointersOf(block)) {
      if (pointer.form === 'link' || pointer.form === 'url') continue;
      const resolution = project.resolve(pointer, document.path);
      if (resolution.status !== 'found' && resolution.status !== 'moved') continue;
      if (!project.hasFile(resolution.path)) continue;
      const anchor = pointer.lines ? `#L${pointer.lines.from}` : pointer.fragment ? `#${pointer.fragment}` : '';
      links.push({
        range: shiftRange(pointer.range, line),
        target: project.uriOf(resolution.path) + anchor,
        tooltip: resolution.path,
      });
    }
  }
  return links;
}
