/**
 * Findings of one section, kept as the same objects while nothing that they depend on changes. An edit changes one
 * section of a long document; the findings of all others need not be made, converted and thrown away at every keystroke.
 */
import type { Finding } from './rule';

interface Kept {
  readonly on: readonly unknown[];
  readonly findings: readonly Finding[];
}

/** One for each rule, or for each use in a rule. */
export class SectionFindings {
  readonly #kept = new WeakMap<object, Kept>();

  /**
   * @param key what they are about: an object that is another one when the section changes
   * @param on all else that they depend on, compared by identity; always in the same order
   */
  of(key: object, on: readonly unknown[], make: () => Iterable<Finding>): readonly Finding[] {
    const kept = this.#kept.get(key);
    if (kept && isSame(kept.on, on)) return kept.findings;
    const findings = [...make()];
    this.#kept.set(key, { on, findings });
    return findings;
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
