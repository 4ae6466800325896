/** What a rule or feature may ask about everything outside the document at hand. */
import type { Schema } from '../schema/schema';
import type { Pointer } from '../syntax/document';
import type { Identity, PhaseId } from './phaseDocument';
import type { DocumentFacts } from './documentFacts';
import type { ChainView } from './chain/projectChain';
import type { EvidenceFacts } from './evidence/evidenceFacts';

/** The state of one workspace folder at one moment. Never changes while a rule runs. */
export interface ProjectView {
  /** All phase documents, in path order. */
  readonly documents: readonly DocumentEntry[];
  /** Documents of the same initiative, iteration, series and phase, in path order, the given one included. */
  phaseSet(identity: Identity): readonly DocumentEntry[];
  /** The last phase of an initiative that has more than a prompt; undefined if none has. */
  lastPhase(initiative: string): PhaseId | undefined;
  /** Whether a heading of a document of the initiative gives the phase up: `Phase 3.8 (removed)`. */
  isDropped(identity: Identity): boolean;
  /** The phases of an initiative that have documents, in order. */
  phasesOf(initiative: string): readonly PhaseId[];
  /** Other documents that are the same by initiative, iteration, kind, phase and topic, in path order. */
  duplicatesOf(document: Pick<DocumentEntry, 'identity' | 'path'>): readonly DocumentEntry[];
  /**
   * Another object as soon as {@link resolve} or {@link evidence} may give another answer, so that answers can be kept
   * under it.
   */
  readonly factsVersion: object;
  /** Where a pointer in the document at `fromPath` leads. */
  resolve(pointer: Pointer, fromPath: string): Resolution;
  /** Kinds that each phase of the document's convention needs. */
  requiredKinds(identity: Identity): readonly RequiredKind[];
  /** What a document of a kind should hold at a path: the team's own schema, else the built-in one. */
  schemaFor(path: string, kind: string): Schema | undefined;
  /** URI of a path relative to the workspace folder. */
  uriOf(path: string): string;
  hasFile(path: string): boolean;
  /** The phase document at a path. */
  entry(path: string): DocumentEntry | undefined;
  readonly evidence: EvidenceFacts;
  /** What documents say of the phases. */
  readonly chain: ChainView;
  /** Files that look like the output of a tool (test report, coverage …), in path order: candidates for evidence. */
  readonly artifacts: readonly string[];
  /** Files that the configuration calls templates, in path order. */
  readonly templates: readonly string[];
}

export interface RequiredKind {
  readonly kind: Identity['kind'];
  readonly severity: 'warning' | 'information';
  /** It is asked for because so many of the other phases have one. */
  readonly habit?: { readonly having: number; readonly of: number };
}

/** A phase document as others see it. */
export interface DocumentEntry {
  readonly uri: string;
  readonly path: string;
  readonly identity: Identity;
  readonly facts: DocumentFacts;
}

/** Where a pointer leads. Paths are relative to the workspace folder. */
export type Resolution =
  /** The target is there: relative to the document, an ancestor folder or the workspace folder. */
  | { readonly status: 'found'; readonly path: string }
  /** Not where the pointer says, but exactly one file of that name elsewhere. */
  | { readonly status: 'moved'; readonly path: string }
  /** Not where the pointer says, and several files of that name elsewhere. */
  | { readonly status: 'ambiguous'; readonly paths: readonly string[] }
  /** The file is there, the heading or line is not. */
  | { readonly status: 'no-anchor'; readonly path: string; readonly fragment: string }
  /** The file is there, the test is neither in it nor in a report. */
  | { readonly status: 'no-test'; readonly path: string; readonly test: string }
  | { readonly status: 'missing' }
  /** Cannot be checked here: a URL, an issue, a commit, a path outside the workspace folder. */
  | { readonly status: 'unchecked' };
