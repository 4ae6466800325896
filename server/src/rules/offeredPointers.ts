/** The pointers behind the claims of one verdict, each once with all claims that it was offered for. */
import type { Range } from 'vscode-languageserver-types';
import type { RelatedPlace } from '../diagnostic';
import type { Claim } from '../model/claims/claim';
import { judgeSection, type JudgedClaim, type JudgedPointer, type Verdict } from '../model/evidence/judgeClaim';
import { shiftRange } from '../syntax/positions';
import { quote } from './quote';
import type { Finding, RuleContext } from './rule';
import { SectionFindings } from './sectionFindings';

export interface PointerCase {
  readonly pointer: JudgedPointer;
  /** Absolute place of the pointer. */
  readonly range: Range;
  readonly claims: readonly Claim[];
  /** The claims, as related places of the finding. */
  readonly related: readonly RelatedPlace[];
}

/** The findings of one rule on the pointers of one verdict; those of a section that has not changed are kept. */
export function pointerFindings(
  verdict: Verdict,
  toFinding: (pointer: PointerCase, context: RuleContext) => Finding | undefined,
): (context: RuleContext) => Iterable<Finding> {
  const kept = new SectionFindings();
  return function* (context) {
    const { document, project } = context;
    for (const [index, { line }] of document.parsed.sections.entries()) {
      const claims = judgeSection(document, index, project);
      if (!claims.some(({ judgement }) => judgement.verdict === verdict)) continue;
      yield* kept.of(claims, [line, document.uri], () =>
        [...pointerCases(claims, verdict, document.uri, line)].flatMap((found) => toFinding(found, context) ?? []),
      );
    }
  };
}

function* pointerCases(
  judged: readonly JudgedClaim[],
  verdict: Verdict,
  uri: string,
  line: number,
): Iterable<PointerCase> {
  const byPlace = new Map<string, { pointer: JudgedPointer; claims: Claim[] }>();
  for (const { claim, judgement } of judged) {
    if (judgement.verdict !== verdict) continue;
    for (const pointer of judgement.pointers) {
      const key = rangeKey(pointer.offered.range);
      const known = byPlace.get(key);
      if (known) known.claims.push(claim);
      else byPlace.set(key, { pointer, claims: [claim] });
    }
  }
  for (const { pointer, claims } of byPlace.values()) {
    const related = claims.map((claim) => ({
      uri,
      range: shiftRange(claim.range, line),
      message: `Offered for ${quote(claim)}`,
    }));
    yield { pointer, claims, related, range: shiftRange(pointer.offered.range, line) };
  }
}

/** Tells places apart: two pointers never begin at the same one. */
export function rangeKey(range: Range): string {
  return `${range.start.line}:${range.start.character}`;
}
