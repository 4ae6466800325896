/** Claims as plain data for the formatters: their paths are those of the command line. */
import { join } from 'node:path';
import type { ClaimReport, PointerReport, ReportedVerdict } from '../features/claimReports';
import type { ReviewedClaim } from '../features/reviewNodes';
import type { ReviewEntry } from '../model/review/reviewFile';
import type { CheckedDocument } from './report';
import { displayPath } from './targets';

/** What `claims` lists, documents in order of their paths, those without claims included. */
export interface ClaimsReport {
  readonly documents: readonly DocumentClaims[];
  readonly version: string;
  /** Whether weak claims were asked for. */
  readonly weak: boolean;
  /** The verdicts asked for; undefined for all. */
  readonly verdicts: ReadonlySet<ReportedVerdict> | undefined;
  /** The branch or commit since which they are new; undefined for all. */
  readonly since: string | undefined;
}

export interface DocumentClaims extends Pick<CheckedDocument, 'path' | 'kind' | 'phase' | 'iteration' | 'initiative'> {
  /** `Hand-off, phase 8`. */
  readonly label: string;
  /** Those with a verdict that was asked for. */
  readonly claims: readonly ClaimReport[];
  /** The same with their answers. */
  readonly reviewed: readonly ReviewedClaim[];
  /** Answers to claims that are gone. */
  readonly lost: readonly ReviewEntry[];
}

/** The claim with paths relative to the current folder. */
export function inFolder(claim: ClaimReport, root: string, cwd: string): ClaimReport {
  const display = (path: string) => displayPath(join(root, path), cwd);
  const { pointers, measuredAt } = claim;
  return {
    ...claim,
    pointers: pointers.map((pointer) => pointerInFolder(pointer, display)),
    measuredAt: measuredAt && { ...measuredAt, path: display(measuredAt.path) },
  };
}

function pointerInFolder(pointer: PointerReport, display: (path: string) => string): PointerReport {
  const { path, candidates } = pointer;
  return { ...pointer, path: path === undefined ? undefined : display(path), candidates: candidates.map(display) };
}
