/**
 * Where a pointer leads. The order in which places are tried follows how phase documents are really written: beside the
 * document, then the folders above it up to the workspace folder, then the one file of that name anywhere.
 */
import type { Pointer } from '../syntax/document';
import type { EvidenceFacts } from './evidence/evidenceFacts';
import { readTestId } from './evidence/testIds';
import type { FileIndex } from './fileIndex';
import { baseName, decodePath, parentFolder } from './paths';
import type { Resolution } from './project';

/** What the resolver must know of a Markdown file to check an anchor; undefined: not known, so not checked. */
export type SlugsOf = (path: string) => ReadonlySet<string> | undefined;

const LINE_FRAGMENT = /^L\d+(?:-L?\d+)?$/;
const OUTSIDE = /^(?:[A-Za-z]:|~|\$|%)/;

/**
 * @param fromPath path of the document that holds the pointer, relative to the workspace folder
 * @param roots further folders that paths may count from
 */
export function resolvePointer(
  pointer: Pointer,
  fromPath: string,
  files: FileIndex,
  slugsOf: SlugsOf,
  roots: readonly string[] = [],
): Resolution {
  switch (pointer.form) {
    case 'url':
    case 'issue':
    case 'commit':
      return { status: 'unchecked' };
    case 'test-id':
    case 'link':
    case 'at-path':
    case 'code-path':
    case 'plain-path':
      return resolvePath(pointer, fromPath, files, slugsOf, roots);
  }
}

function resolvePath(
  pointer: Pointer,
  fromPath: string,
  files: FileIndex,
  slugsOf: SlugsOf,
  roots: readonly string[],
): Resolution {
  const written = decodePath(pointer.form === 'test-id' ? readTestId(pointer.target).file : pointer.target);
  if (written === '') return checkAnchor(fromPath, pointer, slugsOf);
  if (OUTSIDE.test(written)) return { status: 'unchecked' };
  for (const candidate of candidatePaths(written, pointer, fromPath, roots)) {
    if (candidate === undefined) return { status: 'unchecked' };
    if (files.has(candidate)) return checkAnchor(candidate, pointer, slugsOf);
  }
  const elsewhere = files.withName(baseName(trimSlash(written)));
  const [only] = elsewhere;
  if (only === undefined) return { status: 'missing' };
  if (elsewhere.length > 1) return { status: 'ambiguous', paths: elsewhere };
  const there = checkAnchor(only, pointer, slugsOf);
  return there.status === 'found' ? { status: 'moved', path: only } : there;
}

/**
 * A test id leads somewhere if the file that it names holds the test, or a report lists it.
 *
 * @param resolution of the file
 */
export function resolveTest(id: string, resolution: Resolution, evidence: EvidenceFacts): Resolution {
  const file = 'path' in resolution ? resolution.path : undefined;
  const place = evidence.testPlace(id, file);
  if (!place || place.path === file) return resolution;
  if (place.path !== undefined) return { status: 'found', path: place.path };
  return file === undefined ? resolution : { status: 'no-test', path: file, test: readTestId(id).name };
}

/** Paths to try, relative to the workspace folder; undefined means that the pointer leaves it. */
function* candidatePaths(
  written: string,
  pointer: Pointer,
  fromPath: string,
  roots: readonly string[],
): Iterable<string | undefined> {
  const spellings = pointer.form === 'at-path' ? [written, `@${written}`] : [written];
  for (const spelling of spellings) {
    if (spelling.startsWith('/')) {
      yield normalize(spelling.slice(1));
      continue;
    }
    const beside = join(parentFolder(fromPath), spelling);
    if (beside === undefined) {
      yield undefined;
      continue;
    }
    yield beside;
    for (let folder = parentFolder(fromPath); folder !== '';) {
      folder = parentFolder(folder);
      const above = join(folder, spelling);
      if (above !== undefined) yield above;
    }
    for (const root of roots) {
      const below = join(root, spelling);
      if (below !== undefined) yield below;
    }
  }
}

function checkAnchor(path: string, pointer: Pointer, slugsOf: SlugsOf): Resolution {
  const { fragment } = pointer;
  if (!fragment || LINE_FRAGMENT.test(fragment) || !/\.(?:md|markdown)$/i.test(path)) return { status: 'found', path };
  const slugs = slugsOf(path);
  if (!slugs || slugs.has(decodePath(fragment).toLowerCase())) return { status: 'found', path };
  return { status: 'no-anchor', path, fragment };
}

/** Joins and normalises; undefined if the result lies above the workspace folder. */
function join(folder: string, path: string): string | undefined {
  return normalize(folder === '' ? path : `${folder}/${path}`);
}

function normalize(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

function trimSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
