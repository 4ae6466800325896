/** Which artifacts of the workspace may be evidence for the claims of a document. */
import { parentFolder } from '../../paths';

/** More would be a list to read, not a choice; and each of them is read. */
const MOST_CANDIDATES = 3;
/** More than anybody asks for. */
const MOST_KEPT = 24;

/** The list of a project is another one as soon as a file comes or goes. */
const known = new WeakMap<readonly string[], Map<string, readonly string[]>>();

/** Those that share the longest path with the document first. @param most up to 24 */
export function nearestArtifacts(
  fromPath: string,
  artifacts: readonly string[],
  most = MOST_CANDIDATES,
): readonly string[] {
  const folder = parentFolder(fromPath);
  const byFolder = known.get(artifacts) ?? new Map<string, readonly string[]>();
  known.set(artifacts, byFolder);
  const nearest = byFolder.get(folder) ?? findNearest(folder, artifacts);
  byFolder.set(folder, nearest);
  return nearest.slice(0, most);
}

function findNearest(folder: string, artifacts: readonly string[]): readonly string[] {
  const from = folder.split('/');
  const shared = (path: string) => {
    const parts = path.split('/');
    let count = 0;
    while (count < from.length && from[count] === parts[count]) count++;
    return count;
  };
  return artifacts
    .map((path) => ({ path, shared: shared(path) }))
    .sort((a, b) => b.shared - a.shared || (a.path < b.path ? -1 : 1))
    .slice(0, MOST_KEPT)
    .map(({ path }) => path);
}
