/** What a file's name alone tells of a document that is not there. */
import type { DocumentKind } from '../documentKind';
import { kindFromWords } from '../kindWords';
import { baseName } from '../paths';
import type { PhaseId } from '../phaseDocument';
import { parsePhaseId } from '../phaseId';

/** `TODO003_phase8_notes`, `PHASE3.5_PROMPT`, `PHASE_2_REPORT`; not `phased`. */
const PHASE = /(?:^|[^A-Za-z])phase[ _-]?(\d+(?:[._]\d+)*[a-z]?)(?![A-Za-z0-9])/i;

/** Kind and phase by the words of a name; undefined where it does not tell both. */
export function documentByName(path: string): { readonly kind: DocumentKind; readonly phase: PhaseId } | undefined {
  const name = baseName(path).replace(/\.[a-z]+$/i, '');
  const phase = parsePhaseId(PHASE.exec(name)?.[1] ?? '');
  const kind = kindFromWords(name);
  return phase && kind && kind !== 'other' ? { kind, phase } : undefined;
}
