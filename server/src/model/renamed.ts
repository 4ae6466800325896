/** What a reference that leads nowhere may have meant: a document or heading that was renamed. */
import { documentByName } from './chain/namedFile';
import { baseName, decodePath, foldersUpwards, parentFolder, resolvePath } from './paths';
import type { PhaseDocument } from './phaseDocument';
import type { ProjectView } from './project';
import type { Pointer } from '../syntax/document';

interface Context {
  readonly document: PhaseDocument;
  readonly project: ProjectView;
}

/**
 * Documents that may be the missing one under another name: spelled with other signs or in other case, or the only one of
 * the kind and phase that the old name tells.
 *
 * @returns paths, the likeliest first; empty where nothing can be told
 */
export function renamedTargets(target: string, { document: { path, identity }, project }: Context): readonly string[] {
  const name = baseName(target);
  if (!/\.(?:md|markdown)$/i.test(name)) return [];
  const letters = lettersOf(name);
  const spelled = project.documents.filter((entry) => lettersOf(baseName(entry.path)) === letters);
  if (spelled.length > 0)
    return byLikeness(
      spelled.map((entry) => entry.path),
      target,
      path,
    );
  const told = documentByName(name);
  if (!told) return [];
  const same = project
    .phaseSet({ ...identity, phase: told.phase })
    .filter((entry) => entry.identity.kind === told.kind);
  return same.length === 1 ? same.map((entry) => entry.path) : [];
}

/** Words that names of any kind have. */
const commonWords: ReadonlySet<string> = new Set([
  'phase',
  'todo',
  'document',
  'doc',
  'final',
  'summary',
  'report',
  'md',
]);

/** Whether the names of two files have a telling word in common. */
export function shareWords(a: string, b: string): boolean {
  const words = tellingWords(a);
  return lettersOf(baseName(a)) === lettersOf(baseName(b)) || [...tellingWords(b)].some((word) => words.has(word));
}

function tellingWords(path: string): ReadonlySet<string> {
  const words = baseName(path)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return new Set(words.filter((word) => word.length > 2 && !commonWords.has(word)));
}

/** Where version control says that the missing file went, from wherever its path may count. */
export function recordedTarget(
  { target: written }: Pick<Pointer, 'target'>,
  { document: { path: fromPath }, project }: Context,
): string | undefined {
  const target = decodePath(written);
  const folders = target.startsWith('/') ? [''] : foldersUpwards(parentFolder(fromPath));
  for (const folder of folders) {
    const path = resolvePath(folder, target);
    const recorded = path === undefined ? undefined : project.evidence.renamedTo(path);
    if (recorded !== undefined && project.hasFile(recorded)) return recorded;
  }
  return undefined;
}

/** Paths in the order in which a reference may mean them: those that share most of its end, then those nearest to it. */
export function byLikeness(paths: readonly string[], target: string, fromPath: string): readonly string[] {
  const score = (path: string) => sharedEnd(path, target) * 100 + sharedStart(path, fromPath);
  return [...paths].sort((a, b) => score(b) - score(a) || (a < b ? -1 : 1));
}

/** The only heading that has the same words as an anchor, numbers and signs aside, or goes on where it ends. */
export function similarAnchor(fragment: string, slugs: ReadonlySet<string> | undefined): string | undefined {
  const words = wordsOf(fragment);
  if (!slugs || words === '') return undefined;
  const all = [...slugs];
  const same = all.filter((slug) => wordsOf(slug) === words);
  const candidates = same.length > 0 ? same : all.filter((slug) => wordsOf(slug).startsWith(`${words}-`));
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** `4-test-results-` → `test-results`. */
function wordsOf(slug: string): string {
  return slug
    .toLowerCase()
    .split('-')
    .filter((word) => word !== '' && !/^\d+$/.test(word))
    .join('-');
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function sharedEnd(path: string, target: string): number {
  const [a, b] = [path.split('/').reverse(), target.split('/').reverse()];
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared;
}

function sharedStart(path: string, other: string): number {
  const [a, b] = [path.split('/'), other.split('/')];
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared;
}
