/** Everything about reviewing claims, behind the facade: who shows it decides nothing. */
import { touchesChange } from '../features/changes';
import { documentLabel } from '../features/documentLabel';
import { initiativeLabel } from '../features/initiatives';
import { findNextPlace } from '../features/nextFinding';
import { describePointer, pointerText } from '../features/claimWords';
import { formatReviewMarkdown, type ReviewedDocument } from '../features/reviewMarkdown';
import { answerNode, canBeOpened, claimNode, type ReviewedClaim } from '../features/reviewNodes';
import type { CancellationToken, Host } from '../host';
import { changedLines, linesOf, matchLines } from '../model/changes/changedLines';
import type { ConfigProblem } from '../model/configReader';
import { baseName } from '../model/paths';
import { phaseName } from '../model/phaseId';
import { newReviewText, recordAnswer, type NewAnswer } from '../model/review/reviewEdit';
import { parseReviewFile, reviewedPathOf, reviewPathOf, type ReviewEntry } from '../model/review/reviewFile';
import type { NextFinding, NextFindingParams } from '../protocol';
import type {
  AnswerParams,
  AnswerResult,
  ChangedClaims,
  ClaimParams,
  ClaimsParams,
  ClaimsResult,
  DocumentClaimsContent,
  DocumentReview,
  EvidencePlace,
  EvidencePlaces,
  ReviewMarkdownParams,
  ReviewParams,
} from '../reviewProtocol';
import { parseUri, type Folder } from './folder';
import { ClaimReviews, partOf, type ReviewedClaims, type ReviewSources } from './reviewedClaims';
import { ReviewStore } from './reviewStore';

export interface ReviewService {
  /** Reads the reviews of all folders, for {@link problems}. */
  scan(): Promise<void>;
  /** A file was changed on disk, opened or closed. @returns whether it is a review, or was */
  fileChanged(uri: string): Promise<boolean>;
  /** Mistakes in reviews, in all of them or in one. */
  problems(uri?: string): readonly ConfigProblem[];
  /** Claims with their answers; on demand the weak ones too. Undefined for what is no phase document. */
  claims(uri: string, options?: { readonly weak?: boolean }): Promise<ReviewedDocument | undefined>;
  overview(params: ClaimsParams, token: CancellationToken): Promise<ClaimsResult>;
  document(params: ReviewParams): Promise<DocumentReview | undefined>;
  evidence(params: ClaimParams): Promise<EvidencePlaces | undefined>;
  answer(params: AnswerParams): Promise<AnswerResult>;
  nextClaim(params: NextFindingParams, token: CancellationToken): Promise<NextFinding | undefined>;
  /**
   * Which lines of documents are new since the current work parted from a branch, tag or commit; whole documents, where
   * they are new. Documents of folders without version control are left out.
   *
   * @returns undefined if no folder knows the ref
   */
  changedLines(ref: string): Promise<ReadonlyMap<string, readonly boolean[]> | undefined>;
  changedClaims(ref: string): Promise<ChangedClaims>;
  markdown(params: ReviewMarkdownParams): Promise<string>;
}

