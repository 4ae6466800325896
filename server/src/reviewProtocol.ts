/** Requests about claims and their review, shared by server and client; see `protocol.ts`. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Method } from './protocol';

/** Client to server: the strong claims of all documents, for the Evidence view. */
export const claimsRequest: Method<ClaimsParams, ClaimsResult> = { name: 'phaseDocs/claims' };

/** Client to server: which claims stand on lines that are new since a branch or commit. */
export const changedClaimsRequest: Method<{ readonly since: string }, ChangedClaims> = {
  name: 'phaseDocs/changedClaims',
};

/** Client to server: one document with its review; null if it is no phase document. */
export const reviewRequest: Method<ReviewParams, DocumentReview | null> = { name: 'phaseDocs/review' };

/** Client to server: where the evidence of a claim stands, so that it can be opened. */
export const evidencePlacesRequest: Method<ClaimParams, EvidencePlaces | null> = { name: 'phaseDocs/evidencePlaces' };

/** Client to server: the change of the review that an answer makes. Nothing is written. */
export const answerRequest: Method<AnswerParams, AnswerResult> = { name: 'phaseDocs/answer' };

/** Client to server: claims with their review as Markdown, for a pull request. */
export const reviewMarkdownRequest: Method<ReviewMarkdownParams, string> = { name: 'phaseDocs/reviewMarkdown' };

/** The first that applies, from the worst to the best; `waived` and `supported` are settled. */
export const claimVerdicts = [
  'contradicted',
  'broken',
  'vacuous',
  'stale',
  'unsupported',
  'waived',
  'supported',
] as const;

export type ClaimVerdict = (typeof claimVerdicts)[number];

/** Types and modifiers of the semantic tokens that claims are; the manifest of the extension names the same. */
export const semanticTokensLegend = { tokenTypes: ['claim'], tokenModifiers: [...claimVerdicts] };

export const claimAnswers = ['accepted', 'needs evidence', 'question'] as const;

export type ClaimAnswer = (typeof claimAnswers)[number];

/** `reopened`: it was answered, and the claim or its evidence has changed since. */
export type ClaimReviewState = ClaimAnswer | 'reopened' | 'not reviewed';

export interface ClaimsParams {
  /** Version of each document that the client has, by URI. */
  readonly known: Readonly<Record<string, string>>;
}

export interface ClaimsResult {
  /** All documents that make claims, in the order in which a reviewer reads them. */
  readonly documents: readonly DocumentClaims[];
}

export interface DocumentClaims {
  readonly uri: string;
  /** The same as before if and only if there is nothing new to tell. */
  readonly version: string;
  /** Undefined if the client has this version. */
  readonly content: DocumentClaimsContent | undefined;
}

export interface DocumentClaimsContent {
  /** `Hand-off, phase 8`. */
  readonly label: string;
  readonly fileName: string;
  /** `berth_planner/001`. */
  readonly initiative: string;
  /** `phase 8`; undefined for documents of the whole initiative. */
  readonly phase: string | undefined;
  readonly claims: readonly ClaimNode[];
}

export interface ClaimNode {
  /** Unique in its document, and the same as long as the claim says the same. */
  readonly id: string;
  readonly label: string;
  readonly section: string | undefined;
  readonly range: Range;
  readonly kind: string;
  readonly verdict: ClaimVerdict;
  /** Why it has this verdict, in a sentence or two of plain text. */
  readonly explanation: string;
  /** The claim's number beside what the artifacts say, if they speak of it. */
  readonly claimed: string | undefined;
  readonly measured: string | undefined;
  readonly evidence: readonly EvidenceNode[];
  readonly review: ClaimReview;
}

export interface EvidenceNode {
  /** As written. */
  readonly label: string;
  /** What became of it: `found`, `not found` … */
  readonly detail: string;
  /** Whether something can be opened. */
  readonly leads: boolean;
}

export interface ClaimReview {
  readonly state: ClaimReviewState;
  /** In the order of the file. */
  readonly answers: readonly AnswerNode[];
}

export interface AnswerNode {
  /** What the claim said when it was answered. */
  readonly claim: string;
  readonly answer: ClaimAnswer;
  readonly note: string | undefined;
  /** `Name <address>`; undefined: nobody knows. */
  readonly reviewer: string | undefined;
  readonly date: string | undefined;
  /** What has changed since. */
  readonly changed: 'claim' | 'evidence' | undefined;
  /** Whether a later answer of the same reviewer took its place. */
  readonly superseded: boolean;
}

export interface ChangedClaims {
  /** Ids of claims by URI of the document; documents without any are left out. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
  /** Why nothing can be told, for the user. */
  readonly problem?: string;
}

export interface ReviewParams {
  readonly uri: string;
  /** Whether version control is asked who wrote the claims. */
  readonly authors: boolean;
}

export interface DocumentReview extends DocumentClaimsContent {
  readonly uri: string;
  /** Where the answers are kept, whether there are any or not. */
  readonly reviewUri: string;
  /** Who answers now: `Name <address>`; undefined where version control cannot be asked. */
  readonly reviewer: string | undefined;
  /** Who wrote the line of a claim, by claim id; claims of uncommitted lines are left out. */
  readonly authors: Readonly<Record<string, string>>;
  /** Answers to claims that are gone. */
  readonly lost: readonly AnswerNode[];
}

export interface ClaimParams {
  readonly uri: string;
  readonly claimId: string;
}

export interface EvidencePlaces {
  /** Where the claim stands. */
  readonly claim: Range;
  /** What can be opened, in the order of the claim's pointers. */
  readonly places: readonly EvidencePlace[];
  /** The value that was held against the claim's number. */
  readonly measured: EvidencePlace | undefined;
}

export interface EvidencePlace {
  readonly label: string;
  readonly detail: string;
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

export interface AnswerParams extends ClaimParams {
  readonly answer: ClaimAnswer;
  readonly note: string | undefined;
  /** Today: `2026-11-21`. */
  readonly date: string;
  /** The review as the client has it, unsaved changes included; null if there is none. */
  readonly text: string | null;
}

export interface AnswerResult {
  /** The file to change or to create. */
  readonly uri: string;
  /** Changes of the text that the client sent. */
  readonly edits: readonly TextEdit[];
  /** The text of a new file. */
  readonly created: string | undefined;
  /** Why it cannot be written, for the user. */
  readonly problem: string | undefined;
}

export interface ReviewMarkdownParams {
  /** Undefined: all documents. */
  readonly uris: readonly string[] | undefined;
  /** Only these claims, by URI; undefined: all. */
  readonly claims: Readonly<Record<string, readonly string[]>> | undefined;
}
