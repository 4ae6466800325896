/** The path of a pointer as its author wrote it, and how to write another one in the same way. */
import type { Range } from 'vscode-languageserver-types';
import { relativePath } from '../../model/evidence/fixes/relativePath';
import { readTestId } from '../../model/evidence/testIds';
import type { MovedFiles } from '../../model/fileMoves';
import { baseName, decodePath, foldersUpwards, parentFolder, pathBelow, resolvePath } from '../../model/paths';
import type { ParsedDocument, Pointer } from '../../syntax/document';
import { lineText } from '../../syntax/positions';
import type { PlacedPointer } from '../navigation/pointerAt';

/** What ends a path in plain words or code, or makes it none; written as `%20` and the like. */
const NOT_IN_PATHS = /[\s*?<>|{}$"'=\\,;!`()[\]^…:#%]/gu;
/** What ends the destination of a link. */
const NOT_IN_LINKS = /[\s<>()\\#%?]/gu;
/** The same between `<` and `>`. */
const NOT_IN_BRACKETS = /[\n<>\\#%?]/gu;

/** The part of a pointer that names a file, as written. */
export function filePart({ form, target }: Pointer): string {
  return form === 'test-id' ? readTestId(target).file : target;
}

/** The same pointer as one to the file alone: whether a test or a heading is there does not matter. */
export function asFilePointer(pointer: Pointer): Pointer {
  if (pointer.form !== 'test-id') return { ...pointer, fragment: undefined };
  return { ...pointer, form: 'code-path', target: filePart(pointer), fragment: undefined };
}

/** The place of {@link filePart}. */
export function filePartRange({ pointer, range }: PlacedPointer, parsed: ParsedDocument): Range {
  const { line, character } = range.start;
  const isMarked = pointer.form === 'at-path' && lineText(parsed, line).charAt(character) === '@';
  const from = isMarked ? character + 1 : character;
  return { start: { line, character: from }, end: { line, character: from + filePart(pointer).length } };
}

export interface PathChange {
  readonly placed: PlacedPointer;
  readonly parsed: ParsedDocument;
  /** Of the document that holds the pointer, before and after. */
  readonly oldFrom: string;
  readonly newFrom: string;
  /** Of what it leads to, before and after. */
  readonly oldPath: string;
  readonly newPath: string;
  /** Whether it led there only because nothing else has that name. */
  readonly isLoose: boolean;
}

/**
 * How to write the pointer so that it leads to the new path: as it is if it still does, else with as little change as can
 * be; undefined if nothing leads there.
 */
export function rewrittenPath(change: PathChange, moved: MovedFiles): string | undefined {
  const { pointer } = change.placed;
  const written = filePart(pointer);
  const plain = decodePath(written).replace(/\/$/, '');
  const slash = written.endsWith('/') ? '/' : '';
  const base = baseOf(plain, change, moved);
  const encode = encoder(change.placed, change.parsed);
  // Other readers of Markdown take links from the document's own folder only, and everybody does so for `./` and `../`.
  const isStrict = base === parentFolder(change.oldFrom) && (pointer.form === 'link' || plain.startsWith('.'));
  const leads = (text: string): boolean => {
    const path = decodePath(text).replace(/\/$/, '');
    if (isStrict && resolvePath(parentFolder(change.newFrom), path) !== change.newPath) return false;
    const resolution = moved.resolve({ ...asFilePointer(pointer), target: text }, change.newFrom);
    if (!('path' in resolution) || resolution.path !== change.newPath) return false;
    return resolution.status === 'found' || (change.isLoose && resolution.status === 'moved');
  };
  if (leads(written)) return written;
  for (const candidate of candidatePaths(plain, base, change, moved)) {
    const text = encode(candidate) + slash;
    if (leads(text)) return text;
  }
  return undefined;
}

/**
 * @param written decoded, without a slash at the end
 * @param base the folder that it counts from; undefined for a path from the root, or one that leads there by its name only
 */
function* candidatePaths(
  written: string,
  base: string | undefined,
  { oldFrom, newFrom, newPath }: PathChange,
  moved: MovedFiles,
): Iterable<string> {
  yield written.slice(0, written.lastIndexOf('/') + 1) + baseName(newPath);
  if (written.startsWith('/')) yield `/${newPath}`;
  const relative = relativePath(parentFolder(newFrom), newPath);
  const beside = written.startsWith('./') && !relative.startsWith('..') ? `./${relative}` : relative;
  if (base !== undefined && base !== parentFolder(oldFrom)) {
    const below = pathBelow(newPath, moved.newPath(base)) ?? pathBelow(newPath, base);
    if (below !== undefined) yield below;
    yield newPath;
  }
  yield beside;
  yield newPath;
  yield `/${newPath}`;
}

/** The folder that a path counts from: that of the document, one that holds it, or one that is configured. */
function baseOf(written: string, { oldFrom, oldPath }: PathChange, moved: MovedFiles): string | undefined {
  if (written.startsWith('/')) return undefined;
  const folders = [...foldersUpwards(parentFolder(oldFrom)), ...moved.roots(oldFrom)];
  return folders.find((folder) => resolvePath(folder, written) === oldPath);
}

function encoder({ pointer, range: { start } }: PlacedPointer, parsed: ParsedDocument): (path: string) => string {
  if (pointer.form !== 'link') return (path) => path.replace(NOT_IN_PATHS, percent);
  const isBracketed = lineText(parsed, start.line).charAt(start.character - 1) === '<';
  const signs = isBracketed && !pointer.target.includes('%') ? NOT_IN_BRACKETS : NOT_IN_LINKS;
  return (path) => path.replace(signs, percent);
}

/** `encodeURIComponent` leaves some signs as they are. */
function percent(sign: string): string {
  const encoded = encodeURIComponent(sign);
  return encoded === sign ? `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : encoded;
}
