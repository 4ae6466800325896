/** References between documents, written as the project writes them. */
import { comparePhases } from '../model/phaseId';
import { baseName, parentFolder } from '../model/paths';
import type { PhaseId } from '../model/phaseDocument';
import type { DocumentEntry, ProjectView } from '../model/project';
import type { ParsedDocument, Pointer, PointerForm } from '../syntax/document';
import { pointersOf } from '../model/documentFacts';
import { walkDocument } from '../syntax/walk';

/** `[name](name)`, `` `@name` `` or `` `name` ``. */
export type ReferenceStyle = 'link' | 'at-path' | 'code-path';

/** How the documents refer to others: counted in the latest prompt, else in the documents of the previous phase. */
export async function findReferenceStyle(
  documents: readonly DocumentEntry[],
  previous: PhaseId,
  read: (entry: DocumentEntry) => Promise<ParsedDocument | undefined>,
): Promise<ReferenceStyle> {
  const prompts = documents
    .filter(({ identity }) => identity.kind === 'prompt')
    .sort((a, b) => (a.identity.phase && b.identity.phase ? comparePhases(b.identity.phase, a.identity.phase) : 0));
  const others = documents.filter(({ identity }) => identity.kind !== 'prompt' && identity.phase?.key === previous.key);
  for (const entry of [...prompts.slice(0, 2), ...others]) {
    const parsed = await read(entry);
    const style = parsed && mostUsedStyle(parsed);
    if (style) return style;
  }
  return 'link';
}

function mostUsedStyle(parsed: ParsedDocument): ReferenceStyle | undefined {
  const counts: Record<ReferenceStyle, number> = { link: 0, 'at-path': 0, 'code-path': 0 };
  for (const { block } of walkDocument(parsed)) {
    for (const { form, target } of pointersOf(block)) {
      if (/\.(?:md|markdown)$/i.test(target) && isStyle(form)) counts[form]++;
    }
  }
  const styles = (['link', 'at-path', 'code-path'] as const).filter((style) => counts[style] > 0);
  return styles.sort((a, b) => counts[b] - counts[a])[0];
}

function isStyle(form: PointerForm): form is ReferenceStyle {
  return form === 'link' || form === 'at-path' || form === 'code-path';
}

/** A reference from one document to another, which need not be there yet. */
export function referTo(project: ProjectView, from: string, to: string, style: ReferenceStyle): string {
  if (style === 'link') return linkTo(from, to);
  const target = parentFolder(from) === parentFolder(to) ? baseName(to) : to;
  const resolution = project.resolve(pointerTo(style, target), from);
  const leadsElsewhere = project.hasFile(to) && !(resolution.status === 'found' && resolution.path === to);
  if (leadsElsewhere || /\s/.test(target)) return linkTo(from, to);
  return style === 'at-path' ? `\`@${target}\`` : `\`${target}\``;
}

/** A Markdown link with a relative destination, perhaps to a heading. */
export function linkTo(from: string, to: string, slug?: string): string {
  const destination = relativePath(parentFolder(from), to).split('/').map(encodeURIComponent).join('/');
  return `[${baseName(to)}](${destination}${slug === undefined ? '' : `#${slug}`})`;
}

function relativePath(folder: string, to: string): string {
  const start = folder === '' ? [] : folder.split('/');
  const end = to.split('/');
  let same = 0;
  while (same < start.length && same < end.length - 1 && start[same] === end[same]) same++;
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/');
}

function pointerTo(form: PointerForm, target: string): Pointer {
  const nowhere = { line: 0, character: 0 };
  return { form, target, fragment: undefined, lines: undefined, range: { start: nowhere, end: nowhere } };
}
