/** Which files a workspace folder holds: the one fact about the disk that references and evidence need. */
import { baseName, parentFolder } from './paths';

/** Paths are relative to the workspace folder, `/` between the parts. Lists of them are in order, however they were found. */
export class FileIndex {
  readonly #files = new Set<string>();
  /** Folder to the number of files directly or indirectly in it. */
  readonly #folders = new Map<string, number>();
  readonly #byName = new Map<string, Set<string>>();

  constructor(paths: Iterable<string>) {
    for (const path of paths) this.add(path);
  }

  get paths(): Iterable<string> {
    return this.#files;
  }

  /** @returns false if it was known */
  add(path: string): boolean {
    if (this.#files.has(path)) return false;
    this.#files.add(path);
    this.#countFolders(path, 1);
    const name = baseName(path).toLowerCase();
    const sameName = this.#byName.get(name);
    if (sameName) sameName.add(path);
    else this.#byName.set(name, new Set([path]));
    return true;
  }

  /** @returns false if it was not known */
  delete(path: string): boolean {
    if (!this.#files.delete(path)) return false;
    this.#countFolders(path, -1);
    this.#byName.get(baseName(path).toLowerCase())?.delete(path);
    return true;
  }

  hasFile(path: string): boolean {
    return this.#files.has(path);
  }

  hasFolder(path: string): boolean {
    return path === '' || this.#folders.has(path);
  }

  has(path: string): boolean {
    return this.hasFile(path) || this.hasFolder(path);
  }

  /** Files in a folder, directly or not. */
  below(folder: string): readonly string[] {
    if (!this.#folders.has(folder)) return [];
    return [...this.#files].filter((path) => path.startsWith(`${folder}/`)).sort();
  }

  /** Files with this base name, whatever their case. */
  withName(name: string): readonly string[] {
    return [...(this.#byName.get(name.toLowerCase()) ?? [])].sort();
  }

  #countFolders(path: string, by: number): void {
    for (let folder = parentFolder(path); folder !== ''; folder = parentFolder(folder)) {
      const count = (this.#folders.get(folder) ?? 0) + by;
      if (count === 0) this.#folders.delete(folder);
      else this.#folders.set(folder, count);
    }
  }
}
