/** Claims with their review as the views show them. */
import { isSuperseded, stateOfReview, type MatchedAnswer } from '../model/review/matchReview';
import type { ReviewEntry } from '../model/review/reviewFile';
import type { AnswerNode, ClaimNode, ClaimReview, EvidenceNode } from '../reviewProtocol';
import type { ClaimReport, PointerReport } from './claimReports';
import { claimedAndMeasured, describePointer, placesLookedIn, pointerText } from './claimWords';
import type { ListedClaim } from './listedClaims';

/** A claim with the answers that reviewers gave. */
export interface ReviewedClaim extends ListedClaim {
  readonly answers: readonly MatchedAnswer[];
}

export function claimNode({ report, id, label, section, answers }: ReviewedClaim): ClaimNode {
  const { range, kind, verdict, claimed, measured, pointers } = report;
  return {
    id,
    label,
    section,
    range,
    kind,
    verdict,
    explanation: explainVerdict(report),
    claimed,
    measured,
    evidence: pointers.map(evidenceNode),
    review: reviewNode(answers),
  };
}

export function reviewNode(answers: readonly MatchedAnswer[]): ClaimReview {
  return {
    state: stateOfReview(answers),
    answers: answers.map((answer) => answerNode(answer.entry, answer.changed, isSuperseded(answer, answers))),
  };
}

export function answerNode(entry: ReviewEntry, changed: AnswerNode['changed'], superseded: boolean): AnswerNode {
  const { claim, answer, note, reviewer, date } = entry;
  return { claim, answer, note, reviewer, date, changed, superseded };
}

function evidenceNode(pointer: PointerReport): EvidenceNode {
  return { label: pointerText(pointer), detail: describePointer(pointer), leads: canBeOpened(pointer) };
}

/** Whether a pointer leads to a file. */
export function canBeOpened({ status, path }: PointerReport): boolean {
  return (
    path !== undefined && (status === 'found' || status === 'moved' || status === 'no-anchor' || status === 'no-test')
  );
}

/** Why a claim has its verdict, in plain words. */
export function explainVerdict(report: ClaimReport): string {
  const { verdict, waiver, form, pointers } = report;
  const places = placesLookedIn(report);
  const numbers = claimedAndMeasured(report);
  switch (verdict) {
    case 'waived':
      return `Waived: ${waiver?.reason ?? ''}`;
    case 'unsupported':
      return `Nothing to follow${form === 'prose' ? ', words only' : ''}. Looked in: ${places ?? ''}.`;
    case 'supported':
      return numbers ?? (pointers.length === 0 ? 'Its section shows output.' : 'A pointer leads to evidence.');
    case 'contradicted':
      return numbers ?? 'The evidence says something else.';
    case 'broken':
      return 'None of its pointers leads anywhere.';
    case 'vacuous':
      return `What it points to shows nothing: ${pointers.flatMap(({ emptiness }) => emptiness ?? []).join('; ')}.`;
    case 'stale':
      return 'The evidence is older than what it covers.';
  }
}
