/** What a claim is and what is offered for it. Facts only: verdicts are made in `model/evidence`. */
import type { Range } from 'vscode-languageserver-types';
import type { Pointer } from '../../syntax/document';

/**
 * An assertion, as a fact, about work done or a state reached, for which a reader may ask "how do you know?".
 * Positions are relative to the first line of the section, so that an unchanged section keeps its claims.
 */
export interface Claim {
  readonly strength: ClaimStrength;
  readonly kind: ClaimKind;
  /** The asserting words; always within one line. */
  readonly range: Range;
  /** The words of the line without markup, for messages. */
  readonly text: string;
  /** Claims of one document with the same key say the same thing again. */
  readonly key: string;
  /** Which words made it a claim, for "why was I flagged": `"100%" with "achieved"`. */
  readonly reason: string;
  /** Higher is more prominent: title, status field, heading, table, item, prose, in this order. */
  readonly prominence: number;
  readonly evidence: OfferedEvidence;
}

export type ClaimStrength = 'strong' | 'weak';

export type ClaimKind =
  /** A number as a result. */
  | 'metric'
  /** All, every, zero, fully … with an accomplishment. */
  | 'universal'
  /** An explicit verdict. */
  | 'status'
  /** Sign-off or compliance obtained. */
  | 'approval'
  /** Better than a target or a baseline. */
  | 'comparison'
  /** An accomplishment told without any of these (weak). */
  | 'feature'
  /** A ticked task (weak). */
  | 'task';

/** What stands in the claim's scope: its line, item with children, row, paragraph, evidence field of the section. */
export interface OfferedEvidence {
  /**
   * - `link`: at least one pointer;
   * - `log`: no pointer, but output or data in a fenced block of the section;
   * - `prose`: no pointer, but an evidence field with words;
   * - `none`: nothing.
   */
  readonly form: 'link' | 'log' | 'prose' | 'none';
  /** Pointers that may show the claim to be true; a pointer that merely names what was claimed is left out. */
  readonly pointers: readonly OfferedPointer[];
  /** The evidence field that has words only, if there is one; relative to the section's first line. */
  readonly proseRange: Range | undefined;
}

/** A pointer in place: its range is relative to the section's first line. */
export interface OfferedPointer {
  readonly pointer: Pointer;
  readonly range: Range;
}
