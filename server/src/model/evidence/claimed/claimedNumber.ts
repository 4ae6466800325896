/** What a number in a claim says, and about what. */
import type { QuantityName } from '../artifacts/artifact';

export interface ClaimedNumber {
  /** As written: `38/40`, `>98%`, `zero failures`, `all tests pass`. */
  readonly text: string;
  /** What it speaks of; `value`: the line does not say, only a fragment can bind it. */
  readonly subject: ClaimSubject;
  readonly dimension: 'percent' | 'ratio' | 'count' | 'duration' | 'number';
  /** Milliseconds for durations, percent for rates. */
  readonly value: number;
  /** What meets the claim, both ends included: by the digits written, the sign, the words. */
  readonly low: number;
  readonly high: number;
  /** `exact`: written as one value. `all`: as words. */
  readonly relation: 'exact' | 'about' | 'range' | 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'all';
  /** The whole of a ratio. */
  readonly of?: number;
  /** The claim says that it is about everything: `overall`, `in total`, `all`. */
  readonly whole?: boolean;
  /** Words that narrow down what it is about: `parser` in `parser tests: 12/12`. */
  readonly qualifiers: readonly string[];
  /** Whether the words around it name tests at all: `integration success rate` need not be about tests. */
  readonly ofTests: boolean;
}

export type ClaimSubject =
  | QuantityName
  /** Failed of those that ran, as a rate. */
  | 'failRate'
  /** Coverage of what, the line does not say. */
  | 'coverage';
