import type { Fix, RelatedPlace } from '../diagnostic';
import type { Claim } from '../model/claims/claim';
import { attachEvidence } from '../model/evidence/fixes/attachEvidence';
import { judgeSection, type JudgedClaim } from '../model/evidence/judgeClaim';
import { suppressionsOf } from '../model/suppressions';
import { shiftRange } from '../syntax/positions';
import { quote } from './quote';
import { defineRule, type Finding, type RuleContext } from './rule';
import { SectionFindings } from './sectionFindings';
import type { Range } from 'vscode-languageserver-types';

const ID = 'unsupported-claim';

/** A strong claim and nothing that a reader could follow. One finding per section, at its most prominent claim. */
export const unsupportedClaim = defineRule({
  id: ID,
  family: 'claims',
  summary: 'Require evidence for strong claims',
  severity: 'warning',
  reads: 'project',
  *check(context) {
    const { groups, waived } = collectClaims(context);
    const isEach = context.config.claims.report === 'each';
    for (const { claims, repeats } of groups) {
      if (!isEach) yield* report(context, claims, claims.length === 0 ? [] : [...repeats.values()].flat());
      else for (const claim of claims) yield* report(context, [claim], repeats.get(claim));
    }
    // Each by itself: the runner waives it, and the rest of its section stands without it.
    for (const claim of waived) yield* report(context, [claim]);
  },
});

interface PlacedClaim {
  readonly claim: Claim;
  /** Absolute. */
  readonly range: Range;
  readonly sectionLine: number;
}

interface ClaimGroup {
  readonly claims: PlacedClaim[];
  /** Where later sections say the same again. */
  readonly repeats: Map<PlacedClaim, PlacedClaim[]>;
}

interface CollectedClaims {
  readonly groups: readonly ClaimGroup[];
  readonly waived: readonly PlacedClaim[];
}

/** The unsupported claims by section; what is told again joins the finding of its first telling that is not waived. */
function collectClaims({ document, project }: RuleContext): CollectedClaims {
  const suppressions = suppressionsOf(document.parsed);
  const groups: ClaimGroup[] = [];
  const waived: PlacedClaim[] = [];
  const firstTelling = new Map<string, { claim: PlacedClaim; group: ClaimGroup }>();
  document.parsed.sections.forEach((section, index) => {
    const unsupported = placeUnsupported(judgeSection(document, index, project), section.line);
    if (unsupported.length === 0) return;
    const group: ClaimGroup = { claims: [], repeats: new Map() };
    for (const placed of unsupported) {
      const { key } = placed.claim;
      const first = firstTelling.get(key);
      if (suppressions.covering(ID, placed.range.start)) {
        waived.push(placed);
      } else if (first) {
        const told = first.group.repeats.get(first.claim);
        if (told) told.push(placed);
        else first.group.repeats.set(first.claim, [placed]);
      } else {
        firstTelling.set(key, { claim: placed, group });
        group.claims.push(placed);
      }
    }
    if (group.claims.length > 0) groups.push(group);
  });
  return { groups, waived };
}

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
    .map(({ claim }) => ({ claim, range: shiftRange(claim.range, sectionLine), sectionLine }));
  placed.set(judged, { line: sectionLine, claims });
  return claims;
}

const reports = new SectionFindings();

function report(
  { document: { uri } }: RuleContext,
  claims: readonly PlacedClaim[],
  repeats: readonly PlacedClaim[] = [],
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
