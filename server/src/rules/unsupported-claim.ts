import type { Fix, RelatedPlace } from '../diagnostic';
import type { Claim } from '../model/claims/claim';
import { attachEvidence } from '../model/evidence/fixes/attachEvidence';
import { judgeSection, type JudgedClaim } from '../model/evidence/judgeClaim';
import { groupClaims, placeClaim, type PlacedClaim } from './claimGroups';
import { quote } from './quote';
import { defineRule, type Finding, type RuleContext } from './rule';
import { SectionFindings } from './sectionFindings';

const ID = 'unsupported-claim';

/** A strong claim and nothing that a reader could follow. One finding per section, at its most prominent claim. */
export const unsupportedClaim = defineRule({
  id: ID,
  family: 'claims',
  summary: 'Require evidence for strong claims',
  severity: 'warning',
  reads: 'project',
  *check(context) {
    const { document, project } = context;
    const groups = groupClaims(context, ID, (index, line) =>
      placeUnsupported(judgeSection(document, index, project), line),
    );
    for (const { claims, repeats } of groups) yield* report(context, claims, repeats);
  },
});

const placed = new WeakMap<
  readonly JudgedClaim[],
  { readonly line: number; readonly claims: readonly PlacedClaim[] }
>();

/** The same objects while the section neither changes nor moves. */
function placeUnsupported(judged: readonly JudgedClaim[], sectionLine: number): readonly PlacedClaim[] {
  if (judged.length === 0) return [];
  const known = placed.get(judged);
  if (known?.line === sectionLine) return known.claims;
  const claims = judged
    .filter(({ judgement }) => judgement.verdict === 'unsupported')
    .map(({ claim }) => placeClaim(claim, sectionLine));
  placed.set(judged, { line: sectionLine, claims });
  return claims;
}

const reports = new SectionFindings();

function report(
  { document: { uri } }: RuleContext,
  claims: readonly PlacedClaim[],
  repeats: readonly PlacedClaim[],
): readonly Finding[] {
  const [first] = claims;
  if (!first) return [];
  return reports.of(first, [uri, claims.length, ...claims, ...repeats], () => makeReport(uri, claims, repeats));
}

function* makeReport(uri: string, claims: readonly PlacedClaim[], repeats: readonly PlacedClaim[]): Iterable<Finding> {
  const anchor = claims.reduce((best, claim) => (claim.claim.prominence > best.claim.prominence ? claim : best));
  const others = claims.filter((claim) => claim !== anchor);
  yield {
    range: anchor.range,
    message: message(anchor.claim, others.length),
    related: [
      ...others.map((other) => place(uri, other, 'Also without evidence')),
      ...repeats.map((repeat) => place(uri, repeat, 'Told again')),
    ],
    fixes: (context) => fixes(context, anchor, others),
  };
  for (const other of others) yield hint(other, 'reported with the most prominent claim of its section');
  for (const repeat of repeats) yield hint(repeat, 'reported where it is told first');
}

/** Hints are many and are sent again at every keystroke: they say no more than their place needs. */
function hint(claim: PlacedClaim, where: string): Finding {
  return {
    severity: 'hint',
    range: claim.range,
    message: `No evidence; ${where}.`,
    fixes: (context) => fixes(context, claim),
  };
}

function message(claim: Claim, others: number): string {
  const words = claim.evidence.form === 'prose' ? 'only words as evidence' : 'no evidence';
  const subject =
    others === 0
      ? `${quote(claim)} has ${words}`
      : `${quote(claim)} and ${others} more ${others === 1 ? 'claim' : 'claims'} of this section have ${words}`;
  return `${subject}. A reader cannot see how it is known. Point to the report, test or commit that shows it, or say that it is not verified.`;
}

function place(uri: string, claim: PlacedClaim, label: string): RelatedPlace {
  return { uri, range: claim.range, message: `${label}: ${quote(claim.claim)}` };
}

function fixes(
  { document, project }: RuleContext,
  claim: PlacedClaim,
  others: readonly PlacedClaim[] = [],
): readonly Fix[] {
  const rest = others.map((other) => other.claim);
  return attachEvidence(document, claim.claim, claim.sectionLine, project, rest);
}
