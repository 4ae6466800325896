/** Numbers that cannot all be true, as facts: rules make messages of them. */
import type { Range } from 'vscode-languageserver-types';
import { shiftRange } from '../../syntax/positions';
import { quantityRange, quantityText, type NumberLine } from './lines';
import type { Quantity } from './quantity';

/** A number in its place. */
export interface NumberPlace {
  /** As written. */
  readonly text: string;
  /** Relative to the origin of the block it was read from, in facts of a section to its first line. */
  readonly range: Range;
}

export type NumberConflict =
  /** A percentage that the numbers beside it do not give. `wrong` is the percentage alone. */
  | {
      readonly kind: 'share';
      readonly wrong: NumberPlace;
      readonly others: readonly NumberPlace[];
      readonly part: number;
      readonly whole: number;
      /** The percentage computed, as it can be written in its place. */
      readonly computed: string;
    }
  /** Part of something that is more than the whole. */
  | { readonly kind: 'part'; readonly wrong: NumberPlace; readonly others: readonly NumberPlace[] }
  /** A part of a test, a negative number of something, a rate above 100 %. */
  | {
      readonly kind: 'fraction' | 'negative' | 'rate';
      readonly wrong: NumberPlace;
      readonly others: readonly NumberPlace[];
    }
  /** A total that is not the sum of its parts. */
  | {
      readonly kind: 'sum';
      readonly wrong: NumberPlace;
      readonly others: readonly NumberPlace[];
      /** The name of what is added up; empty for none. */
      readonly name: string;
      readonly sum: string;
    }
  /** A total of which a remainder is neither passed, failed nor anything else. */
  | {
      readonly kind: 'remainder';
      readonly wrong: NumberPlace;
      readonly others: readonly NumberPlace[];
      readonly remainder: string;
    }
  /** Said to be met though it is not. `wrong` is the value reached. */
  | {
      readonly kind: 'target';
      readonly wrong: NumberPlace;
      readonly target: NumberPlace;
      readonly verdict: NumberPlace;
      readonly others: readonly NumberPlace[];
    }
  /** `4 deliverables:` before a list of three. */
  | {
      readonly kind: 'list';
      readonly wrong: NumberPlace;
      readonly others: readonly NumberPlace[];
      readonly listed: number;
    };

/** The place of a quantity. */
export function placeOf(line: NumberLine, quantity: Quantity): NumberPlace {
  return { text: quantityText(line, quantity), range: quantityRange(line, quantity) };
}

/** A conflict found in a block, placed `lines` further down in its section. */
export function shiftConflict(conflict: NumberConflict, lines: number): NumberConflict {
  if (lines === 0) return conflict;
  const shift = (place: NumberPlace): NumberPlace => ({ ...place, range: shiftRange(place.range, lines) });
  const shifted = { ...conflict, wrong: shift(conflict.wrong), others: conflict.others.map(shift) };
  return shifted.kind === 'target'
    ? { ...shifted, target: shift(shifted.target), verdict: shift(shifted.verdict) }
    : shifted;
}
