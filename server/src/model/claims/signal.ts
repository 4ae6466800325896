/** What the stages of the classifier hand to each other. */
import type { ClaimKind, ClaimStrength } from './claim';
import type { Clause } from './clauses';
import type { Predicate } from './predicates';
import type { Token } from './tokens';

/**
 * How openly a line asserts. How much is needed depends on the section's role.
 * - 4: a verdict: check mark, status, `ACHIEVED: 3.5 minutes`;
 * - 3: told as done: `all tests passed`;
 * - 2: told as a state: `all services healthy`;
 * - 1: named only: `Complete documentation`, `<200ms`;
 * - 0: named in passing: `health checks for all services`. Only a tick makes it a claim.
 */
export type Level = 0 | 1 | 2 | 3 | 4;

/** A reason to take a line for a claim. */
export interface Signal {
  readonly kind: ClaimKind;
  readonly strength: ClaimStrength;
  readonly level: Level;
  /** Indices of the first token and of the token after the last one. */
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** A line on its way through the stages. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  /** For each clause, its predicates. */
  readonly predicates: readonly (readonly Predicate[])[];
  /** Number of tokens of the label before the colon, the colon not counted; 0 for none. */
  readonly labelEnd: number;
  /** The label or a heading above speaks of measurements, so that a bare number is a measured one. */
  readonly measured: boolean;
}

/** The words of some tokens, for a reason. */
export function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => token.word)
    .join(' ');
}
