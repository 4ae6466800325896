/** Gives a heading other words; links to it follow, and those to headings whose anchors change with it. */
import type { Range } from 'vscode-languageserver-types';
import type { PhaseDocument } from '../../model/phaseDocument';
import type { DocumentEntry } from '../../model/project';
import type { Inline } from '../../syntax/document';
import { parseDocument } from '../../syntax/parseDocument';
import { sectionAt, shiftRange } from '../../syntax/positions';
import { slugify } from '../../syntax/slugs';
import { applyEdits } from '../applyEdits';
import type { PlacedHeading } from '../navigation/headings';
import { incomingReferences } from '../navigation/incoming';
import { anchorChanges } from './anchorEdits';
import { ChangeCollector, type RenamePlan, type RenameProblem } from './renamePlan';
import { followAnchors, type RenameSources } from './renameSources';

/** @returns the words of a heading as written, with their absolute place; undefined if they are not on one line */
export function headingWords(
  { parsed }: PhaseDocument,
  { range: { start } }: Pick<PlacedHeading, 'range'>,
): { readonly inline: Inline; readonly range: Range } | undefined {
  const section = sectionAt(parsed, start.line);
  const inline = section.content.heading?.inline;
  if (!inline || inline.text.includes('\n')) return undefined;
  return { inline, range: shiftRange(inline.range, section.line) };
}

/** @param document that has the heading */
export async function renameHeading(
  document: PhaseDocument,
  entry: DocumentEntry,
  heading: PlacedHeading,
  newName: string,
  sources: RenameSources,
): Promise<RenamePlan | RenameProblem> {
  const words = newName.trim();
  if (words === '') return { problem: 'A heading without words cannot be found. Give it some.' };
  if (/[\r\n]/.test(words)) return { problem: 'A heading is one line. Leave out the line break.' };
  const current = headingWords(document, heading);
  if (!current) return { problem: 'The heading has several lines. Join them first.' };
  const edits = [{ range: current.range, newText: words }];
  const after = parseDocument(applyEdits(document.parsed.text, edits));
  const changed = after.sections[sectionAt(document.parsed, heading.range.start.line).index];
  const anchors = anchorChanges(document.parsed, edits);
  if (!anchors || changed?.content.heading?.inline.text !== words)
    return { problem: `"${words}" would not be read as the words of a heading. Choose others.` };
  const isReferredTo = incomingReferences(entry.path, sources.project).some(({ slug }) => slug === heading.slug);
  if (isReferredTo && slugify(words) === '')
    return { problem: 'Links lead to this heading, and signs alone give no anchor. Use letters or digits.' };
  const changes = new ChangeCollector();
  changes.add(document.uri, edits);
  await followAnchors(sources, entry.path, anchors, changes);
  return { changes: changes.changes, files: [] };
}
