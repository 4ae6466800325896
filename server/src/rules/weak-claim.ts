import type { RelatedPlace } from '../diagnostic';
import type { Claim } from '../model/claims/claim';
import { judgeClaim } from '../model/evidence/judgeClaim';
import { groupClaims, placeClaim, type PlacedClaim } from './claimGroups';
import { quote } from './quote';
import { defineRule, type Finding, type RuleContext } from './rule';

const ID = 'weak-claim';

/** An accomplishment told plainly, without anything that a reader could follow. One finding per section, at the first. */
export const weakClaim = defineRule({
  id: ID,
  family: 'claims',
  summary: 'Require evidence for every accomplishment that is told',
  severity: 'off',
  reads: 'project',
  *check(context) {
    for (const { claims } of groupClaims(context, ID, (index, line) => unsupported(context, index, line))) {
      const [first, ...others] = claims;
      if (!first) continue;
      yield finding(context, first, others);
      for (const other of others) yield hint(context, other, first);
    }
  },
});

/** Accomplishments only: whoever ticks a task says no more than that it is done. */
function unsupported({ document, project }: RuleContext, index: number, line: number): readonly PlacedClaim[] {
  return (document.claims[index]?.claims ?? [])
    .filter((claim) => claim.strength === 'weak' && claim.kind === 'feature')
    .filter((claim) => judgeClaim(claim, document.path, project).verdict === 'unsupported')
    .map((claim) => placeClaim(claim, line));
}

function finding({ document }: RuleContext, { claim, range }: PlacedClaim, others: readonly PlacedClaim[]): Finding {
  return {
    range,
    message: message(claim, others.length),
    related: others.map((other) => place(document.uri, other, 'Also without evidence')),
  };
}

function hint({ document }: RuleContext, { claim, range }: PlacedClaim, first: PlacedClaim): Finding {
  const related = [place(document.uri, first, 'Reported here')];
  return { severity: 'hint', range, message: message(claim, 0), related };
}

function place(uri: string, { claim, range }: PlacedClaim, label: string): RelatedPlace {
  return { uri, range, message: `${label}: ${quote(claim)}` };
}

function message(claim: Claim, others: number): string {
  const subject =
    others === 0
      ? `${quote(claim)} points to nothing`
      : `${quote(claim)} and ${others} more ${others === 1 ? 'statement' : 'statements'} of this section point to nothing`;
  return `${subject}. A reader has to search for what was done. Point to the file, test or commit.`;
}
