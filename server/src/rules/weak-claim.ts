import type { RelatedPlace } from '../diagnostic';
import type { Claim } from '../model/claims/claim';
import { judgeClaim } from '../model/evidence/judgeClaim';
import { shiftRange } from '../syntax/positions';
import { quote } from './quote';
import { defineRule, type Finding, type RuleContext } from './rule';
import type { Range } from 'vscode-languageserver-types';

/** An accomplishment told plainly, without anything that a reader could follow. One finding per section, at the first. */
export const weakClaim = defineRule({
  id: 'weak-claim',
  family: 'claims',
  summary: 'Require evidence for every accomplishment that is told',
  severity: 'off',
  reads: 'project',
  *check(context) {
    const told = new Set<string>();
    for (const [index, section] of context.document.parsed.sections.entries()) {
      const claims = unsupported(context, index, section.line).filter(({ claim }) => isNew(told, claim));
      if (context.config.claims.report === 'each') {
        for (const claim of claims) yield finding(context, claim, []);
        continue;
      }
      const [first, ...others] = claims;
      if (!first) continue;
      yield finding(context, first, others);
      for (const other of others) yield hint(context, other, first);
    }
  },
});

interface PlacedClaim {
  readonly claim: Claim;
  /** Absolute. */
  readonly range: Range;
}

/** Accomplishments only: whoever ticks a task says no more than that it is done. */
function unsupported({ document, project }: RuleContext, index: number, line: number): readonly PlacedClaim[] {
  return (document.claims[index]?.claims ?? [])
    .filter((claim) => claim.strength === 'weak' && claim.kind === 'feature')
    .filter((claim) => judgeClaim(claim, document.path, project).verdict === 'unsupported')
    .map((claim) => ({ claim, range: shiftRange(claim.range, line) }));
}

/** What is told again needs no second finding. */
function isNew(told: Set<string>, { key }: Claim): boolean {
  if (told.has(key)) return false;
  told.add(key);
  return true;
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
