/** What rules find and offer. Plain data: the shells turn it into LSP, SARIF, text … */
import type { Range, TextEdit } from 'vscode-languageserver-types';

/**
 * - `error`: something written is wrong;
 * - `warning`: something is unfinished;
 * - `information`: something elsewhere;
 * - `hint`: shown in the text only, never in a list or on the command line.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Diagnostic {
  /** Id of the rule, for example `unsupported-claim`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Absolute position in the document. */
  readonly range: Range;
  /** What is wrong, why it matters, what to do. */
  readonly message: string;
  readonly related: readonly RelatedPlace[];
}

/** What can be done about a diagnostic. Made when asked for: most are never fixed, and fixes cost more than finding. */
export interface FixableDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly fixes: readonly Fix[];
}

/** Another place that belongs to the same finding. */
export interface RelatedPlace {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

/** An honest edit that makes its diagnostic go away. */
export interface Fix {
  readonly title: string;
  /** The one that most authors want; at most one for each diagnostic. */
  readonly preferred: boolean;
  /** True if it may be applied to every finding of the rule at once, without a look at each. */
  readonly safe: boolean;
  readonly edits: readonly FileEdit[];
}

/** A change of one file. Applied by the client or the command line, never by the core; never overwrites. */
export type FileEdit =
  | { readonly type: 'change'; readonly uri: string; readonly edits: readonly TextEdit[] }
  | { readonly type: 'create'; readonly uri: string; readonly text: string };
