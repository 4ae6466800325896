/**
 * What a document says that others may contradict or have to answer: statuses, numbers, tasks, promises, ids. Small
 * and without syntax, because it is kept for every phase document of a workspace.
 */
import type { Range } from 'vscode-languageserver-types';
import type { StatusClass } from '../claims/statusWords';

/** Key of the phase that a fact is about; empty for the initiative as a whole. */
export type PhaseKey = string;

export interface ChainFacts {
  readonly statuses: readonly StatusFact[];
  readonly metrics: readonly MetricFact[];
  readonly tasks: readonly TaskFact[];
  readonly titles: readonly TitleFact[];
  readonly promises: readonly PromiseFact[];
  /** What blocks the document's own phase. */
  readonly blockers: readonly PlacedWords[];
  readonly definitions: readonly DefinitionFact[];
  /** Lines that call the document's own phase the last one. */
  readonly finals: readonly PlacedWords[];
  /** When the document's own phase ended. */
  readonly dates: readonly DateFact[];
  readonly statements: Statements;
  readonly standing: Standing;
  /** How the name writes the phase, where that tells two series of phases apart; see `Identity`. */
  readonly series: string | undefined;
  /** For each phase that is spoken of: another number when something else is said of it, wherever it stands. */
  readonly digests: ReadonlyMap<PhaseKey, number>;
  /** Another number when something of it stands elsewhere. */
  readonly places: number;
}

export interface PlacedWords {
  readonly words: string;
  /** Absolute. */
  readonly range: Range;
}

/** A date as numbers such as 20250821; both ends of a month where no day is given. */
export interface DateFact extends PlacedWords {
  readonly low: number;
  readonly high: number;
}

/** Whether what a document says still counts. */
export type Standing =
  | 'current'
  /** Interim, draft, preliminary: a later document says how it came out. */
  | 'interim'
  /** Archived, superseded, historical. */
  | 'past';

/** What a status is the status of. */
export type StatusScope = 'document' | 'phase' | 'initiative';

export interface StatusFact extends PlacedWords {
  readonly scope: StatusScope;
  readonly phase: PhaseKey;
  readonly class: StatusClass;
  /** `tracker`: a line or row for each phase; `heading`: a phase's own heading. */
  readonly form: 'field' | 'heading' | 'tracker' | 'front matter';
  readonly place: 'header' | 'footer' | 'body';
  /** The words that name the status, folded; a document has few of one label. */
  readonly label: string;
  /** `Ready for phase 1`, `In progress - Phase 9`: the phase that its words name. */
  readonly names: PhaseKey | undefined;
}

/** A number as a result. */
export interface MetricFact extends PlacedWords {
  readonly phase: PhaseKey;
  /** `pass rate`, `tests`, `coverage`, `completion`, `phases`, or a label's own words. */
  readonly measure: string;
  /** The label as written, for messages. */
  readonly label: string;
  readonly dimension: string;
  /** What meets it, both ends included, in the smallest unit of its dimension. */
  readonly low: number;
  readonly high: number;
  /** What it is about, from the nearest words outwards; the empty text: everything. */
  readonly subjects: readonly string[];
  /** What is counted: `tests`, `categories`; rates of different things differ without contradiction. */
  readonly unit: string;
}

/** The check boxes of one section, those of nested sections not included. */
export interface TaskFact {
  readonly phase: PhaseKey;
  readonly done: number;
  readonly open: number;
  /** The first open one; the heading if none is open. */
  readonly first: PlacedWords;
  /** Conditions, instructions or tasks of a later phase: no part of this one's work. */
  readonly apart: boolean;
}

/** What a phase is called: in a tracker's line or row, in a heading. */
export interface TitleFact extends PlacedWords {
  readonly phase: PhaseKey;
  readonly form: 'tracker' | 'heading';
}

export type PromiseKind = 'output' | 'reference' | 'prerequisite' | 'deferred' | 'next step' | 'risk' | 'criterion';

/** Something that this document says another one will hold, do or settle. */
export interface PromiseFact extends PlacedWords {
  readonly kind: PromiseKind;
  /** The phase that has to answer; undefined: the next one, for a criterion the initiative as a whole. */
  readonly phase: PhaseKey | undefined;
  /** Something that can be told to be answered or not: a box, an id, a file, words such as `must`; no mere wish. */
  readonly binding: boolean;
  /** Ticked, struck out or marked as done where it stands. */
  readonly settled: boolean;
  /** Hash of the words; see `statements.ts`. */
  readonly key: number;
  readonly wordHashes: readonly number[];
  /** Files that it names, as written. */
  readonly files: readonly string[];
  /** `FR-3`, `D-12`: ids that it names. */
  readonly ids: readonly string[];
  readonly heading: string;
}

/** `## PD-001: Use one queue`, `- **FR-3**: …`: the place that says what an id means. */
export interface DefinitionFact extends PlacedWords {
  readonly id: string;
}

/** The statements of a document for looking up whether something is answered there: hashes, section by section. */
export type Statements = readonly PlacedStatements[];

export interface PlacedStatements {
  /** Absolute line of the section. */
  readonly line: number;
  /** One after the other: line in the section, hash of the words, index in {@link statementStates}, n, n hashes of words. */
  readonly packed: Int32Array;
  /** Ids that are named, each with its line in the section. */
  readonly ids: readonly (readonly [id: string, line: number])[];
}

export const statementStates = ['said', 'open', 'done', 'deferred', 'dropped'] as const;
export type StatementState = (typeof statementStates)[number];
