import type { Identity } from '../model/phaseDocument';

/** Whether a new version of a document is still the same one to all others. */
export function sameIdentity(a: Identity, b: Identity): boolean {
  return (
    a.kind === b.kind &&
    a.phase?.text === b.phase?.text &&
    a.iteration === b.iteration &&
    a.initiative === b.initiative &&
    a.preset === b.preset &&
    a.archived === b.archived
  );
}
