/** The baselines of one workspace folder; the nearest one upwards counts for a document. */
import { isBaseline, parseBaseline, type Baseline, type BaselineEntry } from '../model/baseline/baselineFile';
import type { ConfigProblem } from '../model/configReader';
import { foldersUpwards, parentFolder, pathBelow } from '../model/paths';

export class FolderBaselines {
  readonly #byFolder = new Map<string, { readonly baseline: Baseline; readonly problems: readonly ConfigProblem[] }>();

  /** @param path of the file; undefined if it has gone or cannot be read */
  set(
    path: string,
    read: { readonly baseline: Baseline; readonly problems: readonly ConfigProblem[] } | undefined,
  ): void {
    if (read) this.#byFolder.set(parentFolder(path), read);
    else this.#byFolder.delete(parentFolder(path));
  }

  get problems(): readonly ConfigProblem[] {
    return [...this.#byFolder.values()].flatMap(({ problems }) => problems);
  }

  /** Undefined where no finding of the document is known. */
  entriesFor(path: string): readonly BaselineEntry[] | undefined {
    if (this.#byFolder.size === 0) return undefined;
    for (const folder of foldersUpwards(parentFolder(path))) {
      const known = this.#byFolder.get(folder);
      if (known) return known.baseline.get(pathBelow(path, folder) ?? path);
    }
    return undefined;
  }
}

interface BaselineFolder {
  readonly baselines: FolderBaselines;
  uriOf(path: string): string;
  hasFile(path: string): boolean;
}

/** Takes in a baseline, or that it is gone. @returns whether the file is one */
export async function readBaseline(
  folder: BaselineFolder,
  path: string,
  read: (uri: string) => Promise<string | undefined>,
): Promise<boolean> {
  if (!isBaseline(path)) return false;
  const uri = folder.uriOf(path);
  const text = folder.hasFile(path) ? await read(uri) : undefined;
  folder.baselines.set(path, text === undefined ? undefined : parseBaseline(text, uri));
  return true;
}
