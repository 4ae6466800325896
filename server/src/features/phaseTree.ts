/** Initiatives, phases and documents with their progress: what the Phases view and `phase-docs status` show. */
import type { Diagnostic } from '../diagnostic';
import { kindTitle, type DocumentKind } from '../model/documentKind';
import type { DeclaredStatus } from '../model/documentFacts';
import { baseName } from '../model/paths';
import { comparePhases, phaseLabel } from '../model/phaseId';
import type { PhaseId } from '../model/phaseDocument';
import type { DocumentEntry } from '../model/project';
import type {
  DocumentNode,
  FindingCounts,
  InitiativeNode,
  ObligationNode,
  PhaseNode,
  PhaseTree,
  Progress,
  ProgressState,
} from '../protocol';
import type { ClaimCounts } from './claimCounts';
import { countOf, shareOf, verbFor } from './countOf';
import { groupBy, initiativeIdOf, initiativeLabel, initiativeUriOf } from './initiatives';
import type { OpenObligation } from './openObligations';

export interface TreeDocument {
  readonly entry: DocumentEntry;
  readonly diagnostics: readonly Diagnostic[];
  readonly claims: ClaimCounts;
  /** What it promises and nothing answers yet; see `findOpenObligations`. */
  readonly obligations: readonly OpenObligation[];
}

/** In which order the documents of a phase are read. */
export const kindOrder: readonly DocumentKind[] = [
  'prompt',
  'plan',
  'notes',
  'decisions',
  'testing-summary',
  'handoff',
  'completion',
  'status',
];

export function buildPhaseTree(documents: readonly TreeDocument[]): PhaseTree {
  const initiatives = groupBy(documents, ({ entry }) => initiativeIdOf(entry));
  return { initiatives: [...initiatives].map(([id, group]) => initiativeNode(id, group)) };
}

/** Adds up by severity; hints are not counted. */
export function countFindings(diagnostics: readonly Diagnostic[]): FindingCounts {
  const of = (severity: Diagnostic['severity']) => diagnostics.filter((found) => found.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), informations: of('information') };
}

function initiativeNode(id: string, documents: readonly TreeDocument[]): InitiativeNode {
  const inPhases = documents.filter(({ entry }) => entry.identity.phase);
  const phases = [...groupBy(inPhases, ({ entry }) => entry.identity.phase?.key ?? '')]
    .map(([key, group]) => ({ phase: group[0]?.entry.identity.phase, node: phaseNode(`${id}\n${key}`, group) }))
    .sort((a, b) => compareOptional(a.phase, b.phase));
  const folder = documents[0]?.entry.identity.initiative ?? '';
  return {
    id,
    label: initiativeLabel(folder),
    description: folder,
    uri: documents[0] ? initiativeUriOf(documents[0].entry) : '',
    progress: progressOf(documents, stateOfPhases(phases.map(({ node }) => node.progress.state))),
    counts: addCounts(documents.map(({ diagnostics }) => countFindings(diagnostics))),
    phases: phases.map(({ node }) => node),
    documents: documents.filter(({ entry }) => !entry.identity.phase).map(documentNode),
  };
}

function phaseNode(id: string, documents: readonly TreeDocument[]): PhaseNode {
  const inOrder = [...documents].sort((a, b) => rank(a) - rank(b) || (a.entry.path < b.entry.path ? -1 : 1));
  return {
    id,
    label: labelOf(documents[0]?.entry.identity.phase),
    progress: progressOf(documents, stateOfPhase(inOrder)),
    counts: addCounts(documents.map(({ diagnostics }) => countFindings(diagnostics))),
    documents: inOrder.map(documentNode),
  };
}

function labelOf(phase: PhaseId | undefined): string {
  return phase ? phaseLabel(phase) : 'Phase';
}

function rank({ entry }: TreeDocument): number {
  const index = kindOrder.indexOf(entry.identity.kind);
  return index < 0 ? kindOrder.length : index;
}

function documentNode(document: TreeDocument): DocumentNode {
  const { entry, diagnostics } = document;
  const title = kindTitle(entry.identity.kind);
  return {
    id: entry.uri,
    uri: entry.uri,
    label: title.charAt(0).toUpperCase() + title.slice(1),
    description: baseName(entry.path),
    progress: progressOf([document], declared(entry.facts.status)),
    counts: countFindings(diagnostics),
    ...(document.obligations.length > 0 && {
      obligations: document.obligations.map((one) => obligationNode(one, entry)),
    }),
  };
}

