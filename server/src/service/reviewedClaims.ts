/** The claims of a document, each with its answers: what the views, the comments and the command line start from. */
import type { ClaimReport, PointerReport } from '../features/claimReports';
import { getClaimReports } from '../features/claimReports';
import { listClaims, type ListedClaim } from '../features/listedClaims';
import type { ReviewedClaim } from '../features/reviewNodes';
import type { PhaseDocument } from '../model/phaseDocument';
import { fingerprintContent, fingerprintEvidence, type SeenEvidence } from '../model/review/fingerprints';
import { matchReview } from '../model/review/matchReview';
import { pointedPart, type PointedPart } from '../model/review/pointedPart';
import { reviewPathOf, type ReviewEntry, type ReviewFile } from '../model/review/reviewFile';
import type { Findings } from '../rules/runRules';
import type { DocumentRecord, Folder } from './folder';
import type { ReviewStore } from './reviewStore';
import type { Workspace } from './workspace';

/** What this part of the service needs of the rest. */
export interface ReviewSources {
  readonly workspace: Workspace;
  load(uri: string): Promise<LoadedDocument | undefined>;
  examine(uri: string): Promise<Findings>;
}

export interface LoadedDocument {
  readonly folder: Folder;
  readonly record: DocumentRecord;
  readonly document: PhaseDocument;
}

/** The strong claims of one version of a document, as long as its findings are the same. */
export interface ClaimList {
  readonly folder: Folder;
  readonly record: DocumentRecord;
  readonly claims: readonly ListedClaim[];
}

export interface ReviewedClaims extends ClaimList {
  readonly reviewed: readonly ReviewedClaim[];
  readonly lost: readonly ReviewEntry[];
  readonly file: ReviewFile | undefined;
}

export class ClaimReviews {
  readonly #sources: ReviewSources;
  readonly #store: ReviewStore;
  /** Making the list of a document that is not open takes parsing it: it is kept with the findings that it belongs to. */
  readonly #lists = new WeakMap<Findings, readonly ListedClaim[]>();
  readonly #withoutAnswers = new WeakMap<readonly ListedClaim[], readonly ReviewedClaim[]>();

  constructor(sources: ReviewSources, store: ReviewStore) {
    this.#sources = sources;
    this.#store = store;
  }

  async list(uri: string, weak = false): Promise<ClaimList | undefined> {
    const place = this.#sources.workspace.find(uri);
    if (!place) return undefined;
    const findings = await this.#sources.examine(uri);
    const known = weak ? undefined : this.#lists.get(findings);
    if (known) return { ...place, claims: known };
    const loaded = await this.#sources.load(uri);
    if (!loaded) return undefined;
    const claims = listClaims(loaded.document, getClaimReports(loaded.document, loaded.folder, findings, weak));
    if (!weak) this.#lists.set(findings, claims);
    return { ...place, claims };
  }

  async review(uri: string, weak = false): Promise<ReviewedClaims | undefined> {
    const list = await this.list(uri, weak);
    if (!list) return undefined;
    const { folder, record, claims } = list;
    const file = await this.#store.review(folder.uriOf(reviewPathOf(record.path)));
    if (!file || file.entries.length === 0) {
      return { ...list, reviewed: this.#unanswered(claims), lost: [], file };
    }
    const answered = new Set(file.entries.map(({ fingerprint }) => fingerprint.claim));
    const reviewable = await Promise.all(
      claims.map(async ({ label, section, fingerprint, report }) => ({
        claim: label,
        section,
        // Nobody compares the evidence of a claim that nobody has answered; it may be large.
        fingerprint: {
          claim: fingerprint,
          evidence: answered.has(fingerprint) ? await this.fingerprint(folder, report) : '',
        },
      })),
    );
    const { answers, lost } = matchReview(reviewable, file.entries);
    return { ...list, reviewed: claims.map((claim, i) => ({ ...claim, answers: answers[i] ?? [] })), lost, file };
  }

  /** Most documents have no review: they are asked for at every change, and nothing is made anew for them. */
  #unanswered(claims: readonly ListedClaim[]): readonly ReviewedClaim[] {
    let known = this.#withoutAnswers.get(claims);
    if (!known) this.#withoutAnswers.set(claims, (known = claims.map((claim) => ({ ...claim, answers: [] }))));
    return known;
  }

  /** Of the evidence of a claim as it is now. */
  async fingerprint(folder: Folder, { pointers, form }: ClaimReport): Promise<string> {
    const seen = await Promise.all(pointers.map((pointer) => this.#see(folder, pointer)));
    return fingerprintEvidence(form === 'log' ? [...seen, { pointer: '', status: 'log', content: undefined }] : seen);
  }

  async #see(folder: Folder, pointer: PointerReport): Promise<SeenEvidence> {
    const { target, fragment, lines, status, path } = pointer;
    const written = JSON.stringify([target, fragment ?? null, lines ?? null]);
    const content =
      path === undefined || !folder.hasFile(path)
        ? undefined
        : await this.#store.digest(folder.uriOf(path), written, (text) =>
            fingerprintContent(partOf(text, path, pointer, folder).content),
          );
    return { pointer: written, status, content };
  }
}

export function partOf(text: string, path: string, pointer: PointerReport, folder: Folder): PointedPart {
  return pointedPart(text, path, pointer, folder.evidence.reading(path, pointer.fragment));
}
