/** The files that a phase is about: commits that touch them may show what was done in it. */
import type { Section, SectionContent } from '../../../syntax/document';
import { walkBlocks } from '../../../syntax/walk';
import { pointersOf } from '../../documentFacts';
import type { PhaseDocument } from '../../phaseDocument';
import type { ProjectView } from '../../project';
import { isCovered } from '../judgeClaim';

/** More would be a list of all commits. */
const MOST_FILES = 40;

const known = new WeakMap<SectionContent, { version: object; path: string; sources: readonly string[] }>();

/** The sources that a document names, in its order, then the other documents of its phase. */
export function phaseFiles(document: PhaseDocument, project: ProjectView): readonly string[] {
  const files = new Set<string>();
  for (const section of document.parsed.sections) {
    for (const path of sourcesIn(section, document.path, project)) files.add(path);
    if (files.size >= MOST_FILES) break;
  }
  for (const { path } of project.phaseSet(document.identity)) if (path !== document.path) files.add(path);
  return [...files].slice(0, MOST_FILES);
}

/** Found again only for a section that has changed, or when files come and go. */
function sourcesIn(section: Section, fromPath: string, project: ProjectView): readonly string[] {
  const kept = known.get(section.content);
  if (kept?.version === project.factsVersion && kept.path === fromPath) return kept.sources;
  const sources: string[] = [];
  for (const { block } of walkBlocks(section)) {
    for (const pointer of pointersOf(block)) {
      if (pointer.form === 'url' || pointer.form === 'issue' || pointer.form === 'commit') continue;
      const resolution = project.resolve(pointer, fromPath);
      if (resolution.status !== 'found' && resolution.status !== 'moved') continue;
      if (isCovered(resolution.path) && project.hasFile(resolution.path)) sources.push(resolution.path);
    }
  }
  known.set(section.content, { version: project.factsVersion, path: fromPath, sources });
  return sources;
}