function obligationNode({ promise, what, suggestion }: OpenObligation, { uri }: DocumentEntry): ObligationNode {
  return {
    uri,
    label: promise.words.replace(/\s+/g, ' ').trim(),
    description: what,
    position: promise.range.start,
    ...(suggestion && { suggestion: { uri: suggestion.entry.uri, line: suggestion.line } }),
  };
}

/** A state, and where it comes from: what nobody has declared is never told as declared. */
interface ReasonedState {
  readonly state: ProgressState;
  readonly reason: string;
  /** As written. */
  readonly declared?: string;
}

/** `[words](target)`. */
const LINK = /\[([^[\]]*)\]\([^()\s]*\)/g;

function declared(status: DeclaredStatus | undefined): ReasonedState {
  if (!status) return { state: 'unknown', reason: 'no status is declared' };
  const words = status.words.replace(LINK, '$1').replace(/\s+/g, ' ').trim();
  return { state: status.class, reason: `the declared status reads as ${status.class}`, declared: words };
}

/** The hand-off speaks for its phase, then the testing summary, then the notes. */
function stateOfPhase(documents: readonly TreeDocument[]): ReasonedState {
  for (const kind of ['handoff', 'completion', 'testing-summary', 'status', 'notes'] as const) {
    const status = documents.find(({ entry }) => entry.identity.kind === kind)?.entry.facts.status;
    if (status) return declared(status);
  }
  const handoffs = documents.filter(({ entry }) => entry.identity.kind === 'handoff');
  if (handoffs.some(({ entry }) => !entry.facts.isEmpty))
    return { state: 'done', reason: 'no status is declared, but there is a hand-off' };
  if (handoffs.length > 0) return { state: 'active', reason: 'no status is declared, and the hand-off is empty' };
  return documents.every(({ entry }) => entry.identity.kind === 'prompt')
    ? { state: 'planned', reason: 'no status is declared, and there is only a prompt' }
    : { state: 'active', reason: 'no status is declared, and there is no hand-off' };
}

function stateOfPhases(states: readonly ProgressState[]): ReasonedState {
  if (states.length === 0) return { state: 'unknown', reason: 'there are no phases' };
  const done = states.filter((state) => state === 'done').length;
  const reason = `${shareOf(done, states.length, 'phase')} ${verbFor(states.length, 'is', 'are')} done`;
  if (done === states.length) return { state: 'done', reason };
  return { state: states.find((state) => state === 'failed' || state === 'blocked') ?? 'active', reason };
}

/** Findings that stand for something promised, due, and answered nowhere. */
const promiseRules: ReadonlySet<string> = new Set(['missing-output', 'unanswered-obligation']);

function progressOf(documents: readonly TreeDocument[], { reason, ...state }: ReasonedState): Progress {
  const tasks = { done: 0, total: 0 };
  const claims = { supported: 0, waived: 0, total: 0 };
  let unanswered = 0;
  for (const { entry, claims: counted, diagnostics } of documents) {
    unanswered += diagnostics.filter(({ rule, severity }) => promiseRules.has(rule) && severity !== 'hint').length;
    tasks.done += entry.facts.tasks.done;
    tasks.total += entry.facts.tasks.total;
    claims.supported += counted.supported;
    claims.waived += counted.waived;
    claims.total += counted.total;
  }
  const boxes =
    tasks.total === 0
      ? 'No check boxes'
      : `${shareOf(tasks.done, tasks.total, 'check box')} ${verbFor(tasks.total, 'is', 'are')} ticked`;
  const waived = claims.waived === 0 ? '' : ` and ${claims.waived} ${verbFor(claims.waived, 'is', 'are')} waived`;
  const evidence =
    claims.total === 0
      ? 'no strong claims'
      : `${shareOf(claims.supported, claims.total, 'strong claim')} ${verbFor(claims.total, 'has', 'have')} evidence${waived}`;
  const promises =
    unanswered === 0 ? '' : `; ${countOf(unanswered, 'promise')} ${verbFor(unanswered, 'has', 'have')} no answer`;
  const explanation = `${boxes}; ${evidence}${promises}; ${reason}.`;
  return { ...state, tasks, claims, ...(unanswered > 0 && { unanswered }), explanation };
}

function addCounts(counts: readonly FindingCounts[]): FindingCounts {
  return counts.reduce(
    (sum, next) => ({
      errors: sum.errors + next.errors,
      warnings: sum.warnings + next.warnings,
      informations: sum.informations + next.informations,
    }),
    { errors: 0, warnings: 0, informations: 0 },
  );
}

function compareOptional(a: PhaseId | undefined, b: PhaseId | undefined): number {
  return a && b ? comparePhases(a, b) : 0;
}
