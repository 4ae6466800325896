/** From the paths on the command line to workspace roots and what to check in each. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { configFileName, parseConfig } from '../model/configFile';
import { nearest } from '../suggestion';
import { UsageError } from './io';

/** One workspace root with the paths in it that were asked for. */
export interface Target {
  /** Absolute path. */
  readonly root: string;
  /** Folders to search, relative to the root, with `/`; empty string for the root. */
  readonly folders: readonly string[];
  /** Files that were named, relative to the root, with `/`. */
  readonly files: ReadonlySet<string>;
}

/**
 * The root of a path is its repository, so that what stands beside the documents is found whatever folder is named; or
 * a folder inside whose configuration says `root: true`. Without a repository it is the topmost folder upwards with a
 * configuration, without any the folder itself, or the folder of a file. Several folders of that last sort are one
 * workspace: the folder that holds them all, unless that is outside of the current one and holds it too.
 *
 * @throws UsageError for a path that is not there
 */
export async function findTargets(paths: readonly string[], cwd: string): Promise<readonly Target[]> {
  const asked: { readonly absolute: string; readonly folder: string; readonly root: string | undefined }[] = [];
  for (const path of paths) {
    if (path === '') throw new UsageError('A path is empty. Name a file or folder, or `.` for the current one.');
    const absolute = resolve(cwd, path);
    const stats = await stat(absolute).catch(() => undefined);
    if (!stats) throw new UsageError(`There is no \`${path}\`.${await suggestPath(absolute, path)}`);
    const folder = stats.isDirectory() ? absolute : dirname(absolute);
    asked.push({ absolute, folder, root: await findRoot(folder) });
  }
  const common = commonFolder(asked.flatMap(({ folder, root }) => (root === undefined ? [folder] : [])));
  const isTooWide = common === undefined || (common !== cwd && isBelow(cwd, common));
  const targets = new Map<string, { folders: Set<string>; files: Set<string> }>();
  for (const { absolute, folder, root: found } of asked) {
    const root = found ?? (isTooWide ? folder : common);
    const target = targets.get(root) ?? { folders: new Set<string>(), files: new Set<string>() };
    targets.set(root, target);
    (absolute === folder ? target.folders : target.files).add(toSlashes(relative(root, absolute)));
  }
  return [...targets].map(([root, { folders, files }]) => ({ root, folders: [...folders], files }));
}

/** Whether a path, relative to the root, is one of the target's files or below one of its folders. */
export function isInTarget(path: string, target: Target): boolean {
  return target.files.has(path) || target.folders.some((folder) => folder === '' || path.startsWith(`${folder}/`));
}

/**
 * Whether an initiative lies below a folder that was asked for, or holds what was asked for.
 *
 * @param initiative its folder, relative to the root
 */
export function isInitiativeAsked(initiative: string, { folders, files }: Target): boolean {
  const isInside = (inner: string, outer: string) => outer === '' || `${inner}/`.startsWith(`${outer}/`);
  return (
    folders.some((folder) => isInside(initiative, folder) || isInside(folder, initiative)) ||
    [...files].some((file) => isInside(file, initiative))
  );
}

/** The path as it is printed: relative to the current folder, `/` between the parts. */
export function displayPath(absolute: string, cwd: string): string {
  return toSlashes(relative(cwd, absolute)) || '.';
}

/** The path with `/` between its parts, as everything but the disk has it. */
export function toSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** The innermost folder that holds all of these, each of which holds itself; undefined for none. */
function commonFolder([first, ...others]: readonly string[]): string | undefined {
  if (first === undefined) return undefined;
  if (others.every((other) => isBelow(other, first))) return first;
  const parent = dirname(first);
  // Drives have nothing in common.
  return parent === first ? undefined : commonFolder([parent, ...others]);
}

/** Whether an absolute path is a folder or something in it. */
function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function findRoot(folder: string, configured?: string): Promise<string | undefined> {
  const config = await readFile(join(folder, configFileName), 'utf8').catch(() => undefined);
  if (config !== undefined && parseConfig(config, '', []).layer.isRoot) return folder;
  if (await exists(join(folder, '.git'))) return folder;
  const topmost = config === undefined ? configured : folder;
  const parent = dirname(folder);
  return parent === folder ? topmost : findRoot(parent, topmost);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The neighbour whose name is nearest to the one that was typed. */
async function suggestPath(absolute: string, typed: string): Promise<string> {
  const names = await readdir(dirname(absolute)).catch(() => undefined);
  if (!names) return ` Its folder \`${dirname(typed)}\` is not there either.`;
  if (names.includes(basename(absolute))) return ' It is a link that leads nowhere.';
  const near = nearest(basename(absolute), names);
  return near ? ` Did you mean \`${toSlashes(join(dirname(typed), near))}\`?` : '';
}
