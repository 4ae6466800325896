/** In which order the documents of a folder are read, and how many at once. */
import type { CancellationToken } from '../host';
import { parentFolder } from '../model/paths';
import type { Folder } from './folder';

/** Files read at the same time: enough to keep a disk busy, few enough for any limit on open files. */
const READS_AT_ONCE = 64;

/** Does something with each path, several at once, in their order. Resolves early when cancelled. */
export async function forEachOf(
  paths: readonly string[],
  token: CancellationToken,
  action: (path: string) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let path = paths[next++]; path !== undefined && !token.isCancellationRequested; path = paths[next++])
      await action(path);
  };
  await Promise.all(Array.from({ length: READS_AT_ONCE }, worker));
}

/** Whether a file lies in the folder of an open document, or belongs to its initiative by its path. */
export function nearOf(open: readonly { readonly path: string }[], folder: Folder): (path: string) => boolean {
  const initiativeOf = (path: string) => folder.identities.byPath(path)?.initiative;
  const folders = new Set(open.map(({ path }) => parentFolder(path)));
  const initiatives = new Set(open.map(({ path }) => initiativeOf(path)));
  initiatives.delete(undefined);
  return (path) => folders.has(parentFolder(path)) || initiatives.has(initiativeOf(path));
}