export function createReviewService(sources: ReviewSources, host: Host): ReviewService {
  const { workspace } = sources;
  const store = new ReviewStore(workspace);
  const reviews = new ClaimReviews(sources, store);
  const problems = new Map<string, readonly ConfigProblem[]>();
  /** The version of a document's claims: the same text for the same answer. */
  const versions = new WeakMap<object, string>();
  let lastVersion = 0;

  const readProblems = async (folder: Folder, path: string): Promise<void> => {
    const uri = folder.uriOf(path);
    const documentPath = reviewedPathOf(path);
    const file = documentPath === undefined ? undefined : await store.review(uri);
    const found = (file?.problems ?? []).map((problem) => ({ ...problem, uri }));
    const isAlone = file && documentPath !== undefined && !folder.entry(documentPath);
    const all = isAlone ? [...found, strayReview(uri, documentPath)] : found;
    if (all.length > 0) problems.set(uri, all);
    else problems.delete(uri);
  };

  const contentOf = ({ record, reviewed }: ReviewedClaims): DocumentClaimsContent => ({
    label: documentLabel(record.identity),
    fileName: baseName(record.path),
    initiative: initiativeLabel(record.identity.initiative),
    phase: record.identity.phase && phaseName(record.identity.phase),
    claims: reviewed.map(claimNode),
  });

  /** Lists of claims and parsed reviews are other objects when they say something else; evidence can change without. */
  const versionOf = ({ claims, file, reviewed }: ReviewedClaims): string => {
    const idOf = (object: object | undefined): string => {
      if (!object) return '';
      const known = versions.get(object) ?? String(++lastVersion);
      versions.set(object, known);
      return known;
    };
    if (!file || file.entries.length === 0) return `${idOf(claims)} ${idOf(file)}`;
    const reopened = reviewed.map(({ answers }) => answers.map(({ changed }) => changed?.charAt(0) ?? '-').join(''));
    return [idOf(claims), idOf(file), reopened.join()].join(' ');
  };

  const changedLinesSince = async (ref: string): Promise<ReadonlyMap<string, readonly boolean[]> | undefined> => {
    const changed = new Map<string, readonly boolean[]>();
    let isKnown = false;
    for (const folder of workspace.folders) {
      const paths = folder.documents.map(({ path }) => path);
      const before = await host.authorship?.textsSince(folder.rootUri, ref, paths);
      if (!before) continue;
      isKnown = true;
      for (const { path, uri } of folder.documents) {
        const old = before.get(path);
        const text = await workspace.readText(uri);
        if (text !== undefined)
          changed.set(uri, old === undefined ? linesOf(text).map(() => true) : changedLines(old, text));
      }
    }
    return isKnown ? changed : undefined;
  };

  const authorsOf = async (folder: Folder, path: string, claims: readonly ReviewedClaim[]) => {
    const authors: Record<string, string> = {};
    const committed = await host.authorship?.authoredLines(folder.rootUri, path);
    const text = committed && (await workspace.readText(folder.uriOf(path)));
    if (!committed || text === undefined) return authors;
    const matches = matchLines(
      committed.map((line) => line.text),
      linesOf(text),
    );
    for (const { id, report } of claims) {
      const author = committed[matches[report.range.start.line] ?? -1]?.author;
      if (author !== undefined) authors[id] = author;
    }
    return authors;
  };

  const documentOf = async (
    uri: string,
    weak: boolean,
    only?: readonly string[],
  ): Promise<ReviewedDocument | undefined> => {
    const found = await reviews.review(uri, weak);
    if (!found) return undefined;
    const { record, reviewed, lost } = found;
    const claims = only ? reviewed.filter(({ id }) => only.includes(id)) : reviewed;
    return { path: record.path, label: documentLabel(record.identity), claims, lost };
  };

  return {
    async scan() {
      store.clear();
      problems.clear();
      for (const folder of workspace.folders) {
        const paths = [...folder.paths].filter((path) => reviewedPathOf(path) !== undefined);
        for (const path of paths) await readProblems(folder, path);
      }
    },
    async fileChanged(uri) {
      const normal = parseUri(uri).toString();
      store.forget(normal);
      let isReview = false;
      for (const folder of workspace.folders) {
        const path = folder.pathOf(normal);
        if (path === undefined) continue;
        const ownReview = reviewPathOf(path);
        if (reviewedPathOf(path) !== undefined) {
          await readProblems(folder, path);
          isReview = true;
        } else if (folder.hasFile(ownReview)) {
          // A document that comes or goes has its review with it, or leaves it behind.
          await readProblems(folder, ownReview);
        }
      }
      return isReview;
    },
    problems(uri) {
      if (uri === undefined) return [...problems.values()].flat();
      return problems.get(parseUri(uri).toString()) ?? [];
    },

    claims: (uri, { weak = false } = {}) => documentOf(uri, weak),

    async overview({ known }, token) {
      const documents = [];
      for (const { uri } of workspace.records()) {
        if (token.isCancellationRequested) break;
        const found = await reviews.review(uri);
        if (!found || found.claims.length === 0) continue;
        const version = versionOf(found);
        documents.push({ uri, version, content: known[uri] === version ? undefined : contentOf(found) });
      }
      return { documents };
    },

    async document({ uri, authors }) {
      const found = await reviews.review(uri);
      if (!found) return undefined;
      const { folder, record, reviewed, lost } = found;
      return {
        ...contentOf(found),
        uri: record.uri,
        reviewUri: folder.uriOf(reviewPathOf(record.path)),
        reviewer: authors ? await host.authorship?.user(folder.rootUri) : undefined,
        authors: authors ? await authorsOf(folder, record.path, reviewed) : {},
        lost: lost.map((entry) => answerNode(entry, 'claim', false)),
      };
    },

    async evidence({ uri, claimId }) {
      const list = await reviews.list(uri);
      const claim = list?.claims.find(({ id }) => id === claimId);
      if (!list || !claim) return undefined;
      const { folder } = list;
      const { pointers, measuredAt, measured, claimed, range } = claim.report;
      const places: EvidencePlace[] = [];
      for (const pointer of pointers.filter(canBeOpened)) {
        const { path = '' } = pointer;
        const target = folder.uriOf(path);
        const text = folder.hasFile(path) ? await workspace.readText(target) : undefined;
        if (text === undefined && !folder.hasFile(path)) continue;
        const line = text === undefined ? 0 : partOf(text, path, pointer, folder).line;
        // Of a report that the claim's number was found in, its place says more than the beginning.
        const shown = line === 0 && measuredAt?.path === path ? (measuredAt.line ?? 0) : line;
        places.push({ label: pointerText(pointer), detail: describePointer(pointer), uri: target, line: shown });
      }
      const value = measuredAt && {
        label: measuredAt.path,
        detail: `claimed ${claimed ?? ''}, measured ${measured ?? ''}`,
        uri: folder.uriOf(measuredAt.path),
        line: measuredAt.line ?? 0,
      };
      return { claim: range, places, measured: value };
    },

    async answer({ uri, claimId, answer, note, date, text }) {
      const found = await reviews.review(uri);
      const claim = found?.reviewed.find(({ id }) => id === claimId);
      if (!found || !claim) {
        return { uri, edits: [], created: undefined, problem: 'The claim is not there any more.' };
      }
      const { folder, record } = found;
      const reviewer = await host.authorship?.user(folder.rootUri);
      const words = note?.trim();
      const evidence = await reviews.fingerprint(folder, claim.report);
      const fingerprint = { claim: claim.fingerprint, evidence };
      const { label, section } = claim;
      const given: NewAnswer = {
        claim: label,
        section,
        answer,
        note: words === '' ? undefined : words,
        reviewer,
        date,
        fingerprint,
      };
      const name = baseName(record.path);
      const target = folder.uriOf(reviewPathOf(record.path));
      if (text === null) return { uri: target, edits: [], created: newReviewText(name, given), problem: undefined };
      const file = parseReviewFile(text);
      const result = recordAnswer(
        text,
        file,
        name,
        given,
        ownAnswer(claim, reviewer, found.file?.entries ?? [], file.entries),
      );
      return 'problem' in result
        ? { uri: target, edits: [], created: undefined, problem: result.problem }
        : { uri: target, edits: result.edits, created: undefined, problem: undefined };
    },

    async nextClaim({ uri, position, direction, verdict }, token) {
      const order: string[] = [];
      const places = [];
      for (const record of workspace.records()) {
        if (token.isCancellationRequested) break;
        order.push(record.uri);
        const list = await reviews.list(record.uri);
        for (const { report, label } of list?.claims ?? []) {
          if (report.verdict !== verdict) continue;
          places.push({ location: { uri: record.uri, range: report.range }, message: `${label} (${verdict})` });
        }
      }
      const from = uri !== undefined && position ? { uri: parseUri(uri).toString(), position } : undefined;
      return findNextPlace(places, order, from, direction);
    },

    changedLines: changedLinesSince,
    async changedClaims(ref) {
      const changed = await changedLinesSince(ref);
      if (!changed) {
        const problem = host.authorship
          ? `Git knows no branch or commit \`${ref}\` here.`
          : 'What has changed is not known here: git cannot be asked, or the workspace is not trusted.';
        return { claims: {}, problem };
      }
      const claims: Record<string, readonly string[]> = {};
      for (const [uri, lines] of changed) {
        if (!lines.includes(true)) continue;
        const list = await reviews.list(uri);
        const ids = list?.claims.filter(({ report }) => touchesChange(report.range, lines)).map(({ id }) => id) ?? [];
        if (ids.length > 0) claims[uri] = ids;
      }
      return { claims };
    },

    async markdown({ uris, claims }) {
      const documents: ReviewedDocument[] = [];
      for (const uri of uris ?? workspace.records().map((record) => record.uri)) {
        const document = await documentOf(uri, false, claims && (claims[uri] ?? []));
        if (document) documents.push(document);
      }
      return formatReviewMarkdown(documents);
    },
  };
}

