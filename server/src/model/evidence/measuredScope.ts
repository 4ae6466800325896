/** Which quantities of a reading a claim speaks of. */
import type { ArtifactReading, Quantity, QuantityName } from './artifacts/artifact';
import type { ClaimedNumber } from './claimed/claimedNumber';
import { TEST_KINDS, wordsOfName } from './claimed/claimWords';

/** Quantities by name, all of one scope. */
export interface Measured {
  readonly reading: ArtifactReading;
  readonly scope: string | undefined;
  /** The reading names no kind of tests, and is taken for that of the claim. */
  readonly assumed?: boolean;
  get(name: QuantityName): Quantity | undefined;
}

/** Bound by a fragment, a reading has one scope; otherwise what is about everything. */
export function overall(reading: ArtifactReading): Measured {
  const bound = reading.fragment !== undefined;
  const scope = bound ? reading.quantities[0]?.scope : undefined;
  return measuredAt(reading, scope);
}

export function measuredAt(reading: ArtifactReading, scope: string | undefined): Measured {
  const quantities = reading.quantities.filter((quantity) => quantity.scope === scope);
  return { reading, scope, get: (name) => quantities.find((quantity) => quantity.name === name) };
}

/** Suites and files of a reading, each once. */
export function scopesOf(reading: ArtifactReading, kinds: readonly Quantity['scopeKind'][]): readonly string[] {
  const scopes = reading.quantities.flatMap(({ scope, scopeKind }) =>
    scope !== undefined && kinds.includes(scopeKind) ? [scope] : [],
  );
  return [...new Set(scopes)];
}

/**
 * What `qualifiers` narrow a reading down to. Undefined when that is not in it: it may then be about something else.
 *
 * A kind of tests (`unit`, `e2e`) that neither the path nor any suite contradicts is taken for that of the report: the
 * author points to it for them.
 */
export function narrow(
  reading: ArtifactReading,
  { qualifiers, ofTests }: Pick<ClaimedNumber, 'qualifiers' | 'ofTests'>,
): Measured | undefined {
  const whole = overall(reading);
  if (reading.fragment !== undefined) return whole;
  const path = new Set(wordsOfName(reading.path));
  const open = qualifiers.filter((word) => !path.has(word));
  if (open.length === 0) return whole;
  const scopes = scopesOf(reading, ['suite', 'file']).map((scope) => ({ scope, words: new Set(wordsOfName(scope)) }));
  const matching = scopes.filter(({ words }) => open.every((word) => words.has(word)));
  const [only] = matching;
  if (only && matching.length === 1) return measuredAt(reading, only.scope);
  if (only || !ofTests || !open.every((word) => TEST_KINDS.has(word))) return undefined;
  const otherKind = (word: string) => TEST_KINDS.has(word) && !qualifiers.includes(word);
  const named = [...path, ...scopes.flatMap(({ words }) => [...words])];
  return named.some(otherKind) ? undefined : { ...whole, assumed: true };
}
