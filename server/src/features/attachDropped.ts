/** What is dropped or pasted on a claim becomes its evidence. */
import type { TextEdit } from 'vscode-languageserver-types';
import { pointTo } from '../model/evidence/fixes/attachEvidence';
import { linkTo } from '../model/evidence/fixes/relativePath';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ProjectView } from '../model/project';
import type { Pointer } from '../syntax/document';
import { parseDocument } from '../syntax/parseDocument';
import { sectionAt } from '../syntax/positions';
import { pointersOf } from '../model/pointersOf';

export interface Dropped {
  /** Of files, relative to the workspace folder. */
  readonly paths: readonly string[];
  /** As it is on the clipboard. */
  readonly text: string | undefined;
}

/** More at once are no evidence of one claim. */
const MOST_FILES = 10;
const LONGEST_TEXT = 500;

/**
 * @param line absolute
 * @returns undefined if no claim stands on the line, or if that is nothing that a reader could follow
 */
export function attachDropped(
  document: PhaseDocument,
  project: ProjectView,
  line: number,
  dropped: Dropped,
): TextEdit | undefined {
  if (!isClaimed(document, line)) return undefined;
  const link =
    dropped.paths.length > 0
      ? linkToFiles(dropped.paths, document, project)
      : linkToText(dropped.text ?? '', document, project);
  return link === undefined ? undefined : pointTo(document, line, link);
}

function isClaimed({ parsed, claims }: PhaseDocument, line: number): boolean {
  const section = sectionAt(parsed, line);
  const own = claims[section.index]?.claims ?? [];
  return own.some(({ range }) => {
    const from = section.line + range.start.line;
    return from <= line && line <= section.line + range.end.line;
  });
}

/** All of them, or none: what was dropped together is not taken apart. */
function linkToFiles(
  paths: readonly string[],
  { path: fromPath }: PhaseDocument,
  project: ProjectView,
): string | undefined {
  if (paths.length > MOST_FILES || paths.some((path) => path === fromPath || !project.hasFile(path))) return undefined;
  return paths.map((path) => linkTo(path, fromPath)).join(', ');
}

/** A path that leads somewhere from here, perhaps with a place in the file, or a commit; with nothing else beside it. */
function linkToText(text: string, { path: fromPath }: PhaseDocument, project: ProjectView): string | undefined {
  const pointer = onlyPointer(text.trim());
  if (!pointer) return undefined;
  const resolution = project.resolve(pointer, fromPath);
  if (pointer.form === 'commit') return resolution.status === 'missing' ? undefined : `commit \`${pointer.target}\``;
  if (resolution.status !== 'found' && resolution.status !== 'moved') return undefined;
  if (resolution.path === fromPath || !project.hasFile(resolution.path)) return undefined;
  return linkTo(resolution.path, fromPath, anchorOf(pointer));
}

function anchorOf({ fragment, lines }: Pointer): string {
  if (lines) return lines.to === lines.from ? `#L${lines.from}` : `#L${lines.from}-L${lines.to}`;
  return fragment === undefined ? '' : `#${fragment}`;
}

/** The text read as it would be in backticks, if it is a single pointer. */
function onlyPointer(text: string): Pointer | undefined {
  const words = text.replace(/^`|`$/g, '').replace(/^\.\//, '');
  if (words === '' || words.length > LONGEST_TEXT || /[\s`]/.test(words)) return undefined;
  // A commit is known by the word before it.
  for (const sentence of [`See \`${words}\``, `In commit \`${words}\``]) {
    const [placed] = parseDocument(sentence).sections[0]?.content.blocks ?? [];
    const [pointer, ...others] = placed ? pointersOf(placed.block) : [];
    const known: readonly Pointer['form'][] = ['code-path', 'at-path', 'commit'];
    if (pointer && others.length === 0 && known.includes(pointer.form)) return pointer;
  }
  return undefined;
}
