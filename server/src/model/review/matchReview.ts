/** Which answers of a review belong to which claim of the document as it is now. */
import type { ClaimReviewState } from '../../reviewProtocol';
import type { ReviewEntry } from './reviewFile';

/** A claim as far as a review knows it. */
export interface ReviewableClaim {
  readonly claim: string;
  readonly section: string | undefined;
  readonly fingerprint: { readonly claim: string; readonly evidence: string };
}

export interface MatchedAnswer {
  readonly entry: ReviewEntry;
  /** What has changed since: the answer does not count any more, and the claim has to be looked at again. */
  readonly changed: 'claim' | 'evidence' | undefined;
}

export interface MatchedReview {
  /** For each claim, in their order, its answers in the order of the file. */
  readonly answers: readonly (readonly MatchedAnswer[])[];
  /** Answers whose claim is gone. */
  readonly lost: readonly ReviewEntry[];
}

/**
 * By fingerprint, and where the same words are claimed several times, by section, then by order. An answer whose claim is
 * not there any more goes to the claim that has most of its words, in its own section if there is one.
 */
export function matchReview(claims: readonly ReviewableClaim[], entries: readonly ReviewEntry[]): MatchedReview {
  const answers = claims.map((): MatchedAnswer[] => []);
  const byFingerprint = new Map<string, number[]>();
  claims.forEach(({ fingerprint }, index) => {
    const same = byFingerprint.get(fingerprint.claim);
    if (same) same.push(index);
    else byFingerprint.set(fingerprint.claim, [index]);
  });
  const unmatched: ReviewEntry[] = [];
  for (const entry of entries) {
    const index = choose(byFingerprint.get(entry.fingerprint.claim) ?? [], entry, claims, answers);
    if (index === undefined) unmatched.push(entry);
    else {
      const isSame = claims[index]?.fingerprint.evidence === entry.fingerprint.evidence;
      answers[index]?.push({ entry, changed: isSame ? undefined : 'evidence' });
    }
  }
  const lost: ReviewEntry[] = [];
  const isFree = answers.map((given) => given.length === 0);
  for (const entry of unmatched) {
    const index = mostAlike(entry, claims, isFree);
    if (index === undefined) lost.push(entry);
    else answers[index]?.push({ entry, changed: 'claim' });
  }
  return { answers, lost };
}

/** Among claims of the same words: of the same section and not answered by the same reviewer yet, if there is one. */
function choose(
  candidates: readonly number[],
  entry: ReviewEntry,
  claims: readonly ReviewableClaim[],
  answers: readonly (readonly MatchedAnswer[])[],
): number | undefined {
  const isOpen = (index: number) => !(answers[index] ?? []).some((given) => given.entry.reviewer === entry.reviewer);
  const isHere = (index: number) => claims[index]?.section === entry.section;
  return (
    candidates.find((i) => isHere(i) && isOpen(i)) ??
    candidates.find(isHere) ??
    candidates.find(isOpen) ??
    candidates[0]
  );
}

/** Fewer words in common than this share of all, and it is another claim. */
const LEAST_ALIKE = 0.5;

function mostAlike(entry: ReviewEntry, claims: readonly ReviewableClaim[], isFree: readonly boolean[]) {
  const words = wordsOf(entry.claim);
  let best: { index: number; score: number } | undefined;
  claims.forEach(({ claim, section }, index) => {
    if (!isFree[index]) return;
    const alike = isSameSubject(entry.claim, claim) ? share(words, wordsOf(claim)) : 0;
    const score = alike + (section === entry.section ? 1 : 0);
    if (alike >= LEAST_ALIKE && (!best || score > best.score)) best = { index, score };
  });
  return best?.index;
}

/** `Export: 100% done` and `Import: 100% done` have most words in common, and are not about the same. */
function isSameSubject(a: string, b: string): boolean {
  const [subjectA, subjectB] = [a, b].map((text) => text.slice(0, Math.max(0, text.indexOf(':'))));
  if (!subjectA || !subjectB) return true;
  return share(wordsOf(subjectA), wordsOf(subjectB)) >= LEAST_ALIKE;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? []);
}

/** Of all words of both, those that both have. */
function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

/**
 * A doubt counts more than an agreement, and what has changed since has to be looked at again: `question`,
 * `needs evidence`, `reopened`, `accepted`. Of each reviewer the last answer counts.
 */
export function stateOfReview(answers: readonly MatchedAnswer[]): ClaimReviewState {
  const counting = answers.filter((answer) => !isSuperseded(answer, answers));
  if (counting.length === 0) return 'not reviewed';
  const current = counting.filter(({ changed }) => changed === undefined).map(({ entry }) => entry.answer);
  if (current.includes('question')) return 'question';
  if (current.includes('needs evidence')) return 'needs evidence';
  return current.length < counting.length ? 'reopened' : 'accepted';
}

/** Whether the same reviewer has answered again. Those whose name nobody knows count as one. */
export function isSuperseded(answer: MatchedAnswer, answers: readonly MatchedAnswer[]): boolean {
  return answers.findLast(({ entry }) => entry.reviewer === answer.entry.reviewer) !== answer;
}
