/** Who refers to a document, and to which of its headings. */
import type { Location } from 'vscode-languageserver-types';
import { baseName } from '../model/paths';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ProjectView } from '../model/project';
import { shiftRange } from '../syntax/positions';
import { sectionSlugs } from '../syntax/slugs';

export interface IncomingReferences {
  /** In path order; references of the document to itself are none. */
  readonly all: readonly Location[];
  /** Those to a heading, by the index of its section. */
  readonly ofHeadings: ReadonlyMap<number, readonly Location[]>;
}

export function findIncoming({ path, parsed }: PhaseDocument, project: ProjectView): IncomingReferences {
  const name = baseName(path).toLowerCase();
  const all: Location[] = [];
  const bySlug = new Map<string, Location[]>();
  for (const other of project.documents) {
    if (other.path === path || !other.facts.namesPointedTo.has(name)) continue;
    for (const { line, references } of other.facts.named.references) {
      for (const { pointer, range } of references) {
        if (!pointer.target.toLowerCase().endsWith(name)) continue;
        const resolution = project.resolve(pointer, other.path);
        if (!('path' in resolution) || resolution.path !== path) continue;
        const place = { uri: other.uri, range: shiftRange(range, line) };
        all.push(place);
        if (resolution.status !== 'found' || pointer.fragment === undefined) continue;
        const slug = pointer.fragment.toLowerCase();
        const places = bySlug.get(slug);
        if (places) places.push(place);
        else bySlug.set(slug, [place]);
      }
    }
  }
  const ofHeadings = new Map<number, readonly Location[]>();
  if (bySlug.size === 0) return { all, ofHeadings };
  for (const [index, slug] of sectionSlugs(parsed)) {
    const places = bySlug.get(slug);
    if (places) ofHeadings.set(index, places);
  }
  return { all, ofHeadings };
}
