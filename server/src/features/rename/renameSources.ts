/** What renaming needs from outside, and the walk over everything that may refer to something. */
import type { FileMove, MovedFiles } from '../../model/fileMoves';
import { baseName } from '../../model/paths';
import type { ProjectView } from '../../model/project';
import type { ParsedDocument } from '../../syntax/document';
import type { ReadDocument } from '../navigation/references';
import { anchorEdits, type AnchorChanges } from './anchorEdits';
import { isConcerned, moveReferences } from './moveReferences';
import type { ChangeCollector } from './renamePlan';

export interface RenameSources {
  readonly project: ProjectView;
  readonly read: ReadDocument;
  /** The folder as it will be. */
  readonly moved: (moves: readonly FileMove[]) => MovedFiles;
  /**
   * Markdown files that are no phase documents, such as a README, and may have to change.
   *
   * @param names in lower case; files that name none of them are left out
   * @param isWanted files that are given all the same
   */
  readonly otherMarkdown: (
    names: ReadonlySet<string>,
    isWanted: (path: string) => boolean,
  ) => Promise<readonly MarkdownFile[]>;
}

export interface MarkdownFile {
  readonly uri: string;
  readonly path: string;
  readonly parsed: ParsedDocument;
}

/** Lets all references follow files. */
export async function followMoves(
  { project, read, moved: after, otherMarkdown }: RenameSources,
  moves: readonly FileMove[],
  changes: ChangeCollector,
): Promise<void> {
  const moved = after(moves);
  for (const entry of project.documents) {
    if (!isConcerned(entry.path, entry.facts.namesPointedTo, moved)) continue;
    const document = await read(entry);
    if (!document) continue;
    changes.add(entry.uri, moveReferences(entry.path, document.parsed, project, moved));
  }
  for (const { uri, path, parsed } of await otherMarkdown(moved.names, (one) => moved.newPath(one) !== one))
    changes.add(uri, moveReferences(path, parsed, project, moved));
}

/**
 * Lets all links follow the anchors of a document.
 *
 * @param target path of the document
 */
export async function followAnchors(
  { project, read, otherMarkdown }: RenameSources,
  target: string,
  anchors: AnchorChanges,
  changes: ChangeCollector,
): Promise<void> {
  if (anchors.size === 0) return;
  const name = baseName(target).toLowerCase();
  for (const entry of project.documents) {
    if (entry.path !== target && !entry.facts.namesPointedTo.has(name)) continue;
    const document = await read(entry);
    if (document) changes.add(entry.uri, anchorEdits(entry.path, document.parsed, target, anchors, project));
  }
  for (const { uri, path, parsed } of await otherMarkdown(new Set([name]), () => false))
    changes.add(uri, anchorEdits(path, parsed, target, anchors, project));
}
