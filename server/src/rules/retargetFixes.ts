/** Fixes that send a pointer somewhere else. Shared by the rules that find a pointer leading nowhere. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Fix } from '../diagnostic';
import { relativePath } from '../model/evidence/fixes/relativePath';
import { baseName, parentFolder } from '../model/paths';
import type { Pointer } from '../syntax/document';

const MOST_TARGETS = 5;

/**
 * @param range absolute place of the pointer's target as written
 * @param paths the files it may mean, relative to the workspace folder
 * @param certainty whether version control knows that it is this file
 */
export function retargetFixes(
  uri: string,
  fromPath: string,
  range: Range,
  pointer: Pointer,
  paths: readonly string[],
  certainty: 'told by names' | 'recorded' = 'told by names',
): readonly Fix[] {
  return paths.slice(0, MOST_TARGETS).map((path, index) => ({
    title: `Change to ${path}`,
    preferred: paths.length === 1 && index === 0,
    safe: paths.length === 1 && (certainty === 'recorded' || areNear(fromPath, path) || !/\d/.test(baseName(path))),
    edits: [{ type: 'change', uri, edits: [{ range, newText: written(pointer, fromPath, path) }] }],
  }));
}

/** Whether one of the files lies in the folder of the other or below it: elsewhere `TODO001.md` may be that of others. */
function areNear(a: string, b: string): boolean {
  const [folderA, folderB] = [parentFolder(a), parentFolder(b)];
  return folderA === folderB || a.startsWith(`${folderB}/`) || b.startsWith(`${folderA}/`);
}

/**
 * Corrects the anchor of a pointer, the rest stays as it is written.
 *
 * @param range absolute place of the pointer's target as written
 */
export function anchorFix(uri: string, range: Range, pointer: Pointer, anchor: string): Fix {
  const length = pointer.fragment?.length ?? 0;
  const place = { start: { line: range.end.line, character: range.end.character - length }, end: range.end };
  return {
    title: `Change to #${anchor}`,
    preferred: true,
    safe: false,
    edits: [{ type: 'change', uri, edits: [{ range: place, newText: anchor }] }],
  };
}

/**
 * Sends a pointer to a file that says something else: what was bound in the old one means nothing there.
 *
 * @param range absolute place of the pointer's target as written
 * @param path relative to the workspace folder
 */
export function replaceTarget(fromPath: string, range: Range, pointer: Pointer, path: string): TextEdit {
  return { range, newText: written({ ...pointer, fragment: undefined, lines: undefined }, fromPath, path) };
}

/** The path in the pointer's own style: `@` references are written from the workspace folder, all others relative. */
function written(pointer: Pointer, fromPath: string, path: string): string {
  const relative = relativePath(parentFolder(fromPath), path);
  const target = pointer.form === 'at-path' ? `@${relative.includes('/') ? path : relative}` : relative;
  const lines = pointer.lines && !pointer.fragment ? `:${lineNumbers(pointer.lines)}` : '';
  const anchor = pointer.fragment === undefined ? '' : `#${pointer.fragment}`;
  return `${pointer.form === 'link' ? encodeURI(target) : target}${lines}${anchor}`;
}

function lineNumbers({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? String(from) : `${from}-${to}`;
}
