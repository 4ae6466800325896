/** From documents with their findings and claims to a report. */
import type { Range } from 'vscode-languageserver-types';
import type { Diagnostic } from '../../diagnostic';
import { documentKinds, kindTitle, type DocumentKind } from '../../model/documentKind';
import type { DocumentEntry, ProjectView } from '../../model/project';
import type { DocumentNode, InitiativeNode, PhaseNode } from '../../protocol';
import type { Findings } from '../../rules/runRules';
import { countClaims } from '../claimCounts';
import type { ClaimReport } from '../claimReports';
import { claimedAndMeasured, describePointer, pointerText } from '../claimWords';
import { groupBy, initiativeIdOf } from '../initiatives';
import { findOpenObligations } from '../openObligations';
import type { TracedRequirement } from '../trace/traceRequirements';
import { buildPhaseTree, kindOrder } from '../phaseTree';
import {
  obligationKinds,
  type DocumentRow,
  type InitiativeReport,
  type PhaseReport,
  type PhaseRow,
  type ReportedClaim,
  type ReportItem,
  type ReportPlace,
  type Trend,
  type ReportedObligation,
} from './phaseReport';
import { reportRequirement } from './reportRequirements';
import { addVerdicts, countVerdicts } from './verdictCounts';

/** A document with everything that was found out about it. */
export interface ReportDocument {
  readonly entry: DocumentEntry;
  readonly project: ProjectView;
  readonly findings: Findings;
  readonly claims: readonly ClaimReport[];
  readonly openTasks: readonly { readonly range: Range; readonly words: string }[];
}

/** Rules that report two statements which cannot both be true. */
export const conflictRules: ReadonlySet<string> = new Set([
  'contradicted-claim',
  'inconsistent-number',
  'conflicting-metric',
  'conflicting-status',
  'premature-completion',
  'phase-mismatch',
  'duplicate-document',
  'duplicate-id',
]);

/** What became of the requirements of each initiative, by its id. */
export type ReportTraces = ReadonlyMap<string, readonly TracedRequirement[]>;

export function buildReport(documents: readonly ReportDocument[], traces: ReportTraces, trend: Trend): PhaseReport {
  const rows = new Map(documents.map((document) => [document.entry.uri, document]));
  const tree = buildPhaseTree(
    documents.map(({ entry, project, findings }) => ({
      entry,
      obligations: findOpenObligations(entry, project),
      diagnostics: findings.diagnostics,
      claims: countClaims(entry.facts.strongClaims, findings),
    })),
  );
  const groups = groupBy(documents, ({ entry }) => initiativeIdOf(entry));
  const places = new PlaceFinder(documents);
  const initiatives = tree.initiatives.map((node) =>
    reportInitiative(node, groups.get(node.id) ?? [], rows, places, traces.get(node.id) ?? []),
  );
  return { initiatives: initiatives.sort((a, b) => (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : 0)), trend };
}

function reportInitiative(
  node: InitiativeNode,
  members: readonly ReportDocument[],
  rows: ReadonlyMap<string, ReportDocument>,
  places: PlaceFinder,
  traced: readonly TracedRequirement[],
): InitiativeReport {
  const toRow = (document: DocumentNode) => reportDocument(document, rows.get(document.uri));
  const phases = node.phases.map((phase) => reportPhase(phase, rows, toRow));
  const whole = node.documents.flatMap((document) => toRow(document) ?? []);
  if (whole.length > 0) phases.push(wholeInitiative(whole));
  const promised = members.flatMap(obligationsOf);
  const present = new Set(
    phases.flatMap(({ documents, missing }) => [...documents.map(({ kind }) => kind), ...missing]),
  );
  return {
    uri: node.uri,
    name: node.label,
    folder: node.description,
    progress: node.progress,
    findings: node.counts,
    verdicts: addVerdicts(phases.map(({ verdicts }) => verdicts)),
    kinds: [...present]
      .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
      .map((kind) => ({ kind, title: titleOf(kind) })),
    phases,
    conflicts: members.flatMap((member) => conflictsOf(member, places)),
    obligations: obligationKinds.flatMap((kind) => promised.filter((item) => item.kind === kind)),
    requirements: traced.flatMap((one) => {
      const project = rows.get(one.place.uri)?.project;
      return project ? [reportRequirement(one, (uri) => rows.get(uri)?.entry.path ?? uri, project)] : [];
    }),
  };
}

function reportPhase(
  { label, progress, counts, documents: nodes }: PhaseNode,
  rows: ReadonlyMap<string, ReportDocument>,
  toRow: (node: DocumentNode) => DocumentRow | undefined,
): PhaseRow {
  const documents = nodes.flatMap((node) => toRow(node) ?? []);
  const first = nodes[0] && rows.get(nodes[0].uri);
  const present = new Set(documents.map(({ kind }) => kind));
  const required = first?.project.requiredKinds(first.entry.identity) ?? [];
  return {
    label,
    phase: first?.entry.identity.phase?.text,
    progress,
    findings: counts,
    verdicts: addVerdicts(documents.map(({ verdicts }) => verdicts)),
    documents,
    missing: required.map(({ kind }) => kind).filter((kind) => !present.has(kind)),
  };
}

