import { kindTitle } from '../model/documentKind';
import type { Identity } from '../model/phaseDocument';
import { phaseName } from '../model/phaseId';

/** `Hand-off, phase 8`. */
export function documentLabel({ kind, phase }: Identity): string {
  const title = kindTitle(kind);
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}${phase ? `, ${phaseName(phase)}` : ''}`;
}
