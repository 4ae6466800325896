/** Which references lead to a document. The one source for code lenses, for finding references and for renaming. */
import type { Range } from 'vscode-languageserver-types';
import { baseName, decodePath } from '../../model/paths';
import type { DocumentEntry, ProjectView } from '../../model/project';
import type { Pointer } from '../../syntax/document';
import { shiftRange } from '../../syntax/positions';

export interface IncomingReference {
  readonly entry: DocumentEntry;
  readonly pointer: Pointer;
  /** Absolute, of the target as written. */
  readonly range: Range;
  /** The heading that it leads to; undefined for the document as a whole. */
  readonly slug: string | undefined;
}

/** In order of path and place; those of the document to its own headings included. */
export function incomingReferences(path: string, project: ProjectView): readonly IncomingReference[] {
  const name = baseName(path).toLowerCase();
  const found: IncomingReference[] = [];
  for (const entry of project.documents) {
    const isOwn = entry.path === path;
    if (!isOwn && !entry.facts.namesPointedTo.has(name)) continue;
    for (const { line, names } of entry.facts.named.sections) {
      for (const { pointer, range } of names.references) {
        const isNamed = pointer.target === '' ? isOwn : baseName(decodePath(pointer.target)).toLowerCase() === name;
        if (!isNamed) continue;
        const resolution = project.resolve(pointer, entry.path);
        if (!('path' in resolution) || resolution.path !== path) continue;
        const leadsToHeading = resolution.status === 'found' || resolution.status === 'moved';
        const slug = leadsToHeading ? slugOf(pointer, project.entry(path)) : undefined;
        // An anchor that is not there leads nowhere.
        if (pointer.target === '' && slug === undefined) continue;
        found.push({ entry, pointer, range: shiftRange(range, line), slug });
      }
    }
  }
  return found;
}

/** The anchor of a heading that a pointer names. */
export function slugOf({ fragment }: Pointer, target: DocumentEntry | undefined): string | undefined {
  const slug = fragment === undefined ? undefined : decodePath(fragment).toLowerCase();
  return slug !== undefined && target?.facts.slugs.has(slug) ? slug : undefined;
}

/** Whether a reference speaks of the document, not only of a heading of its own. */
export function namesDocument({ pointer }: IncomingReference): boolean {
  return pointer.target !== '';
}
