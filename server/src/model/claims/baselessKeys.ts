import type { SectionClaims } from './findClaims';

/** Keys of the strong claims that offer nothing to follow: pointing to them shows nothing. */
export function baselessKeys(claims: readonly SectionClaims[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const section of claims) {
    for (const { strength, evidence, key } of section.claims) {
      if (strength === 'strong' && evidence.pointers.length === 0 && evidence.form !== 'log') keys.add(key);
    }
  }
  return keys;
}
