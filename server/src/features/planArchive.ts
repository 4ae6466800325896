/** Declares documents as finished: a glob in the configuration. No file is moved or written. */
import { isSeq, parseDocument as parseYaml } from 'yaml';
import { isTooDeep } from '../model/yamlDepth';
import { pathBelow } from '../model/paths';

/**
 * Globs, relative to a folder, that mean these documents and no other phase document.
 *
 * @param initiative folder of the initiative; its glob alone will do where everything in it is meant
 * @param all paths of all documents of the initiative
 */
export function archiveGlobs(
  folder: string,
  initiative: string,
  paths: readonly string[],
  all: readonly string[],
): readonly string[] {
  const below = pathBelow(initiative, folder);
  const isWhole = all.every((path) => paths.includes(path));
  if (isWhole && below !== undefined && below !== '') return [`/${below}/`];
  return paths.flatMap((path) => pathBelow(path, folder) ?? []).map((path) => `/${path}`);
}

/** @returns the text of the configuration with the globs; undefined if it has mistakes that would be made worse */
export function withArchiveGlobs(text: string, globs: readonly string[]): string | undefined {
  if (isTooDeep(text)) return undefined;
  const document = parseYaml(text);
  if (document.errors.length > 0) return undefined;
  const archive: unknown = document.contents === null ? undefined : document.get('archive', true);
  if (archive === undefined || archive === null) document.set('archive', [...globs]);
  else if (isSeq(archive)) {
    const known: unknown = archive.toJSON();
    for (const glob of globs) if (!Array.isArray(known) || !known.includes(glob)) archive.add(glob);
  } else return undefined;
  return document.toString({ lineWidth: 0 });
}
