/** A parsed document that is known to be a phase document. */
import type { ParsedDocument } from '../syntax/document';
import type { SectionClaims } from './claims/findClaims';
import type { ClaimVocabulary } from './claims/vocabulary';
import type { DocumentKind } from './documentKind';

export interface PhaseDocument {
  readonly uri: string;
  /** Relative to the workspace folder, `/` between the parts. */
  readonly path: string;
  readonly identity: Identity;
  readonly parsed: ParsedDocument;
  /** What its team adds to the words that claims and statuses are read with. */
  readonly vocabulary?: ClaimVocabulary | undefined;
  /** One entry for each section of {@link parsed}, in the same order. */
  readonly claims: readonly SectionClaims[];
}

/** Which document of which phase of which initiative a file is, and how that is known. */
export interface Identity {
  readonly kind: DocumentKind;
  /** Undefined for documents of the whole initiative. */
  readonly phase: PhaseId | undefined;
  /** `003`, `TVDb001`. */
  readonly iteration: string | undefined;
  /** Path of the folder that owns the phases, relative to the workspace folder; empty for the folder itself. */
  readonly initiative: string;
  /** Which convention: a preset's name or `configuration`. */
  readonly preset: string;
  readonly source: 'configuration' | 'path' | 'front matter' | 'title';
  /** Finished material: read, not checked. */
  readonly archived: boolean;
}

export interface PhaseId {
  /** As written: `8`, `2.5`, `3_5`, `C`. */
  readonly text: string;
  /** For comparison: without leading zeros, `.` as separator, upper-case letters: `3.5`, `2B`. */
  readonly key: string;
}
