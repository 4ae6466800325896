/** Headings get other anchors when their words change, and so may those below them: links follow. */
import type { TextEdit } from 'vscode-languageserver-types';
import { decodePath } from '../../model/paths';
import type { ProjectView } from '../../model/project';
import type { ParsedDocument } from '../../syntax/document';
import { parseDocument } from '../../syntax/parseDocument';
import { sectionSlugs } from '../../syntax/slugs';
import { applyEdits } from '../applyEdits';
import { fragmentRange, placedPointers } from '../navigation/pointerAt';

/** Anchors that change: old to new. */
export type AnchorChanges = ReadonlyMap<string, string>;

/** @returns undefined if there are more or fewer headings afterwards */
export function anchorChanges(parsed: ParsedDocument, edits: readonly TextEdit[]): AnchorChanges | undefined {
  const after = parseDocument(applyEdits(parsed.text, edits));
  const [olds, news] = [sectionSlugs(parsed), sectionSlugs(after)];
  if (olds.length !== news.length) return undefined;
  const changes = new Map<string, string>();
  for (const [index, [, old]] of olds.entries()) {
    const slug = news[index]?.[1] ?? old;
    if (slug !== old) changes.set(old, slug);
  }
  return changes;
}

/**
 * The edits of links to these anchors.
 *
 * @param path of the document that holds the links
 * @param target path of the document with the headings
 */
export function anchorEdits(
  path: string,
  parsed: ParsedDocument,
  target: string,
  changes: AnchorChanges,
  project: ProjectView,
): readonly TextEdit[] {
  if (changes.size === 0) return [];
  const edits: TextEdit[] = [];
  for (const placed of placedPointers(parsed)) {
    const { fragment } = placed.pointer;
    const range = fragmentRange(placed);
    const newText = fragment === undefined ? undefined : changes.get(decodePath(fragment).toLowerCase());
    if (fragment === undefined || range === undefined || newText === undefined) continue;
    const resolution = project.resolve(placed.pointer, path);
    const leadsThere = resolution.status === 'found' || resolution.status === 'moved';
    if (leadsThere && resolution.path === target)
      edits.push({ range, newText: fragment.includes('%') ? encodeURIComponent(newText) : newText });
  }
  return edits;
}
