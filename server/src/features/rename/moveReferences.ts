/** What a document has to say of files that are moved, or from where it is moved to itself. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { MovedFiles } from '../../model/fileMoves';
import type { ProjectView } from '../../model/project';
import type { ParsedDocument, PointerForm } from '../../syntax/document';
import { placedPointers } from '../navigation/pointerAt';
import { asFilePointer, filePart, filePartRange, rewrittenPath } from './writtenPath';

const PATHS: ReadonlySet<PointerForm> = new Set<PointerForm>(['link', 'at-path', 'code-path', 'plain-path', 'test-id']);

/**
 * The edits after which every reference leads where it led before. References that led nowhere stay as they are.
 *
 * @param path of the document before the move
 */
export function moveReferences(
  path: string,
  parsed: ParsedDocument,
  project: ProjectView,
  moved: MovedFiles,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const newFrom = moved.newPath(path);
  for (const placed of placedPointers(parsed)) {
    const { pointer } = placed;
    if (!PATHS.has(pointer.form) || filePart(pointer) === '') continue;
    const before = project.resolve(asFilePointer(pointer), path);
    if (before.status !== 'found' && before.status !== 'moved') continue;
    const newPath = moved.newPath(before.path);
    const isLoose = before.status === 'moved';
    // A name that fits one file only is a guess: it is not made certain because another file gets that name.
    if (isLoose && newPath === before.path) continue;
    const change = { placed, parsed, oldFrom: path, newFrom, oldPath: before.path, newPath, isLoose };
    const newText = rewrittenPath(change, moved);
    if (newText !== undefined && newText !== filePart(pointer))
      edits.push({ range: filePartRange(placed, parsed), newText });
  }
  return edits;
}

/** Whether a document may have to change, without its text. */
export function isConcerned(path: string, namesPointedTo: Iterable<string>, moved: MovedFiles): boolean {
  if (moved.newPath(path) !== path) return true;
  for (const name of namesPointedTo) if (moved.names.has(name)) return true;
  return false;
}
