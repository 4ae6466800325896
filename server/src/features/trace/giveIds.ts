/** Gives ids to requirements that have none, so that to-do lists and phases can name them. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Fix } from '../../diagnostic';
import type { PhaseDocument } from '../../model/phaseDocument';
import { requirementsOf, type Requirement } from './requirements';

/** @param range absolute; the list of requirements that it stands in is meant */
export function getRequirementIds(document: PhaseDocument, range: Range): readonly Fix[] {
  const all = requirementsOf(document);
  const nameless = all.filter(({ id, form }) => id === undefined && form === 'item');
  const at = nameless.find((requirement) => touchesLines(requirement, range));
  if (!at) return [];
  const list = nameless.filter(({ sectionLine }) => sectionLine === at.sectionLine);
  const { prefix, next: first } = numbering(all);
  const edits = list.map(({ range: { start } }, index): TextEdit => {
    return { range: { start, end: start }, newText: `**${prefix}${first + index}**: ` };
  });
  const last = first + edits.length - 1;
  const title =
    edits.length === 1
      ? `Give the requirement the id ${prefix}${first}`
      : `Give ${edits.length} requirements the ids ${prefix}${first} to ${prefix}${last}`;
  return [{ title, preferred: false, safe: false, edits: [{ type: 'change', uri: document.uri, edits }] }];
}

function touchesLines({ range: { start, end } }: Requirement, range: Range): boolean {
  return start.line <= range.end.line && end.line >= range.start.line;
}

/** `FR-` counts on where the document's own ids of that kind end; ids that are taken are never given again. */
function numbering(all: readonly Requirement[]): { readonly prefix: string; readonly next: number } {
  const ids = all.flatMap(({ id }) => (id === undefined ? [] : [/^([A-Z]+-?)(\d+)/.exec(id)]));
  const prefix = ids.some((match) => match?.[1] === 'FR') ? 'FR' : 'FR-';
  const numbers = ids.filter((match) => match?.[1] === 'FR' || match?.[1] === 'FR-').map((match) => Number(match?.[2]));
  return { prefix, next: Math.max(0, ...numbers) + 1 };
}
