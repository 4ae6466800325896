/** The chain of an initiative's phases as `status` shows it: what each declares, what was found, what is open. */
import type { Diagnostic } from '../diagnostic';
import { conflictRules } from '../features/report/buildReport';
import type { DocumentNode, InitiativeNode, ObligationNode, PhaseNode } from '../protocol';

export interface Chain {
  readonly phases: readonly ChainPhase[];
  readonly obligations: readonly ObligationNode[];
  readonly conflicts: readonly Conflict[];
}

export interface ChainPhase {
  readonly name: string;
  /** As written; undefined if no document of the phase declares a status. */
  readonly declared: string | undefined;
  readonly openTasks: number;
  readonly openClaims: number;
  readonly conflicts: number;
  /** What its documents promise and nothing answers. */
  readonly obligations: number;
}

export interface Conflict {
  readonly uri: string;
  readonly rule: string;
  /** Zero-based. */
  readonly line: number;
  readonly message: string;
}

/** @param findingsOf the findings of a document by its URI */
export async function readChain(
  { documents, phases }: InitiativeNode,
  findingsOf: (uri: string) => Promise<readonly Diagnostic[]>,
): Promise<Chain> {
  const conflicts = new Map<string, readonly Conflict[]>();
  const all = [...documents, ...phases.flatMap((phase) => phase.documents)];
  for (const { uri } of all) conflicts.set(uri, conflictsIn(uri, await findingsOf(uri)));
  return {
    phases: phases.map((phase) => toPhase(phase, conflicts)),
    obligations: all.flatMap(obligationsOf),
    conflicts: all.flatMap(({ uri }) => conflicts.get(uri) ?? []),
  };
}

function toPhase(
  { label, progress, documents }: PhaseNode,
  conflicts: ReadonlyMap<string, readonly Conflict[]>,
): ChainPhase {
  const { declared, tasks, claims } = progress;
  return {
    name: label,
    declared,
    openTasks: tasks.total - tasks.done,
    openClaims: claims.total - claims.supported - claims.waived,
    conflicts: documents.reduce((sum, { uri }) => sum + (conflicts.get(uri)?.length ?? 0), 0),
    obligations: documents.reduce((sum, document) => sum + obligationsOf(document).length, 0),
  };
}

function obligationsOf({ obligations = [] }: DocumentNode): readonly ObligationNode[] {
  return obligations;
}

function conflictsIn(uri: string, diagnostics: readonly Diagnostic[]): readonly Conflict[] {
  return diagnostics
    .filter(({ rule, severity }) => conflictRules.has(rule) && severity !== 'hint')
    .map(({ rule, range, message }) => ({ uri, rule, line: range.start.line, message }));
}
