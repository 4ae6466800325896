/** What a file that a tool wrote says: named quantities. Facts only; `compareClaim` holds claims against them. */

/** How a file is written. `json`, `yaml` and `csv`: no report that we know, values are bound by a fragment. */
export type ArtifactFormat =
  | 'junit'
  | 'cobertura'
  | 'clover'
  | 'istanbul-summary'
  | 'istanbul'
  | 'jest'
  | 'pytest-json'
  | 'ctrf'
  | 'sarif'
  | 'lcov'
  | 'tap'
  | 'json'
  | 'yaml'
  | 'csv'
  | 'unknown';

export type QuantityName =
  | 'total'
  | 'passed'
  /** Tests whose assertions did not hold. */
  | 'failed'
  /** Tests, suites or runs that broke before they could fail. */
  | 'errors'
  /** Skipped, pending, disabled, to do, expected to fail. */
  | 'skipped'
  /** Passed of those that ran: skipped ones do not count. */
  | 'passRate'
  | 'lineCoverage'
  | 'branchCoverage'
  | 'functionCoverage'
  | 'statementCoverage'
  | 'duration'
  /** Of a static analysis; scoped by level (`error`, `warning`) and severity (`critical`, `high` …). */
  | 'findings'
  /** What a fragment points to, when its key does not tell more. */
  | 'value';

/** `ratio`: a rate up to 1, of which only the reader knows whether 0.95 is 95 % or 0.95 %. `none`: as written. */
export type QuantityUnit = 'count' | 'percent' | 'ratio' | 'milliseconds' | 'none';

export interface Quantity {
  readonly name: QuantityName;
  /** Always finite. */
  readonly value: number;
  readonly unit: QuantityUnit;
  /** Decimal digits that the file gives, in `unit`, when it rounds; undefined when the value is exact. */
  readonly digits?: number;
  /** The suite, test, file or level that it is about; undefined: everything in the artifact. */
  readonly scope?: string;
  readonly scopeKind?: ScopeKind;
  /** Zero-based line of the artifact, where known. */
  readonly line?: number;
  /** What binds exactly this quantity when it is written behind `#`: the JSON Pointer of it. */
  readonly fragment?: string;
}

export type ScopeKind = 'suite' | 'test' | 'file' | 'level' | 'pointer';

export type ArtifactState =
  | 'measured'
  /** It is well-formed and shows nothing: no tests, all skipped, 0 statements, empty. */
  | 'vacuous'
  /** It cannot be trusted to be complete or to say what it seems to say. */
  | 'unreadable'
  /** Not a report that we know, and nothing in it was pointed to. */
  | 'unknown-format'
  /** It was read, and what the fragment leads to is no quantity. */
  | 'unbound'
  /** It was read, and the fragment leads to nothing in it. */
  | 'absent';

export interface ArtifactReading {
  readonly path: string;
  /** What was bound, undecoded: the quantities are then those of that place only. */
  readonly fragment?: string;
  readonly format: ArtifactFormat;
  readonly state: ArtifactState;
  readonly quantities: readonly Quantity[];
  /** For a message, without capital letter and full stop: `all 12 tests were skipped`, `truncated at line 40`. */
  readonly reason?: string;
}

export interface ArtifactOptions {
  /** What follows `#` in the pointer, undecoded: only what it binds is read (see `readPointer`). */
  readonly fragment?: string;
}

/** Reads an artifact in pieces, in bounded memory. */
export interface ArtifactReader {
  /** @param chunk the next piece of the decoded text, of any length */
  push(chunk: string): void;
  /** True when the rest of the file can change nothing: the host may stop reading. */
  readonly done: boolean;
  /** Call once, after the last piece. */
  end(): ArtifactReading;
}

/** What an adapter found; path and format are added by its caller. */
export interface Content {
  readonly state: ArtifactState;
  readonly quantities: readonly Quantity[];
  readonly reason?: string;
}

/** Reads pieces of one format that was recognised already. Pieces come in blocks of the same size, whoever calls. */
export interface ContentReader {
  readonly format: ArtifactFormat;
  readonly done: boolean;
  push(block: string): void;
  end(): Content;
}

export function measured(quantities: readonly Quantity[], reason?: string): Content {
  return { state: 'measured', quantities, ...(reason === undefined ? {} : { reason }) };
}

export function vacuous(reason: string): Content {
  return { state: 'vacuous', quantities: [], reason };
}

export function unreadable(reason: string): Content {
  return { state: 'unreadable', quantities: [], reason };
}

export function unbound(reason: string): Content {
  return { state: 'unbound', quantities: [], reason };
}

export function absent(reason: string): Content {
  return { state: 'absent', quantities: [], reason };
}

export const unknownFormat: Content = { state: 'unknown-format', quantities: [] };

/** `1 test`, `2 tests`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
