/** Gives a decision, requirement or task another id, wherever it is named. */
import type { TextEdit } from 'vscode-languageserver-types';
import { isId } from '../../model/idMentions';
import { namedThingsOf } from '../../model/namedThings';
import { baseName } from '../../model/paths';
import type { PhaseDocument } from '../../model/phaseDocument';
import type { DocumentEntry, ProjectView } from '../../model/project';
import { givenIds, mentionsOf, nearEntries, type IdMeaning } from '../navigation/ids';
import { anchorChanges } from './anchorEdits';
import { ChangeCollector, type RenamePlan, type RenameProblem } from './renamePlan';
import { followAnchors, type RenameSources } from './renameSources';

export async function renameId(
  meaning: IdMeaning,
  newName: string,
  sources: RenameSources,
): Promise<RenamePlan | RenameProblem> {
  const newId = newName.trim();
  const problem = problemOf(meaning, newId, sources.project);
  if (problem !== undefined) return { problem };
  const changes = new ChangeCollector();
  if (newId === meaning.id) return { changes: [], files: [] };
  const entries = new Set(mentionsOf(new Set([meaning.id]), meaning.scope).map(({ entry }) => entry));
  for (const entry of entries) {
    const document = await sources.read(entry);
    if (!document) continue;
    const edits = editsOf(document, meaning.id, newId);
    if ('problem' in edits) return edits;
    changes.add(entry.uri, edits.edits);
    const anchors = anchorChanges(document.parsed, edits.edits);
    if (anchors) await followAnchors(sources, entry.path, anchors, changes);
  }
  return { changes: changes.changes, files: [] };
}

/** Why an id cannot be given. */
function problemOf({ id, givenIn, scope }: IdMeaning, newId: string, project: ProjectView): string | undefined {
  if (newId === id) return undefined;
  if (!isId(newId)) return `"${newId}" is no id. Write capital letters and a number, such as FR-3, PD-001 or D1.1.`;
  const giving = [...new Set(givenIn.map(({ entry }) => entry))];
  const [own] = giving;
  if (own === undefined || giving.length > 1) {
    const names = giving.map(({ path }) => baseName(path)).join(' and ');
    return `${id} is given in ${names}, and here it may mean either. Rename it where the meant one is given.`;
  }
  // Decisions may be counted anew in each document, as long as nobody else names them.
  const near = nearEntries(own, project);
  const others = new Set(near.filter((entry) => entry !== own && givenIds(entry).has(newId)));
  const isTold = (entry: DocumentEntry): boolean => !others.has(entry);
  const isShared = others.size > 0 && mentionsOf(new Set([id]), scope).some(({ entry }) => entry !== own);
  const [named] = mentionsOf(new Set([newId]), isShared ? near : near.filter(isTold));
  if (named)
    return `${newId} stands in ${baseName(named.entry.path)}, line ${named.mention.line + 1}, already; that would mean this as well. Choose another id.`;
  return undefined;
}

function editsOf(
  { parsed, path }: PhaseDocument,
  id: string,
  newId: string,
): { readonly edits: readonly TextEdit[] } | RenameProblem {
  const edits: TextEdit[] = [];
  for (const { line: origin, names } of namedThingsOf(parsed).sections) {
    for (const mention of names.mentions) {
      if (mention.id !== id) continue;
      const line = mention.line + origin;
      if (mention.range)
        return {
          problem: `${id} belongs to a range of ids in ${baseName(path)}, line ${line + 1}, which would mean others then. Write the ids out first.`,
        };
      const range = { start: { line, character: mention.from }, end: { line, character: mention.to } };
      edits.push({ range, newText: newId });
    }
  }
  return { edits };
}
