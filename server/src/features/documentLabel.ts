import { kindTitles } from '../model/documentKind';
import type { Identity } from '../model/phaseDocument';

/** `Hand-off, phase 8`. */
export function documentLabel({ kind, phase }: Identity): string {
  const title = kindTitles[kind];
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}${phase ? `, phase ${phase.text}` : ''}`;
}
