/** Completion of references: `@docs/…`, paths in backticks, targets of Markdown links. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { CompletionItem, Position } from 'vscode-languageserver-types';
import { relativePath } from '../model/evidence/fixes/relativePath';
import { parentFolder } from '../model/paths';

/** `@doc`, `(see @docs/a`: an `@` that no word stands before. */
const AT_START = /(?:^|[\s([`"'])@([\w./-]*)$/;
/** `](not`: up to the target of a link. */
const LINK_START = /\]\(([^()\s#]*)$/;
/** A path in backticks: it has a slash or a dot already, words have not. */
const CODE_START = /`([\w-]*[./][\w./-]*)$/;
/** What is behind the cursor and belongs to the same path. */
const PATH_REST = /^[\w./-]*/;
const mostItems = 60;

/**
 * @param line the whole line
 * @param fromPath of the document, relative to the workspace folder
 * @param files paths of the workspace folder
 * @returns undefined where no path is being written
 */
export function completePath(
  line: string,
  { line: row, character }: Position,
  fromPath: string,
  files: Iterable<string>,
): readonly CompletionItem[] | undefined {
  const typed = line.slice(0, character);
  const at = AT_START.exec(typed);
  const link = at ? null : LINK_START.exec(typed);
  const code = at || link ? null : CODE_START.exec(typed);
  const word = (at ?? link ?? code)?.[1];
  if (word === undefined) return undefined;
  const rest = PATH_REST.exec(line.slice(character))?.[0].length ?? 0;
  const range = {
    start: { line: row, character: character - word.length },
    end: { line: row, character: character + rest },
  };
  const folder = parentFolder(fromPath);
  const wanted = word.replace(/^(?:\.{0,2}\/)+/, '').toLowerCase();
  const found: { path: string; written: string; rank: number }[] = [];
  for (const path of files) {
    if (path === fromPath) continue;
    const lower = path.toLowerCase();
    const name = lower.slice(lower.lastIndexOf('/') + 1);
    const isMeant = lower.startsWith(wanted) || name.includes(wanted) || lower.includes(wanted);
    if (!isMeant) continue;
    const relative = relativePath(folder, path);
    // Those nearby first, and those whose name begins with what is typed.
    const distance = relative.split('/').length;
    const rank = distance + (name.startsWith(wanted) || lower.startsWith(wanted) ? 0 : 10);
    // References with `@` count from the workspace folder, all others from the document.
    const written = at ? (relative.includes('/') ? path : relative) : link ? encodeURI(relative) : relative;
    found.push({ path, written, rank });
  }
  found.sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1));
  return found.slice(0, mostItems).map(({ path, written }, index) => ({
    label: path.slice(path.lastIndexOf('/') + 1),
    labelDetails: { description: parentFolder(path) },
    kind: CompletionItemKind.File,
    // Editors compare with what stands in the range: it must not be taken for another word.
    filterText: word === '' ? written : `${word} ${path}`,
    sortText: String(index).padStart(3, '0'),
    textEdit: { range, newText: written },
  }));
}
