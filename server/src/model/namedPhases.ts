/** What the places of a document besides its file name say on its phase. */
import type { Config } from '../config';
import { documentTitle, phaseInFrontMatter } from './identity';
import { phaseOfFolder } from './initiative';
import { foldersUpwards, parentFolder } from './paths';
import type { PhaseDocument, PhaseId } from './phaseDocument';
import { isSubPhase, parsePhaseId } from './phaseId';
import { phasesInTitle } from './phaseRef';

export interface NamedPhases {
  /** Of the same unit as the document's phase; empty if the title names none. */
  readonly title: readonly PhaseId[];
  readonly frontMatter: PhaseId | undefined;
  /** The nearest folder below the initiative that is one phase's. */
  readonly folder: { readonly path: string; readonly phase: PhaseId } | undefined;
}

export function findNamedPhases({ path, identity, parsed }: PhaseDocument, config: Config): NamedPhases {
  const { phase, initiative } = identity;
  const { phases } = config;
  const title = phasesInTitle(documentTitle(parsed) ?? '', phases, phases.prefixes)
    .flatMap((ref) => ref.phases)
    .filter(({ unit }) => unit === phase?.unit);
  let folder: NamedPhases['folder'];
  for (const candidate of foldersUpwards(parentFolder(path))) {
    if (candidate === initiative || candidate === '') break;
    const text = phaseOfFolder(candidate);
    const found = text === undefined ? undefined : parsePhaseId(text, undefined, phases);
    if (!found) continue;
    folder = { path: candidate, phase: found };
    break;
  }
  return { title, frontMatter: phaseInFrontMatter(parsed, phases), folder };
}

/** Whether the phase is one of them, or leads to one of them. */
export function agrees({ identity }: PhaseDocument, named: readonly PhaseId[]): boolean {
  const own = [...identity.phases, ...(identity.to ? [identity.to] : [])];
  return named.some((phase) => own.some(({ key }) => key === phase.key));
}

/** Whether the phase belongs into the folder of another: 3.1 into `phase3`. */
export function isWithin(phases: readonly PhaseId[], outer: PhaseId): boolean {
  return phases.some((phase) => phase.key === outer.key || isSubPhase(phase, outer));
}
