/** The requests of `reviewProtocol.ts`. */
import type { PhaseDocsService } from '../service/service';
import {
  answerRequest,
  changedClaimsRequest,
  claimsRequest,
  evidencePlacesRequest,
  reviewMarkdownRequest,
  reviewRequest,
} from '../reviewProtocol';
import type { CustomRequest } from './customRequests';

export function registerReviewRequests(on: CustomRequest, { reviews }: PhaseDocsService): void {
  const failed = 'Something went wrong; see the output of Phase Docs.';
  on(claimsRequest, { documents: [] }, (params, token) => reviews.overview(params, token));
  on(changedClaimsRequest, { claims: {}, problem: failed }, ({ since }) => reviews.changedClaims(since));
  on(reviewRequest, null, async (params) => (await reviews.document(params)) ?? null);
  on(evidencePlacesRequest, null, async (params) => (await reviews.evidence(params)) ?? null);
  on(answerRequest, { uri: '', edits: [], created: undefined, problem: failed }, (params) => reviews.answer(params));
  on(reviewMarkdownRequest, '', (params) => reviews.markdown(params));
}