/**
 * What the reviewer said of this claim before. Without a name nobody can tell whose answer it is, and it stays.
 *
 * @param known the answers as the service has read them
 * @param entries the same in the text of the client, which may be newer
 */
function ownAnswer(
  { answers }: ReviewedClaim,
  reviewer: string | undefined,
  known: readonly ReviewEntry[],
  entries: readonly ReviewEntry[],
): ReviewEntry | undefined {
  if (reviewer === undefined) return undefined;
  const own = answers.findLast(({ entry }) => entry.reviewer === reviewer)?.entry;
  if (!own) return undefined;
  // The same may be claimed, and answered, twice in a section.
  const isSame = (entry: ReviewEntry) => entry.reviewer === reviewer && isSameAnswer(entry, own);
  return entries.filter(isSame)[known.filter(isSame).indexOf(own)];
}

function isSameAnswer(a: ReviewEntry, b: ReviewEntry): boolean {
  return a.fingerprint.claim === b.fingerprint.claim && a.section === b.section && a.claim === b.claim;
}

function strayReview(uri: string, documentPath: string): ConfigProblem {
  const start = { line: 0, character: 0 };
  const message = `There is no phase document \`${baseName(documentPath)}\` beside this review. Move the review to the document, or delete it.`;
  return { uri, range: { start, end: start }, message };
}
