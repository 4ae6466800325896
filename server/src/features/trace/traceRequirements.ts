/**
 * Requirement → item of the to-do list → claim of a phase → evidence. What belongs together is told by ids, or by the
 * same words; words that are only alike are never taken for a step.
 */
import { leadingId } from '../../model/chain/ids';
import { sameIteration } from '../../model/chain/currentEntries';
import { parsePhaseId } from '../../model/phaseId';
import type { DocumentEntry } from '../../model/project';
import type { PhaseDocument } from '../../model/phaseDocument';
import type { ClaimReport } from '../claimReports';
import { requirementsOf, type Requirement } from './requirements';
import { tracedStatements, type TracedStatement } from './statements';

/** A document of an initiative, read. */
export interface TraceSource {
  readonly entry: DocumentEntry;
  readonly document: PhaseDocument;
  /** Its claims, weak ones too. */
  readonly claims: readonly ClaimReport[];
}

export interface TracePlace {
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
  readonly words: string;
  /** The phase that its section or document is about, as written in keys; empty for none. */
  readonly phase: string;
}

export interface TracedTask extends TracePlace {
  /** `said`: named without a box. Of a heading, the boxes below it count. */
  readonly state: 'open' | 'done' | 'said';
  readonly done: number;
  readonly total: number;
}

export interface TracedClaim extends TracePlace {
  readonly verdict: ClaimReport['verdict'];
  /** Where its pointers lead; each place once. */
  readonly evidence: readonly TracedEvidence[];
}

/** A file of the workspace, or what cannot be looked at from here: an address, a commit, an issue. */
export interface TracedEvidence {
  /** For a file, the path relative to the workspace folder. */
  readonly target: string;
  readonly isFile: boolean;
}

export const traceSteps = ['task', 'claim', 'evidence'] as const;
export type TraceStep = (typeof traceSteps)[number];

export interface TracedRequirement {
  readonly requirement: Requirement;
  readonly place: TracePlace;
  readonly tasks: readonly TracedTask[];
  readonly claims: readonly TracedClaim[];
  /** Places of phases that name it without claiming anything. */
  readonly mentions: readonly TracePlace[];
  /** Steps that are missing; evidence is missing too where nothing is claimed. */
  readonly gaps: readonly TraceStep[];
}

/** What became of the requirements of an initiative. */
export interface InitiativeTrace {
  readonly label: string;
  /** The folder of the initiative. */
  readonly uri: string;
  /** The workspace folder that paths of evidence count from. */
  readonly rootUri: string;
  /** In the order of its documents; empty where nothing is required in words that can be told. */
  readonly requirements: readonly TracedRequirement[];
}

/** The requirements of one initiative in the order of its documents. */
export function traceRequirements(sources: readonly TraceSource[]): readonly TracedRequirement[] {
  const read = sources.filter(isRead).map((source) => ({ ...source, statements: tracedStatements(source.document) }));
  return sources.flatMap(({ entry, document }) => {
    const requirements = requirementsOf(document);
    if (requirements.length === 0) return [];
    const others = read.filter((other) => other.entry !== entry && sameIteration(other.entry.identity, entry.identity));
    return requirements.map((requirement) => traceOne(requirement, entry, others));
  });
}

type ReadSource = TraceSource & { readonly statements: readonly TracedStatement[] };

/** What a prompt wants of a phase, and what an archive says, shows nothing. */
function isRead({ entry: { identity } }: TraceSource): boolean {
  return !identity.archived && (isList(identity) || (identity.phase !== undefined && identity.kind !== 'prompt'));
}

function isList({ kind }: DocumentEntry['identity']): boolean {
  return kind === 'todo' || kind === 'plan' || kind === 'tasks' || kind === 'checklist';
}

function traceOne(requirement: Requirement, entry: DocumentEntry, sources: readonly ReadSource[]): TracedRequirement {
  const ids = new Set(requirement.id === undefined ? [] : [requirement.id]);
  const keys = new Set(requirement.key === 0 ? [] : [requirement.key]);
  const names = ({ ids: named, key }: TracedStatement) => named.some((id) => ids.has(id)) || keys.has(key);
  const tasks = sources.filter((source) => isList(source.entry.identity)).flatMap((source) => tasksOf(source, names));
  // A phase may speak of the item of the list instead of the requirement.
  for (const { words } of tasks) {
    const own = leadingId(words);
    if (own) ids.add(own.id);
  }
  const claims: TracedClaim[] = [];
  const mentions: TracePlace[] = [];
  for (const source of sources) {
    if (isList(source.entry.identity)) continue;
    const seen = new Set<ClaimReport>();
    for (const statement of source.statements.filter(names)) {
      const there = source.claims.filter(({ range }) => overlaps(range, statement));
      if (there.length === 0) mentions.push(placeOf(source, statement));
      for (const claim of there) {
        if (!seen.has(claim)) claims.push(toClaim(source, claim));
        seen.add(claim);
      }
    }
  }
  const isShown = claims.some(({ verdict }) => verdict === 'supported' || verdict === 'waived');
  const missing: Readonly<Record<TraceStep, boolean>> = {
    task: tasks.length === 0,
    claim: claims.length === 0,
    evidence: !isShown,
  };
  return {
    requirement,
    place: { uri: entry.uri, line: requirement.range.start.line, words: requirement.words, phase: '' },
    tasks,
    claims,
    mentions,
    gaps: traceSteps.filter((step) => missing[step]),
  };
}

function tasksOf(source: ReadSource, names: (statement: TracedStatement) => boolean): readonly TracedTask[] {
  return source.statements.filter(names).map((statement) => {
    const { form, line, lastLine } = statement;
    const boxes =
      form === 'heading'
        ? source.statements.filter(({ box, line: at }) => box !== undefined && at >= line && at <= lastLine)
        : statement.box === undefined
          ? []
          : [statement];
    const done = boxes.filter(({ box }) => box === 'done').length;
    const state = boxes.length === 0 ? 'said' : done === boxes.length ? 'done' : 'open';
    return { ...placeOf(source, statement), state, done, total: boxes.length };
  });
}

function overlaps({ start, end }: ClaimReport['range'], { line, lastLine }: TracedStatement): boolean {
  return start.line <= lastLine && end.line >= line;
}

function placeOf({ entry }: ReadSource, { words, line, phase }: TracedStatement): TracePlace {
  return { uri: entry.uri, line, words, phase: phaseText(entry, phase) };
}

function phaseText({ identity }: DocumentEntry, key: string): string {
  if (identity.phase?.key === key || key === '') return identity.phase?.text ?? '';
  return parsePhaseId(key)?.text ?? key;
}

function toClaim({ entry }: ReadSource, claim: ClaimReport): TracedClaim {
  const { range, text, verdict, pointers, measuredAt } = claim;
  const evidence = new Map<string, TracedEvidence>();
  const add = (place: string, isFile: boolean) => evidence.set(place, { target: place, isFile });
  if (measuredAt) add(measuredAt.path, true);
  for (const { status, path, target, emptiness } of pointers) {
    if (path !== undefined && emptiness === undefined) add(path, true);
    else if (status === 'unchecked') add(target, false);
  }
  const words = text.replace(/\s+/g, ' ').trim();
  const phase = entry.identity.phase?.text ?? '';
  return { uri: entry.uri, line: range.start.line, words, phase, verdict, evidence: [...evidence.values()] };
}