function wholeInitiative(documents: readonly DocumentRow[]): PhaseRow {
  const sum = (pick: (row: DocumentRow) => number) => documents.reduce((total, row) => total + pick(row), 0);
  return {
    label: 'Whole initiative',
    phase: undefined,
    progress: {
      state: 'unknown',
      explanation: 'Documents that belong to no single phase.',
      tasks: { done: sum((row) => row.progress.tasks.done), total: sum((row) => row.progress.tasks.total) },
      claims: {
        supported: sum((row) => row.progress.claims.supported),
        waived: sum((row) => row.progress.claims.waived),
        total: sum((row) => row.progress.claims.total),
      },
    },
    findings: {
      errors: sum((row) => row.findings.errors),
      warnings: sum((row) => row.findings.warnings),
      informations: sum((row) => row.findings.informations),
    },
    verdicts: addVerdicts(documents.map(({ verdicts }) => verdicts)),
    documents,
    missing: [],
  };
}

function reportDocument(node: DocumentNode, document: ReportDocument | undefined): DocumentRow | undefined {
  if (!document) return undefined;
  const { entry, findings, claims, openTasks } = document;
  const { status, titleRange } = entry.facts;
  const worst =
    findings.diagnostics.find(({ severity }) => severity === 'error') ??
    findings.diagnostics.find(({ severity }) => severity === 'warning');
  return {
    kind: entry.identity.kind,
    title: node.label,
    place: placeAt(entry, titleRange),
    status: status && { words: oneLine(status.words), place: placeAt(entry, status.range) },
    progress: node.progress,
    findings: node.counts,
    firstFinding: worst && placeAt(entry, worst.range),
    verdicts: countVerdicts(claims),
    claims: claims.map((claim) => reportClaim(claim, entry)),
    openTasks: openTasks.map(({ range, words }) => ({
      place: placeAt(entry, range),
      words: oneLine(words),
      source: 'task',
      related: [],
    })),
  };
}

function reportClaim(claim: ClaimReport, entry: DocumentEntry): ReportedClaim {
  return {
    place: placeAt(entry, claim.range),
    words: oneLine(claim.text),
    verdict: claim.verdict,
    note: noteOf(claim),
  };
}

function noteOf(claim: ClaimReport): string {
  const { verdict, waiver, pointers } = claim;
  if (verdict === 'waived') return oneLine(waiver?.reason ?? '');
  const numbers = claimedAndMeasured(claim);
  if (numbers !== undefined && (verdict === 'contradicted' || verdict === 'supported')) return numbers;
  if (verdict === 'broken' || verdict === 'vacuous') {
    return pointers.map((pointer) => `${pointerText(pointer)}: ${describePointer(pointer)}`).join('; ');
  }
  return '';
}

function conflictsOf({ entry, findings }: ReportDocument, places: PlaceFinder): readonly ReportItem[] {
  return findings.diagnostics
    .filter(({ rule, severity }) => conflictRules.has(rule) && severity !== 'hint')
    .map((diagnostic) => toItem(diagnostic, entry, places));
}

function obligationsOf({ entry, project }: ReportDocument): readonly ReportedObligation[] {
  return findOpenObligations(entry, project).map(({ promise, what, suggestion }) => ({
    place: placeAt(entry, promise.range),
    words: oneLine(promise.words),
    kind: promise.kind,
    source: what,
    related: suggestion ? [mayAnswer(suggestion)] : [],
  }));
}

function mayAnswer({ entry: { uri, path }, line }: { readonly entry: DocumentEntry; readonly line: number }) {
  return { place: { uri, path, line, character: 0 }, words: 'may be the answer' };
}

function toItem({ rule, range, message, related }: Diagnostic, entry: DocumentEntry, places: PlaceFinder): ReportItem {
  return {
    place: placeAt(entry, range),
    words: oneLine(message),
    source: rule,
    related: related.map((other) => ({
      place: places.find(other.uri, other.range, entry),
      words: oneLine(other.message),
    })),
  };
}

/** Paths of places that are known by their address only. */
class PlaceFinder {
  readonly #paths: ReadonlyMap<string, string>;

  constructor(documents: readonly ReportDocument[]) {
    this.#paths = new Map(documents.map(({ entry }) => [entry.uri, entry.path]));
  }

  /** @param near a document of the same workspace folder */
  find(uri: string, range: Range, near: DocumentEntry): ReportPlace {
    const root = near.uri.split('/').slice(0, -near.path.split('/').length).join('/');
    const path = this.#paths.get(uri) ?? (uri.startsWith(`${root}/`) ? safeDecode(uri.slice(root.length + 1)) : uri);
    return { uri, path, line: range.start.line, character: range.start.character };
  }
}

function placeAt({ uri, path }: DocumentEntry, { start }: Range): ReportPlace {
  return { uri, path, line: start.line, character: start.character };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** In reading order; kinds of a team come last. */
function rankOf(kind: DocumentKind): number {
  const inReading = kindOrder.indexOf(kind);
  if (inReading >= 0) return inReading;
  const known = documentKinds.findIndex((other) => other === kind);
  return kindOrder.length + (known < 0 ? documentKinds.length : known);
}

function titleOf(kind: DocumentKind): string {
  const title = kindTitle(kind);
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
