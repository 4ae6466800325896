/** Above the title and above sections: how many claims need evidence, what the evidence is, and who refers to this. */
import type { CodeLens, Location, Range } from 'vscode-languageserver-types';
import { judgeSection } from '../model/evidence/judgeClaim';
import type { DocumentFacts } from '../model/documentFacts';
import type { PhaseDocument } from '../model/phaseDocument';
import { baseName } from '../model/paths';
import type { ProjectView } from '../model/project';
import { clientCommands, type CodeLensSettings } from '../protocol';
import type { Findings } from '../rules/runRules';
import type { Section } from '../syntax/document';
import { shiftRange } from '../syntax/positions';
import { countByVerdict, countClaims, type VerdictCount } from './claimCounts';
import { countOf, shareOf, verbFor } from './countOf';
import { isTitle } from './navigation/headings';
import { documentReferences, headingReferences, listedIdReferences } from './navigation/references';
import { headingLine } from './navigation/subjectAt';
import { summarizeObligations } from './obligationLenses';

export const allCodeLenses: CodeLensSettings = {
  enabled: true,
  document: true,
  sections: true,
  obligations: true,
  references: true,
};

export function getCodeLenses(
  document: PhaseDocument,
  facts: DocumentFacts,
  findings: Findings,
  project: ProjectView,
  wanted: CodeLensSettings = allCodeLenses,
): readonly CodeLens[] {
  if (!wanted.enabled) return [];
  return [
    ...(wanted.document ? documentLens(document, facts, findings) : []),
    ...(wanted.sections ? sectionLenses(document, facts, findings, project) : []),
    ...(wanted.obligations ? obligationLenses(document, project) : []),
    ...(wanted.references ? referenceLenses(document, project) : []),
  ];
}

/** A click goes to the next claim that is not supported. */
function documentLens(
  { uri }: PhaseDocument,
  { strongClaims, titleRange: range }: DocumentFacts,
  findings: Findings,
): readonly CodeLens[] {
  const { total, supported, waived } = countClaims(strongClaims, findings);
  if (total === 0) return [];
  const open = total - supported - waived;
  const title =
    open > 0
      ? notSupported(
          open,
          total,
          countByVerdict(findings, () => true),
        )
      : waived > 0
        ? `${shareOf(supported, total, 'claim')} ${verbFor(total, 'has', 'have')} evidence, ${waived} ${verbFor(waived, 'is', 'are')} waived`
        : total === 1
          ? 'The only claim has evidence'
          : `All ${total} claims have evidence`;
  return [{ range, command: { title, command: clientCommands.nextMissingEvidence, arguments: [uri, range.start] } }];
}

/** `3 of 7 claims without evidence`; where there is evidence, `3 of 7 claims not supported: 1 contradicted, 2 unsupported`. */
function notSupported(open: number, total: number, verdicts: readonly VerdictCount[]): string {
  const claims = shareOf(open, total, 'claim');
  if (verdicts.every(({ verdict }) => verdict === 'unsupported')) return `${claims} without evidence`;
  return `${claims} not supported: ${verdicts.map(({ verdict, count }) => `${count} ${verdict}`).join(', ')}`;
}

/** One goes to the next claim that is not supported, one shows the evidence there is. */
function sectionLenses(
  document: PhaseDocument,
  { titleRange }: DocumentFacts,
  findings: Findings,
  project: ProjectView,
): readonly CodeLens[] {
  return document.parsed.sections.flatMap((section) => {
    const { heading } = section.content;
    const judged = judgeSection(document, section.index, project);
    if (!heading || judged.length === 0) return [];
    const range = shiftRange(heading.range, section.line);
    const lenses: CodeLens[] = [];
    const end = section.line + section.content.lineCount;
    const verdicts = countByVerdict(findings, ({ start: { line } }) => line >= section.line && line < end);
    const open = verdicts.reduce((sum, { count }) => sum + count, 0);
    // The lens of the document stands in the same place.
    if (open > 0 && section.line !== titleRange.start.line) {
      const title = notSupported(open, judged.length, verdicts);
      const start = { line: section.line, character: 0 };
      lenses.push({
        range,
        command: { title, command: clientCommands.nextMissingEvidence, arguments: [document.uri, start] },
      });
    }
    const evidence = evidencePlaces(section, document, project);
    const [first] = evidence;
    if (first) {
      const others = evidence.length > 1 ? ` and ${evidence.length - 1} more` : '';
      lenses.push(placesLens(range, `Evidence: ${first.name}${others}`, document.uri, evidence));
    }
    return lenses;
  });
}

interface EvidencePlace extends Location {
  readonly name: string;
}

/** The files that the claims of a section are pointed to, each once, at the line that is named. */
function evidencePlaces(section: Section, document: PhaseDocument, project: ProjectView): readonly EvidencePlace[] {
  const places = new Map<string, EvidencePlace>();
  for (const { judgement } of judgeSection(document, section.index, project)) {
    for (const { offered, resolution } of judgement.pointers) {
      if (resolution.status !== 'found' && resolution.status !== 'moved') continue;
      const { path } = resolution;
      if (!project.hasFile(path) || path === document.path) continue;
      const line = Math.max(0, (offered.pointer.lines?.from ?? 1) - 1);
      const start = { line, character: 0 };
      const key = `${path}:${line}`;
      if (!places.has(key))
        places.set(key, { name: baseName(path), uri: project.uriOf(path), range: { start, end: start } });
    }
  }
  return [...places.values()];
}

/** A click shows the answers. */
function obligationLenses(document: PhaseDocument, project: ProjectView): readonly CodeLens[] {
  return summarizeObligations(document, project).map(({ range, title, places }) =>
    places.length > 0
      ? placesLens(range, title, document.uri, places)
      : { range, command: { title, command: clientCommands.showRule, arguments: ['unanswered-obligation'] } },
  );
}

/**
 * Above the title those who refer to the document, above a heading those who refer to it, by its anchor or an id, and to
 * the ids that the lines below it give. A click shows what finding all references shows; what only the document itself
 * refers to needs no lens.
 */
function referenceLenses(document: PhaseDocument, project: ProjectView): readonly CodeLens[] {
  const entry = project.entry(document.path);
  if (!entry) return [];
  const { uri } = document;
  const { titleRange } = entry.facts;
  const isElsewhere = (place: Location) => place.uri !== uri;
  const lenses: CodeLens[] = [];
  const places = documentReferences(entry.path, project);
  const documents = new Set(places.filter(isElsewhere).map((place) => place.uri)).size;
  if (documents > 0)
    lenses.push(placesLens(titleRange, `Referred to by ${countOf(documents, 'document')}`, uri, places));
  for (const [heading, referring] of headingReferences(entry, project)) {
    if (isTitle(heading, entry) || !referring.some(isElsewhere)) continue;
    lenses.push(
      placesLens(headingLine(heading), `Referred to in ${countOf(referring.length, 'place')}`, uri, referring),
    );
  }
  for (const { heading, ids, referring } of listedIdReferences(entry, project)) {
    if (!referring.some(isElsewhere)) continue;
    const title = `${countOf(ids, 'id')} referred to in ${countOf(referring.length, 'place')}`;
    lenses.push(placesLens(headingLine(heading), title, uri, referring));
  }
  return lenses;
}

function placesLens(range: Range, title: string, uri: string, places: readonly Location[]): CodeLens {
  const locations = places.map((place) => ({ uri: place.uri, range: place.range }));
  return { range, command: { title, command: clientCommands.showPlaces, arguments: [uri, range.start, locations] } };
}
