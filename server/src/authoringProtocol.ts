/** Requests that make documents, parts of them, schemas and configurations: see `protocol.ts`. */
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Method, DocumentParams } from './protocol';

/** Client to server: the sections that the schema knows and the document lacks, with the edit that inserts each. */
export const insertableSectionsRequest: Method<DocumentParams, readonly InsertableSection[]> = {
  name: 'phaseDocs/insertableSections',
};

/** Client to server: the phases after which a next one can be scaffolded, the one of the given document first. */
export const scaffoldSourcesRequest: Method<Partial<DocumentParams>, readonly ScaffoldSource[]> = {
  name: 'phaseDocs/scaffoldSources',
};

/** Client to server: the files that a scaffold would create. Nothing is written. */
export const scaffoldRequest: Method<ScaffoldParams, ScaffoldPlan> = { name: 'phaseDocs/scaffold' };

/** Client to server: a schema made from documents of the workspace; null if there are none. */
export const deriveSchemaRequest: Method<DeriveSchemaParams, DerivedSchemaFile | null> = {
  name: 'phaseDocs/deriveSchema',
};

/** Client to server: the kinds of documents of the workspace, the most common first. */
export const documentKindsRequest: Method<{ readonly folder?: string }, readonly KindCount[]> = {
  name: 'phaseDocs/documentKinds',
};

/** Client to server: the configuration that a folder's documents suggest; null for a folder of no workspace. */
export const planConfigurationRequest: Method<DocumentParams, NewConfiguration | null> = {
  name: 'phaseDocs/planConfiguration',
};

/** Client to server: the configuration that declares documents as finished; null if it has mistakes. Nothing is written. */
export const planArchiveRequest: Method<{ readonly uris: readonly string[] }, ArchivePlan | null> = {
  name: 'phaseDocs/planArchive',
};

/** Which documents a schema is made from: these, or those of a kind, everywhere or below a folder. */
export interface DeriveSchemaParams {
  readonly uris?: readonly string[];
  /** URI. */
  readonly folder?: string;
  /** Only documents of this kind; a name that no document has makes a kind of all of them. Default: the most common. */
  readonly kind?: string | undefined;
}

export interface DerivedSchemaFile {
  readonly kind: string;
  /** YAML with comments. */
  readonly text: string;
  readonly documents: number;
  /** Documents that have all that the schema requires. */
  readonly passing: number;
}

export interface KindCount {
  readonly kind: string;
  /** `hand-off`. */
  readonly label: string;
  readonly documents: number;
}

/** A configuration to be created. */
export interface NewConfiguration {
  readonly uri: string;
  readonly text: string;
  /** What was found, in one sentence. */
  readonly summary: string;
}

export interface InsertableSection {
  readonly title: string;
  /** `Missing` or what the section is for. */
  readonly description: string;
  readonly required: boolean;
  readonly edit: WorkspaceEdit;
  /** Where the new section begins, once inserted. */
  readonly range: Range;
}

export interface ScaffoldSource {
  readonly initiativeId: string;
  /** `Phase 8 of worker refactor`. */
  readonly label: string;
  readonly phase: string;
  /** The id that follows in order. */
  readonly suggestedPhase: string;
  /** Kinds that a new phase gets, with those chosen at first. */
  readonly kinds: readonly { readonly kind: string; readonly label: string; readonly picked: boolean }[];
}

export interface ScaffoldParams {
  readonly initiativeId: string;
  /** The phase that has ended. */
  readonly phase: string;
  /** Id of the new phase, as typed. */
  readonly nextPhase: string;
  readonly kinds: readonly string[];
}

export interface ScaffoldPlan {
  readonly files: readonly ScaffoldFile[];
  /** Why something cannot be made, for the user. Files are empty then. */
  readonly problem?: string;
}

export interface ScaffoldFile {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
  /** True if there is such a file already: it is left alone. */
  readonly exists: boolean;
}

export interface ArchivePlan {
  /** Of the configuration. */
  readonly uri: string;
  readonly exists: boolean;
  /** All of it, as it would be. */
  readonly text: string;
  readonly globs: readonly string[];
}
