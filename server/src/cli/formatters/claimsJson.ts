/**
 * `phase-docs claims` for scripts; the same promises as in `json.ts`: fields may be added, `schemaVersion` grows when one
 * changes its meaning, lines and columns count from one, paths are relative to the current folder.
 *
 * {
 *   schemaVersion: 1,
 *   tool: { name, version },
 *   summary: { documents, claims, verdicts: { contradicted, broken, vacuous, stale, unsupported, waived, supported } },
 *   documents: [{
 *     path, kind, phase?, iteration?, initiative,
 *     claims: [{
 *       line, column, endLine, endColumn,
 *       text,                              the line without markup
 *       strength,                          strong | weak
 *       kind,                              metric | universal | status | approval | comparison | feature | task
 *       reason,                            the words that made it a claim
 *       verdict,                           as in the summary
 *       waiver?: { rule, reason?, verdict },  the comment, and the verdict without it
 *       evidence: {
 *         form,                            link | log | prose | none
 *         lookedIn: [string],              where evidence counts for this claim
 *         pointers: [{
 *           target, fragment?, form, line, column, endLine, endColumn,
 *           status,                        found | moved | ambiguous | no-anchor | no-test | missing |
 *                                          unchecked
 *           path?,                         where it leads
 *           candidates?: [path],           files of that name, for ambiguous
 *           problem?,                      why it shows nothing, though it leads somewhere
 *           committed?                     ISO date of the file's last commit; absent where nobody knows
 *         }]
 *       },
 *       claimed?, measured?,               the claim's number and what the artifacts say, if they speak of it
 *       measuredAt?: { path, line?, scope? },
 *       review?: {                         if reviewers answered it
 *         state,                           accepted | needs evidence | question | reopened
 *         answers: [{ answer, note?, reviewer?, date?, changed? }]   changed: claim | evidence
 *       }
 *     }]
 *   }]
 * }
 *
 * With `--verdict`, summary and documents tell of the claims with these verdicts only.
 */
import { reportedVerdicts, type ClaimReport, type PointerReport } from '../../features/claimReports';
import { dateOf } from '../../model/evidence/fixes/dateOf';
import type { ReviewedClaim } from '../../features/reviewNodes';
import { stateOfReview } from '../../model/review/matchReview';
import type { ClaimsReport, DocumentClaims } from '../claimReport';
import { toJsonRange } from './jsonRange';

const SCHEMA_VERSION = 1;

export function formatClaimsJson({ documents, version }: ClaimsReport): string {
  const all = documents.flatMap(({ claims }) => claims);
  const counts = reportedVerdicts.map((name) => [name, all.filter(({ verdict }) => verdict === name).length] as const);
  const output = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'phase-docs', version },
    summary: { documents: documents.length, claims: all.length, verdicts: Object.fromEntries(counts) },
    documents: documents.map(toJsonDocument),
  };
  return `${JSON.stringify(output, undefined, 2)}\n`;
}

function toJsonDocument({ path, kind, phase, iteration, initiative, claims, reviewed }: DocumentClaims): object {
  const listed = claims.map((claim, index) => ({ ...toJsonClaim(claim), review: toJsonReview(reviewed[index]) }));
  return { path, kind, phase, iteration, initiative, claims: listed };
}

function toJsonReview(claim: ReviewedClaim | undefined): object | undefined {
  if (!claim || claim.answers.length === 0) return undefined;
  return {
    state: stateOfReview(claim.answers),
    answers: claim.answers.map(({ entry: { answer, note, reviewer, date }, changed }) => ({
      answer,
      note,
      reviewer,
      date,
      changed,
    })),
  };
}

/** One claim in the shape that is told above. */
export function toJsonClaim(claim: ClaimReport): object {
  const { range, text, strength, kind, reason, verdict, judged, waiver, measuredAt } = claim;
  return {
    ...toJsonRange(range),
    text,
    strength,
    kind,
    reason,
    verdict,
    waiver: waiver && { ...waiver, verdict: judged },
    evidence: { form: claim.form, lookedIn: claim.lookedIn, pointers: claim.pointers.map(toJsonPointer) },
    claimed: claim.claimed,
    measured: claim.measured,
    measuredAt: measuredAt && {
      ...measuredAt,
      line: measuredAt.line === undefined ? undefined : measuredAt.line + 1,
    },
  };
}

function toJsonPointer({ range, committedAt, candidates, emptiness, ...pointer }: PointerReport): object {
  const { target, fragment, form, status, path } = pointer;
  return {
    target,
    fragment,
    form,
    ...toJsonRange(range),
    status,
    path,
    candidates: candidates.length > 0 ? candidates : undefined,
    problem: emptiness,
    committed: committedAt === undefined ? undefined : dateOf(committedAt),
  };
}
