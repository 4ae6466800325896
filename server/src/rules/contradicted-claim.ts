import type { RelatedPlace } from '../diagnostic';
import { bindValue } from '../model/evidence/fixes/bindValue';
import { replaceNumber } from '../model/evidence/fixes/replaceNumber';
import { judgeSection, type JudgedClaim } from '../model/evidence/judgeClaim';
import type { ProjectView } from '../model/project';
import { shiftRange } from '../syntax/positions';
import { quote } from './quote';
import { defineRule, type Finding } from './rule';
import { SectionFindings } from './sectionFindings';

/** A claim whose own evidence says something else. */
export const contradictedClaim = defineRule({
  id: 'contradicted-claim',
  family: 'claims',
  summary: 'Require that claims agree with their evidence',
  severity: 'error',
  reads: 'project',
  *check({ document, project }) {
    for (const [index, section] of document.parsed.sections.entries()) {
      const claims = judgeSection(document, index, project);
      if (!claims.some(isContradicted)) continue;
      yield* findings.of(claims, [section.line, project], () =>
        claims.filter(isContradicted).map((claim) => finding(claim, section.line, project)),
      );
    }
  },
});

const findings = new SectionFindings();

function isContradicted({ judgement }: JudgedClaim): boolean {
  return judgement.verdict === 'contradicted' && judgement.comparison !== undefined;
}

function finding(judged: JudgedClaim, line: number, project: ProjectView): Finding {
  const { claim, judgement } = judged;
  return {
    range: shiftRange(claim.range, line),
    message: `${quote(claim)}, but its evidence says ${judgement.comparison?.measured ?? 'something else'}. Whoever takes over builds on the claim. Correct it, or point to the evidence that it is about.`,
    related: artifactPlaces(judged, project),
    fixes: ({ document }) => [...replaceNumber(document, judged, line), ...bindValue(document, judged, line)],
  };
}

/** The other end: the line of the artifact that says otherwise. */
function artifactPlaces({ judgement }: JudgedClaim, project: ProjectView): readonly RelatedPlace[] {
  const { where, measured = '' } = judgement.comparison ?? {};
  if (!where) return [];
  const start = { line: where.line ?? 0, character: 0 };
  const scope = where.scope === undefined ? '' : ` (${where.scope})`;
  return [{ uri: project.uriOf(where.path), range: { start, end: start }, message: `Measured: ${measured}${scope}` }];
}
