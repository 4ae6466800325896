/** Gives a document another file name; all references to it follow, and so does the review beside it. */
import { baseName, parentFolder } from '../../model/paths';
import type { ProjectView } from '../../model/project';
import { reviewPathOf } from '../../model/review/reviewFile';
import { ChangeCollector, type RenamePlan, type RenameProblem } from './renamePlan';
import { followMoves, type RenameSources } from './renameSources';

const MARKDOWN = /\.(?:md|markdown)$/i;
/** Signs that some file system does not know in names, and control characters. */
const NOT_IN_NAMES = /[\p{Cc}\\/:*?"<>|]/u;

/** @param path of a phase document */
export async function renameDocument(
  path: string,
  newName: string,
  sources: RenameSources,
): Promise<RenamePlan | RenameProblem> {
  const { project } = sources;
  const name = withExtension(newName.trim(), path);
  const folder = parentFolder(path);
  const newPath = folder === '' ? name : `${folder}/${name}`;
  if (newPath === path) return { changes: [], files: [] };
  const problem = problemOf(name, newPath, path, project);
  if (problem !== undefined) return { problem };
  const moves = [{ from: path, to: newPath }];
  const review = reviewPathOf(path);
  if (project.hasFile(review)) moves.push({ from: review, to: reviewPathOf(newPath) });
  const changes = new ChangeCollector();
  await followMoves(sources, moves, changes);
  const files = moves.map(({ from, to }) => ({ oldUri: project.uriOf(from), newUri: project.uriOf(to) }));
  return { changes: changes.changes, files };
}

/** `notes` for `phase4.md` means `notes.md`; a name such as `PHASE3.5` has no extension either. */
function withExtension(name: string, path: string): string {
  const extension = MARKDOWN.exec(path)?.[0] ?? '';
  return name === '' || MARKDOWN.test(name) ? name : `${name}${extension}`;
}

function problemOf(name: string, newPath: string, path: string, project: ProjectView): string | undefined {
  if (name.replace(MARKDOWN, '').trim() === '') return 'A document needs a name. Write one.';
  if (NOT_IN_NAMES.test(name))
    return `A file name cannot hold \\ / : * ? " < > |. To move ${baseName(path)} to another folder, drag it there: references follow.`;
  // On some disks `Notes.md` and `notes.md` are one file.
  if (project.hasFile(newPath) && newPath.toLowerCase() !== path.toLowerCase())
    return `There is a file ${name} already, and nothing is overwritten. Choose another name.`;
  return undefined;
}
