/** What a file's name alone tells of a document that is not there. */
import type { DocumentKind } from '../documentKind';
import { kindFromWords } from '../kindWords';
import { baseName } from '../paths';
import type { PhaseId } from '../phaseDocument';
import { parsePhaseId } from '../phaseId';
import { endsOfNameRef, parseNameRef } from '../phaseRef';

/** `TODO003_phase8_notes`, `PHASE3.5_PROMPT`, `PHASE_2_REPORT`; not `phased`. */
const PHASE = /(?:^|[^A-Za-z])phase[ _-]?(\d+(?:[._]\d+)*[a-z]?)(?![A-Za-z0-9])/i;

/** Kind and phase by the words of a name; undefined where it does not tell both. */
export function documentByName(path: string): { readonly kind: DocumentKind; readonly phase: PhaseId } | undefined {
  const name = baseName(path).replace(/\.[a-z]+$/i, '');
  const found = PHASE.exec(name);
  const phase = parsePhaseId(found?.[1] ?? '');
  if (!found || namesSeveral(name, found.index + found[0].length - (found[1] ?? '').length)) return undefined;
  const kind = kindFromWords(name);
  return phase && kind && kind !== 'other' ? { kind, phase } : undefined;
}

/** `phase1-4_handoff` stands for several documents, `PHASE2_TO_PHASE3_HANDOFF` for one. */
function namesSeveral(name: string, at: number): boolean {
  const [end] = endsOfNameRef(name, at);
  const ref = end === undefined ? undefined : parseNameRef(name.slice(at, end));
  return ref !== undefined && ref.phases.length > 1 && ref.relation !== 'to';
}
