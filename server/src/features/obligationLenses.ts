/** Above a section: how much of what it leaves to a later phase is answered there, and where. */
import type { Location, Range } from 'vscode-languageserver-types';
import { dueObligations, type DueObligation } from '../model/chain/dueObligations';
import type { PhaseDocument } from '../model/phaseDocument';
import { phaseName } from '../model/phaseId';
import type { ProjectView } from '../model/project';
import type { Section } from '../syntax/document';
import { sectionAt, shiftRange } from '../syntax/positions';
import { shareOf } from './countOf';

export interface ObligationSummary {
  /** Of the heading. */
  readonly range: Range;
  /** `2 of 3 obligations answered in phase 5, 1 put off`. */
  readonly title: string;
  /** Of the answers, and of lines that may be answers. */
  readonly places: readonly Location[];
}

export function summarizeObligations(document: PhaseDocument, project: ProjectView): readonly ObligationSummary[] {
  const entry = project.entry(document.path);
  if (entry?.facts.chain.standing !== 'current') return [];
  const summaries: ObligationSummary[] = [];
  for (const { target, obligations } of dueObligations(entry, project)) {
    const sections = groupBySection(document, obligations);
    for (const [section, own] of sections) {
      const { heading } = section.content;
      if (!heading) continue;
      const count = (state: string) => own.filter(({ obligation }) => obligation.state === state).length;
      const others = [
        ...(count('deferred') > 0 ? [`${count('deferred')} put off`] : []),
        ...(count('dropped') > 0 ? [`${count('dropped')} dropped`] : []),
      ];
      const answered = `${shareOf(count('answered'), own.length, 'obligation')} answered in ${phaseName(target)}`;
      const places = own.flatMap(({ obligation }) => {
        const place = obligation.state === 'open' ? obligation.suggestion : obligation.place;
        if (!place) return [];
        const start = { line: place.line, character: 0 };
        return [{ uri: place.entry.uri, range: { start, end: start } }];
      });
      summaries.push({
        range: shiftRange(heading.range, section.line),
        title: [answered, ...others].join(', '),
        places,
      });
    }
  }
  return summaries;
}

function groupBySection(
  { parsed }: PhaseDocument,
  obligations: readonly DueObligation[],
): ReadonlyMap<Section, readonly DueObligation[]> {
  const groups = new Map<Section, DueObligation[]>();
  for (const obligation of obligations) {
    const section = sectionAt(parsed, obligation.promise.range.start.line);
    const group = groups.get(section);
    if (group) group.push(obligation);
    else groups.set(section, [obligation]);
  }
  return groups;
}
