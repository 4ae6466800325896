/** A parsed document that is known to be a phase document. */
import type { ParsedDocument } from '../syntax/document';
import type { SectionClaims } from './claims/findClaims';
import type { Schema } from '../schema/schema';
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
  /** What its kind should hold, by the team's own schema or the one that comes with Phase Docs; undefined for other kinds. */
  readonly schema?: Schema | undefined;
}

/** Which document of which phase of which initiative a file is, and how that is known. */
export interface Identity {
  readonly kind: DocumentKind;
  /** Undefined for documents of the whole initiative. Of several phases, the first. */
  readonly phase: PhaseId | undefined;
  /** All phases that it covers, in order: mostly one, none for a document of the whole initiative. */
  readonly phases: readonly PhaseId[];
  /** The phase that it leads to, if it says so: 3 of `PHASE2_TO_PHASE3_HANDOFF.md`. */
  readonly to: PhaseId | undefined;
  /**
   * Of a hand-off: written at the end of its phase (`from`), addressed to its phase (`to`), or naming both ends
   * (`between`). Undefined for other kinds.
   */
  readonly direction: 'from' | 'to' | 'between' | undefined;
  /** The part of the phase that it is about: week 7, plan 01. */
  readonly part: PhaseId | undefined;
  /**
   * How the name writes the phase, which tells two series of phases in one folder apart: empty for `PHASE3`, `_` for
   * `PHASE_3`. Undefined where the name does not.
   */
  readonly series: string | undefined;
  /** What the name says besides kind and phase, in lower case: `closeout` of `PHASE9_CLOSEOUT_PROMPT.md`. */
  readonly topic: string;
  /** Words by which it is a later or passing version: `updated`, `interim`, `20250926`. */
  readonly edition: string | undefined;
  /** `003`, `TVDb001`. */
  readonly iteration: string | undefined;
  /** Path of the folder that owns the phases, relative to the workspace folder; empty for the folder itself. */
  readonly initiative: string;
  /** Which convention: a preset's name or `configuration`. */
  readonly preset: string;
  readonly source: 'configuration' | 'path' | 'front matter' | 'title';
  /** Finished material: read, not checked. */
  readonly archived: boolean;
  /**
   * Nothing but the name or title of the file itself says that phases are documented here: no configuration, and no
   * marker of a convention. Its findings are information at most, unless something written is wrong.
   */
  readonly tentative: boolean;
}

export interface PhaseId {
  /** As written: `8`, `2.5`, `3_5`, `C`. */
  readonly text: string;
  /** For comparison: without leading zeros, `.` as separator, upper-case letters: `3.5`, `2B`; `week 7` with its unit. */
  readonly key: string;
  /** What it counts, if no phases: `week`. */
  readonly unit: string | undefined;
  /** Place in the order of phases, see `comparePhases`. */
  readonly rank: readonly number[];
}
